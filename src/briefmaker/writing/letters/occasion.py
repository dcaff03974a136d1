"""Why a letter is written, and to whom; what goes with it; and what comes out."""

import datetime
from dataclasses import dataclass

ISSUE, DRAFT, CLEARANCE, CORRECTION = "issue", "draft", "clearance", "correction"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why a letter is written: ``issue``, ``draft``, ``clearance`` or ``correction``; and what is said for that reason.

    ``language`` is that of the reader, empty for the document's own; ``to_name`` and ``sender_name`` are theirs,
    ``organisation`` is ours. ``marking`` is the highest of what is enclosed, with its caveats. Of a clearance, ``asked`` is what
    is asked, empty for the usual sentence, ``unit`` of which unit, ``asked_by`` by when. Of a correction, ``replaced`` are the
    number and the date of the version that is replaced, ``reason`` why, and ``changes`` the sentences that say what is another,
    in the document's language. ``is_automatic`` where a schedule sends it and no person.
    """

    purpose: str = ISSUE
    language: str = ""
    to_name: str = ""
    sender_name: str = ""
    organisation: str = ""
    marking: str = ""
    asked: str = ""
    unit: str = ""
    asked_by: datetime.date | None = None
    replaced: tuple[int, datetime.date] | None = None
    reason: str = ""
    changes: tuple[str, ...] = ()
    is_automatic: bool = False


@dataclass(frozen=True, slots=True)
class EnclosedDocument:
    """A document that goes with a letter: the name of its file, its format such as ``pdf``, its pages where it has any."""

    name: str
    format: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """The subject of a letter, and what it says as plain text and as HTML."""

    subject: str
    text: str
    html: str
