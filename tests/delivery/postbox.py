"""Postings for tests of the outbox, and how it is sent through a mail server of the tests."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.delivery.mail_server import Habits, MailServer

from briefmaker.delivery.letter import Mailbox
from briefmaker.delivery.messages import State
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.postings import About, Issued, Posting
from briefmaker.delivery.secret import Secrets
from briefmaker.delivery.sending import Sent, send_due
from briefmaker.delivery.server_access import Access
from briefmaker.model.mail_purpose import Purpose

NOW = datetime.datetime(2026, 3, 2, 9, 0, tzinfo=datetime.UTC)
SENDER = "planning@example.int"


def write_posting(number: int, about: About | None = None, *, size: int = 1000, to: str = "") -> Posting:
    """Give a message to reader ``number``; those of one size share their second piece, in which a line begins with a dot."""
    message_id = f"<{number}@example.int>"
    address = to or f"reader{number}@example.int"
    headers = (
        f"From: {SENDER}",
        f"To: {address}",
        f"Message-ID: {message_id}",
        "Date: Mon, 02 Mar 2026 09:00:00 +0000",
        "Subject: Grain",
        "",
        f"To reader {number}",
        "",
    )
    head = "\r\n".join(headers).encode()
    body = (b"x" * 70 + b"\r\n") * (size // 72) + b".a line that begins with a dot\r\n"
    return Posting(Mailbox(f"Reader {number}", address), message_id, (head, body), about or write_about(), SENDER)


def write_postings(count: int, *, size: int = 1000) -> list[Posting]:
    """Give messages to readers 1 and on, which share what they enclose."""
    about, first = write_about(), write_posting(0, size=size)
    made = [write_posting(number, about, size=0) for number in range(1, count + 1)]
    return [Posting(each.to, each.message_id, (each.pieces[0], first.pieces[1]), about, each.sender) for each in made]


def write_about(key: str = "PP/2026/7", version: int = 2, edition: str = "") -> About:
    """Give what messages are about: a version of the brief on grain."""
    documents = {"grain.pdf": "0f" * 32}
    return About(key, "briefs/grain.yaml", Purpose.ISSUE, version, "Grain talks", edition=edition, documents=documents)


def write_issued(version: int = 2, edition: str = "", content: str = "{}") -> Issued:
    """Give what was issued of the brief on grain."""
    return Issued("PP/2026/7", version, edition, NOW.date(), content)


@dataclass
class Clock:
    """A clock that stands still until somebody waits; ``waited`` says how long each time, in seconds."""

    now: datetime.datetime = NOW
    waited: list[float] = field(default_factory=list)

    def __call__(self) -> datetime.datetime:
        """Give the moment that it is."""
        return self.now

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.waited.append(seconds)
        self.now += datetime.timedelta(seconds=seconds)


@dataclass
class Post:
    """An outbox, a mail server, and a clock."""

    outbox: Outbox
    server: MailServer
    clock: Clock

    def send(self, *, patience: float = 0, **settings: Any) -> Sent:
        """Send what is due through the server."""
        return send_due(self.outbox, self.access(**settings), wait=self.clock.wait, patience=patience)

    def access(self, **settings: Any) -> Access:
        """Give how the server is reached."""
        secrets = Secrets(self.outbox.folder, {"MAIL_SECRET": self.server.secret})
        return Access(self.server.settings(**settings), secrets, self.server.authority)

    def states(self) -> list[State]:
        """Give the states of all messages, in the order in which they were queued."""
        return [message.state for message in self.outbox.messages()]

    def answers(self) -> list[str]:
        """Give what was said last of each message."""
        return [message.answer for message in self.outbox.messages()]


@contextmanager
def open_post(folder: Path, habits: Habits | None = None, *, count: int = 3, size: int = 1000) -> Iterator[Post]:
    """Give an outbox in which ``count`` messages wait, and a server with some habits."""
    clock = Clock()
    with MailServer(habits) as server, Outbox(folder / "records", clock) as outbox:
        outbox.queue(write_postings(count, size=size), now=clock())
        yield Post(outbox, server, clock)
