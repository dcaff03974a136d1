"""What a Word document says of where it comes from: the brief it was made of, and whether it can be compared by its own text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from briefmaker.reading.office_package import DOCUMENT_PART, Element, open_package
from briefmaker.reading.unpacking import PackageError
from briefmaker.review.form.places import FORM_PROPERTY
from briefmaker.writing.word.own_properties import EDITION_PROPERTY, MARKING_PROPERTY, SOURCE_PROPERTY
from briefmaker.writing.word.package import is_untouched
from briefmaker.writing.word.wordml import W

_CORE_PART = "docProps/core.xml"
_MODIFIED = "{http://purl.org/dc/terms/}modified"
_REVISIONS = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange"))


class NotOursError(Exception):
    """A file that briefmaker did not write as a Word document, or that cannot be opened: a sentence, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from: the SHA-256 of its brief, empty for an edition's, whose name is in ``edition`` then.

    ``is_untouched`` tells that nobody has edited it since; ``has_revisions`` that there are tracked changes in it.
    """

    fingerprint: str
    edition: str
    marking: str
    is_untouched: bool
    has_revisions: bool
    moment: datetime


def find_origin(content: bytes) -> Origin:
    """Give where a document comes from. Raises NotOursError."""
    try:
        package = open_package(content)
        document = package.trees[DOCUMENT_PART]
        moment = _read_moment(package.trees)
    except PackageError as refused:
        raise NotOursError(f"it {refused}", refused.hint) from refused
    except (KeyError, ValueError) as broken:
        raise NotOursError("it is damaged: a part of it is missing, or cannot be read", "build it anew") from broken
    own = package.custom_properties
    if not any(name.startswith("briefmaker-") for name in own):
        message = "briefmaker did not write it: it says nothing of the brief that it was made of"
        raise NotOursError(message, "`briefmaker import` makes a brief of one")
    if FORM_PROPERTY in own:
        hint = "`briefmaker import` makes a brief of it once it is filled in"
        raise NotOursError("it is a form that becomes a brief, and no version of one", hint)
    return Origin(
        own.get(SOURCE_PROPERTY, ""),
        own.get(EDITION_PROPERTY, ""),
        own.get(MARKING_PROPERTY, ""),
        is_untouched(content),
        next(document.iter(*_REVISIONS), None) is not None,
        moment,
    )


def _read_moment(trees: Mapping[str, Element]) -> datetime:
    modified = trees[_CORE_PART].findtext(_MODIFIED) if _CORE_PART in trees else None
    return datetime.fromisoformat(modified) if modified else datetime(1980, 1, 1, tzinfo=UTC)
