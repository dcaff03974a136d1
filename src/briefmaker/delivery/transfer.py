"""Hands one message to a mail server, and knows at every moment whether the server can have it.

Until the end of the message, a line with one dot, has been handed over, the server must not deliver it (RFC 5321, 4.1.1.4),
and it is safe to try again; once that has been handed over and no answer was heard, nobody knows.
"""

import math
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from briefmaker.delivery.envelope import write_envelope_address
from briefmaker.diagnostics import BriefmakerError

LOST = (OSError, smtplib.SMTPServerDisconnected, smtplib.SMTPResponseException)
"""What smtplib raises when a connection breaks, or what comes is no answer; ssl's errors are OSErrors."""
_ANSWER_SECONDS = 600
"""So long may a server take to say that it has a message: less makes doubles (RFC 5321, 4.5.3.2.6)."""
_BLOCK = 65_536
_LONGEST_TOLD = 300
_RECIPIENT = "the recipient"
_HANGING_UP = 421
_LOGIN_NEEDED = (530, 538)


class Outcome(StrEnum):
    """What came of handing over a message."""

    TAKEN = "taken"
    """The server has it."""
    LATER = "later"
    """The server refused it for the moment."""
    REFUSED = "refused"
    """The server refused it for good, or cannot take it."""
    LOST = "lost"
    """The connection was lost while the server could not yet have it."""
    UNKNOWN = "unknown"
    """The connection was lost when the server could have it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of handing over a message, in words too.

    ``is_hung_up`` when the connection serves no more, ``is_of_recipient`` when it is this reader whom the server refused, and
    others may fare better.
    """

    outcome: Outcome
    said: str
    is_hung_up: bool = False
    is_of_recipient: bool = False


class Transfer:
    """Hands one message over on an open connection."""

    def __init__(self, smtp: smtplib.SMTP, largest: int | None) -> None:
        self.is_handed_over = False
        self._smtp = smtp
        self._largest = largest

    def hand_over(self, sender: str, to: str, content: bytes) -> Answer:
        """Hand over a message and give what came of it. Raises BriefmakerError when nobody may send without logging in."""
        content = content if content.endswith(b"\r\n") else content + b"\r\n"
        if self._largest is not None and len(content) > self._largest:
            size, largest = _write_size(len(content), math.ceil), _write_size(self._largest, math.floor)
            said = f"it has {size}, and the server takes {largest} at most"
            return Answer(Outcome.REFUSED, f"{said}; enclose less, and mail it anew")
        try:
            refusal = self._announce(sender, to, content)
            if refusal is not None:
                return refusal
            # A line that begins with a dot gets another, so that it does not end the message (RFC 5321, 4.5.2).
            stuffed = content.replace(b"\r\n.", b"\r\n..")
            self._send(b"." + stuffed if stuffed.startswith(b".") else stuffed)
        except LOST as lost:
            return Answer(Outcome.LOST, f"{_describe_loss(lost)} before the message was handed over", is_hung_up=True)
        return self._finish()

    def _announce(self, sender: str, to: str, content: bytes) -> Answer | None:
        """Say who writes to whom, and that the message comes; gives the refusal where there is one."""
        has_utf8 = self._smtp.has_extn("smtputf8")
        written = [write_envelope_address(address, takes_utf8=has_utf8) for address in (sender, to)]
        if None in written:
            return Answer(Outcome.REFUSED, "the server takes no address that has more than ASCII before its @")
        needs_utf8 = not all(address.isascii() for address in written if address)
        self._smtp.command_encoding = "utf-8" if needs_utf8 else "ascii"
        options = self._write_options(content, needs_utf8=needs_utf8)
        for command, arguments, who in (
            ("MAIL", f"FROM:<{written[0]}>{options}", "the sender"),
            ("RCPT", f"TO:<{written[1]}>", _RECIPIENT),
            ("DATA", "", "the message"),
        ):
            code, said = self._smtp.docmd(command, arguments)
            if code in _LOGIN_NEEDED:
                raise BriefmakerError(
                    f"the mail server lets nobody send who has not logged in: {describe_reply(code, said)}",
                    "give mail.server a `user` and where its password is; what was not sent waits in the outbox",
                    4,
                )
            # 354: go on with the message. Whoever says anything else takes what follows for commands.
            if code != 354 if command == "DATA" else not 200 <= code < 300:  # noqa: PLR2004
                return _refuse(who, code, said)
        return None

    def _write_options(self, content: bytes, *, needs_utf8: bool) -> str:
        options = [f"SIZE={len(content)}"] if self._smtp.has_extn("size") else []
        options += ["SMTPUTF8"] if needs_utf8 else []
        options += ["BODY=8BITMIME"] if not content.isascii() and self._smtp.has_extn("8bitmime") else []
        return "".join(f" {option}" for option in options)

    def _finish(self) -> Answer:
        """Hand over the end of the message, and hear what the server says of it."""
        try:
            assert self._smtp.sock is not None  # noqa: S101 - it was written to just now
            self._smtp.sock.settimeout(max(self._smtp.timeout, _ANSWER_SECONDS))
            self.is_handed_over = True
            self._send(b".\r\n")
            code, said = self._smtp.getreply()
            # Gone where the server hung up with its answer.
            if self._smtp.sock is not None:
                self._smtp.sock.settimeout(self._smtp.timeout)
        except LOST as lost:
            told = f"{_describe_loss(lost)} after the message was handed over, before the server said whether it has it"
            return Answer(Outcome.UNKNOWN, told, is_hung_up=True)
        if 200 <= code < 300:  # noqa: PLR2004 - answers of 200 and more say yes (RFC 5321, 4.2.1)
            return Answer(Outcome.TAKEN, describe_reply(code, said))
        if 400 <= code < 600:  # noqa: PLR2004 - those of 400 and more say no
            return _refuse("the message", code, said)
        return Answer(
            Outcome.UNKNOWN, f"the server answered what is no answer: {describe_reply(code, said)}", is_hung_up=True
        )

    def _send(self, content: bytes) -> None:
        if self._smtp.sock is None:
            raise smtplib.SMTPServerDisconnected("not connected")
        # The time to wait is that for each block, however long the whole takes on a slow line.
        for start in range(0, len(content), _BLOCK):
            self._smtp.sock.sendall(memoryview(content)[start : start + _BLOCK])


def _refuse(who: str, code: int, said: bytes) -> Answer:
    told = f"{who} was refused: {describe_reply(code, said)}"
    if 500 <= code < 600:  # noqa: PLR2004 - answers of 500 and more are for good (RFC 5321, 4.2.1)
        return Answer(Outcome.REFUSED, told, is_of_recipient=who is _RECIPIENT)
    if 400 <= code < 500:  # noqa: PLR2004 - and those of 400 and more for the moment
        return Answer(Outcome.LATER, told, code == _HANGING_UP, is_of_recipient=who is _RECIPIENT)
    return Answer(Outcome.LOST, f"the server answered what is no answer: {describe_reply(code, said)}", is_hung_up=True)


def describe_reply(code: int, said: bytes | str) -> str:
    """Give what a server answered in one line."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    line = " ".join(f"{code if code > 0 else ''} {text}".split())
    return line if len(line) <= _LONGEST_TOLD else f"{line[:_LONGEST_TOLD]}…"


def _write_size(size: int, round_off: Callable[[float], int]) -> str:
    """Give a size in MB; rounded up for a message and off for a limit, so that what is over it looks so."""
    return f"{round_off(size / 10_000) / 100:.2f} MB"


def has_timed_out(lost: Exception) -> bool:
    """Tell whether a connection was lost since no answer came; smtplib calls that a connection that was closed."""
    return isinstance(lost, TimeoutError) or isinstance(lost.__context__, TimeoutError)


def _describe_loss(lost: Exception) -> str:
    if has_timed_out(lost):
        return "the server did not answer"
    return "the encryption broke" if isinstance(lost, ssl.SSLError) else "the connection was lost"
