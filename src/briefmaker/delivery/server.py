"""A connection to the mail server that is opened once and used for one message after the other, and opened again when it is lost.

What is wrong for all messages is a BriefmakerError before any is handed over; what is wrong for one is an answer about that one.
"""

import contextlib
import smtplib
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from briefmaker.delivery.server_access import Access, open_connection
from briefmaker.delivery.transfer import LOST, Answer, Transfer


@dataclass(frozen=True, slots=True)
class Offer:
    """What a server takes: messages up to ``size`` bytes (None: it does not say), and addresses that are not ASCII."""

    size: int | None
    takes_utf8: bool


def ask_server(access: Access) -> Offer:
    """Go as far as one goes before a message, login included, and give what the server takes. Raises BriefmakerError."""
    with MailConnection(access) as connection:
        connection.make_ready()
        return connection.offer


class MailConnection:
    """A connection that is opened when it is first needed; a context manager, which says good-bye at the end."""

    def __init__(self, access: Access) -> None:
        self.access = access
        self.opened = 0
        """How often it was opened."""
        self._smtp: smtplib.SMTP | None = None
        self._transfer: Transfer | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._smtp is not None and kind is None:
            with contextlib.suppress(*LOST):
                self._smtp.quit()
        self.drop()

    @property
    def offer(self) -> Offer:
        """Give what the server takes; the connection is open."""
        features = self._opened().esmtp_features
        size = features.get("size", "")
        largest = int(size) if size.isascii() and size.isdecimal() else 0
        # RFC 1870: none and 0 both say that there is no fixed limit.
        return Offer(largest or None, "smtputf8" in features)

    @property
    def is_handed_over(self) -> bool:
        """Tell whether the end of the message at hand has gone to the server, so that it may have it."""
        return self._transfer is not None and self._transfer.is_handed_over

    def make_ready(self) -> None:
        """Make sure that a message can be handed over; raises BriefmakerError where there is no connection to be had."""
        if self._smtp is not None and self._transfer is not None and not self._reset(self._smtp):
            self.drop()
        self._transfer = None
        if self._smtp is None:
            self._smtp = open_connection(self.access)
            self.opened += 1

    def hand_over(self, sender: str, to: str, content: bytes) -> Answer:
        """Hand over one message and give what came of it. Raises BriefmakerError when the server takes nobody's."""
        self._transfer = Transfer(self._opened(), self.offer.size)
        answer = self._transfer.hand_over(sender, to, content)
        if answer.is_hung_up:
            self.drop()
        return answer

    def drop(self) -> None:
        """Close the connection without a word."""
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None

    def _reset(self, smtp: smtplib.SMTP) -> bool:
        """Have the server forget what it was told of the last message; False where the connection is gone meanwhile."""
        try:
            return smtp.rset()[0] == 250  # noqa: PLR2004 - yes, and nothing else (RFC 5321, 4.3.2)
        except LOST:
            return False

    def _opened(self) -> smtplib.SMTP:
        assert self._smtp is not None  # noqa: S101 - made ready before
        return self._smtp
