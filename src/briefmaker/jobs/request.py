"""What is asked for when documents are made of a brief, in one place for every job that makes some."""

from dataclasses import dataclass

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.model.settings import Paper

ARCHIVE = "archive"
"""What the name of an archived PDF says before its ending."""


@dataclass(frozen=True, slots=True)
class Request:
    """The formats that are wanted, and the sheet they are printed on; with ``is_archive`` the PDF is one for the archive.

    Raises BriefmakerError for wishes that exclude one another.
    """

    formats: tuple[DocumentFormat, ...]
    paper: Paper
    is_archive: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be wished for together; an edition has to be asked about here too."""
        if self.is_archive:
            refuse_unarchivable(self.formats)

    def makes_archive(self, document_format: DocumentFormat) -> bool:
        """Tell whether the document of this format is one for the archive, which is mailed to nobody."""
        return self.is_archive and document_format is DocumentFormat.PDF

    def name_file(self, name: str, document_format: DocumentFormat) -> str:
        """Give the name of a document's file; that of an archived PDF says so, lest somebody passes it on."""
        if self.makes_archive(document_format):
            return f"{name}.{ARCHIVE}.{document_format}"
        return f"{name}.{document_format}"


def refuse_unarchivable(formats: tuple[DocumentFormat, ...], edition: str | None = None) -> None:
    """Raise BriefmakerError when documents of these formats, or of an edition that withholds something, cannot be archived."""
    if edition is not None:
        raise BriefmakerError(
            f"an archived PDF carries the whole brief, and the edition `{edition}` withholds some of it",
            "leave out --archive, or --edition",
        )
    if DocumentFormat.PDF not in formats:
        raise BriefmakerError("only a PDF can be made for the archive", "add pdf to --format, or leave out --archive")


def read_paper(paper: str | None, desk: Desk) -> Paper:
    """Give the sheet of that name, or that of the settings. Raises BriefmakerError for a name that is none."""
    if paper is None:
        return desk.settings.paper
    try:
        return Paper(paper.lower())
    except ValueError:
        raise BriefmakerError(f"there is no paper `{paper}`", f"known are {', '.join(Paper)}") from None
