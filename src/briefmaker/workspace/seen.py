"""Names of what a brief was made of that is no file as it is now: what was issued of it, and files in an earlier revision."""

ISSUED = "issued:"
"""Stands before a version and a key: ``issued:3:EU-2025-114`` is all that was issued under the key before version 3."""
REVISION = "revision:"
"""Stands before a revision and a file of the workspace: ``revision:HEAD~1:briefs/talks.yaml``."""


def is_elsewhere(name: str) -> bool:
    """Tell whether what was seen under a name is no file of the workspace as it is now."""
    return name.startswith((ISSUED, REVISION))


def say_seen(name: str) -> str:
    """Give what was seen under a name, in words."""
    return "what was issued before" if name.startswith(ISSUED) else name.removeprefix(REVISION)
