"""What was mailed before under the keys of what is mailed now, read at once: the outbox is not open while briefs are made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefmaker.delivery.messages import Message
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.postings import Issued


@dataclass(frozen=True, slots=True)
class Past:
    """The messages that were queued under a key, the oldest first, and the versions that were issued."""

    messages: tuple[Message, ...] = ()
    issued: tuple[Issued, ...] = ()


def read_past(keys: Iterable[str], folder: Path) -> Mapping[str, Past]:
    """Give what the outbox of a folder of records holds under each key. Raises BriefmakerError where it cannot be read."""
    with Outbox(folder) as outbox:
        return {key: Past(outbox.messages(key=key), outbox.issued(key)) for key in dict.fromkeys(keys)}
