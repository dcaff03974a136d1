"""A letter: what one message to one reader says and encloses, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address, and the name of whose it is."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A document that is attached: the name of its file, its bytes, and its media type, such as ``application/pdf``."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One message before it is written: who, to whom, what about, what it says as text and as HTML, and what is enclosed.

    ``marking`` is the highest of what is enclosed, with its caveats, empty where there is none; it stands in ``subject`` and in
    both texts already. ``in_reply_to`` is the Message-ID that it answers, with its brackets, empty where it answers none.
    ``headers`` are further ones, by name.
    """

    sender: Mailbox
    to: Mailbox
    subject: str
    text: str
    html: str
    language: str
    marking: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    reply_to: str = ""
    in_reply_to: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
