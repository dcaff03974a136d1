"""What somebody was sent before: it is not sent again unless that is asked for, and never with other bytes."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefmaker.delivery.messages import Message, State
from briefmaker.delivery.postings import Purpose

_GONE = frozenset({State.QUEUED, State.SENDING, State.SENT, State.UNKNOWN, State.FAILED})
"""A message that was dropped is as if it had never been; one that failed waits for a person, who tries it again."""


@dataclass(frozen=True, slots=True)
class Before:
    """What was put into the outbox under a key, for one purpose and with one content."""

    purpose: Purpose
    version: int
    content: str
    messages: tuple[Message, ...]

    def find(self, address: str, edition: str) -> Message | None:
        """Give the last message that somebody has of the same, or None."""
        found = [each for each in self.messages if self._is_same(each, address, edition)]
        return found[-1] if found else None

    def _is_same(self, message: Message, address: str, edition: str) -> bool:
        about = message.about
        same = (about.purpose, about.version, about.content, about.edition, message.to.address.casefold())
        return message.state in _GONE and same == (
            self.purpose, self.version, self.content, edition, address.casefold(),
        )  # fmt: skip


def tell_repeats(repeated: Iterable[Message]) -> tuple[str, ...]:
    """Give a line for each message that somebody has already."""
    return tuple(
        f"{each.to.name} <{each.to.address}> has it already: message {each.number}, {each.state}"
        f" {(each.sent_at or each.queued_at):%Y-%m-%d %H:%M} UTC"
        for each in repeated
    )
