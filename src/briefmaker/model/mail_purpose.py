"""Why a message is sent."""

from enum import StrEnum


class Purpose(StrEnum):
    """Why a message is sent."""

    ISSUE = "issue"
    """A final document goes to its readers."""
    DRAFT = "draft"
    """A marked draft goes to the sender alone."""
    CLEARANCE = "clearance"
    """A marked draft goes to those who are to clear it."""
    CORRECTION = "correction"
    """A raised version goes to everyone who received an earlier one."""

    @property
    def is_issue(self) -> bool:
        """Tell whether a version is issued by it: its readers then have that version, and need not get it by the other."""
        return self in (Purpose.ISSUE, Purpose.CORRECTION)
