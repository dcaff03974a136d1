"""Finds which clearance of a brief's file somebody answers for: by the person's name, or by the unit's."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from briefmaker.diagnostics import BriefmakerError
from briefmaker.reading.suggest import did_you_mean, list_words
from briefmaker.reading.yaml_edit import YamlEditor

_NEARLY_THE_SAME = 0.85
"""So near are two units of which one is probably the other, misspelt."""


@dataclass(frozen=True, slots=True)
class Found:
    """A clearance: its place in the list, the next free one where it is new, its unit, and who clears for it, as typed."""

    index: int
    unit: str
    by: str | None
    is_new: bool = False


def find_clearance(editor: YamlEditor, name: str, unit: str | None) -> Found:
    """Give the clearance that is meant; with a ``unit`` that the file has not, a new one.

    Without a unit it is that of the person, or of a unit of that name. Raises BriefmakerError where there is none, or several.
    """
    listed = tuple(_list_clearances(editor))
    if unit is not None:
        return _choose([each for each in listed if _is_same(each.unit, unit)], unit) or _begin(listed, name, unit)
    mine = [each for each in listed if each.by is not None and _is_same(each.by, name)]
    found = _choose(mine, name) or _choose([each for each in listed if _is_same(each.unit, name)], name)
    if found is None:
        known = [words for each in listed for words in (each.by, each.unit) if words]
        meant = did_you_mean(name, known, f"the brief asks {list_words(known)};" if known else "")
        hint = f"{meant} `--unit UNIT` adds a clearance".strip()
        raise BriefmakerError(f"the brief asks nobody called `{name}` for a clearance", hint, exit_code=1)
    return found


def _list_clearances(editor: YamlEditor) -> Iterable[Found]:
    for index in range(editor.count("clearances")):
        unit = editor.text_at("clearances", index, "unit")
        yield Found(index, unit or "", editor.text_at("clearances", index, "by"))


def _is_same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _choose(found: list[Found], words: str) -> Found | None:
    if len(found) <= 1:
        return found[0] if found else None
    units = list(dict.fromkeys(each.unit for each in found))
    if len(units) == 1:
        hint = "take one of them out of the file, or give each a unit of its own"
        raise BriefmakerError(f"the brief asks `{units[0]}` {len(found)} times", hint, exit_code=1)
    message = f"`{words}` clears for {len(found)} units: {list_words(units)}"
    raise BriefmakerError(message, f'say which: --unit "{units[0]}"', exit_code=1)


def _begin(listed: tuple[Found, ...], name: str, unit: str) -> Found:
    """Give a new clearance. Raises BriefmakerError for a unit that is probably one of the others, misspelt."""
    nearly = get_close_matches(unit, [each.unit for each in listed], n=1, cutoff=_NEARLY_THE_SAME)
    if nearly:
        hint = f"did you mean `{nearly[0]}`? another unit, if it is one, is added in the file"
        raise BriefmakerError(f"the brief asks no unit called `{unit}`", hint, exit_code=1)
    return Found(len(listed), unit, name, is_new=True)
