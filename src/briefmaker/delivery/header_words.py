"""What may stand in the head of a message: one line without hidden signs, addresses in ASCII, words that every reader decodes."""

import re
from email.header import Header
from email.utils import formataddr
from urllib.parse import quote

from briefmaker.delivery.letter import Mailbox
from briefmaker.diagnostics import BriefmakerError

_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
"""Control characters, all that may end a line, and halves of characters."""
_HIDDEN = re.compile(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]")
"""Signs that show nothing and turn the direction of what follows, or hide in a word."""
_NOT_IN_FILE_NAMES = re.compile(r'[/\\:*?"<>|]')
_LINE_LENGTH = 76
_PARAMETER_LENGTH = 60
"""Most letters of a parameter on one line, so that none is over 78 with its name."""
_SENDABLE_LENGTH = 78


def clean_line(text: str) -> str:
    """Give a text as one line for the head of a message: what would break the line is a blank, what hides is left out."""
    return _HIDDEN.sub("", _BREAKS.sub(" ", text)).strip()


def clean_file_name(name: str) -> str:
    """Give the name of a file as every system can keep it, and as it shows itself: nothing in it hides or turns it around."""
    return _NOT_IN_FILE_NAMES.sub("_", clean_line(name)).strip(". ") or "document"


def write_words(name: str, text: str) -> str:
    """Give what the field ``name`` says, in lines of 76 letters: plain ASCII as it is, all else in encoded words (RFC 2047).

    The words are encoded as one: where the email package joins encoded and plain ones, blanks between them may be lost.
    """
    cleaned = clean_line(text)
    if cleaned.isascii() and "=?" not in cleaned:
        plain = Header(cleaned, "us-ascii", _LINE_LENGTH, name, " ").encode(linesep="\r\n")
        if all(len(line) <= _SENDABLE_LENGTH for line in f"{name}: {plain}".split("\r\n")):
            return plain
    return Header(cleaned, "utf-8", _LINE_LENGTH, name, " ").encode(linesep="\r\n")


def write_mailbox(name: str, mailbox: Mailbox) -> str:
    """Give whose address the field ``name`` holds, and the address. Raises BriefmakerError as ``write_ascii_address`` does."""
    owner, address = clean_line(mailbox.name), write_ascii_address(mailbox.address)
    if owner.isascii() and "=?" not in owner and len(owner) <= _PARAMETER_LENGTH:
        written = formataddr((owner, address))
        return written if len(f"{name}: {written}") <= _SENDABLE_LENGTH else written.replace(" <", "\r\n <")
    encoded = Header(owner, "utf-8", _LINE_LENGTH, name).encode(linesep="\r\n")
    return f"{encoded}\r\n <{address}>"


def write_ascii_address(address: str) -> str:
    """Give an address as every server takes it, its domain in the form for that (IDNA).

    Raises BriefmakerError for what is no address, and where letters beyond ASCII stand before the @: few servers know them
    (RFC 6531).
    """
    # Imported here, since it takes its time.
    from email_validator import EmailNotValidError, validate_email

    try:
        written = validate_email(address, check_deliverability=False, globally_deliverable=False).ascii_email
    except EmailNotValidError as wrong:
        raise BriefmakerError(f"{address!r} is no e-mail address") from wrong
    if written is None:
        hint = "give an address that has only unaccented letters, digits and signs before the @"
        raise BriefmakerError(f"no message can be written to {address}, as few servers take such an address", hint)
    return written


def name_parameters(name: str) -> tuple[str, str]:
    """Give a file's name as ``Content-Type`` and as ``Content-Disposition`` bear it, each as lines that begin with a blank.

    ``filename`` is written by RFC 2231, which today's readers know. Older ones of Outlook and some on the web know no more than
    RFC 2047 in ``name``, where no standard wants it, but everybody reads it; so Thunderbird writes it too.
    """
    if name.isascii():
        return f' name="{name}"', f' filename="{name}"'
    encoded = Header(name, "utf-8", _PARAMETER_LENGTH).encode(linesep="\r\n")
    return f' name="{encoded}"', _extend_parameter(name)


def _extend_parameter(name: str) -> str:
    """Give a name beyond ASCII as ``filename*=utf-8''...``, in numbered pieces where it is long; no letter is parted."""
    pieces = [""]
    for letter in name:
        written = quote(letter, safe="")
        if len(pieces[-1]) + len(written) > _PARAMETER_LENGTH:
            pieces.append("")
        pieces[-1] += written
    if len(pieces) == 1:
        return f" filename*=utf-8''{pieces[0]}"
    begins = ["utf-8''", *[""] * (len(pieces) - 1)]
    return ";\r\n".join(
        f" filename*{number}*={begin}{piece}" for number, (begin, piece) in enumerate(zip(begins, pieces, strict=True))
    )
