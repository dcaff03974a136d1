"""Word documents that come back, or come from elsewhere, are read: safely, whole, and with every word accounted for."""
