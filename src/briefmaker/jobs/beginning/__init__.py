"""Briefs begun: from a template's scaffold, or from the issue of last time."""
