"""The kinds of document that a brief can become."""

from collections.abc import Iterable
from enum import StrEnum

from briefmaker.diagnostics import BriefmakerError


class DocumentFormat(StrEnum):
    """A kind of document; the value is the ending of its file."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"


USUAL_FORMATS = (DocumentFormat.PDF, DocumentFormat.DOCX)


def read_formats(names: Iterable[str]) -> tuple[DocumentFormat, ...]:
    """Give the formats of these names, each once. Raises BriefmakerError for a name that is none, or for no name at all."""
    formats = tuple(dict.fromkeys(_read_format(name.strip().lower()) for name in names))
    if not formats:
        raise BriefmakerError("no format was given", f"known are {', '.join(DocumentFormat)}")
    return formats


def _read_format(name: str) -> DocumentFormat:
    try:
        return DocumentFormat(name)
    except ValueError:
        raise BriefmakerError(f"there is no format `{name}`", f"known are {', '.join(DocumentFormat)}") from None
