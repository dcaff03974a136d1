"""Word back to YAML: a returned document is opened, read in all its versions, and compared with a pristine one."""
