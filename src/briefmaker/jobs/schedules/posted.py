"""What a run by schedule asks of the mail, and what it is told: the one seam between the two."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Posted:
    """How many messages were sent, wait, failed, or may have been sent or not; what was found; and the exit code of it."""

    sent: int = 0
    waiting: int = 0
    failed: int = 0
    unknown: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    exit_code: int = 0


Post = Callable[[Path], Posted]
"""Mails what was made of a brief or a pack, given as its file, to the lists that it names. Raises BriefmakerError."""
SendWaiting = Callable[[], Posted]
"""Sends the messages of the outbox that wait and are due. Raises BriefmakerError."""


def add_posted(first: Posted, second: Posted) -> Posted:
    """Give both together; the worse exit code counts."""
    return Posted(
        first.sent + second.sent,
        first.waiting + second.waiting,
        first.failed + second.failed,
        first.unknown + second.unknown,
        (*first.diagnostics, *second.diagnostics),
        max(first.exit_code, second.exit_code),
    )
