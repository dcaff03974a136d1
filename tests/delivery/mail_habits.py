"""How a mail server of the tests may behave, and what it received."""

from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import StrEnum

HOST = "localhost"


class Phase(StrEnum):
    """Where a server may hang up."""

    CONNECT = "connect"
    EHLO = "ehlo"
    STARTTLS = "starttls"
    AUTH = "auth"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA = "data"
    BODY = "body"
    """In the midst of the message; it has to be larger than what the system keeps for a connection."""
    TAKEN = "taken"
    """After the whole message, which the server keeps, before its answer."""
    NOT_TAKEN = "not taken"
    """After the whole message, which the server throws away, before its answer."""
    RSET = "rset"
    QUIT = "quit"


@dataclass
class Habits:
    """How a server behaves; all may be changed while it runs, save how it is secured and who may log in."""

    security: str = "starttls"
    """``starttls``, ``tls``, or ``none``: it offers no encryption."""
    name: str = HOST
    """The name in its certificate."""
    login: str = ""
    """``password`` or ``xoauth2``: nobody sends without; empty: nobody need log in."""
    size: int | None = None
    takes_utf8: bool = False
    refuse: dict[str, str] = field(default_factory=dict)
    """What it answers for a recipient, instead of yes."""
    refuse_messages: str = ""
    """What it answers to every message, once it has taken ``takes`` of them."""
    takes: int = 0
    refuse_senders: str = ""
    slow_to_answer: float = 0
    """Seconds that it takes to say that it has a message."""
    slow_to_read: float = 0
    """Seconds that it rests after each piece of a message that it reads."""
    answer_to_data: str = ""
    """What it answers when a message is announced, instead of asking for it."""
    greylist: int = 0
    """How often it puts off each recipient."""
    cut: Phase | tuple[Phase, ...] = ()
    cuts: int = 1_000_000
    """How often it hangs up at ``cut``; then it behaves."""
    skip: int = 0
    """How often it passes ``cut`` before it begins to hang up."""


@dataclass(frozen=True)
class Received:
    """A message as the server got it, and on which of its connections, counted from 1."""

    sender: str
    to: tuple[str, ...]
    content: bytes
    options: tuple[str, ...]
    connection: int

    @property
    def message(self) -> EmailMessage:
        """Give the message, parsed."""
        parsed = message_from_bytes(self.content, policy=policy.SMTP)
        assert isinstance(parsed, EmailMessage)
        return parsed

    @property
    def message_id(self) -> str:
        """Give its Message-ID, with its brackets."""
        return str(self.message["Message-ID"])
