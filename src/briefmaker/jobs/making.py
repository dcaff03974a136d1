"""What becomes of one brief, in any process: it is read, checked and made into documents, and nothing is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Places
from briefmaker.jobs.desk import Desk, open_desk, shown_path
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.read import read_at_desk, read_content
from briefmaker.jobs.request import Request, WantedEdition
from briefmaker.model import Brief, Status
from briefmaker.reading import Reading
from briefmaker.workspace.output import read_if_there
from briefmaker.workspace.slug import safe_slug
from briefmaker.workspace.workspace import Workspace

NO_ROW = 0
"""The number of no row: of a definition that makes nothing, as something is wrong with it."""


@dataclass(frozen=True, slots=True)
class Order:
    """One brief to make, as plain data that any process can take: where it is, what is asked for, what stands in the way.

    ``content`` are the bytes of a brief that is no file of its own, or None for the file's. Where the file is written for many
    briefs, ``row`` is the number of the one that is meant, and ``slug`` what its documents are called.
    """

    brief: Path
    workspace: Workspace
    folder: Path
    request: Request
    is_forced: bool = False
    obstacles: tuple[Diagnostic, ...] = ()
    content: bytes | None = None
    row: int | None = None
    slug: str = ""

    @property
    def stem(self) -> str:
        """Give what its documents are called before anything is added."""
        return self.slug or self.brief.stem

    @property
    def edition(self) -> str | None:
        """Give the name of the edition that is asked for, None for the whole brief."""
        return self.request.edition.name if self.request.edition else None

    def target(self, name: str, document_format: DocumentFormat) -> Path:
        """Give the path of the document of this format; ``name`` is that of the brief's documents."""
        return self.folder / self.request.name_file(name, document_format)


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """One document's bytes, and how many pages it has where its format has any."""

    format: DocumentFormat
    content: bytes
    pages: int | None


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a brief: its documents and their name, none when anything was wrong, and all that was found.

    ``fingerprint`` is the SHA-256 of the brief's file, ``marking`` what the documents are marked, ``seen`` the files that were
    asked for, with the SHA-256 of each.
    """

    name: str
    documents: tuple[MadeDocument, ...]
    diagnostics: tuple[Diagnostic, ...]
    fingerprint: str = ""
    marking: str = ""
    seen: Mapping[str, str] = field(default_factory=dict)


def make(order: Order) -> Made | BriefmakerError:
    """Read, check and render one brief; what is wrong with it is in what comes back, and nothing is written.

    A failure that no brief is to blame for, such as a library that is missing, is given back, not raised, as it may have to go
    from one process to another.
    """
    try:
        return _make(order, open_desk_once(order.workspace))
    except BriefmakerError as failure:
        return failure


@lru_cache(maxsize=8)
def open_desk_once(workspace: Workspace) -> Desk:
    """Open a workspace, or give it as it was opened before; ``open_desk_once.cache_clear`` forgets them all."""
    return open_desk(workspace)


def _make(order: Order, desk: Desk) -> Made:
    reading = read_order(order, desk)
    name = name_documents(order.stem, reading.brief, order.request.edition)
    obstacles = order.obstacles or (tuple(find_edited(order, name)) if reading.brief else ())
    if obstacles:
        found = (*_lead_back(order, reading.diagnostics), *obstacles)
        return Made(name, (), found, reading.fingerprint, seen=reading.seen)
    # Imported here, since it brings in every rule: who is refused before waits for none.
    from briefmaker.jobs.render_checked import render_checked

    rendering = render_checked(reading, desk, order.request)
    documents = tuple(MadeDocument(each.format, each.content, each.pages) for each in rendering.documents)
    found = _lead_back(order, rendering.diagnostics)
    return Made(name, documents, found, reading.fingerprint, rendering.marking, reading.seen)


def _lead_back(order: Order, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    if not order.row:
        return found
    # Imported here, since it is built upon this module, and few briefs are made of rows.
    from briefmaker.jobs.rows import lead_back

    return lead_back(order, found)


def read_order(order: Order, desk: Desk) -> Reading:
    """Read the brief of an order; one that is not to be checked is read as a draft."""
    reading = _read(order, desk)
    if order.request.is_checked:
        return reading
    from briefmaker.jobs.render import read_as_draft

    return read_as_draft(reading)


def _read(order: Order, desk: Desk) -> Reading:
    if order.row == NO_ROW:
        return Reading(None, {}, Places(shown_path(order.brief)), (), "")
    if order.content is not None:
        return read_content(order.content, order.brief, desk)
    if order.row is not None:
        from briefmaker.jobs.rows import read_row

        return read_row(order, desk)
    return read_at_desk(order.brief, desk)


def name_documents(stem: str, brief: Brief | None, edition: WantedEdition | None) -> str:
    """Give the documents' name: until the brief is final it says so, since a file is passed on without its letter."""
    stem = safe_slug(stem)
    if brief is not None and brief.status is not Status.FINAL:
        stem += f"-{'REPLACED' if brief.status is Status.REPLACED else 'DRAFT'}-v{brief.version}"
    return f"{stem}.{edition.name}" if edition else stem


def find_edited(order: Order, name: str) -> Iterator[Diagnostic]:
    """Tell of a Word document that somebody has changed since it was written, and that would be overwritten."""
    if order.is_forced or DocumentFormat.DOCX not in order.request.formats:
        return
    target = order.target(name, DocumentFormat.DOCX)
    try:
        content = read_if_there(target)
    except OSError as failure:
        yield report_unwritable(order, name, failure)
        return
    if content is None:
        return
    from briefmaker.writing.word import is_untouched

    if not is_untouched(content):
        message = f"{shown_path(target)} was changed after briefmaker wrote it; building anew would lose that"
        hint = "`--output DIR` writes elsewhere, `--force` overwrites it"
        yield about_output(order, Code.OUTPUT_EDITED, message, hint)


def report_unwritable(order: Order, name: str, failure: OSError) -> Diagnostic:
    """Give the finding that documents cannot be written, or not be looked at, where they belong."""
    place = shown_path(order.target(name, order.request.formats[0]).parent)
    message = f"the documents cannot be written to {place}: {failure.strerror or failure}"
    hint = "see whether there is room, whether you may write there, and whether the document is open in another program"
    return about_output(order, Code.OUTPUT_UNWRITABLE, message, hint)


def about_output(order: Order, code: Code, message: str, hint: str) -> Diagnostic:
    """Give a finding about what is written of a brief."""
    return Diagnostic(code, message, shown_path(order.brief), hint=hint)
