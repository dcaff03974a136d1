"""What somebody was sent before: it is not sent again unless that is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.delivery.messages import Message, State
from briefmaker.delivery.postings import Purpose


@dataclass(frozen=True, slots=True)
class Before:
    """What was put into the outbox under a key, for one purpose and with one content."""

    purpose: Purpose
    version: int
    content: str
    messages: tuple[Message, ...]

    def find(self, address: str, edition: str) -> Message | None:
        """Give the last message with the same that somebody has; None where there is none, or it was dropped."""
        had = [each for each in self._iterate_same(address, edition) if each.state is not State.DROPPED]
        return had[-1] if had else None

    def count(self, address: str, edition: str) -> int:
        """Give how often the same was put into the outbox for somebody, dropped or not."""
        return sum(1 for _ in self._iterate_same(address, edition))

    def _iterate_same(self, address: str, edition: str) -> Iterator[Message]:
        wanted = (self.purpose, self.version, self.content, edition, address.casefold())
        for each in self.messages:
            about = each.about
            if (about.purpose, about.version, about.content, about.edition, each.to.address.casefold()) == wanted:
                yield each
