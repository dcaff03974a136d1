"""What an address on the web answered when it was asked: plain data, for whoever judges sources by it."""

from dataclasses import dataclass
from enum import StrEnum


class Life(StrEnum):
    """What an answer says of what was cited at an address."""

    ALIVE = "alive"
    MOVED = "moved"
    DEAD = "dead"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of one address: ``said`` is what came back, in a few words (``404 Not Found``).

    ``moved_to`` is the address that a lasting redirect named. Unclear is an answer that does not tell: the page may stand
    there for others, or again tomorrow.
    """

    address: str
    life: Life
    said: str = ""
    moved_to: str | None = None
