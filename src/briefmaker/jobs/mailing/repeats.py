"""What somebody was sent before: it is not sent again unless that is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.delivery.messages import Message, State
from briefmaker.model.mail_purpose import Purpose


@dataclass(frozen=True, slots=True)
class Same:
    """What makes one message a repeat of another: reader, edition, and the fingerprint of what the edition's readers see."""

    address: str
    edition: str
    content: str


@dataclass(frozen=True, slots=True)
class Before:
    """What was put into the outbox under a key before a version is mailed for one purpose."""

    purpose: Purpose
    version: int
    messages: tuple[Message, ...]

    def find(self, same: Same) -> Message | None:
        """Give the last message with the same that somebody has; None where there is none, or it was dropped."""
        had = [each for each in self._iterate(same) if each.state is not State.DROPPED]
        return had[-1] if had else None

    def count(self, same: Same) -> int:
        """Give how often the same was put into the outbox for somebody, dropped or not."""
        return sum(1 for _ in self._iterate(same))

    def _iterate(self, same: Same) -> Iterator[Message]:
        for each in self.messages:
            about = each.about
            is_alike = about.purpose == self.purpose or (each.is_issue and self.purpose.is_issue)
            if (
                is_alike
                and about.version == self.version
                and Same(each.to.address.casefold(), about.edition, about.content) == same
            ):
                yield each
