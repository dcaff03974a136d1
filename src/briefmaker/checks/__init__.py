"""What is wrong with what a brief says: one rule a file, each from plain data to plain findings."""
