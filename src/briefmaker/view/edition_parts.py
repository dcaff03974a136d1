"""Builds the parts of an edition: new ones, made of nothing but what the edition may show."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

from pydantic import ValidationError

from briefmaker.model import Line, Marked, Part, PortionMark, TextKind
from briefmaker.model.rich_text import Citation, iterate_inlines
from briefmaker.reading.citations import drop_references, find_references
from briefmaker.reading.fields import FieldShape, shapes_of
from briefmaker.reading.markdown import parse_markdown
from briefmaker.view.edition_limits import ALWAYS, EditionLimits
from briefmaker.view.list_texts import is_markdown

_WORD = re.compile(r"\w+")
_OWN_WORDS = ("marking", "handling")  # what an entry says of itself stays beside it


@dataclass
class Names:
    """What the texts and parts of one edition may name, and what not.

    ``leads`` holds what is printed for each way to name a participant, None for one who is withheld; ``unwanted`` are
    paths of parts that nothing in the edition uses; ``silent`` those whose own marking nothing shown carries.
    """

    withheld_sources: frozenset[str]
    withheld_facts: frozenset[str]
    is_hiding_all_sources: bool
    unwanted: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    leads: dict[str, str | None] = field(default_factory=dict)

    @cached_property
    def withheld_people(self) -> tuple[str, ...]:
        """The names and ids of participants who are withheld, as words."""
        return tuple(words for way, shown in self.leads.items() if shown is None and (words := _plain(way)).strip())


@dataclass(slots=True)
class EditionParts:
    """Builds parts, and keeps where each of their fields stood in the brief (``moved``, by its new path).

    ``shown`` are the old paths of all that is shown. ``without_sources`` are texts that lost what they cite,
    ``without_facts`` texts that are gone with a fact in them: their old paths, with the ids.
    """

    limits: EditionLimits
    names: Names
    moved: dict[str, str] = field(default_factory=dict)
    shown: dict[str, None] = field(default_factory=dict)
    without_sources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    without_facts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def build(self, part: Part, old: str, new: str) -> Part | None:
        """Give a part with what of it may be shown, or None where too little is left of it to stand."""
        before = [len(each) for each in self._records()]
        made = self._build(part, old, new)
        if made is None:
            for record, length in zip(self._records(), before, strict=True):
                while len(record) > length:
                    record.popitem()
        return made

    def _records(self) -> tuple[dict[str, Any], ...]:
        """Give what is forgotten with a part that cannot stand; a text that went with a fact is told all the same."""
        return self.moved, self.shown, self.without_sources

    def _build(self, part: Part, old: str, new: str) -> Part | None:
        kept: dict[str, Any] = {}
        for name, shape in shapes_of(type(part)).items():
            here, there = (old, new) if isinstance(part, Line) and name == "text" else (_at(old, name), _at(new, name))
            value = getattr(part, name)
            if isinstance(part, Marked) and name in _OWN_WORDS:
                value = None if old in self.names.silent else value
            else:
                value = self.keep(name, value, shape, here, there)
            if value is not None:
                kept[name] = value
        if not any(name not in _OWN_WORDS for name in kept):
            return None
        try:
            made = type(part).model_validate(kept)
        except ValidationError:
            return None
        self.moved[new] = old
        if isinstance(part, Marked) and part.portions:
            made = made.model_copy(update={"portions": self.keep_portions(part.portions, made, old)})
        return made

    def keep_portions(self, portions: dict[str, PortionMark], part: object, old: str) -> dict[str, PortionMark]:
        """Give the marks of those fields that are left in a part, or in a mapping of its fields."""
        return {
            name: PortionMark(marking=mark.marking, handling=mark.handling)
            for name, mark in portions.items()
            if mark.is_marking and _has(part, name) and _at(old, name) not in self.names.silent
        }

    def keep(self, name: str, value: object, shape: FieldShape, old: str, new: str) -> Any:
        """Give what may be shown of the value of a field that stood at one path and stands at another, or None."""
        if value in (None, "", (), {}) or old in self.names.unwanted:
            return None
        if self.limits.must_be_admitted(old, value) and not self.limits.admits(old):
            return None
        match value:
            case Part():
                return self.build(value, old, new)
            case tuple():
                return self._keep_entries(name, value, old, new)
            case dict():
                return self._keep_named(value, shape, old, new)
            case _:
                return self._keep_leaf(name, value, shape, old, new)

    def _keep_entries(self, name: str, entries: tuple[Any, ...], old: str, new: str) -> Any:
        """Give the entries that may be shown, numbered anew, so that no number tells of one that is not."""
        if not any(isinstance(entry, Part) for entry in entries):
            return self._keep_words(name, entries, old, new)
        kept: list[Any] = []
        for index, entry in enumerate(entries):
            made = self.keep("", entry, FieldShape(), f"{old}[{index}]", f"{new}[{len(kept)}]")
            kept += [] if made is None else [made]
        return tuple(kept) or None

    def _keep_words(self, name: str, words: tuple[Any, ...], old: str, new: str) -> Any:
        if not (self.limits.is_shown(old) and self.limits.admits(old)):
            return None
        if name == "figures":
            words = tuple(each for each in words if each in self.names.figures)
        if name == "sources":
            words = tuple(each for each in words if each not in self.names.withheld_sources)
        return self._show(old, new, words) if words else None

    def _keep_named(self, named: dict[str, Any], shape: FieldShape, old: str, new: str) -> Any:
        kept: dict[str, Any] = {}
        inner = shape.named or FieldShape()
        for key, value in named.items():
            made = self.keep("", value, inner, _at(old, key), _at(new, key))
            kept |= {} if made is None else {key: made}
        return kept or None

    def _keep_leaf(self, name: str, value: object, shape: FieldShape, old: str, new: str) -> Any:
        if old in ALWAYS:
            return value
        if not (self.limits.is_shown(old) and self.limits.admits(old)):
            return None
        if name == "lead" and isinstance(value, str):
            value = self._name_lead(value)
        if name == "source" and value in self.names.withheld_sources:
            return None
        if isinstance(value, str) and is_markdown(shape):
            value = self._without_withheld(value, old)
        return None if value is None else self._show(old, new, value)

    def _name_lead(self, lead: str) -> str | None:
        """Give what is printed of a lead: nothing where it names somebody who is withheld, in whatever capitals."""
        if lead in self.names.leads:
            return self.names.leads[lead]
        words = _plain(lead)
        return None if any(each in words for each in self.names.withheld_people) else lead

    def _without_withheld(self, text: str, path: str) -> str | None:
        """Give a text without citations of withheld sources; one that holds a withheld fact cannot stand without it."""
        cited = [reference.id for reference in find_references(text)]
        if facts := tuple(each for each in dict.fromkeys(cited) if each in self.names.withheld_facts):
            self.without_facts[path] = facts
            return None
        if sources := tuple(each for each in dict.fromkeys(cited) if each in self.names.withheld_sources):
            if not self.names.is_hiding_all_sources:
                self.without_sources[path] = sources
            text = drop_references(text, sources)
        # Markdown has the last word on what is a citation: one that was not found as text keeps its text out.
        return None if self._still_cites_withheld(text) else text

    def _still_cites_withheld(self, text: str) -> bool:
        withheld = self.names.withheld_sources | self.names.withheld_facts
        if not any(f"@{each}" in text for each in withheld):
            return False
        inlines = chain.from_iterable(iterate_inlines(parse_markdown(text, TextKind.RICH)))
        citations = (inline for inline in inlines if isinstance(inline, Citation))
        return any(reference.id in withheld for citation in citations for reference in citation.references)

    def _show(self, old: str, new: str, value: object) -> object:
        self.moved[new] = old
        self.shown[old] = None
        return value


def _plain(words: str) -> str:
    """Give words between single blanks, in small letters, so that one name can be looked for in them."""
    return f" {' '.join(_WORD.findall(words.casefold()))} "


def _at(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _has(part: object, path: str) -> bool:
    if isinstance(part, dict) and path in part:
        return True
    first, _, rest = path.partition(".")
    value = part.get(first) if isinstance(part, dict) else getattr(part, first, None)
    return value not in (None, (), {}) and (not rest or _has(value, rest))
