"""Finds one of two versions that are compared: a brief, a revision of one, or a document that briefmaker wrote."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Severity, has_errors
from briefmaker.jobs.desk import Desk, open_desk, shown_path
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.read import BriefFile, read_at_desk, read_file
from briefmaker.jobs.request import Request
from briefmaker.reading import Reading
from briefmaker.reading.unpacking import LARGEST_FILE
from briefmaker.workspace.documents import find_namesake, find_source, read_document
from briefmaker.workspace.revisions import Revision, RevisionFolder, find_former, find_revision
from briefmaker.workspace.workspace import find_workspace

if TYPE_CHECKING:
    from briefmaker.review.redline.origin import Origin

_WORD = ".docx"
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """One of two versions: ``shown`` is what the user calls it, ``stem`` what its files are called.

    ``reading`` is its brief. A document whose brief is not to be had has ``content`` instead, its own bytes, with the
    ``marking`` and ``moment`` that it carries. ``edition`` is that of such a document. ``told`` is what there is to tell.
    """

    shown: str
    stem: str
    desk: Desk
    reading: Reading | None = None
    content: bytes | None = None
    marking: str = ""
    moment: datetime | None = None
    edition: str = ""
    revision: str = ""
    told: tuple[Diagnostic, ...] = field(default=())


def find_side(name: str) -> ComparedSide:
    """Give the version of a name.

    Raises BriefmakerError when there is no such file, revision or document of ours, and FindingsError, with what is wrong, for
    a brief that cannot be used.
    """
    file = Path(name)
    if file.is_file():
        side = _find_document(file) if _is_word(file) else _find_brief(file)
    elif ":" in name:
        side = _find_in_revision(name)
    else:
        hint = "name a brief, a Word document that briefmaker wrote, or a revision such as HEAD~1:briefs/x.yaml"
        what = f"{name} is a folder" if name and file.is_dir() else f"there is no file {name or 'without a name'}"
        raise BriefmakerError(what, hint)
    return _need_brief(side)


def _is_word(file: Path) -> bool:
    return file.suffix.lower() == _WORD or read_document(file, len(_ZIP)).startswith(_ZIP)


def _need_brief(side: ComparedSide) -> ComparedSide:
    """Make sure that a version has a sound brief, unless its own text is compared."""
    reading = side.reading
    if reading is not None and (reading.brief is None or has_errors(reading.diagnostics)):
        raise FindingsError(f"{side.shown} cannot be compared", reading.diagnostics, "put right what is wrong with it")
    return side


def _find_brief(file: Path) -> ComparedSide:
    desk = open_desk(find_workspace(file.parent))
    return ComparedSide(shown_path(file), file.stem, desk, read_at_desk(file, desk))


def _find_in_revision(name: str) -> ComparedSide:
    """Give a brief as it was in a revision, ``HEAD~1:briefs/x.yaml``, found from the repository's folder as git does."""
    called, _, path = name.partition(":")
    revision = find_revision(find_workspace(Path.cwd()).root, called)
    file = Path.cwd() / path if path.startswith(("./", "../")) else revision.repository / path
    return _read_revision(file, revision, name)


def _read_revision(file: Path, revision: Revision, shown: str) -> ComparedSide:
    desk = open_desk(find_workspace(file.parent))
    folder = RevisionFolder(file.parent.resolve(), desk.workspace.root, revision=revision)
    reading = read_file(BriefFile(folder, file.name, shown), desk)
    return ComparedSide(shown, file.stem, desk, reading, revision=revision.name)


def _find_document(file: Path) -> ComparedSide:
    """Give the brief that a document was made of, from the workspace or its history; without it, the document itself."""
    # Imported here: two briefs do not wait for what opens Word documents.
    from briefmaker.review.redline.origin import NotOursError, find_origin

    shown, content = shown_path(file), read_document(file, LARGEST_FILE)
    try:
        origin = find_origin(content)
    except NotOursError as foreign:
        found = Diagnostic(Code.REDLINE_NOT_OURS, str(foreign), shown, hint=foreign.hint)
        raise FindingsError(f"{shown} is no document that can be compared", (found,)) from foreign
    if origin.has_revisions:
        message = "it has tracked changes, so that it says two things at once"
        hint = "accept or reject them in Word first, or bring them into the brief with `briefmaker pull`"
        raise FindingsError(
            f"{shown} cannot be compared", (Diagnostic(Code.REDLINE_TRACKED, message, shown, hint=hint),)
        )
    return _find_its_brief(file, content, origin) or _compare_by_text(file, content, origin)


def _find_its_brief(file: Path, content: bytes, origin: "Origin") -> ComparedSide | None:
    if not origin.fingerprint or not origin.is_untouched:
        return None
    source = find_source(file, origin.fingerprint)
    if source is not None:
        side = replace(_find_brief(source), shown=shown_path(file))
        return side if _speaks_for(side, content) else None
    namesake = find_namesake(file, file.stem)
    former = find_former(namesake, origin.fingerprint) if namesake else None
    if namesake is None or former is None:
        return None
    side = _read_revision(namesake, former, shown_path(file))
    if not _speaks_for(side, content):
        return None
    message = f"its brief has changed since; compared is what the brief was in revision {former.name}"
    told = Diagnostic(Code.REDLINE_FORMER, message, shown_path(file), severity=Severity.WARNING)
    return replace(side, told=(told,))


def _speaks_for(side: ComparedSide, content: bytes) -> bool:
    """Tell whether a document says what its brief says: the files that the brief names may have changed, or the template."""
    reading = side.reading
    if reading is None or reading.brief is None or has_errors(reading.diagnostics):
        return False
    from briefmaker.jobs.building.render import view_brief
    from briefmaker.review.redline.write_word import count_differences
    from briefmaker.writing.word import write_word

    request = Request((DocumentFormat.DOCX,), side.desk.settings.paper)
    view, template, _ = view_brief(reading, side.desk, request)
    if view is None or template is None:
        return False
    return not count_differences(content, write_word(view, template, fingerprint=reading.fingerprint))


def _compare_by_text(file: Path, content: bytes, origin: "Origin") -> ComparedSide:
    if not origin.is_untouched:
        why = "somebody has edited it since briefmaker wrote it"
    elif origin.edition:
        why = "it is an edition's document, which does not say what brief it was made of"
    else:
        why = "its brief, or a file that it names, has changed since, and no revision here has it as it was"
    message = f"{why}: its own text is compared, word by word, which makes a Word document only"
    hint = "a PDF and a list by field need both briefs: name a revision of the brief, such as HEAD~1:briefs/x.yaml"
    found = Diagnostic(Code.REDLINE_BY_ITS_TEXT, message, shown_path(file), hint=hint, severity=Severity.WARNING)
    desk = open_desk(find_workspace(file.parent))
    return ComparedSide(
        shown_path(file),
        file.stem,
        desk,
        content=content,
        marking=origin.marking,
        moment=origin.moment,
        edition=origin.edition,
        told=(found,),
    )
