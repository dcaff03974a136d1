"""What is asked for when documents are made of a brief, in one place for every job that makes some."""

from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import USUAL_FORMATS, DocumentFormat
from briefmaker.model.editions import ALL_EDITIONS, ARCHIVE
from briefmaker.model.replaced import Replaced
from briefmaker.model.settings import Paper
from briefmaker.reading.suggest import did_you_mean, list_words


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a user asks of ``build``, as it was said: names that are not looked up yet; ``output`` None is the workspace's."""

    formats: tuple[str, ...] = USUAL_FORMATS
    output: str | Path | None = None
    paper: str | None = None
    edition: str | None = None
    force: bool = False
    archive: bool = False
    check: bool = True
    jobs: int | None = None
    deadline: float | None = None
    memory: int | None = None
    dask: str | None = None


@dataclass(frozen=True, slots=True)
class WantedEdition:
    """An edition that is asked for; ``is_one_of_all`` where all are, and a brief need not have something for each."""

    name: str
    is_one_of_all: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """The formats that are wanted, the sheet they are printed on, and the edition, None for the whole brief.

    With ``is_archive`` the PDF is one for the archive, which carries the whole brief's file. Without ``is_checked`` the rules
    of ``check`` are not asked, and what is made is a draft that says so. ``replaces`` is the version that what is made replaces,
    which every page then says.

    Raises BriefmakerError for wishes that exclude one another.
    """

    formats: tuple[DocumentFormat, ...]
    paper: Paper
    edition: WantedEdition | None = None
    is_archive: bool = False
    is_checked: bool = True
    replaces: Replaced | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be wished for together."""
        if self.is_archive:
            refuse_unarchivable(self.formats, self.edition.name if self.edition else None)

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


def read_editions(edition: str | None, desk: Desk) -> tuple[WantedEdition | None, ...]:
    """Give the edition of that name, each of them for ``all``, or None, the whole brief, where none is asked for.

    Raises BriefmakerError for an edition that the workspace does not define.
    """
    if edition is None:
        return (None,)
    defined = desk.settings.editions
    if edition == ALL_EDITIONS and defined:
        return tuple(WantedEdition(name, is_one_of_all=True) for name in defined)
    if edition in defined:
        return (WantedEdition(edition),)
    if not defined:
        raise BriefmakerError("no editions are defined here", "define them under `editions:` in briefmaker.yaml")
    hint = did_you_mean(edition, (*defined, ALL_EDITIONS), f"briefmaker.yaml defines {list_words(defined)}")
    raise BriefmakerError(f"there is no edition `{edition}`", hint)


def read_edition(edition: str | None, desk: Desk) -> WantedEdition | None:
    """Give one edition, or None where none is asked for. Raises as ``read_editions`` does, and for ``all``."""
    if edition == ALL_EDITIONS:
        raise BriefmakerError("one document is of one edition", f"choose {list_words(desk.settings.editions)}")
    return read_editions(edition, desk)[0]
