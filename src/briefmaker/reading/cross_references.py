"""What one part of a brief says of another: sources, facts, figures and ids, also in a brief with other mistakes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model import AgendaItem, Brief, Fact, Figure, Portion
from briefmaker.reading.suggest import did_you_mean
from briefmaker.reading.walk import FoundField
from briefmaker.reading.yaml_nodes import Mapping, Refused, Scalar
from briefmaker.reading.yaml_problems import shorten


@dataclass(slots=True)
class Names:
    """The names that a brief gives, each with its path; ``complete`` says that none can be missing."""

    sources: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    ids: list[tuple[str, str]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    @property
    def citable(self) -> dict[str, str] | None:
        """Give what can be cited, or None when part of it could not be read."""
        return None if self.broken & {"sources", "facts"} else {**self.sources, **self.facts}


def collect_names(fields: list[FoundField]) -> Names:
    """Give the names in a brief: those of sources and figures, the ids of facts and of all other entries."""
    names = Names()
    for found in fields:
        if isinstance(found.node, Refused) and found.path:
            names.broken.add(found.path.split(".")[0].split("[")[0])
        if found.part is Brief and found.path in ("sources", "figures") and isinstance(found.node, Mapping):
            known = names.sources if found.path == "sources" else names.figures
            known.update((entry.key.text, f"{found.path}.{entry.key.text}") for entry in found.node.entries)
        elif found.is_in(Portion, "id") and isinstance(found.node, Scalar) and not found.node.is_null:
            names.ids.append((found.node.text, found.path))
            if found.is_in(Fact, "id"):
                names.facts[found.node.text] = found.path
    return names


def check_references(fields: list[FoundField], names: Names, places: Places) -> Iterator[Diagnostic]:
    """Tell of every name that is used and not given, or given twice."""
    yield from _check_ids(names, places)
    for found in fields:
        if not isinstance(found.node, Scalar) or found.node.is_null:
            continue
        name = found.node.text
        if found.is_in(AgendaItem, "figures") and name not in names.figures and "figures" not in names.broken:
            message = f"there is no figure `{shorten(name)}` under `figures`"
            hint = did_you_mean(name, names.figures, "add it to `figures`")
            yield places.finding(Code.FIGURE_UNKNOWN, found.path, message, hint)
        elif _names_source(found) and name not in names.sources and "sources" not in names.broken:
            message = f"there is no source `{shorten(name)}` under `sources`"
            hint = did_you_mean(name, names.sources, "add it to `sources`")
            yield places.finding(Code.SOURCE_UNKNOWN, found.path, message, hint)


def _names_source(found: FoundField) -> bool:
    return found.is_in(Fact, "sources") or found.is_in(Figure, "source")


def _check_ids(names: Names, places: Places) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for name, path in names.ids:
        if name in first:
            yield _tell_twice(name, path, first[name], places)
        first.setdefault(name, path)
        if path.startswith("facts[") and name in names.sources:
            yield _tell_twice(name, path, names.sources[name], places)


def _tell_twice(name: str, path: str, first: str, places: Places) -> Diagnostic:
    line = places.key(first).line if first.startswith("sources.") else places.value(first).line
    message = f"the id `{shorten(name)}` stands here a second time; the first is in line {line}"
    return places.finding(Code.ID_TWICE, path, message, "give one of the two another id")
