"""What is put into the outbox: one message for one reader, what it is about, and what was issued with it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefmaker.delivery.letter import Mailbox
from briefmaker.model.mail_purpose import Purpose


@dataclass(frozen=True, slots=True)
class About:
    """What a message is about, as its record keeps it for good.

    ``key`` names what is issued in versions: the reference, or for want of one the file. ``file`` is that of the brief or
    pack, seen from the workspace's folder. ``edition`` is empty for the whole brief, ``marking`` where nothing is marked.
    ``documents`` are the enclosures, each by its name with its SHA-256; ``content`` is the fingerprint of what a reader sees.
    """

    key: str
    file: str
    purpose: Purpose
    version: int
    subject: str
    title: str = ""
    edition: str = ""
    marking: str = ""
    content: str = ""
    reason: str = ""
    documents: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Posting:
    """One message to one reader: its bytes in pieces, which joined are the whole, and its Message-ID with its brackets.

    Messages to many readers share their enclosures; a piece that several have is kept once. ``sender`` is the address that
    the server is told it comes from, to which what cannot be delivered goes back.
    """

    to: Mailbox
    message_id: str
    pieces: tuple[bytes, ...]
    about: About
    sender: str


@dataclass(frozen=True, slots=True)
class Issued:
    """What the readers of an edition were given under a version: the date of the document, and its brief as JSON."""

    key: str
    version: int
    edition: str
    date: datetime.date
    content: str
