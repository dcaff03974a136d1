"""Making documents of briefs: planned, made in workers or elsewhere, written, and not made again where nothing changed."""
