"""What becomes of one brief, in any process: it is read, checked and made into documents, and nothing is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic
from briefmaker.jobs.desk import Desk, open_desk, shown_path
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.read import read_at_desk, read_content
from briefmaker.jobs.request import Request, WantedEdition
from briefmaker.model import Brief, Status
from briefmaker.reading import Reading
from briefmaker.workspace.output import read_if_there
from briefmaker.workspace.slug import safe_slug
from briefmaker.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Order:
    """One brief to make, as plain data that any process can take: where it is, what is asked for, what stands in the way.

    ``content`` are the bytes of a brief that is no file of its own, or None for the file's.
    """

    brief: Path
    workspace: Workspace
    folder: Path
    request: Request
    is_forced: bool = False
    obstacles: tuple[Diagnostic, ...] = ()
    content: bytes | None = None

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

    ``fingerprint`` is the SHA-256 of the brief's file, ``marking`` what the documents are marked.
    """

    name: str
    documents: tuple[MadeDocument, ...]
    diagnostics: tuple[Diagnostic, ...]
    fingerprint: str = ""
    marking: str = ""


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
    name = name_documents(order.brief, reading.brief, order.request.edition)
    obstacles = order.obstacles or tuple(_find_edited(order, name, reading))
    if obstacles:
        return Made(name, (), (*reading.diagnostics, *obstacles), reading.fingerprint)
    # Imported here, since it brings in every rule: who is refused before waits for none.
    from briefmaker.jobs.render_checked import render_checked

    rendering = render_checked(reading, desk, order.request)
    documents = tuple(MadeDocument(each.format, each.content, each.pages) for each in rendering.documents)
    return Made(name, documents, rendering.diagnostics, reading.fingerprint, rendering.marking)


def read_order(order: Order, desk: Desk) -> Reading:
    """Read the brief of an order; one that is not to be checked is read as a draft."""
    content = order.content
    reading = read_at_desk(order.brief, desk) if content is None else read_content(content, order.brief, desk)
    if order.request.is_checked:
        return reading
    from briefmaker.jobs.render import read_as_draft

    return read_as_draft(reading)


def name_documents(brief_file: Path, brief: Brief | None, edition: WantedEdition | None) -> str:
    """Give the documents' name: until the brief is final it says so, since a file is passed on without its letter."""
    stem = safe_slug(brief_file.stem)
    if brief is not None and brief.status is not Status.FINAL:
        stem += f"-{'REPLACED' if brief.status is Status.REPLACED else 'DRAFT'}-v{brief.version}"
    return f"{stem}.{edition.name}" if edition else stem


def _find_edited(order: Order, name: str, reading: Reading) -> Iterator[Diagnostic]:
    if order.is_forced or DocumentFormat.DOCX not in order.request.formats or reading.brief is None:
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
