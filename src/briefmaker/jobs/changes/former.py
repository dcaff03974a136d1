"""Finds what a brief is compared with, where it asks for its changes: what was issued last, an earlier brief, a revision."""

import hashlib
import os
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.postings import Issued
from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Severity, has_errors
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.mailing.matter import name_key
from briefmaker.jobs.read import MOST_BYTES, BriefFile
from briefmaker.model import Brief
from briefmaker.model.changes import AUTO
from briefmaker.reading import Reading, read_brief
from briefmaker.reading.reading import Former
from briefmaker.reading.yaml_problems import shorten
from briefmaker.workspace.files import MISSING, BriefFolder, PathOutsideError, UnreadableFileError
from briefmaker.workspace.revisions import RevisionFolder, look_at_revision, look_up_revision
from briefmaker.workspace.seen import ISSUED, REVISION
from briefmaker.workspace.workspace import Workspace

_ENDINGS = (".yaml", ".yml")
_FIELD = "changes.since"


class _UnusableError(Exception):
    """Why there is nothing to compare with: a code, a sentence and a hint."""

    def __init__(self, code: Code, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.hint = code, hint


def add_former(reading: Reading, file: BriefFile, desk: Desk) -> Reading:
    """Give what was read of a brief with what it is compared with, and what is wrong with that; as it is where it asks for none.

    What was looked at is added to what the file's folder has seen, so that a change of it is known later.
    """
    brief = reading.brief
    if brief is None or brief.changes is None or brief.for_each is not None:
        return reading
    try:
        former = _find(brief, file, desk)
    except _UnusableError as unusable:
        found = reading.places.finding(unusable.code, _FIELD, str(unusable), unusable.hint)
        return replace(reading, diagnostics=(*reading.diagnostics, found))
    told = () if former.issued or former.reading else _tell_nothing_issued(brief, reading)
    return replace(reading, former=former, diagnostics=(*reading.diagnostics, *told))


def look_at_former(workspace: Workspace, name: str) -> str:
    """Give the SHA-256 of what was seen in the outbox or in a revision, as it is now."""
    if name.startswith(REVISION):
        return look_at_revision(workspace.root, name)
    version, _, key = name.removeprefix(ISSUED).partition(":")
    try:
        return _hash(_read_issued(key, int(version), workspace))
    except _UnusableError:
        return MISSING


def _find(brief: Brief, file: BriefFile, desk: Desk) -> Former:
    assert brief.changes is not None  # noqa: S101 - the caller has looked
    since = brief.changes.since
    if since == AUTO:
        key = name_key(brief.reference, _find_place(file.folder, file.name))
        return Former(_find_issued(key, brief.version, file, desk))
    if since.lower().endswith(_ENDINGS):
        return _find_file(since, brief, file, desk)
    return _find_revision(since, brief, file)


def _find_place(folder: BriefFolder, relative: str) -> str:
    """Give a file as it is seen from the workspace's folder, by which the outbox knows what has no reference."""
    return Path(os.path.relpath((folder.base / relative).resolve(), folder.root.resolve())).as_posix()


def _find_issued(key: str, below: int, file: BriefFile, desk: Desk) -> Mapping[str, str]:
    """Give what was issued last under a key before a version, by edition."""
    issued = _read_issued(key, below, desk.workspace)
    file.folder.seen[f"{ISSUED}{below}:{key}"] = _hash(issued)
    return {each.edition: each.content for each in issued}


def _read_issued(key: str, below: int, workspace: Workspace) -> tuple[Issued, ...]:
    """Give all that was issued under a key before a version, the lowest version first."""
    try:
        with ExitStack() as stack:
            # Closed at the end, and not entered: that would look for messages to settle, and reading a brief writes nothing.
            outbox = stack.push(Outbox(workspace.records_folder))
            return tuple(each for each in outbox.issued(key) if each.version < below)
    except BriefmakerError as failure:
        hint = failure.hint or "see to the outbox, or name an earlier brief"
        raise _UnusableError(Code.CHANGES_UNREADABLE, failure.message, hint) from failure


def _hash(issued: tuple[Issued, ...]) -> str:
    digest = hashlib.sha256()
    for each in issued:
        content = hashlib.sha256(each.content.encode()).hexdigest()
        digest.update(f"{each.version}\n{each.edition}\n{each.date}\n{content}\n".encode())
    return digest.hexdigest()


def _find_file(since: str, brief: Brief, file: BriefFile, desk: Desk) -> Former:
    """Give an earlier brief: what was issued of it, and its file as it is."""
    folder = file.folder
    reading = _read(since, folder, brief)
    if folder.find(since) == (folder.base / file.name).resolve():
        hint = "name an earlier brief, or a revision of this one such as HEAD~1"
        raise _UnusableError(Code.CHANGES_UNKNOWN, "a brief cannot be compared with itself", hint)
    assert reading.brief is not None  # noqa: S101 - as ``_read`` promises
    is_issue = _is_issue(reading.brief, brief)
    key = name_key(reading.brief.reference, _find_place(folder, since))
    issued = _find_issued(key, reading.brief.version + 1 if is_issue else brief.version, file, desk)
    return Former(issued, reading, is_issue)


def _is_issue(old: Brief, new: Brief) -> bool:
    """Tell whether a brief of another file is an issue of its own, and no earlier version of the same."""
    if old.reference and new.reference:
        return old.reference != new.reference
    return old.version >= new.version


def _find_revision(since: str, brief: Brief, file: BriefFile) -> Former:
    revision = look_up_revision(file.folder.base, since)
    if revision is None:
        message = f"there is no revision `{shorten(since)}` in git here, and no brief of that name"
        hint = "write `auto`, an earlier brief like weekly-2025-10-13.yaml, or a revision such as HEAD~1; own words go in `why`"
        raise _UnusableError(Code.CHANGES_UNKNOWN, message, hint)
    folder = RevisionFolder(file.folder.base, file.folder.root, file.folder.seen, revision)
    return Former(reading=_read(file.name, folder, brief))


def _read(name: str, folder: BriefFolder, brief: Brief) -> Reading:
    """Read the brief of then, which has to be one without errors, in the same language. Raises _UnusableError."""
    try:
        content = folder.read(name, MOST_BYTES)
    except (PathOutsideError, UnreadableFileError) as unreadable:
        code = Code.PATH_OUTSIDE if isinstance(unreadable, PathOutsideError) else Code.CHANGES_UNKNOWN
        hint = "name an earlier brief beside this one, or one seen from its folder"
        raise _UnusableError(code, str(unreadable), hint) from unreadable
    reading = read_brief(content, name, folder)
    if reading.brief is None or has_errors(reading.diagnostics):
        hint = "mend it, or name another; `briefmaker check` says what is wrong with it"
        raise _UnusableError(Code.CHANGES_UNREADABLE, f"`{shorten(name)}` as it was has errors", hint)
    if "language" not in reading.brief.model_fields_set:
        # It is in the house's language, as the new one is that says no more.
        return replace(reading, brief=reading.brief.model_copy(update={"language": brief.language}))
    if reading.brief.language.split("-")[0].lower() != brief.language.split("-")[0].lower():
        message = f"`{shorten(name)}` is in `{reading.brief.language}`, and this brief in `{brief.language}`"
        raise _UnusableError(Code.CHANGES_UNREADABLE, message, "name an earlier brief in the same language")
    return reading


def _tell_nothing_issued(brief: Brief, reading: Reading) -> tuple[Diagnostic, ...]:
    """Tell of a later version of which no earlier one was issued; the first has none to be compared with."""
    if brief.version == 1:
        return ()
    message = f"no version before {brief.version} was issued from here, so nothing can be told of changes"
    hint = "name what to compare with: `changes: {since: HEAD~1}`, or an earlier brief"
    return (reading.places.finding(Code.CHANGES_NOTHING_ISSUED, _FIELD, message, hint, severity=Severity.WARNING),)
