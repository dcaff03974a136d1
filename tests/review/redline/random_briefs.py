"""Random pairs of briefs: a brief, and the same with words, sentences, entries, lists, tables and figures changed; by a seed."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.model import Brief
from briefmaker.model.settings import Paper
from briefmaker.reading import Reading
from briefmaker.view.shape import View
from briefmaker.writing.template import Template
from briefmaker.writing.word import write_word

BRIEFS = Path(__file__).resolve().parents[3] / "briefs"
NAMES = (
    "nato-us-2025-10-22",
    "weekly-2025-10-20",
    "jordan-eu-water-2026-01-08",
    "union-africaine-2025-05-20",
    "haiti-2025-10-16",
)
_WORDS = ("harbour", "three", "not", "soon", "**firmly**", "AT&T", "<5", "l’été", "والماء", "2026", "{x}", "_maybe_")
_RICH = ("background", "issue", "considerations", "summary", "text", "our_position", "their_position")
_BLOCKS = (
    "A new paragraph that nobody had.",
    "- first\n- second **bold**\n    - below",
    "1. one\n2. two",
    "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
)


@cache
def _open(name: str) -> tuple[Reading, Desk]:
    file, desk = find_desk(BRIEFS / f"{name}.yaml")
    return read_at_desk(file, desk), desk


def view_reading(reading: Reading, desk: Desk) -> tuple[View, Template] | None:
    """Give the view of a brief and its template; None where it cannot be made."""
    view, template, _ = view_brief(reading, desk, Request((DocumentFormat.DOCX,), Paper.A4))
    return (view, template) if view is not None and template is not None else None


def make_views(seed: int) -> tuple[tuple[View, Template], tuple[View, Template]]:
    """Give the views of a random brief before and after its changes, each with the template."""
    chance = random.Random(seed)  # noqa: S311 - the same briefs every time
    reading, desk = _open(NAMES[seed % len(NAMES)])
    old, new = (view_reading(_change(reading, desk, chance, most), desk) for most in (chance.choice((0, 3, 12)), 25))
    assert old is not None
    assert new is not None
    return old, new


def make_pair(seed: int) -> tuple[bytes, bytes]:
    """Give the Word documents of a random brief before and after its changes."""
    old, new = (write_word(view, template, fingerprint=str(seed) * 64) for view, template in make_views(seed))
    return old, new


def _change(reading: Reading, desk: Desk, chance: random.Random, most: int) -> Reading:
    """Give a brief with up to so many changes; one that makes it wrong is not made."""
    for _ in range(chance.randint(0, most)):
        assert reading.brief is not None
        data = reading.brief.model_dump(mode="json", exclude_none=True)
        tables = dict(reading.tables)
        chance.choice((_change_text, _change_text, _change_text, _change_list, _change_list, _change_whole))(
            data, chance
        )
        if tables and chance.random() < 0.2:
            name = chance.choice(sorted(tables))
            rows = [list(row) for row in tables[name].rows]
            if len(rows) > 3:
                del rows[chance.randrange(len(rows))]
            tables[name] = replace(tables[name], rows=tuple(tuple(row) for row in rows))
        try:
            changed = replace(reading, brief=Brief.model_validate(data), tables=tables)
            reading = changed if view_reading(changed, desk) else reading
        except (ValidationError, ValueError, KeyError, TypeError):
            continue
    return reading


def _iterate(value: Any, found: Callable[[Any, Any], bool], path: str = "") -> Iterator[tuple[Any, Any, str]]:
    """Give each place in a brief's data: what it stands in, its key, and the name of its field."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in list(items):
        name = key if isinstance(key, str) else path
        if name in ("sources", "figures", "facts", "clearances", "portions"):
            continue
        if found(name, each):
            yield value, key, name
        yield from _iterate(each, found, name)


def _change_text(data: dict[str, Any], chance: random.Random) -> None:
    places = list(_iterate(data, lambda _, each: isinstance(each, str) and each.count(" ") > 2))
    if not places:
        return
    holder, key, name = chance.choice(places)
    words = holder[key].split(" ")
    start = chance.randrange(len(words))
    match chance.randrange(5):
        case 0:
            words[start : start + chance.randint(1, 4)] = []
        case 1:
            words.insert(start, chance.choice(_WORDS))
        case 2:
            words[start : start + chance.randint(1, 6)] = [chance.choice(_WORDS) for _ in range(chance.randint(1, 5))]
        case 3:
            words[start] = f"**{words[start].strip('*')}**"
        case _ if name in _RICH:
            words = [holder[key], f"\n\n{chance.choice(_BLOCKS)}"]
        case _:
            words.reverse()
    holder[key] = " ".join(words).strip() or "nothing"


def _change_list(data: dict[str, Any], chance: random.Random) -> None:
    places = list(_iterate(data, lambda _, each: isinstance(each, list) and len(each) > 0))
    if not places:
        return
    holder, key, _ = chance.choice(places)
    entries = holder[key]
    place = chance.randrange(len(entries))
    match chance.randrange(3):
        case 0 if len(entries) > 1:
            del entries[place]
        case 1:
            entries.insert(chance.randrange(len(entries) + 1), entries.pop(place))
        case _ if isinstance(entries[place], dict):
            entries.insert(place, {name: each for name, each in entries[place].items() if name != "id"})
            _change_text(entries[place], chance)
        case _ if isinstance(entries[place], str):
            entries.insert(place, f"{chance.choice(_WORDS)} {entries[place]}")


def _change_whole(data: dict[str, Any], chance: random.Random) -> None:
    match chance.randrange(4):
        case 0:
            data["version"] = chance.randint(1, 9)
        case 1:
            data["title"] = f"{data['title']} {chance.choice(_WORDS)}"
        case 2:
            data.pop(chance.choice(sorted(set(data) - {"format", "title", "date", "template", "language"})))
        case _:
            data["bottom_line"] = " ".join(chance.choice(_WORDS) for _ in range(8))
