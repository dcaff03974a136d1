"""Verify a finished document: find its brief and the other format, reopen all, and say what every check found."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.desk import Desk, open_desk, shown_path
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request, read_edition
from briefmaker.model.editions import ARCHIVE
from briefmaker.model.replaced import read_replaced
from briefmaker.reading import Reading
from briefmaker.reading.unpacking import LARGEST_FILE
from briefmaker.reading.yaml_comments import remove_comments
from briefmaker.verifying.check import Document, Result, State, Subject
from briefmaker.verifying.pdf_parts import PdfDocument
from briefmaker.verifying.read_word import WordDocument
from briefmaker.verifying.verify_document import open_document, verify_document
from briefmaker.verifying.word_access import SCHEMA_PROGRAM
from briefmaker.view.shape import View
from briefmaker.workspace.documents import find_namesake, find_sister, find_source, iterate_briefs, read_document
from briefmaker.workspace.workspace import find_workspace
from briefmaker.writing.word.own_properties import EDITION_PROPERTY

if TYPE_CHECKING:
    from briefmaker.reading.row_definition import RowBrief


@dataclass(frozen=True, slots=True)
class Verification:
    """What the checks of one document found; ``brief`` and ``sister`` are those it was compared with, None for neither.

    ``edition`` is the name of the edition that the document is, empty for the whole brief. ``is_unchecked`` tells whether it says
    that it was made without asking the rules of ``check``.
    """

    document: Path
    brief: Path | None
    sister: Path | None
    results: tuple[Result, ...]
    edition: str = ""
    is_unchecked: bool = False

    @property
    def is_sound(self) -> bool:
        """Tell whether no check has failed; there may be some that were not run."""
        return not any(result.state is State.FAILED for result in self.results)

    def count(self, state: State) -> int:
        """Tell how many checks ended that way."""
        return sum(result.state is state for result in self.results)


@dataclass(frozen=True, slots=True)
class _Source:
    """The brief to compare with, its view, and its file as an archive holds it; or ``why_not`` there is none.

    ``view`` is that of the ``edition``, ``whole`` then that of all of the brief.
    """

    path: Path | None = None
    view: View | None = None
    whole: View | None = None
    archived: bytes | None = None
    edition: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Sister:
    """The document in the other format; or ``why_not`` there is none."""

    path: Path | None = None
    document: Document | None = None
    why_not: str = ""


def verify(path: str | Path, *, brief: str | Path | None = None, edition: str | None = None) -> Verification:
    """Reopen a PDF or Word document and compare it with its brief and with the other format beside it.

    The brief is found by the fingerprint that the document carries, that of an edition and a pack by the file's name, unless
    ``brief`` names it. ``edition`` is the name of the edition, which else the document's properties or its name tell. Raises
    BriefmakerError when the document cannot be read or was not written by briefmaker, and when there is no such brief or
    edition.
    """
    file = Path(path)
    document = _open(file)
    if document.outline.properties["pack"]:
        # Imported here, since few documents are packs.
        from briefmaker.jobs.packs.verify_pack import verify_pack_document

        found = verify_pack_document(file, document, open_sister(file), Path(brief) if brief is not None else None)
        return Verification(file, found.pack, found.sister, found.results, is_unchecked=found.is_unchecked)
    source = _find_source(file, document, Path(brief) if brief is not None else None, edition)
    sister = open_sister(file)
    subject = Subject(
        document=document,
        view=source.view,
        sister=sister.document,
        why_no_view=source.why_not,
        why_no_sister=sister.why_not,
        schema_program=shutil.which(SCHEMA_PROGRAM) or "",
        edition=source.edition,
        whole=source.whole,
        is_archive=_is_archive(file, document),
        archived=source.archived,
    )
    results = verify_document(subject)
    return Verification(file, source.path, sister.path, results, source.edition, _is_unchecked(document))


def _is_unchecked(document: Document) -> bool:
    return document.outline.properties["checked"] == "no"


def _open(file: Path) -> Document:
    return open_document(shown_path(file), read_document(file, LARGEST_FILE))


def _is_archive(file: Path, document: Document) -> bool:
    """Tell whether a document is a PDF for the archive, by its name or by what it says of itself."""
    return isinstance(document, PdfDocument) and (file.stem.endswith(f".{ARCHIVE}") or bool(document.archive))


def open_sister(file: Path) -> Sister:
    """Give the document of the same name in the other format."""
    sister = find_sister(file, ARCHIVE)
    if sister is None:
        return Sister(why_not="there is no document of this name in the other format")
    try:
        return Sister(sister, _open(sister))
    except BriefmakerError as failure:
        return Sister(why_not=failure.message)


def _find_source(file: Path, document: Document, named: Path | None, wished: str | None) -> _Source:
    """Give the brief of a document with its view, as a build would make it now; or why there is none."""
    fingerprint = document.outline.properties["source"]
    edition = wished or _name_edition(file, document, named)
    if not (fingerprint or edition or named):
        why_not = "the document does not say which brief it was made from: name it with --brief, and its edition with --edition"
        return _Source(why_not=why_not)
    brief = named or _find_brief(file, fingerprint, edition)
    row = None if brief and not named else _find_row(file, fingerprint, edition, named)
    brief = row[0] if row else brief
    if brief is None:
        return _Source(edition=edition, why_not=_say_missing(fingerprint))
    path, desk = find_desk(brief)
    if edition and not wished and edition not in desk.settings.editions:
        return _Source(edition=edition, why_not=f"the edition `{edition}` is not defined in briefmaker.yaml")
    request = Request(USUAL_FORMATS, desk.settings.paper, read_edition(edition or None, desk))
    reading = _read_row(row[1], path, desk) if row else read_at_desk(path, desk)
    said = replace(
        request,
        is_checked=not _is_unchecked(document),
        replaces=read_replaced(document.outline.properties["replaces"]),
    )
    return _view(reading, path, desk, fingerprint, said)


def _read_row(row: "RowBrief", path: Path, desk: Desk) -> Reading:
    from briefmaker.jobs.building.cleared_rows import read_row_content
    from briefmaker.jobs.building.rows import find_definition

    definition = find_definition(path, desk.workspace.root)
    return read_row_content(row.content, path, desk, definition) if definition else read_at_desk(path, desk)


def _name_edition(file: Path, document: Document, named: Path | None) -> str:
    """Give the edition that a document is, by its properties or by its name; empty for the whole brief."""
    if isinstance(document, WordDocument) and (own := document.own.get(EDITION_PROPERTY)):
        return own
    name = file.stem.rpartition(".")[2]
    if name == file.stem or find_namesake(file, file.stem):
        return ""
    folders = dict.fromkeys([(named or file).parent, Path.cwd()])
    editions = (open_desk(find_workspace(folder)).settings.editions for folder in folders)
    return name if any(name in each for each in editions) else ""


def _find_brief(file: Path, fingerprint: str, edition: str) -> Path | None:
    found = find_source(file, fingerprint) if fingerprint else None
    if found is None and edition and not fingerprint:
        return find_namesake(file, _name_whole(file, edition))
    return found


def _find_row(file: Path, fingerprint: str, edition: str, named: Path | None) -> "tuple[Path, RowBrief] | None":
    """Give the file written for many briefs that a document was made from, and the row of it."""
    # Imported here, since few briefs are made of rows.
    from briefmaker.jobs.building.rows import find_row, open_definition

    open_definition.cache_clear()
    return find_row([named] if named else iterate_briefs(file), fingerprint, _name_whole(file, edition))


def _name_whole(file: Path, edition: str) -> str:
    """Give the name that a document of the whole brief would have."""
    name = file.stem.removesuffix(f".{ARCHIVE}")
    return name.removesuffix(f".{edition}") if edition else name


def _say_missing(fingerprint: str) -> str:
    if fingerprint:
        return "its brief was changed since, or is not in briefs/: build it anew, or name it with --brief"
    return "there is no brief of this name in briefs/: name it with --brief"


def _view(reading: Reading, brief: Path, desk: Desk, fingerprint: str, request: Request) -> _Source:
    edition = request.edition.name if request.edition else ""
    if fingerprint and reading.fingerprint != fingerprint:
        why_not = f"{shown_path(brief)} was changed since the document was made: build it anew"
        return _Source(edition=edition, why_not=why_not)
    view, _, _ = view_brief(reading, desk, request)
    if view is None:
        why_not = f"{shown_path(brief)} has errors: `briefmaker build` tells them"
        return _Source(edition=edition, why_not=why_not)
    whole = view_brief(reading, desk, replace(request, edition=None))[0] if edition else None
    return _Source(brief, view, whole, remove_comments(reading.content), edition)
