"""Takes from an edition what nothing in it uses: sources and facts that no shown text cites, terms that stand in none."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefmaker.model import Brief, Figure, Part
from briefmaker.reading.citations import find_references
from briefmaker.reading.reading import DataTable
from briefmaker.view.list_texts import iterate_markdown

_ON_DEMAND = ("sources", "facts", "glossary")


@dataclass(frozen=True, slots=True)
class Used:
    """What the texts of an edition use: the names of sources, the ids of facts, the terms of the glossary."""

    sources: frozenset[str]
    facts: frozenset[str]
    terms: frozenset[str]


def find_used(edition: Brief, tables: Mapping[str, DataTable]) -> Used:
    """Give what is used, directly or by what is used itself."""
    facts = {fact.id: fact for fact in edition.facts}
    terms = _any_of(edition.glossary)
    waiting = list(_iterate_roots(edition, tables))
    used: set[tuple[str, str]] = set()
    while waiting:
        text, sources = waiting.pop()
        named = {("facts" if each.id in facts else "sources", each.id) for each in find_references(text)}
        named |= {("sources", source) for source in sources}
        named |= {("glossary", term) for term in (terms.findall(text) if terms else ())}
        for kind, name in named - used:
            used.add((kind, name))
            waiting += _list_inner(edition, kind, name)
    chosen = {kind: frozenset(name for each, name in used if each == kind) for kind in _ON_DEMAND}
    return Used(chosen["sources"], chosen["facts"], chosen["glossary"])


_Text = tuple[str, tuple[str, ...]]
"""A text that may cite, and the sources that its part names outright."""


def _iterate_roots(edition: Brief, tables: Mapping[str, DataTable]) -> Iterator[_Text]:
    """Give the texts that stand for themselves: all but those of sources, facts and the glossary, and the figures' cells."""
    for path, text in iterate_markdown(edition):
        if not path.startswith(tuple(f"{each}{sign}" for each in _ON_DEMAND for sign in ".[")):
            yield text, ()
    for name, figure in edition.figures.items():
        yield "", _named_by(figure)
        table = tables.get(name)
        yield from ((cell, ()) for row in (table.columns, *table.rows) for cell in row) if table else ()


def _named_by(figure: Figure) -> tuple[str, ...]:
    return (figure.source,) if figure.source else ()


def _list_inner(edition: Brief, kind: str, name: str) -> list[_Text]:
    """Give the texts of something that is used."""
    if kind == "glossary":
        return [(edition.glossary[name], ())]
    if kind == "sources":
        return [(text, ()) for _, text in _texts_of(edition.sources.get(name))]
    fact = next(each for each in edition.facts if each.id == name)
    return [("", fact.sources), *((text, ()) for _, text in _texts_of(fact))]


def _texts_of(part: Part | None) -> Iterator[tuple[str, str]]:
    return iterate_markdown(part) if part is not None else iter(())


def _any_of(glossary: Mapping[str, str]) -> re.Pattern[str] | None:
    """Give what finds the terms of a glossary as whole words; the longest one that stands at a place is meant."""
    terms = sorted(glossary, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, terms))})(?!\w)") if terms else None
