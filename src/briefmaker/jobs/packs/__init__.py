"""Several briefs bound as one: put together, made, begun and verified."""
