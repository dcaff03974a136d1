"""A draft is read as a brief before it is written: what no brief can hold leaves its field and stays in words elsewhere."""

import re
from collections.abc import Callable
from typing import Any

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.review.importing.draft import Rich
from briefmaker.review.importing.make_draft import DraftMade

_MOST_ROUNDS = 200
_STEP = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")
_REQUIRED = {
    "title",
    "date",
    "topic",
    "heading",
    "text",
    "action",
    "unit",
    "statement",
    "they_say",
    "we_say",
    "step",
    "name",
}
_STAND_IN = "–"
FindErrors = Callable[[bytes], tuple[Diagnostic, ...]]


def settle(made: DraftMade, find_errors: FindErrors) -> str:
    """Give the file of a draft that can be built: each field with an error gives its words to an annex or a comment."""
    text = made.write()
    for _ in range(_MOST_ROUNDS):
        found = find_errors(text.encode())
        moved = next((each for each in found if _move(made, each)), None)
        if moved is None:
            return text
        text = made.write()
    return text


def _move(made: DraftMade, found: Diagnostic) -> bool:
    """Take the value that a finding is about out of its field; False where there is none."""
    steps: list[str | int] = [name or int(number) for name, number in _STEP.findall(found.path)]
    holder: Any = made.draft.data
    for at, step in enumerate(steps):
        value = _get(holder, step)
        if value is None:
            return _fill_in(holder, step, found) if at + 1 == len(steps) else False
        if at + 1 == len(steps) or isinstance(value, str):
            return _take_out(made, holder, step, value, found)
        holder = value
    return False


def _fill_in(holder: Any, step: str | int, found: Diagnostic) -> bool:
    """Put a dash into a field that is missing and has to be there."""
    if found.code != Code.FIELD_MISSING or not isinstance(holder, dict):
        return False
    holder[step] = _STAND_IN
    return True


def _get(holder: Any, step: str | int) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    return holder[step] if isinstance(holder, list) and isinstance(step, int) and step < len(holder) else None


def _take_out(made: DraftMade, holder: Any, step: str | int, value: Any, found: Diagnostic) -> bool:
    if value == _STAND_IN:
        return False
    is_required = isinstance(holder, dict) and step in _REQUIRED
    if is_required:
        holder[step] = "2000-01-01" if step == "date" else _STAND_IN
    else:
        del holder[step]
        _drop_empty(made.draft.data)
    is_annex = found.path.startswith("annexes")
    made.moved.append(f"`{found.path}` could not hold “{_words(value)}”: {found.message}")
    if isinstance(value, Rich) and not is_annex:
        made.draft.data.setdefault("annexes", []).append({"title": found.path, "text": value})
    else:
        made.closing.append(f"LOOK, `{found.path}` could not hold this ({found.message}): {_words(value)}")
    return True


def _drop_empty(data: dict[str, Any]) -> None:
    """Take away lists and mappings in which nothing is left."""
    for name, value in list(data.items()):
        if isinstance(value, dict):
            _drop_empty(value)
        if value in ({}, []):
            del data[name]


def _words(value: Any) -> str:
    match value:
        case dict():
            return "; ".join(f"{name}: {_words(each)}" for name, each in value.items())
        case list():
            return "; ".join(map(_words, value))
        case _:
            return str(value)
