"""What becomes of one brief, in any process: it is read, checked and made into documents, and nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Places
from briefmaker.jobs.building.output_findings import find_edited
from briefmaker.jobs.desk import Desk, open_desk, shown_path
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.read import read_at_desk, read_content
from briefmaker.jobs.request import Request, WantedEdition
from briefmaker.model import Brief, Status
from briefmaker.reading import Reading
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
    obstacles = order.obstacles or (find_obstacles(order, name) if reading.brief else ())
    if obstacles:
        found = (*_lead_back(order, reading.diagnostics), *obstacles)
        return Made(name, (), found, reading.fingerprint, seen=reading.seen)
    # Imported here, since it brings in every rule: who is refused before waits for none.
    from briefmaker.jobs.building.render_checked import render_checked

    rendering = render_checked(reading, desk, order.request)
    documents = tuple(MadeDocument(each.format, each.content, each.pages) for each in rendering.documents)
    found = _lead_back(order, rendering.diagnostics)
    return Made(name, documents, found, reading.fingerprint, rendering.marking, reading.seen)


def _lead_back(order: Order, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    if not order.row:
        return found
    # Imported here, since it is built upon this module, and few briefs are made of rows.
    from briefmaker.jobs.building.rows import lead_back

    return lead_back(order, found)


def read_order(order: Order, desk: Desk) -> Reading:
    """Read the brief of an order; one that is not to be checked is read as a draft."""
    reading = _read(order, desk)
    if order.request.is_checked:
        return reading
    from briefmaker.jobs.building.render import read_as_draft

    return read_as_draft(reading)


def _read(order: Order, desk: Desk) -> Reading:
    if order.row == NO_ROW:
        return Reading(None, {}, Places(shown_path(order.brief)), (), "")
    if order.content is not None:
        return read_content(order.content, order.brief, desk)
    if order.row is not None:
        from briefmaker.jobs.building.rows import read_row

        return read_row(order, desk)
    return read_at_desk(order.brief, desk)


def name_documents(stem: str, brief: Brief | None, edition: WantedEdition | None) -> str:
    """Give the documents' name: until the brief is final it says so, since a file is passed on without its letter."""
    name = safe_slug(stem) + (name_state(brief.status, brief.version) if brief is not None else "")
    return f"{name}.{edition.name}" if edition else name


def name_state(status: Status, version: int) -> str:
    """Give what documents are called behind their name until they are final; empty then."""
    if status is Status.FINAL:
        return ""
    return f"-{'REPLACED' if status is Status.REPLACED else 'DRAFT'}-v{version}"


def find_obstacles(order: Order, name: str) -> tuple[Diagnostic, ...]:
    """Tell of a Word document that somebody has edited since it was written, and that would be overwritten."""
    if order.is_forced or DocumentFormat.DOCX not in order.request.formats:
        return ()
    return tuple(find_edited(order.target(name, DocumentFormat.DOCX), order.brief))


def about_output(order: Order, code: Code, message: str, hint: str) -> Diagnostic:
    """Give a finding about what is written of a brief."""
    return Diagnostic(code, message, shown_path(order.brief), hint=hint)
