"""Word forms for those who never see YAML: written for a template, and read when they were filled in."""
