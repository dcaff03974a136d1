"""Writes a letter as a message of the Internet: a draft that opens in a mail program, or one to be sent."""

import datetime
import hashlib
import re
from base64 import encodebytes
from collections.abc import Mapping
from email.utils import format_datetime
from functools import lru_cache

from briefmaker.delivery.header_words import (
    clean_file_name,
    clean_line,
    name_parameters,
    write_ascii_address,
    write_mailbox,
    write_words,
)
from briefmaker.delivery.letter import Enclosure, Letter

_LINE = b"\r\n"
_FIELD_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_LAST_TAILS = 8
"""Letters of one send come in a few editions and languages; the enclosures of so many are kept as they were last written."""


def write_draft(letter: Letter) -> bytes:
    """Give a letter as the content of an ``.eml`` file that opens as a message not yet sent.

    It has no Message-ID and no Date, which the mail program sets when it is sent, and ``X-Unsent: 1``, by which Outlook knows
    a draft (Microsoft, IConverterSession::MIMEToMAPI). The same letter gives the same bytes. Raises BriefmakerError where an
    address cannot be written.
    """
    return b"".join(_write(letter, {"X-Unsent": "1"}))


def write_message(letter: Letter, message_id: str, date: datetime.datetime) -> tuple[bytes, ...]:
    """Give a letter as the pieces of a message, which joined are the whole: what is its own, then what it encloses.

    The last piece is the same, byte for byte, for all letters with the same enclosures. ``message_id`` stands in its brackets;
    ``date`` knows its zone. Raises BriefmakerError where an address cannot be written.
    """
    return _write(letter, {"Date": format_datetime(date), "Message-ID": clean_line(message_id)})


def _write(letter: Letter, first: Mapping[str, str]) -> tuple[bytes, ...]:
    texts, boundary = _write_texts(letter)
    kind = _multipart("alternative", boundary)
    if not letter.enclosures:
        return (_write_head(letter, first) + kind + texts,)
    around, tail = _write_enclosures(letter.enclosures)
    opening = _multipart("mixed", around) + b"--" + around.encode() + _LINE
    return _write_head(letter, first) + opening + kind + texts, tail


def _multipart(subtype: str, boundary: str) -> bytes:
    """Give the field that says what follows is in parts, and the empty line after a head."""
    return f'Content-Type: multipart/{subtype};\r\n boundary="{boundary}"\r\n\r\n'.encode()


def _write_head(letter: Letter, first: Mapping[str, str]) -> bytes:
    """Give the head of a message but for what it consists of."""
    fields = {
        **first,
        "From": write_mailbox("From", letter.sender),
        "To": write_mailbox("To", letter.to),
        "Reply-To": write_ascii_address(letter.reply_to) if letter.reply_to else "",
        "Subject": write_words("Subject", letter.subject),
        "In-Reply-To": clean_line(letter.in_reply_to),
        "References": clean_line(letter.in_reply_to),
        "Content-Language": clean_line(letter.language),
        "X-Marking": write_words("X-Marking", letter.marking),
        "MIME-Version": "1.0",
    }
    further = {_check_name(name, fields): write_words(name, value) for name, value in letter.headers.items()}
    lines = (f"{name}: {value}\r\n" for name, value in (fields | further).items() if value)
    return "".join(lines).encode("ascii")


def _check_name(name: str, taken: Mapping[str, str]) -> str:
    """Give the name of a further field. Raises ValueError for one that every message has, or that is none."""
    is_taken = name.lower() in (each.lower() for each in (*taken, "Message-ID", "Date", "To", "Cc", "Bcc", "Sender"))
    if is_taken or name.lower().startswith("content-") or not _FIELD_NAME.fullmatch(name):
        raise ValueError(f"`{name}` cannot be a further field of a message")
    return name


def _write_texts(letter: Letter) -> tuple[bytes, str]:
    """Give what a letter says, as plain text and as HTML, and the boundary between them."""
    parts = [_write_text("plain", letter.text), _write_text("html", letter.html)]
    boundary = _make_boundary("text", parts)
    return _join_parts(parts, boundary), boundary


def _write_text(subtype: str, text: str) -> bytes:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    head = f'Content-Type: text/{subtype}; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    return head.encode() + _write_base64(lines.encode())


@lru_cache(maxsize=_LAST_TAILS)
def _write_enclosures(enclosures: tuple[Enclosure, ...]) -> tuple[str, bytes]:
    """Give the boundary around enclosures, and all from the first boundary before one to the end of the message."""
    parts = [_write_enclosure(each) for each in enclosures]
    boundary = _make_boundary("mixed", parts)
    return boundary, _LINE + _join_parts(parts, boundary)


def _write_enclosure(enclosure: Enclosure) -> bytes:
    in_type, in_disposition = name_parameters(clean_file_name(enclosure.name))
    head = (
        f"Content-Type: {clean_line(enclosure.media_type)};\r\n{in_type}\r\n"
        f"Content-Disposition: attachment;\r\n{in_disposition}\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n"
    )
    return head.encode("ascii") + _write_base64(enclosure.content)


def _join_parts(parts: list[bytes], boundary: str) -> bytes:
    """Give parts with the boundary before each and the last one behind them."""
    line = b"--" + boundary.encode()
    return b"".join(line + _LINE + part + _LINE for part in parts) + line + b"--" + _LINE


def _make_boundary(name: str, parts: list[bytes]) -> str:
    """Give a boundary that is the same for the same parts; ``=_`` stands in no base64, so no part can hold it."""
    return f"=_{name}_{hashlib.sha256(b''.join(parts)).hexdigest()[:32]}"


def _write_base64(content: bytes) -> bytes:
    """Give content in lines of 76 letters, the last one closed as well."""
    return encodebytes(content).replace(b"\n", _LINE)
