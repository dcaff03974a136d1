"""Citations: sources numbered in the order in which they are first cited, and facts printed where they are cited."""

from collections.abc import Callable

from briefmaker.model import Brief, Fact
from briefmaker.model.rich_text import (
    Block,
    Blocks,
    Citation,
    Cited,
    CitedSource,
    Inline,
    Inlines,
    ItemList,
    Paragraph,
    Reference,
    Run,
    Table,
    write_cited_source,
)
from briefmaker.view.blanks import NO_BREAK


class Citations:
    """Numbers the sources of one brief as their citations are met."""

    def __init__(self, brief: Brief, write_date: Callable[[str], str], comma: str = ",", semicolon: str = ";") -> None:
        self._comma, self._semicolon = comma, semicolon
        self._sources = brief.sources
        self._facts = {fact.id: fact for fact in brief.facts}
        self._write_date = write_date
        self._numbers: dict[str, int] = {}

    def number(self, source: str) -> int:
        """Give the number of a source, the next one if it was not cited before."""
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    def cited_sources(self) -> tuple[str, ...]:
        """Give the ids of all sources met so far, in the order of their numbers."""
        return tuple(self._numbers)

    def cite(self, references: tuple[Reference, ...]) -> Cited:
        """Give the citation of these sources, as it is shown: ``[1, table 3; 4]``."""
        sources = tuple(CitedSource(self.number(each.id), each.place, self._comma) for each in references)
        text = f"{self._semicolon} ".join(map(write_cited_source, sources))
        return Cited(sources, f"[{text}]", self._semicolon)

    def resolve(self, blocks: Blocks) -> Blocks:
        """Give the same text with its citations numbered and its facts written out."""
        return tuple(self._resolve_block(block) for block in blocks)

    def _resolve_block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return Paragraph(self._resolve_inlines(block.inlines))
            case ItemList():
                return ItemList(tuple(self.resolve(item) for item in block.items), block.ordered, block.start)
            case Table():
                header = tuple(self._resolve_inlines(cell) for cell in block.header)
                rows = tuple(tuple(self._resolve_inlines(cell) for cell in row) for row in block.rows)
                return Table(header, rows, block.alignments)

    def _resolve_inlines(self, inlines: Inlines) -> Inlines:
        resolved: list[Inline] = []
        for inline in inlines:
            resolved.extend(self._resolve_citation(inline) if isinstance(inline, Citation) else [inline])
        return tuple(resolved)

    def _resolve_citation(self, citation: Citation) -> list[Inline]:
        """Write facts out in their place; sources of one citation stay in one pair of brackets."""
        written: list[Inline] = []
        sources = tuple(each for each in citation.references if each.id not in self._facts)
        for reference in citation.references:
            if reference.id in self._facts:
                written += [Run(" ")] if written else []
                written += self._write_fact(self._facts[reference.id], reference.place)
        return [*written, self.cite(sources)] if sources else written

    def _write_fact(self, fact: Fact, place: str) -> list[Inline]:
        """Write a fact's value; the place named in its citation is one in its sources."""
        words = fact.value
        if fact.unit:
            words += NO_BREAK + fact.unit
        if fact.as_of:
            words += f" ({self._write_date(fact.as_of)})"
        known = tuple(Reference(source, place) for source in fact.sources if source in self._sources)
        return [Run(words), self.cite(known)] if known else [Run(words)]
