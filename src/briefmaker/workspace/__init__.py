"""The folder that holds briefs, templates and output; no other room touches files."""
