"""Which fields of a brief say something to its reader, and how a place in a brief names its field."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, get_args

from briefmaker.model.part import Part

_NAMED = ("figures", "sources")
_NAMED_COLUMNS = (["figures", "rows"], ["figures", "y"])

# Fields that steer how a brief is read, sorted, marked or checked. No template shows their value as a text of its own:
# a side is shown by grouping, an end time beside its start, a portion's marking as its mark, a fact where it is cited.
_STEERING = re.compile(
    r"^(format|for_each|slug|template|language|timezone|home_timezone|likelihood_scale|distribution|facts(\..*)?"
    r"|(.+\.)?(id|editions|portions(\..*)?)|.+\.(marking|handling)"
    r"|participants\.(person|side)|items\.carry|decision\.options\.recommended|meeting\.end"
    r"|changes\.since|clearances\.(email|of)|sources\.kind|translation_of\.fingerprint|figures\.(chart|data|highlight|reference_line\.value))$"
)


def field_of(path: str) -> str:
    """Give the field that a place belongs to: ``agenda[0].lines_to_take[1]`` -> ``agenda.lines_to_take``.

    Entries that have names of their own (figures, sources, glossary) lose the name: ``sources.hague.title`` ->
    ``sources.title``; the columns of a figure's rows too.
    """
    parts = re.sub(r"\[[0-9]+\]", "", path).split(".")
    if parts[0] == "glossary":
        return "glossary"
    if parts[0] in _NAMED:
        del parts[1:2]
    return ".".join(parts[:2] if parts[:2] in _NAMED_COLUMNS else parts)


def iterate_parts(part: Part, path: str = "") -> Iterator[tuple[str, Part]]:
    """Give a part and all parts under it, each with its path, in the order of the model."""
    yield path, part
    for name in type(part).model_fields:
        yield from _iterate_inner(getattr(part, name), f"{path}.{name}" if path else name)


def _iterate_inner(value: object, path: str) -> Iterator[tuple[str, Part]]:
    match value:
        case Part():
            yield from iterate_parts(value, path)
        case tuple():
            for index, entry in enumerate(value):
                yield from _iterate_inner(entry, f"{path}[{index}]")
        case dict():
            for key, entry in value.items():
                yield from _iterate_inner(entry, f"{path}.{key}")
        case _:
            pass


def is_content(field: str) -> bool:
    """Tell whether a field (``agenda.background``) holds something that a reader is meant to see."""
    return not _STEERING.match(field)


@lru_cache(maxsize=4096)
def is_shown(field: str, shows: tuple[str, ...]) -> bool:
    """Tell whether a list of fields names this one, or one that it stands under."""
    return any(field == shown or field.startswith(shown + ".") for shown in shows)


def has_shown_part(field: str, shows: tuple[str, ...]) -> bool:
    """Tell whether a list of fields names something that stands under this one."""
    return any(shown.startswith(field + ".") for shown in shows)


def has_field(part: type[Part], field: str) -> bool:
    """Tell whether a part has a field of this name, such as ``agenda.background`` of a brief."""
    name, _, rest = field.partition(".")
    described = part.model_fields.get(name)
    if described is None or not rest:
        return described is not None
    return any(has_field(inner, rest) for inner in _iterate_types(described.annotation))


def _iterate_types(annotation: Any) -> Iterator[type[Part]]:
    """Give the parts that a field may hold, also in lists and mappings."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _iterate_types(inner)
