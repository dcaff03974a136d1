"""The fingerprint of what a reader sees of a brief: what somebody cleared, so that a later change of it is known.

It hangs on words alone: not on how the YAML is laid out, nor on the releases of Python, of libraries or of briefmaker. Why each
field counts or not: docs/decisions/0022-clearances-and-recipients.md.
"""

import datetime
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, Protocol

from briefmaker.model.brief import Brief
from briefmaker.model.fields import field_of
from briefmaker.model.part import Part
from briefmaker.model.picture import Picture
from briefmaker.model.when import Moment

LENGTH = 16
"""Hexadecimal digits: by chance, two contents share one once in 2^64 times. It is no seal, as anybody can type one."""

_KIND = "briefmaker content 1"

# What is left out, by field. Where the brief stands on its way, and who is asked: a cleared brief is made final without a word
# of it changing. How it is read, kept and passed on, of which no reader sees a trace. And paths of files, whose content counts.
_LEFT_OUT = re.compile(
    r"^(status|version|clearances(\..*)?|distribution"
    r"|format|for_each|slug|translation_of\.fingerprint|facts\.key|items\.carry|sources\.kind"
    r"|(?!(participants|facts)\.id$)(.+\.)?id"
    r"|figures\.(data|rows))$"
)


class TableData(Protocol):
    """The data of a figure: the names of its columns, and the cells of each row."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Give the names of the columns."""

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Give the cells of each row."""


def is_counted(field: str) -> bool:
    """Tell whether what a field (``agenda.background``) holds is part of the content."""
    return not _LEFT_OUT.match(field)


def fingerprint_content(brief: Brief, tables: Mapping[str, TableData], pictures: Mapping[str, Picture]) -> str:
    """Give the fingerprint of a brief's content: 16 hexadecimal digits.

    ``brief`` has the details of people.yaml already; ``tables`` are the data of its figures by name, ``pictures`` its pictures by
    path. The order of lists counts, that of mappings does not; what is as it is without being said is left out, so that a field
    which is added to the format changes no fingerprint.
    """
    content = _write_part(brief, "", pictures)
    data = {name: [list(table.columns), [list(row) for row in table.rows]] for name, table in tables.items()}
    return _digest([_KIND, content, data])


def join_fingerprints(fingerprints: Iterable[str]) -> str:
    """Give one fingerprint for several contents in their order, such as those of all rows."""
    return _digest([_KIND, list(fingerprints)])


def _digest(content: Any) -> str:
    written = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("ascii")).hexdigest()[:LENGTH]


def _write_part(part: Part, path: str, pictures: Mapping[str, Picture]) -> dict[str, Any]:
    """Give the fields of a part that count, as plain data."""
    written = {}
    for name, described in type(part).model_fields.items():
        place = f"{path}.{name}" if path else name
        value = getattr(part, name)
        is_said = described.is_required() or value != described.get_default(call_default_factory=True)
        if is_said and is_counted(field_of(place)):
            written[name] = _write(value, place, pictures)
    return written


def _write(value: object, path: str, pictures: Mapping[str, Picture]) -> Any:
    """Give a value as plain data."""
    match value:
        case Part():
            return _write_part(value, path, pictures)
        case tuple():
            return [_write(each, f"{path}[{index}]", pictures) for index, each in enumerate(value)]
        case dict():
            return {str(name): _write(each, f"{path}.{name}", pictures) for name, each in value.items()}
        case str() if field_of(path) == "participants.portrait" and value in pictures:
            return f"sha256:{pictures[value].source}"
        case _:
            return _write_one(value, path)


def _write_one(value: object, path: str) -> Any:
    match value:
        case Enum():
            return str(value.value)
        case str():
            return _even_out(value)
        case bool() | int() | None:
            return value
        case Moment() | datetime.date():
            return str(value)
        case _:
            raise TypeError(f"no part of a brief: {type(value).__name__} at {path}")


def _even_out(text: str) -> str:
    """Give a text without the line breaks around it, which only tell how it stands in YAML: under ``|``, ``|-`` or in quotes."""
    return text.lstrip("\n").rstrip(" \t\n")
