"""Builds the brief of an edition: its fields one by one, then without what nothing in it uses, under its own marking."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from briefmaker.model import Brief, Figure, PortionMark
from briefmaker.model.fields import field_of
from briefmaker.reading.fields import shapes_of
from briefmaker.reading.reading import DataTable
from briefmaker.view.carried import Carried, fits_into, join_carried
from briefmaker.view.edition_limits import EditionLimits
from briefmaker.view.edition_parts import EditionParts, Names
from briefmaker.view.edition_uses import find_used

# What an edition may hold and still say nothing: the frame around the substance.
_FRAME = {
    *("title", "reference", "version", "status", "date", "as_of", "translation_of", "drafted_with"),
    *("to", "through", "copies", "prepared_by", "contact", "clearances", "facts", "sources", "glossary"),
}
NO_DATE = "2000-01-01"  # where the day of issue is withheld; nothing prints it


@dataclass(frozen=True, slots=True)
class EditionBrief:
    """The brief of an edition, the data of its figures, and where its fields stood; texts that lost something, by old path."""

    brief: Brief
    tables: Mapping[str, DataTable]
    moved: Mapping[str, str]
    without_sources: Mapping[str, tuple[str, ...]]
    without_facts: Mapping[str, tuple[str, ...]]


def build_edition_brief(
    brief: Brief, tables: Mapping[str, DataTable], limits: EditionLimits, kind: str
) -> EditionBrief | None:
    """Give the edition's brief, or None where it would say nothing; ``kind`` is its title where its own is withheld.

    It is built more than once: what is used of sources, facts and terms is only known once all else is there, and what the
    whole is marked only then.
    """
    builder = _Builder(brief, tables, limits, kind)
    names = builder.list_names()
    first, parts = builder.build(names)
    if first is None or not _says_something(parts):
        return None
    wanted = replace(names, unwanted=builder.find_unwanted(first, parts))
    made, parts = builder.build(wanted)
    if silent := builder.find_silent(parts):
        made, parts = builder.build(replace(wanted, silent=silent))
    if made is None:
        return None
    kept = {name: table for name, table in tables.items() if name in made.figures}
    return EditionBrief(builder.mark(made, parts), kept, parts.moved, parts.without_sources, parts.without_facts)


def _says_something(parts: EditionParts) -> bool:
    return any(field_of(path).split(".")[0] not in _FRAME for path in parts.shown)


class _Builder:
    def __init__(self, brief: Brief, tables: Mapping[str, DataTable], limits: EditionLimits, kind: str) -> None:
        self._brief = brief
        self._tables = tables
        self._limits = limits
        self._kind = kind or "–"

    def list_names(self) -> Names:
        """Give the sources and facts that texts of this edition must not name."""
        brief, limits = self._brief, self._limits
        sources = {name for name in brief.sources if not limits.admits_all(f"sources.{name}", ("title",))}
        facts = {
            fact.id
            for index, fact in enumerate(brief.facts)
            if not limits.admits_all(f"facts[{index}]", ("value", "unit", "as_of"))
        }
        is_hiding = not limits.is_shown("sources.any.title")
        return Names(frozenset(brief.sources if is_hiding else sources), frozenset(facts), is_hiding)

    def build(self, names: Names) -> tuple[Brief | None, EditionParts]:
        """Give a brief of all that may be shown and is wanted, and the parts that it was built with."""
        parts = EditionParts(self._limits, names)
        kept = _keep(parts, "participants", self._brief.participants)
        leads = self._list_leads(parts)
        kept |= _keep(parts, "figures", self._list_figures())
        parts.names = replace(names, leads=leads, figures=frozenset(kept.get("figures", ())))
        for name in Brief.model_fields:
            if name not in ("participants", "figures", "marking", "handling", "portions"):
                kept |= _keep(parts, name, getattr(self._brief, name))
        portions = parts.keep_portions(self._brief.portions, kept, "") | self._mark_title(kept)
        try:
            made = Brief.model_validate({"title": self._kind, "date": NO_DATE, **kept, "portions": portions})
        except ValidationError:
            return None, parts
        return made, parts

    def _list_figures(self) -> dict[str, Figure]:
        """Give the figures with their data in them, and no more of it than they show."""
        tables = self._tables
        return {
            name: figure.model_copy(update={"data": None, "rows": _list_rows(tables[name])})
            for name, figure in self._brief.figures.items()
            if name in tables
        }

    def _list_leads(self, parts: EditionParts) -> dict[str, str | None]:
        """Give what is printed for each way in which a participant can be named as a lead."""
        shown = set(parts.moved.values())
        leads: dict[str, str | None] = {}
        for index, participant in enumerate(self._brief.participants):
            name = participant.name if f"participants[{index}].name" in shown else None
            ways = (participant.id, participant.person, participant.name)
            leads = {way: name for way in ways if way is not None} | leads
        return leads

    def _mark_title(self, kept: dict[str, Any]) -> dict[str, PortionMark]:
        """Give the mark of a title that says no more than the kind of document: the lowest that there is."""
        lowest = next(iter(self._limits.scheme.portions), None)
        is_marked = "title" not in kept and self._limits.scheme.mark_every_portion
        return {"title": PortionMark(marking=lowest, handling=())} if is_marked else {}

    def find_unwanted(self, first: Brief, parts: EditionParts) -> frozenset[str]:
        """Give the old paths of what nothing uses: figures that only withheld parts name, and what no text cites."""
        named = {name for item in self._brief.agenda for name in item.figures}
        shown = {name for item in first.agenda for name in item.figures}
        figures = {name: each for name, each in first.figures.items() if name not in named - shown}
        used = find_used(first.model_copy(update={"figures": figures}), self._tables)
        facts = (f"facts[{index}]" for index, fact in enumerate(first.facts) if fact.id not in used.facts)
        return frozenset(
            (
                *(f"figures.{name}" for name in first.figures.keys() - figures.keys()),
                *(f"sources.{name}" for name in first.sources.keys() - used.sources),
                *(f"glossary.{term}" for term in first.glossary.keys() - used.terms),
                *(parts.moved[path] for path in facts),
            )
        )

    def find_silent(self, parts: EditionParts) -> frozenset[str]:
        """Give the paths of what is marked above the whole: all that is shown of it says for itself that it is lower."""
        carrying, whole = self._limits.carrying, self._join(parts)
        return frozenset(
            path for path in carrying.statements if not fits_into(carrying.at(path), whole, self._limits.scheme)
        )

    def _join(self, parts: EditionParts) -> Carried:
        return join_carried([self._limits.carrying.at(path) for path in parts.shown], self._limits.scheme)

    def mark(self, made: Brief, parts: EditionParts) -> Brief:
        """Give the brief under its own marking: the highest of what it shows, with the caveats of all of it."""
        whole = self._join(parts)
        return made.model_copy(update={"marking": whole.marking, "handling": whole.handling})


def _keep(parts: EditionParts, name: str, value: object) -> dict[str, Any]:
    kept = parts.keep(name, value, shapes_of(Brief)[name], name, name)
    return {} if kept is None else {name: kept}


def _list_rows(table: DataTable) -> tuple[dict[str, str | None], ...]:
    return tuple(dict(zip(table.columns, row, strict=True)) for row in table.rows)
