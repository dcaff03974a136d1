"""Write into a brief what somebody answered who was asked to clear it, with the fingerprint of what was cleared."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from briefmaker.diagnostics import BriefmakerError, Diagnostic, Severity, has_errors
from briefmaker.jobs.building.cleared_rows import fingerprint_rows
from briefmaker.jobs.building.rows import check_rows, open_definition
from briefmaker.jobs.checking.asking import prepare_asking
from briefmaker.jobs.clearing.find_clearance import Found, find_clearance
from briefmaker.jobs.desk import Desk, shown_path
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.read import find_desk, read_at_desk, read_content
from briefmaker.model import ClearanceState
from briefmaker.model.content_fingerprint import fingerprint_content
from briefmaker.reading import Reading
from briefmaker.reading.row_data import is_definition
from briefmaker.reading.suggest import did_you_mean, list_words
from briefmaker.reading.yaml_edit import EditError
from briefmaker.reading.yaml_insert import InsertingEditor
from briefmaker.workspace.output import replace_file

if TYPE_CHECKING:
    from briefmaker.reading.row_definition import Definition

ANSWERS = (
    ClearanceState.CLEARED,
    ClearanceState.CLEARED_WITH_EDITS,
    ClearanceState.NON_CONCUR,
    ClearanceState.INFORMATION,
)
APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Approval:
    """What was written: who answered for which unit, what and when, and the fingerprint ``of`` the content.

    ``file`` is that of the brief, seen from the workspace's folder; ``key`` its reference, or for want of one that file;
    ``version`` that of the brief, None where each row has its own. ``was_by`` is whom the clearance named before.
    """

    brief: Path
    file: str
    key: str
    unit: str
    by: str
    state: ClearanceState
    date: datetime.date
    of: str
    version: int | None
    comment: str = ""
    was_by: str = ""
    is_new: bool = False

    @property
    def event(self) -> str:
        """Give the name of what happened, for the record."""
        return APPROVED

    @property
    def data(self) -> Mapping[str, Any]:
        """Give what the record keeps of it, as plain data."""
        answer = {"unit": self.unit, "by": self.by, "state": self.state.value, "date": self.date.isoformat()}
        answer |= {"comment": self.comment} if self.comment else {}
        return {**answer, "of": self.of, "version": self.version}


@dataclass(frozen=True, slots=True)
class _Cleared:
    """What is cleared: its fingerprint, and what the record calls it."""

    of: str
    key: str
    version: int | None


def approve(
    path: str | Path,
    name: str,
    *,
    unit: str | None = None,
    state: str = ClearanceState.CLEARED,
    comment: str | None = None,
    date: datetime.date | None = None,
) -> Approval:
    """Write an answer into a brief's ``clearances``: state, date and what was cleared, and nothing else of the file changes.

    ``name`` is who answers, of which nothing is proved; ``unit`` for whom, where the name does not tell. ``date`` is today, in
    the zone of the workspace, where none is given. Raises BriefmakerError where the brief has errors, nobody of that name is
    asked, or the file cannot be written; it is then as it was.
    """
    file, desk = find_desk(path)
    answer, name, said = _read_answer(state), _even_out(name, "--as"), " ".join((comment or "").split())
    unit = None if unit is None else _even_out(unit, "--unit")
    open_definition.cache_clear()
    reading = read_at_desk(file, desk)
    refusal = f"{shown_path(file)} has errors, and nobody can clear what cannot be made"
    cleared = _find_cleared(reading, file, desk, refusal)
    try:
        editor = InsertingEditor(reading.content)
        found = find_clearance(editor, name, unit)
        by = _name_who(found, name, unit)
        approval = Approval(
            brief=file,
            file=_name_file(file, desk),
            key=cleared.key,
            unit=found.unit,
            by=by,
            state=answer,
            date=date or _find_today(desk),
            of=cleared.of,
            version=cleared.version,
            comment=said,
            was_by=found.by if found.by and found.by != by and not found.is_new else "",
            is_new=found.is_new,
        )
        _edit(editor, found, approval)
        after = editor.result()
    except EditError as refused:
        hint = f"write it yourself, beside the unit: `state: {answer}`, and `of: {cleared.of}`"
        raise BriefmakerError(f"{shown_path(file)} cannot be changed: {refused}", hint, exit_code=1) from refused
    _refuse_harm(after, file, desk, cleared)
    _write(file, reading.content, after)
    return approval


def _read_answer(state: str) -> ClearanceState:
    if state in ANSWERS:
        return ClearanceState(state)
    hint = did_you_mean(state, ANSWERS, f"choose {list_words(ANSWERS)}")
    raise BriefmakerError(f"`{state}` is no answer to who asks for a clearance", hint)


def _even_out(words: str, option: str) -> str:
    even = " ".join(words.split())
    if not even:
        raise BriefmakerError(f"{option} names nobody")
    return even


def _find_today(desk: Desk) -> datetime.date:
    zone = ZoneInfo(desk.settings.timezone) if desk.settings.timezone else None
    return datetime.datetime.now(datetime.UTC).astimezone(zone).date()


def _name_who(found: Found, name: str, unit: str | None) -> str:
    """Give who answered: whom the clearance names, unless its unit was said, and somebody else answers for it."""
    if found.by is not None and (unit is None or found.by.casefold() == name.casefold()):
        return found.by
    return name


def _find_cleared(reading: Reading, file: Path, desk: Desk, refusal: str) -> _Cleared:
    """Give what is cleared with a file that was read. Raises FindingsError, which says this, where it cannot be made."""
    if reading.brief is None or reading.brief.for_each is not None:
        definition = _open_rows(reading.content, file, desk)
        if definition is not None:
            found = check_rows(definition, lambda made: _list_errors(read_content(made.content, file, desk), desk))
            _refuse(found, refusal)
            return _Cleared(fingerprint_rows(definition, file, desk)[0], _name_file(file, desk), None)
    _refuse(_list_errors(reading, desk), refusal)
    brief = reading.brief
    if brief is None:
        raise FindingsError(refusal, reading.diagnostics)
    of = fingerprint_content(brief, reading.tables, reading.pictures)
    return _Cleared(of, brief.reference or _name_file(file, desk), brief.version)


def _open_rows(content: bytes, file: Path, desk: Desk) -> "Definition | None":
    return open_definition(file, desk.workspace.root, content) if is_definition(content) else None


def _list_errors(reading: Reading, desk: Desk) -> tuple[Diagnostic, ...]:
    """Give what keeps a brief from being made; what rules find is for who clears it to judge."""
    asking = prepare_asking(reading, desk)
    found = asking.beside if asking else reading.diagnostics
    return tuple(each for each in found if each.severity is Severity.ERROR)


def _refuse(found: tuple[Diagnostic, ...], refusal: str) -> None:
    if has_errors(found):
        raise FindingsError(refusal, found)


def _edit(editor: InsertingEditor, found: Found, approval: Approval) -> None:
    """Write an answer where the clearance stands; a unit that answers for itself is not named twice."""
    is_named = approval.by != found.by and approval.by.casefold() != found.unit.casefold()
    fields = {"by": approval.by} if is_named or found.is_new else {}
    fields |= {"state": approval.state.value, "date": approval.date.isoformat(), "of": approval.of}
    fields |= {"comment": approval.comment} if approval.comment else {}
    if found.is_new:
        editor.append_entry("clearances", {"unit": found.unit, **fields})
        return
    place = ("clearances", found.index)
    there = {name for name in fields if editor.has(*place, name)}
    for name in there:
        editor.set_value((*place, name), fields[name])
    if new := {name: value for name, value in fields.items() if name not in there}:
        editor.add_fields(place, new, "state" if editor.text_at(*place, "state") else "unit")


def _refuse_harm(after: bytes, file: Path, desk: Desk, cleared: _Cleared) -> None:
    """Read what is to be written as it will be read: it has no new mistake, and what was cleared is what stands in it."""
    refusal = f"the answer would be a mistake in {shown_path(file)}, and was not written"
    now = _find_cleared(read_content(after, file, desk), file, desk, refusal)
    if now.of != cleared.of:
        raise _tell_changed(file)


def _tell_changed(file: Path) -> BriefmakerError:
    message = f"{shown_path(file)}, or something that it shows, was changed meanwhile"
    return BriefmakerError(message, "see what it says now, and approve that", exit_code=1)


def _write(file: Path, before: bytes, after: bytes) -> None:
    try:
        is_written = replace_file(file, before, after)
    except OSError as failure:
        message = f"{shown_path(file)} cannot be written: {failure.strerror or failure}"
        raise BriefmakerError(message, exit_code=1) from failure
    if not is_written:
        raise _tell_changed(file)


def _name_file(file: Path, desk: Desk) -> str:
    """Give a brief's file as seen from the workspace's folder."""
    return file.resolve().relative_to(desk.workspace.root).as_posix()
