"""What a user can ask for, one intention a file; commands and the Python API call these and show what comes back."""
