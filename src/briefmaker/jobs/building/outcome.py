"""What became of a brief that was to be built, and what was written of it."""

from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import Diagnostic, has_errors
from briefmaker.jobs.formats import DocumentFormat


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A document that was written; ``pages`` is None where the format has none of its own.

    One that ``is_archive`` carries the whole brief's file and is mailed to nobody. ``sha256`` and ``size``, in bytes, are those
    of the file.
    """

    path: Path
    format: DocumentFormat
    pages: int | None
    is_archive: bool = False
    sha256: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one brief, or of one edition of it: its documents, none when it was not built, and all that was found.

    ``fingerprint`` is the SHA-256 of the brief's file, ``marking`` that of the documents, ``seconds`` what making and writing
    took; ``trace`` is what a report of a bug needs, where making it met one. ``row`` is what the documents of a brief made of a
    row are called. One that ``is_unchanged`` was built before, of the same, and its documents are still there.
    """

    brief: Path
    documents: tuple[WrittenDocument, ...]
    diagnostics: tuple[Diagnostic, ...]
    edition: str | None = None
    fingerprint: str = ""
    marking: str = ""
    seconds: float = 0.0
    trace: str = ""
    row: str = ""
    is_unchanged: bool = False

    @property
    def is_failed(self) -> bool:
        """Tell whether documents were to be written and could not be; a brief may have nothing for one of all editions."""
        return not self.documents and has_errors(self.diagnostics)

    @property
    def is_built(self) -> bool:
        """Tell whether the documents were written."""
        return bool(self.documents)
