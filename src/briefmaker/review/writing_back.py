"""Carries the changes of reviewers out in a brief's file, one by one; what cannot be carried out is given back with why."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefmaker.model import Brief
from briefmaker.model.fields import field_of, is_content
from briefmaker.reading.fields import list_required
from briefmaker.reading.yaml_edit import EditError, YamlEditor
from briefmaker.reading.yaml_edit import Path as Steps
from briefmaker.reading.yaml_lists import Entry, insert_entry, read_data, reorder_entries
from briefmaker.review.changes import Change, Remark, What
from briefmaker.review.kinds import Kind, kind_of, list_of, split_path
from briefmaker.review.rewriting import rewrite
from briefmaker.review.showing import Showing

_ORDER = re.compile(r"briefmaker\s*:")
"""What a comment of the file begins with that briefmaker itself obeys; a reviewer's must not."""
_IN_LIST = re.compile(r"([^\[\].]+)\[([0-9]+)\](?:\.(.+))?")
Limits = dict[str, Any]
Origins = dict[str, Limits]
_LIMITS = ("marking", "handling", "editions")


@dataclass(slots=True)
class WrittenBack:
    """A brief's file with what could be carried out, and what could not, each with the reason."""

    content: bytes
    done: list[Change] = field(default_factory=list)
    refused: list[tuple[Change, str]] = field(default_factory=list)
    noted: list[Remark] = field(default_factory=list)
    not_noted: list[Remark] = field(default_factory=list)


def write_back(
    content: bytes, changes: Sequence[Change], showing: Showing, remarks: Sequence[Remark] = ()
) -> WrittenBack:
    """Carry changes out in a file; comments become comments of the file, above the field that they are about."""
    result = WrittenBack(content)
    _edit_together(result, [change for change in changes if change.what is What.EDITED], showing)
    for change in changes:
        if change.what is What.EMPTIED:
            _edit_one(result, change, showing)
    origins = {change.origin: _limits_at(content, change.origin) for change in changes if change.origin}
    for remark in remarks:
        _note(result, remark)
    lists = {_list_path(change) for change in changes if change.what in (What.ADDED, What.REMOVED, What.MOVED)}
    # The innermost first: what is done to a list leaves the numbers of those around it as they are.
    for container in sorted(lists, key=lambda path: (-path.count("["), path)):
        mine = [change for change in changes if _list_path(change) == container]
        _rebuild_list(result, container, _without_hiding(result, mine, showing), origins)
    return result


def _list_path(change: Change) -> str:
    around = list_of(change.path)
    return around[0] if change.what is What.REMOVED and around else change.path


def _edit_together(result: WrittenBack, changes: Sequence[Change], showing: Showing) -> None:
    """Carry edits of texts out at once, which reads the file anew only once; where that fails, one by one."""
    editor, refused, done = YamlEditor(result.content), list[tuple[Change, str]](), list[Change]()
    for change in changes:
        try:
            _edit(editor, change, showing)
        except EditError as failure:
            refused.append((change, str(failure)))
        else:
            done.append(change)
    try:
        result.content = editor.result() if done else result.content
    except EditError:
        for change in changes:
            _edit_one(result, change, showing)
        return
    result.done += done
    result.refused += refused


def _edit_one(result: WrittenBack, change: Change, showing: Showing) -> None:
    editor = YamlEditor(result.content)
    try:
        _edit(editor, change, showing)
        result.content = editor.result()
    except EditError as refused:
        result.refused.append((change, str(refused)))
    else:
        result.done.append(change)


def _edit(editor: YamlEditor, change: Change, showing: Showing) -> None:
    steps = _find_text(editor, change.path)
    typed = editor.text_at(*steps) if steps is not None else None
    if steps is None or typed is None:
        raise EditError("the brief's own file does not hold it: it comes from people.yaml, a data file or the settings")
    if not change.is_stale and showing.show(change.path, typed) != showing.blocks(change.path):
        raise EditError(f"what is shown is worked out from `{typed.strip()}`")
    if change.what is What.EMPTIED:
        if field_of(change.path) in _needed(change.path):
            raise EditError("a brief cannot do without it")
        editor.remove_fields(steps[:-1], [str(steps[-1])])
        return
    fixes = rewrite(typed, change, showing)
    if fixes is None:
        raise EditError("no text of this field can look like this: it is one of a single line, or of plain words")
    editor.replace_within(steps, fixes)


def _find_text(editor: YamlEditor, path: str) -> Steps | None:
    """Give the place of a field's text; an entry of a list may be written as a mapping with its text in it."""
    if kind_of(path) is Kind.LINE and (inner := editor.find_steps(f"{path}.text")) is not None:
        return inner
    return editor.find_steps(path)


def _needed(path: str) -> tuple[str, ...]:
    """Give the fields without which a brief, or an entry that a path stands in, cannot be."""
    top = (name for name, told in Brief.model_fields.items() if told.is_required())
    return (*top, *list_required(Brief, field_of(path)))


# --- lists -----------------------------------------------------------------------------------------------------------


def _without_hiding(result: WrittenBack, changes: Sequence[Change], showing: Showing) -> list[Change]:
    """Give changes without those that would take out an entry whose other texts the document does not show: nobody saw them."""
    kept = []
    for change in changes:
        hidden = _list_hidden(result.content, change.path, showing) if change.what is What.REMOVED else []
        if hidden:
            why = f"the entry also holds `{'`, `'.join(hidden)}`, which the document does not show: take it out by hand"
            result.refused.append((change, why))
        else:
            kept.append(change)
    return kept


def _list_hidden(content: bytes, entry: str, showing: Showing) -> list[str]:
    """Give the texts of an entry, by their paths, that the document does not show."""
    around = list_of(entry)
    try:
        data = _look_up(content, split_path(around[0]))[around[1]] if around else None
    except (EditError, IndexError):
        return []
    paths = _iterate_texts(data, entry)
    return [path for path in paths if path not in showing.texts and is_content(field_of(path))]


def _iterate_texts(data: Any, path: str) -> Iterator[str]:
    """Give the paths of the texts in an entry's data."""
    if isinstance(data, dict) and kind_of(path) is not Kind.LINE:
        for name, value in data.items():
            yield from _iterate_texts(value, f"{path}.{name}")
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _iterate_texts(value, f"{path}[{number}]")
    elif data and kind_of(path) in (Kind.RICH, Kind.SHORT, Kind.LINE):
        yield path


def _rebuild_list(result: WrittenBack, container: str, changes: Sequence[Change], origins: Origins) -> None:
    """Carry out all that was done to one list: all of it together, or, where that fails, none of it."""
    mine = [change for change in changes if change.what in (What.ADDED, What.REMOVED, What.MOVED)]
    try:
        result.content = _rebuild(result.content, container, mine, origins)
    except EditError as refused:
        result.refused += ((change, str(refused)) for change in mine)
    else:
        result.done += mine


def _rebuild(content: bytes, container: str, changes: Sequence[Change], origins: Origins) -> bytes:
    steps = split_path(container)
    count = len(_look_up(content, steps))
    gone = {around[1] for each in changes if each.what is What.REMOVED and (around := list_of(each.path))}
    sequence: list[int | Change] = list(range(count))
    for change in changes:
        for entry, behind in change.order:
            _move(sequence, entry, behind)
    for change in changes:
        if change.what is What.ADDED:
            sequence.insert(_place_of(sequence, change), change)
    wanted = [each if isinstance(each, int) else _Entry(each, origins.get(each.origin, {})) for each in sequence]
    return _carry_out(
        content, steps, [each for each in wanted if not isinstance(each, int) or each not in gone], sorted(gone)
    )


def _look_up(content: bytes, steps: Steps) -> list[Any]:
    """Give the entries of a list as plain data. Raises EditError where there is none."""
    data = read_data(content)
    for step in steps:
        inside = data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else None
        data = data.get(str(step)) if isinstance(data, dict) else inside
    if not isinstance(data, list):
        raise EditError("the brief's own file has no such list: it comes from people.yaml, a data file or the settings")
    return data


def _move(sequence: list[int | Change], entry: int, behind: int | None) -> None:
    sequence.remove(entry)
    sequence.insert(sequence.index(behind) + 1 if behind is not None else 0, entry)


def _place_of(sequence: Sequence[int | Change], change: Change) -> int:
    """Give where a new entry goes: behind the entry before it and those that were added there already."""
    if change.after_entry is not None and change.after_entry in sequence:
        place = sequence.index(change.after_entry) + 1
        while place < len(sequence) and isinstance(sequence[place], Change):
            place += 1
        return place
    if change.before_entry is not None and change.before_entry in sequence:
        return sequence.index(change.before_entry)
    return len(sequence)


def _carry_out(content: bytes, steps: Steps, wanted: Sequence["int | _Entry"], gone: Sequence[int]) -> bytes:
    """Bring a list into its new order, put in what is new, and take out last what goes: a list is never empty meanwhile."""
    kept = [each for each in wanted if isinstance(each, int)]
    if kept != sorted(kept):
        order = [*kept, *gone]
        content = reorder_entries(content, steps, order)
        gone = range(len(kept), len(order))
    elif any(isinstance(each, _Entry) for each in wanted) and gone:
        content = reorder_entries(content, steps, [*kept, *gone])
        gone = range(len(kept), len(kept) + len(gone))
    added = 0
    for number, each in enumerate(wanted):
        if isinstance(each, _Entry):
            content = insert_entry(content, steps, number, _write_entry(content, steps, number, each))
            added += 1
    if gone:
        editor = YamlEditor(content)
        editor.remove_entries(steps, [number + added for number in gone])
        content = editor.result()
    return content


@dataclass(frozen=True)
class _Entry:
    """An entry to be put in, and who alone may see what it was moved from."""

    change: Change
    limits: Limits


def _write_entry(content: bytes, steps: Steps, number: int, entry: _Entry) -> Entry:
    """Give a new entry; one beside an entry for some readers only is for no more than those, until somebody says otherwise.

    So is one that was moved here from such an entry.
    """
    fields, entries = _nest(entry.change.fields), _look_up(content, steps)
    limits = _limits_of(entries[number - 1] if number else entries[0]) | entry.limits
    if not limits:
        return str(fields[""]) if fields.keys() == {""} else fields
    return {**{name or "text": text for name, text in fields.items()}, **limits}


def _nest(fields: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Give the fields of a new entry with the lists in it: ``if_raised[0].we_say`` is a field of the first entry of one."""
    nested: dict[str, Any] = {}
    for name, text in fields:
        found = _IN_LIST.fullmatch(name)
        if found is None:
            nested[name] = text
            continue
        entries = nested.setdefault(found[1], [])
        if not found[3]:
            entries.append(text)
            continue
        number = int(found[2])
        entries += ({} for _ in range(number + 1 - len(entries)))
        entries[number][found[3]] = text
    return nested


def _limits_at(content: bytes, path: str) -> Limits:
    """Give who alone may see an entry of a list, by the path of its text."""
    around = list_of(path)
    if around is None:
        return {}
    try:
        return _limits_of(_look_up(content, split_path(around[0]))[around[1]])
    except (EditError, IndexError):
        return {}


def _limits_of(entry: Any) -> Limits:
    return {name: entry[name] for name in _LIMITS if entry.get(name)} if isinstance(entry, dict) else {}


# --- comments --------------------------------------------------------------------------------------------------------


def _note(result: WrittenBack, remark: Remark) -> None:
    """Put a comment above its field, or above the nearest part around it that begins a line; once, however often pulled."""
    comment = write_comment(remark)
    if f"# {comment}" in result.content.decode():
        result.noted.append(remark)
        return
    path: Steps = split_path(remark.path) if remark.path else ()
    while path:
        editor = YamlEditor(result.content)
        if isinstance(path[-1], str) and editor.has(*path) and _add(editor, path, comment):
            result.content = editor.result()
            result.noted.append(remark)
            return
        path = path[:-1]
    result.not_noted.append(remark)


def _add(editor: YamlEditor, path: Steps, comment: str) -> bool:
    try:
        return editor.add_comment(path, comment)
    except EditError:
        return False


def write_comment(remark: Remark) -> str:
    """Give a reviewer's comment as one line for a YAML file."""
    about = f" (on “{_one_line(remark.about)}”)" if remark.about else ""
    day = f", {remark.date[:10]}" if remark.date else ""
    said = f"{_one_line(remark.author) or 'Comment'}{day}: {_one_line(remark.text)}{about}"
    return _ORDER.sub("briefmaker -", said)


def _one_line(text: str) -> str:
    """Give words on one line, without characters that a brief's file must not have."""
    hidden = {each for each in text if not each.isprintable() and each != " "}
    return " ".join("".join(" " if each in hidden else each for each in text).split())
