"""Mend what can safely be mended in briefs: each fix in its place, every other byte as it was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Diagnostic, Fix
from briefmaker.jobs.checking.asking import Choice, read_choice
from briefmaker.jobs.checking.check import CheckingDesk, open_desks
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.read import read_at_desk, read_content
from briefmaker.reading import Reading
from briefmaker.reading.row_data import is_definition
from briefmaker.reading.yaml_edit import EditError, YamlEditor
from briefmaker.reading.yaml_edit import Path as Steps
from briefmaker.workspace.output import replace_file

_MOST_ROUNDS = 500
"""One fix may make room for another, and a rule tells only so many findings at once."""


@dataclass(frozen=True, slots=True)
class FixOutcome:
    """What became of one brief: its file before and after, how much was mended, and all that is still wrong with it."""

    brief: Path
    before: bytes
    after: bytes
    mended: int
    diagnostics: tuple[Diagnostic, ...]


def fix(
    paths: Sequence[str | Path] = (), *, select: Sequence[str] = (), ignore: Sequence[str] = (), write: bool = True
) -> tuple[FixOutcome, ...]:
    """Mend briefs, or all of a folder, where a rule says what may safely stand instead; then tell what is still wrong.

    Without ``write`` the files stay as they are, and the outcomes say what would become of them. Nothing that is not in the
    brief, its glossary or the house's lists is ever put in. Raises BriefmakerError as ``check`` does, and when a file cannot be
    written; those before it are.
    """
    return fix_briefs(paths, read_choice(select, ignore), write=write)


def fix_briefs(paths: Sequence[str | Path], choice: Choice, *, write: bool) -> tuple[FixOutcome, ...]:
    """Mend briefs as ``fix`` does, by a choice that was read."""
    outcomes = []
    for brief, desk in open_desks(paths):
        outcome = _fix_brief(brief, desk, choice)
        if write and outcome.after != outcome.before:
            _write(outcome)
        outcomes.append(outcome)
    return tuple(outcomes)


def _fix_brief(brief: Path, desk: CheckingDesk, choice: Choice) -> FixOutcome:
    reading = read_at_desk(brief, desk.desk)
    before, mended = reading.content, 0
    if is_definition(before):  # its texts are of no brief yet: a person mends them
        return FixOutcome(brief, before, before, 0, desk.check_file(brief, choice))
    found, seen = desk.check(reading, choice), {before}
    for _ in range(_MOST_ROUNDS):
        content, count = _mend(reading, found)
        if not count or content in seen:  # fixes that undo one another would go on for ever
            break
        seen.add(content)
        mended += count
        reading = read_content(content, brief, desk.desk)
        found = desk.check(reading, choice)
    return FixOutcome(brief, before, reading.content, mended, found)


def _mend(reading: Reading, found: tuple[Diagnostic, ...]) -> tuple[bytes, int]:
    """Give a file with all fixes that can be made together, and their number; all of one text, or none."""
    wanted = _fixes_by_path(found)
    if not wanted:
        return reading.content, 0
    try:
        return _edit(reading.content, wanted)
    except EditError:
        return _edit_one_by_one(reading.content, wanted)


def _fixes_by_path(found: Iterable[Diagnostic]) -> dict[str, list[Fix]]:
    fixes: dict[str, list[Fix]] = {}
    for each in found:
        if each.fix is not None:
            fixes.setdefault(each.path, []).append(each.fix)
    return {path: list(_without_overlaps(those)) for path, those in fixes.items()}


def _without_overlaps(fixes: list[Fix]) -> Iterator[Fix]:
    """Give the fixes of one text that do not touch one another; the others come in the next round, if still needed."""
    behind = -1
    for each in sorted(fixes, key=lambda fix: (fix.start, -fix.end)):
        if each.start > behind:
            behind = each.end
            yield each


def _edit(content: bytes, wanted: dict[str, list[Fix]]) -> tuple[bytes, int]:
    editor, count = YamlEditor(content), 0
    for path, fixes in wanted.items():
        steps: Steps | None = editor.find_steps(path)
        if steps is not None:
            editor.replace_within(steps, fixes)
            count += len(fixes)
    return editor.result() if count else content, count


def _edit_one_by_one(content: bytes, wanted: dict[str, list[Fix]]) -> tuple[bytes, int]:
    """Make the fixes text by text, and leave those out that cannot be made without harm."""
    mended = 0
    for path, fixes in wanted.items():
        try:
            content, count = _edit(content, {path: fixes})
        except EditError:
            continue
        mended += count
    return content, mended


def _write(outcome: FixOutcome) -> None:
    shown = shown_path(outcome.brief)
    try:
        is_written = replace_file(outcome.brief, outcome.before, outcome.after)
    except OSError as failure:
        raise BriefmakerError(f"{shown} cannot be written: {failure.strerror or failure}", exit_code=1) from failure
    if not is_written:
        raise BriefmakerError(f"{shown} was changed meanwhile", "mend it once more", exit_code=1)
