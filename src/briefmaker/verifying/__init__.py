"""Reopens finished documents and tells whether they still say what the brief says, and whether they are sound."""
