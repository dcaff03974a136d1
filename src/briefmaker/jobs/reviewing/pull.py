"""Bring what reviewers changed in Word back into the brief: show it, and write it where somebody asks for that."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Diagnostic, Severity, has_errors
from briefmaker.jobs.building.render import read_as_draft, view_brief
from briefmaker.jobs.desk import Desk, shown_path
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.find_brief import find_brief_of
from briefmaker.jobs.read import find_desk, read_at_desk, read_content
from briefmaker.jobs.request import Request
from briefmaker.jobs.reviewing.pull_findings import iterate_findings
from briefmaker.jobs.reviewing.pull_wishes import check_authors, check_belonging, check_fields, read_takes
from briefmaker.jobs.templates.open_template import open_template
from briefmaker.reading import Reading
from briefmaker.reading.row_data import is_definition
from briefmaker.reading.unpacking import LARGEST_FILE
from briefmaker.review.changes import Change, Leftover, Remark, Review
from briefmaker.review.combining import Combined, Conflict, combine
from briefmaker.review.kinds import Kind, kind_of
from briefmaker.review.markdown import write_markdown
from briefmaker.review.package import ReturnedDocument, open_returned
from briefmaker.review.pulling import pull_document
from briefmaker.review.showing import Showing
from briefmaker.review.versions import accept_authors
from briefmaker.review.writing_back import WrittenBack, write_back
from briefmaker.view.build_view import open_frame
from briefmaker.workspace.backups import NoBackupError, has_been, keep_backup, take_back
from briefmaker.workspace.documents import read_document
from briefmaker.workspace.output import replace_file
from briefmaker.writing.word import write_word
from briefmaker.writing.word.own_properties import CHECKED_PROPERTY

Choose = Callable[[Combined], Combined]
"""Asks somebody about changes and conflicts; gives what is to be written."""


@dataclass(frozen=True, slots=True)
class PullWishes:
    """How documents are pulled: whose revisions count, what is taken where two disagree, and what becomes of comments.

    ``takes`` are pairs of a document's name, or ``yaml``, and a field; ``has_comments`` brings comments into the file.
    """

    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    takes: tuple[tuple[str, str], ...] = ()
    has_comments: bool = True
    is_applied: bool = False


@dataclass(frozen=True, slots=True)
class PullOutcome:
    """What came back, what of it can be written and what not, and the brief's file before and after.

    ``changes`` are those that ``after`` holds; ``conflicts`` wait for somebody to choose; ``leftovers`` could not be placed.
    ``backup`` is the file that holds what was there before; None while nothing is written.
    """

    brief: Path
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    leftovers: tuple[Leftover, ...]
    remarks: tuple[Remark, ...]
    diagnostics: tuple[Diagnostic, ...]
    before: bytes
    after: bytes
    is_written: bool = False
    backup: Path | None = None


def pull(  # noqa: PLR0913 - each wish is a keyword, so that a call reads as a sentence
    documents: Sequence[str | Path],
    brief: str | Path | None = None,
    *,
    accept: Sequence[str] = (),
    reject: Sequence[str] = (),
    take: Mapping[str, str] | None = None,
    comments: bool = True,
    apply: bool = False,
) -> PullOutcome:
    """Bring what reviewers changed in Word back into the brief; with ``apply`` it is written into the brief's file.

    Each of ``documents`` is a Word document of one brief that came back; ``accept`` and ``reject`` name authors whose tracked
    changes count, or do not; ``take`` names, for a field that is in dispute, the document whose text is taken, or ``yaml``.
    Raises BriefmakerError for a document that cannot be read or was not written by briefmaker, and as FindingsError for a
    brief that cannot be read itself.
    """
    takes = tuple((document, path) for path, document in (take or {}).items())
    wishes = PullWishes(tuple(accept), tuple(reject), takes, comments, apply)
    return pull_documents([Path(each) for each in documents], Path(brief) if brief else None, wishes)


def undo_pull(brief: str | Path) -> Path:
    """Give a brief's file what it was before the last pull; gives the backup that it came from.

    Raises BriefmakerError where nothing was pulled, or the file was changed since.
    """
    file = Path(brief)
    if file.suffix.lower() == ".docx":
        raise BriefmakerError(f"{brief} is no brief", "name the brief that was pulled into: briefs/NAME.yaml")
    if not file.is_file():
        raise BriefmakerError(f"there is no file {brief}")
    try:
        return take_back(file)
    except NoBackupError as missing:
        raise BriefmakerError(f"{shown_path(file)} stays as it is: {missing}", exit_code=1) from missing
    except OSError as failure:
        raise _unwritable(file, failure) from failure


def pull_documents(
    documents: Sequence[Path], brief: Path | None, wishes: PullWishes, choose: Choose | None = None
) -> PullOutcome:
    """Pull documents as ``pull`` does; ``choose`` asks somebody what to make of changes and conflicts."""
    returned = [_open(document) for document in _name_apart(documents)]
    if not returned:
        raise BriefmakerError("there is no document to pull", "name a .docx that came back")
    takes = read_takes(wishes.takes, returned)
    work = _open_brief(brief or find_brief_of(documents[0], returned[0].fingerprint), returned)
    for each in returned:
        if each.fingerprint != work.reading.fingerprint and not has_been(work.file, each.fingerprint):
            check_belonging(each, work.pristine, shown_path(work.file))
    accepts = accept_authors(frozenset(wishes.accept), frozenset(wishes.reject))
    reviews = [pull_document(each, work.pristine, work.showing, accepts) for each in returned]
    check_authors((*wishes.accept, *wishes.reject), reviews)
    check_fields(takes, reviews, work.showing.texts)
    combined = combine(reviews, _TextsNow(work.showing), takes)
    if choose is not None:
        combined = choose(combined)
    outcome = _write_back(work, combined, reviews, wishes)
    return _keep(outcome) if wishes.is_applied and outcome.after != outcome.before else outcome


def _name_apart(documents: Sequence[Path]) -> list[tuple[str, Path]]:
    """Give each document a name of its own, by which it can be chosen: its file's, or its path where two share that.

    One that was named twice is given once, or it would disagree with itself.
    """
    documents = list({each.resolve(): each for each in documents}.values())
    names = [each.name for each in documents]
    return [(each.name if names.count(each.name) == 1 else str(each), each) for each in documents]


def _open(document: tuple[str, Path]) -> ReturnedDocument:
    name, file = document
    return open_returned(name, read_document(file, LARGEST_FILE))


# --- the brief as it is now -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Work:
    """A brief as it is now: its file, what it shows, and the document that it is made into."""

    file: Path
    desk: Desk
    reading: Reading
    showing: Showing
    pristine: ReturnedDocument


def _open_brief(brief: Path, returned: Sequence[ReturnedDocument]) -> _Work:
    file, desk = find_desk(brief)
    reading = read_at_desk(file, desk)
    if is_definition(reading.content):
        message = f"{shown_path(file)} is written for many briefs, so that what one of them says cannot be put into it"
        raise BriefmakerError(message, "change the texts and the rows by hand", exit_code=1)
    is_checked = any(each.properties.get(CHECKED_PROPERTY) != "no" for each in returned)
    shown = reading if is_checked else read_as_draft(reading)
    view, template, found = view_brief(shown, desk, Request((), desk.settings.paper, is_checked=is_checked))
    if view is None or template is None or has_errors(found) or shown.brief is None:
        raise FindingsError(
            f"{shown_path(file)} has errors, and nothing can be pulled into it until they are mended", found
        )
    description = open_template(template).description
    frame = open_frame(shown.brief, desk.settings, description) if description else None
    assert frame is not None  # noqa: S101 - it has just been viewed
    content = write_word(view, template, fingerprint=reading.fingerprint)
    return _Work(file, desk, reading, Showing(view, frame), open_returned(shown_path(file), content))


class _TextsNow(dict[str, str]):
    """What fields say in the brief by now, as Markdown; each is written when it is asked for."""

    def __init__(self, showing: Showing) -> None:
        super().__init__()
        self._showing = showing

    def get(self, path: str, default: str | None = None) -> str:  # type: ignore[override]  # there always is a text
        kind = kind_of(path)
        blocks = self._showing.blocks(path)
        return write_markdown(blocks, kind.text, self._showing.citing) if kind is not Kind.WORKED_OUT else default or ""


# --- into the file ----------------------------------------------------------------------------------------------------


def _write_back(work: _Work, combined: Combined, reviews: Sequence[Review], wishes: PullWishes) -> PullOutcome:
    remarks = tuple(dict.fromkeys(remark for review in reviews for remark in review.remarks))
    wanted = remarks if wishes.has_comments else ()
    written, unreadable = _write_what_reads(work, combined.changes, wanted)
    leftovers = dict.fromkeys(each for review in reviews for each in review.leftovers)
    refused = [*written.refused, *unreadable]
    found = iterate_findings(work.reading.places, reviews, refused, written.not_noted, combined.conflicts)
    return PullOutcome(
        work.file,
        tuple(change for change in combined.changes if change in written.done),
        combined.conflicts,
        (*leftovers, *(_as_leftover(change, why) for change, why in refused)),
        remarks,
        tuple(dict.fromkeys(found)),
        work.reading.content,
        written.content,
    )


def _write_what_reads(
    work: _Work, changes: Sequence[Change], remarks: Sequence[Remark]
) -> tuple[WrittenBack, list[tuple[Change, str]]]:
    """Write changes back, without those that the brief could not be read with."""
    written = write_back(work.reading.content, changes, work.showing, remarks)
    errors = _new_errors(work, written.content)
    if not errors:
        return written, []
    sound, unreadable = [], []
    for change in changes:
        told = _new_errors(work, write_back(work.reading.content, [change], work.showing).content)
        unreadable += [(change, told[0])] if told else []
        sound += [] if told else [change]
    written = write_back(work.reading.content, sound, work.showing, remarks)
    if errors := _new_errors(work, written.content):  # together they do what none does alone: none is made
        unreadable += [(change, errors[0]) for change in sound]
        written = write_back(work.reading.content, (), work.showing, remarks)
    return written, unreadable


def _new_errors(work: _Work, content: bytes) -> list[str]:
    """Give what would be wrong with the brief, were this its file: nothing, or nothing is written."""
    if content == work.reading.content:
        return []
    reading = read_content(content, work.file, work.desk)
    view, _, found = view_brief(reading, work.desk, Request((), work.desk.settings.paper))
    errors = [
        f"the brief could not be read with it: {each.message}" for each in found if each.severity is Severity.ERROR
    ]
    return errors or ([] if view is not None else ["the brief could not be shown with it"])


def _keep(outcome: PullOutcome) -> PullOutcome:
    """Write a brief's file anew, what it was before kept beside it; whole, or not at all."""
    backup, is_written = None, False
    try:
        backup = keep_backup(outcome.brief, outcome.before, outcome.after)
        is_written = replace_file(outcome.brief, outcome.before, outcome.after)
    except OSError as failure:
        raise _unwritable(outcome.brief, failure) from failure
    finally:
        if backup is not None and not is_written:  # it would stand before those that can be taken back
            backup.unlink(missing_ok=True)
    if not is_written:
        raise BriefmakerError(f"{shown_path(outcome.brief)} was changed meanwhile", "pull once more", exit_code=1)
    return replace(outcome, is_written=True, backup=backup)


def _unwritable(file: Path, failure: OSError) -> BriefmakerError:
    return BriefmakerError(f"{shown_path(file)} cannot be written: {failure.strerror or failure}", exit_code=1)


def _as_leftover(change: Change, why: str) -> Leftover:
    return Leftover(change.after or change.before, change.path, why, change.document, change.hands)
