"""Why a letter is written, and to whom; what goes with it; and what comes out."""

import datetime
from dataclasses import dataclass

from briefmaker.model.mail_purpose import Purpose
from briefmaker.model.replaced import Replaced
from briefmaker.view.change_sentences import ChangeLine


@dataclass(frozen=True, slots=True)
class AskedClearance:
    """A clearance that a reader is asked for: of which unit, by when, and whether it was given before the text was changed."""

    unit: str
    by: datetime.date | None = None
    is_void: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why a letter is written: ``issue``, ``draft``, ``clearance`` or ``correction``; and what is said for that reason.

    ``language`` is that of the reader, empty for the document's own; ``to_name`` and ``sender_name`` are theirs,
    ``organisation`` is ours. ``marking`` is the highest of what is enclosed, with its caveats. Of a clearance, ``asked`` is what
    is asked, empty for the usual sentence, and ``clearances`` of which units and by when. Of a correction, ``replaced`` is the
    version that this reader has, ``reason`` why it is corrected, and ``changes`` what is another, in the document's language.
    ``is_automatic`` where a schedule sends it and no person.
    """

    purpose: Purpose = Purpose.ISSUE
    language: str = ""
    to_name: str = ""
    sender_name: str = ""
    organisation: str = ""
    marking: str = ""
    asked: str = ""
    clearances: tuple[AskedClearance, ...] = ()
    replaced: Replaced | None = None
    reason: str = ""
    changes: tuple[ChangeLine, ...] = ()
    is_automatic: bool = False

    @property
    def asked_by(self) -> datetime.date | None:
        """Give the first day by which something is asked."""
        return min((each.by for each in self.clearances if each.by), default=None)


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
