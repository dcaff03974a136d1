"""What every command leaves with, now and later."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Part of the command's contract: scripts rely on these numbers."""

    DONE = 0
    """All was done; there may have been warnings."""
    FINDINGS = 1
    """A brief is invalid, could not be made, or has findings."""
    USAGE = 2
    """The command was called wrongly, or the workspace's settings are wrong."""
    LOCKED = 3
    """Another briefmaker is at work here."""
    NEEDS_A_PERSON = 4
    """A delivery stopped where somebody has to decide."""
    INTERRUPTED = 130
    """Ctrl-C stopped the command: 128 and the signal's number, as shells say it."""
    TERMINATED = 143
    """SIGTERM stopped the command."""
