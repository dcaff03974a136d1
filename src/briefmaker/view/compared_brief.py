"""One of two briefs that are compared: what each of its values and entries says to a reader, in plain words."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from zlib import crc32

from briefmaker.model import Brief, Line, Part, Portion, PortionMark, TextKind
from briefmaker.model.evidence import Fact
from briefmaker.model.part import Marked
from briefmaker.model.rich_text import Blocks, Citation, Inlines, iterate_inlines, plain_text
from briefmaker.reading.fields import FieldShape, shapes_of
from briefmaker.reading.markdown import parse_markdown
from briefmaker.reading.reading import DataTable
from briefmaker.view.citations import Citations
from briefmaker.view.edition_uses import Used, find_used
from briefmaker.view.likelihood import find_term, load_scale
from briefmaker.view.match_entries import Entry

_NAMES = ("topic", "name", "statement", "action", "heading", "title", "step", "they_say", "text", "caption", "unit")
"""The fields by which entries are named; each kind of entry has one of them first."""
_CLOSING = tuple(".,;:!?)»” ")
"""What a blank is not wanted before, where the number of a source stood behind the blank and is left out."""
_SILENT = (*Portion.model_fields, "person", "carry")


@dataclass(frozen=True)
class ComparedBrief:
    """A brief with the data of its figures; ``uses`` has the facts that its texts cite, and so show.

    ``renamed`` are the names of sources that the other brief has under another one, with that.
    """

    brief: Brief
    tables: Mapping[str, DataTable] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def uses(self) -> Used:
        """Give what the texts of the brief use."""
        return find_used(self.brief, self.tables)

    def read_blocks(self, value: object, kind: TextKind | None, field: str) -> Blocks:
        """Give a text as rich text; nothing for a value that is no text, or for an empty one."""
        value = self._name_lead(value) if isinstance(value, str) and field.endswith(".lead") else value
        is_text = isinstance(value, str) and kind not in (None, TextKind.WORDS) and value.strip()
        return parse_markdown(str(value), kind or TextKind.SHORT) if is_text else ()

    def identify(self, blocks: Blocks) -> Blocks:
        """Give a rich text as a reader tells it from another: facts written out, sources whatever the file calls them."""
        return _NamedCitations(self.brief, self.renamed).resolve(blocks)

    def write(self, value: object, kind: TextKind | None, field: str) -> str:
        """Give a value in plain words; empty for none, and for a no."""
        if isinstance(value, str) and kind in (TextKind.SHORT, TextKind.RICH):
            return "\n".join(map(self._write_inlines, iterate_inlines(self.read_blocks(value, kind, field))))
        if isinstance(value, tuple):
            return ", ".join(self._name(str(each), field) for each in value)
        return self._name(_write_plainly(value), field)

    def name_entry(self, part: Part | None) -> str:
        """Give the words by which an entry is known: its topic, name, statement or text."""
        names = (getattr(part, name, None) for name in _NAMES)
        name = next((each for each in names if isinstance(each, str) and each.strip()), "")
        return self.write(name, TextKind.SHORT, "")

    def write_entry(self, part: Part) -> str:
        """Give all words of an entry, those of a line or paragraph each on its own."""
        return "\n".join(filter(None, self._iterate_words(part)))

    def describe(self, part: Part) -> Entry:
        """Give what an entry is known by when its like is looked for."""
        name = next((str(text) for each in _NAMES if (text := getattr(part, each, None))), "")
        words = "\n".join(_iterate_raw(part))
        return Entry(getattr(part, "id", None), name, words, isinstance(part, Line))

    def find_table(self, name: str) -> DataTable | None:
        """Give the data of the figure of this name: those that were read for it, else its own rows."""
        figure = self.brief.figures.get(name)
        if name in self.tables or figure is None or not figure.rows:
            return self.tables.get(name)
        columns = tuple(dict.fromkeys(column for row in figure.rows for column in row))
        return DataTable(columns, tuple(tuple(row.get(each) or "" for each in columns) for row in figure.rows))

    def _iterate_words(self, part: Part) -> Iterator[str]:
        for name, shape in shapes_of(type(part)).items():
            value = getattr(part, name)
            if name not in _SILENT:
                yield from self._write_any(value, shape, name)

    def _write_any(self, value: object, shape: FieldShape, name: str) -> Iterator[str]:
        if isinstance(value, Part):
            yield from self._iterate_words(value)
        elif isinstance(value, tuple) and shape.entries and shape.entries.part:
            for each in value:
                yield from self._iterate_words(each)
        elif shape.text is not None:
            yield self.write(value, shape.text, f".{name}")

    def _write_inlines(self, inlines: Inlines) -> str:
        words, is_after_number = "", False
        for each in inlines:
            said = self._write_facts(each) if isinstance(each, Citation) else plain_text((each,))
            words = words.rstrip() if is_after_number and said.startswith(_CLOSING) else words
            is_after_number = not said
            words += said
        return words.rstrip() if is_after_number else words

    def _write_facts(self, citation: Citation) -> str:
        """Give the facts of a citation as they are printed in its place; the numbers of sources are no words."""
        facts = (self._facts.get(each.id) for each in citation.references)
        return " ".join(f"{each.value} {each.unit or ''}".strip() for each in facts if each)

    def _name(self, value: str, field: str) -> str:
        """Give what readers know by a name that only the file has: a figure by its caption, a source by its title."""
        if field == "agenda.figures" and value in self.brief.figures:
            return self.name_entry(self.brief.figures[value]) or value
        if field == "figures.source" and value in self.brief.sources:
            return self.name_entry(self.brief.sources[value])
        return self._name_term(value) if field.endswith(".likelihood") else value

    def _name_lead(self, lead: str) -> str:
        names = (each.name for each in self.brief.participants if lead in (each.id, each.person))
        return next(names, lead) or lead

    def _name_term(self, term: str) -> str:
        """Give a term of likelihood as it is printed."""
        scale = load_scale(self.brief.likelihood_scale)
        found = find_term(scale, term, self.brief.language.split("-")[0].lower()) if scale else None
        return found[0] if found else term

    def is_one_range(self, old: str, new: str) -> bool:
        """Tell whether two terms mean the same range of likelihood."""
        scale, language = load_scale(self.brief.likelihood_scale), self.brief.language.split("-")[0].lower()
        found = [find_term(scale, term, language) if scale else None for term in (old, new)]
        rows = [each[1] if each else None for each in found]
        return rows[0] is not None and rows[0] == rows[1]

    @cached_property
    def _facts(self) -> Mapping[str, Fact]:
        return {fact.id: fact for fact in self.brief.facts}


class _NamedCitations(Citations):
    """Numbers each source by its name, so that the same source has the same number in both briefs, wherever it is cited."""

    def __init__(self, brief: Brief, renamed: Mapping[str, str]) -> None:
        super().__init__(brief, str)
        self._renamed = renamed

    def number(self, source: str) -> int:
        """Give the number of a source."""
        return crc32(self._renamed.get(source, source).encode())


def _write_plainly(value: object) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return "true"
        case Enum():
            return str(value.value)
        case datetime.date():
            return value.isoformat()
    return str(value).strip()


def write_mark(part: Marked | PortionMark | Brief) -> str:
    """Give the marking that a part states for itself, with its caveats; empty for none."""
    return ", ".join(filter(None, (part.marking, *(part.handling or ()))))


def _iterate_raw(value: object) -> Iterator[str]:
    """Give all that something says, as it was typed."""
    if isinstance(value, Part):
        for name in type(value).model_fields:
            if name not in _SILENT:
                yield from _iterate_raw(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _iterate_raw(each)
    elif isinstance(value, dict):
        yield from (f"{key} {each}" for key, each in value.items())
    elif value is not None:
        yield str(value.value if isinstance(value, Enum) else value)
