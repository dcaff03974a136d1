"""Redlines: two versions of a document as one, in which what is gone and what is new are marked."""
