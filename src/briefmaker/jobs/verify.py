"""Verify a finished document: find its brief and the other format, reopen all, and say what every check found."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import Desk, shown_path
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.render import view_brief
from briefmaker.jobs.request import Request
from briefmaker.verifying.check import Document, Result, State, Subject
from briefmaker.verifying.limits import LARGEST_FILE
from briefmaker.verifying.verify_document import open_document, verify_document
from briefmaker.verifying.word_access import SCHEMA_PROGRAM
from briefmaker.view.shape import View
from briefmaker.workspace.documents import find_sister, find_source, read_document


@dataclass(frozen=True, slots=True)
class Verification:
    """What the checks of one document found; ``brief`` and ``sister`` are those it was compared with, None for neither."""

    document: Path
    brief: Path | None
    sister: Path | None
    results: tuple[Result, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether no check has failed; there may be some that were not run."""
        return not any(result.state is State.FAILED for result in self.results)

    def count(self, state: State) -> int:
        """Tell how many checks ended that way."""
        return sum(result.state is state for result in self.results)


@dataclass(frozen=True, slots=True)
class _Found:
    """Something to compare with, and where it is; or why there is none."""

    path: Path | None = None
    why_not: str = ""


def verify(path: str | Path, *, brief: str | Path | None = None) -> Verification:
    """Reopen a PDF or Word document and compare it with its brief and with the other format beside it.

    The brief is found by the fingerprint that the document carries, unless ``brief`` names it. Raises BriefmakerError when
    the document cannot be read or was not written by briefmaker, and when there is no such brief.
    """
    file = Path(path)
    document = _open(file)
    view, source = _view_source(file, document, Path(brief) if brief is not None else None)
    sister, other = _open_sister(file)
    subject = Subject(
        document=document,
        view=view,
        sister=sister,
        why_no_view=source.why_not,
        why_no_sister=other.why_not,
        schema_program=shutil.which(SCHEMA_PROGRAM) or "",
    )
    return Verification(file, source.path, other.path, verify_document(subject))


def _open(file: Path) -> Document:
    return open_document(shown_path(file), read_document(file, LARGEST_FILE))


def _open_sister(file: Path) -> tuple[Document | None, _Found]:
    sister = find_sister(file)
    if sister is None:
        return None, _Found(why_not="there is no document of this name in the other format")
    try:
        return _open(sister), _Found(sister)
    except BriefmakerError as failure:
        return None, _Found(why_not=failure.message)


def _view_source(file: Path, document: Document, named: Path | None) -> tuple[View | None, _Found]:
    """Give the view of the document's brief, as a build would make it now, with where the brief is; or why there is none."""
    fingerprint = document.outline.properties["source"]
    if named is None and not fingerprint:
        return None, _Found(why_not="the document does not say which brief it was made from: name it with --brief")
    brief = named or find_source(file, fingerprint)
    if brief is None:
        return None, _Found(
            why_not="its brief was changed since, or is not in briefs/: build it anew, or name it with --brief"
        )
    path, desk = find_desk(brief)
    return _view(path, desk, fingerprint)


def _view(brief: Path, desk: Desk, fingerprint: str) -> tuple[View | None, _Found]:
    reading = read_at_desk(brief, desk)
    if fingerprint and reading.fingerprint != fingerprint:
        return None, _Found(why_not=f"{shown_path(brief)} was changed since the document was made: build it anew")
    view, _, _ = view_brief(reading, desk, Request(USUAL_FORMATS, desk.settings.paper))
    if view is None:
        return None, _Found(why_not=f"{shown_path(brief)} has errors: `briefmaker build` tells them")
    return view, _Found(brief)
