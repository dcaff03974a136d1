"""What passes through Word: edits that come home, redlines, old briefs and forms that become drafts."""
