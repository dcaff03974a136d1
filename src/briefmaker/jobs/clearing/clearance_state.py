"""Where the clearances of all briefs stand: which are open, which are late, and which were given before the brief was changed."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from briefmaker.diagnostics import has_errors
from briefmaker.jobs.building.cleared_rows import fingerprint_rows
from briefmaker.jobs.building.rows import find_definition, open_definition
from briefmaker.jobs.desk import Desk, open_desk
from briefmaker.jobs.read import read_at_desk
from briefmaker.model import Clearance, ClearanceState, Status, is_open, is_void
from briefmaker.reading.reading import find_void
from briefmaker.reading.text_file import MAX_BYTES, decode_file
from briefmaker.reading.yaml_data import read_data
from briefmaker.reading.yaml_file import read_tree
from briefmaker.workspace.files import read_plain_file
from briefmaker.workspace.workspace import find_briefs, find_workspace

_HAS_CLEARANCES = re.compile(rb"^(?:\xef\xbb\xbf)?clearances[ \t]*:", re.MULTILINE)
_WAITED_FOR = (ClearanceState.REQUESTED, ClearanceState.NO_RESPONSE)


class Standing(StrEnum):
    """Where a clearance stands, for those who wait for it."""

    HOLDS = "holds"
    OPEN = "open"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class ClearanceStanding:
    """One clearance of one brief; ``is_late`` where an answer is waited for, and the day by which it was due is over."""

    brief: Path
    title: str
    status: Status
    clearance: Clearance
    standing: Standing
    is_late: bool


def list_clearances(
    paths: Sequence[str | Path], today: datetime.date, desk: Desk | None = None
) -> tuple[ClearanceStanding, ...]:
    """Give the clearances of briefs, or of all briefs of folders, in the order of the files; those of replaced briefs are past.

    A file is read as a brief, with its data and pictures, only where one of its clearances names the content that it is of; of
    all others the fields are enough. What cannot be read has none: ``check`` tells of it. Raises BriefmakerError for a path that
    is not there, and where a workspace's settings are wrong.
    """
    open_definition.cache_clear()
    desks = {} if desk is None else {desk.workspace.root: desk}
    return tuple(each for file in find_briefs(map(Path, paths)) for each in _list_of(file, today, desks))


def _list_of(file: Path, today: datetime.date, desks: dict[Path, Desk]) -> Iterator[ClearanceStanding]:
    content = _read(file)
    if not _HAS_CLEARANCES.search(content):
        return
    fields = _read_fields(content, file)
    status = _read_status(fields.get("status"))
    if status is Status.REPLACED:
        return
    clearances = tuple(_read_clearances(fields.get("clearances")))
    names_content = any(each.of is not None for each in clearances)
    void = _find_void(file, clearances, desks) if names_content else frozenset()
    for index, each in enumerate(clearances):
        standing = Standing.VOID if index in void else Standing.OPEN if is_open(each) else Standing.HOLDS
        is_late = each.due is not None and each.due < today and each.state in _WAITED_FOR
        yield ClearanceStanding(file, str(fields.get("title") or ""), status, each, standing, is_late)


def _read(file: Path) -> bytes:
    try:
        return read_plain_file(file, MAX_BYTES) or b""
    except OSError:
        return b""


def _read_fields(content: bytes, file: Path) -> dict[str, object]:
    text, refused = decode_file(content, file.name)
    data = None if has_errors(refused) else read_data(read_tree(text.text).root, text).value
    return data if isinstance(data, dict) else {}


def _read_status(value: object) -> Status:
    """Give a status; one that there is not is told elsewhere, and hides nothing here."""
    return Status(value) if isinstance(value, str) and value in set(Status) else Status.DRAFT


def _read_clearances(entries: object) -> Iterator[Clearance]:
    """Give the clearances that can be read, as long as all can: else their places would not be those of the brief."""
    try:
        yield from [Clearance.model_validate(each) for each in (entries if isinstance(entries, list) else ())]
    except ValidationError:
        return


def _find_void(file: Path, clearances: Iterable[Clearance], desks: dict[Path, Desk]) -> frozenset[int]:
    """Give the places of clearances that were given to other content; all that name one, where it cannot be read."""
    workspace = find_workspace(file.parent)
    desk = desks.get(workspace.root) or desks.setdefault(workspace.root, open_desk(workspace))
    definition = find_definition(file, workspace.root)
    if definition is not None:
        content = "" if has_errors(definition.diagnostics) else fingerprint_rows(definition, file, desk)[0]
        return frozenset(index for index, each in enumerate(clearances) if is_void(each, content))
    reading = read_at_desk(file, desk)
    if reading.brief is not None:
        return find_void(reading.brief, reading)
    return frozenset(index for index, each in enumerate(clearances) if is_void(each, ""))
