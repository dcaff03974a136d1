"""A brief with a word of its own planted in every field, by which a leak is traced to the field that it came from.

It is made from the model's schema, so that a field that is added to the model joins by itself.
"""

import datetime
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from briefmaker.model.fields import field_of
from briefmaker.model.schema import brief_schema

# What cannot hold a word of its own: it names something that exists, or is what the tests vary.
_LEFT_OUT = re.compile(
    r"^(for_each|slug)$|^(.+\.)?(marking|handling|editions|portions)$|^figures\.data$|^participants\.(person|portrait)$"
)
_FIXED: dict[str, Any] = {
    "format": 1,
    "template": "meeting",
    "version": 3,
    "language": "en-GB",
    "timezone": "Europe/Brussels",
    "home_timezone": "America/New_York",
    "likelihood_scale": "icd-203",
    "implications.likelihood": "likely",
    "items.likelihood": "likely",
    "changes.since": "auto",
    "facts.sources": [],
    "agenda.figures": [],
    "agenda.lead": "",
    "meeting.programme.lead": "",
}


@dataclass
class Planted:
    """The data of a brief, and the words planted in it by the path of their field."""

    data: dict[str, Any]
    words: dict[str, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def invent(self, path: str) -> str:
        """Give a new word and plant it; letters only, so that nothing can break it, and of one length."""
        number = next(self._numbers)
        letters = "".join(chr(ord("a") + number // 26**power % 26) for power in (2, 1, 0))
        self.words[path] = f"Zq{letters}vx"
        return self.words[path]

    def invent_number(self, path: str) -> int:
        """Give a number that stands nowhere else."""
        number = 610_000 + next(self._numbers)
        self.words[path] = str(number)
        return number

    def invent_value(self, path: str) -> str:
        """Give a number that can be drawn: it is printed as it is typed, and stands nowhere else."""
        self.words[path] = f"{100 + next(self._numbers) % 900}.617"
        return self.words[path]


def plant(template: str = "meeting") -> Planted:
    """Give a brief for a template with two entries in every list, each field filled, and one citing the other."""
    planted = Planted({})
    schema = brief_schema()
    planted.data = _fill(planted, schema, schema, "")
    planted.data["template"] = template
    _connect(planted)
    return planted


def _fill(planted: Planted, schema: dict[str, Any], part: dict[str, Any], path: str) -> Any:
    part = _resolve(schema, part)
    name = field_of(path)
    if name in _FIXED:
        return _FIXED[name]
    if "properties" in part:
        here = {key: f"{path}.{key}" if path else key for key in part["properties"]}
        kept = {key: place for key, place in here.items() if not _LEFT_OUT.match(field_of(place))}
        return {key: _fill(planted, schema, part["properties"][key], place) for key, place in kept.items()}
    if name == "figures.rows":
        columns = (path.replace(".rows", ".x"), f"{path}.values")
        names = [planted.invent(f"{path}.column{index}") for index, _ in enumerate(columns)]
        return [_fill_row(planted, names, f"{path}[{row}]") for row in range(2)]
    if part.get("type") == "array":
        return [_fill(planted, schema, part["items"], f"{path}[{index}]") for index in range(2)]
    if part.get("type") == "object":
        inner = part.get("additionalProperties") or next(iter(part["patternProperties"].values()))
        names = [planted.invent(f"{path}.name{index}") for index in range(2)]
        return {each: _fill(planted, schema, inner, f"{path}.{each}") for each in names}
    return _fill_leaf(planted, part, path)


def _fill_row(planted: Planted, columns: list[str], path: str) -> dict[str, str]:
    """Give a row that can be drawn: its name, and a number that is printed as it is typed and stands nowhere else."""
    name, number = (f"{path}.{column}" for column in columns)
    return {columns[0]: planted.invent(name), columns[1]: planted.invent_value(number)}


def _fill_leaf(planted: Planted, part: dict[str, Any], path: str) -> Any:
    if "enum" in part:
        return part["enum"][0]
    if part.get("type") == "boolean":
        return False
    if field_of(path) == "figures.reference_line.value":
        return planted.invent_value(path)
    if part.get("type") in ("integer", "number"):
        return planted.invent_number(path)
    return _fill_text(planted, part.get("pattern", ""), path)


def _fill_text(planted: Planted, pattern: str, path: str) -> str:
    word = planted.invent(path)
    if re.search(pattern, word):
        return word
    day = _invent_day(len(planted.words))
    candidates = (day.isoformat(), f"{day:%H}:{len(planted.words) % 60:02}", f"https://{word.lower()}.example/")
    text = next(each for each in candidates if re.search(pattern, each))
    planted.words[path] = text if text == day.isoformat() else word.lower()
    if len(text) == len("15:00"):
        del planted.words[path]  # an hour is no word of its own
    return text


def _invent_day(number: int) -> datetime.date:
    """Give a day of two digits, as 2 March would be found in 12 March; none of September, which is cut in two ways."""
    return datetime.date(2031 + number // 152, 1 + number // 19 % 8, 10 + number % 19)


def _resolve(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in part or "anyOf" in part:
        name = part.get("$ref", "").rsplit("/", 1)[-1]
        # A line is written as a mapping, so that it can have a name and a marking.
        choices = part.get("anyOf", [])
        mapping = next((each for each in choices if "properties" in each), choices[0] if choices else {})
        part = schema["$defs"][name] if name else mapping
    return part


def _connect(planted: Planted) -> None:
    """Make the first of two parts use the first source, fact, figure, term and person, and the second the second."""
    data = planted.data
    figures, sources, terms = (list(data[name]) for name in ("figures", "sources", "glossary"))
    for index in range(2):
        item, fact = data["agenda"][index], data["facts"][index]
        item["figures"] = [figures[index]]
        item["lead"] = data["meeting"]["programme"][index]["lead"] = data["participants"][index]["id"]
        item["background"] += f" {terms[index]} [@{sources[index]}] holds [@{fact['id']}]."
        fact["sources"] = [sources[index]]
        _connect_figure(planted, figures[index], sources[index])


def _connect_figure(planted: Planted, name: str, source: str) -> None:
    """Make a figure use its own columns and rows, and a source; of what stood there before no word is left."""
    figure = planted.data["figures"][name]
    around = f"figures.{name}"
    stale = (f"{around}.source", f"{around}.x", f"{around}.y.", f"{around}.highlight")
    planted.words = {path: word for path, word in planted.words.items() if not path.startswith(stale)}
    first, second = figure["rows"][0]
    figure |= {"x": first, "y": {second: planted.invent(f"{around}.y.{second}")}, "source": source}
    figure["highlight"] = [figure["rows"][0][first]]
