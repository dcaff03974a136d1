"""What a view says that a document has to say too, cut into passages; each belongs to the one check that looks for it."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from briefmaker.model.fields import field_of, is_content
from briefmaker.model.rich_text import (
    Block,
    Blocks,
    Cited,
    ItemList,
    Paragraph,
    Run,
    Table,
    iterate_inlines,
    plain_text,
)
from briefmaker.view.figure_shape import FigureView
from briefmaker.view.shape import HouseView, LikelihoodView, View
from briefmaker.view.shown_text import Text, Texts

_Part = TypeVar("_Part")

# The check that looks for the one-line texts of a field and of all that stands under it; the longest name that fits counts.
# What no line names is looked for by `paragraphs`, so that a field that is added is not forgotten.
AREAS = {
    "title": "title",
    "agenda.topic": "headings",
    "sections.heading": "headings",
    "annexes.title": "headings",
    "objectives": "objectives",
    "key_points": "objectives",
    "decision": "decision",
    "agenda.objective": "lines-to-take",
    "agenda.lines_to_take": "lines-to-take",
    "agenda.if_raised": "lines-to-take",
    "agenda.avoid": "lines-to-take",
    "meeting": "meeting",
    "agenda.lead": "meeting",
    "agenda.minutes": "meeting",
    "participants": "participants",
    "participants.perspective": "paragraphs",
    "participants.approach": "paragraphs",
    "participants.biography": "paragraphs",
    "to": "addressees",
    "through": "addressees",
    "copies": "addressees",
    "prepared_by": "addressees",
    "contact": "addressees",
    "implications": "judgements",
    "items": "judgements",
    "items.text": "paragraphs",
    "implications.likelihood": "likelihoods",
    "items.likelihood": "likelihoods",
    "next_steps": "next-steps",
    "clearances": "clearances",
    "glossary": "glossary",
    "figures": "figures",
    "figures.alt": "alt-texts",
    "sources": "sources",
    "drafted_with": "notes",
    "translation_of": "notes",
    "reference": "reference",
    "version": "version",
    "status": "version",
    "date": "date",
    "as_of": "date",
    "marking": "markings",
    "handling": "markings",
}

# What these look for runs at head and foot of pages, or is not printed at all.
_NOT_IN_TEXT = ("alt-texts", "reference", "version", "date", "markings")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one field that a document must have."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class ExpectedItem:
    """An item of a list in a rich text: its depth (1 is the outermost), its number (None: not numbered), its words.

    ``portion`` is the mark of its text, which may stand before it.
    """

    depth: int
    number: int | None
    words: str
    portion: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedList:
    """A list of a rich text, with the lists in it."""

    path: str
    items: tuple[ExpectedItem, ...]


@dataclass(frozen=True, slots=True)
class ExpectedTable:
    """A table, the header first, as the words of its cells."""

    path: str
    rows: tuple[tuple[str, ...], ...]


def area_of(path: str) -> str:
    """Give the name of the check that looks for a field's one-line texts."""
    field = field_of(path)
    while field and field not in AREAS:
        field = field.rpartition(".")[0]
    return AREAS.get(field, "paragraphs")


def iterate_parts(value: object, kind: type[_Part]) -> Iterator[_Part]:
    """Give every part of one kind that a view holds, wherever it stands, in the view's order."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from iterate_parts(each, kind)
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from iterate_parts(getattr(value, each.name), kind)


def iterate_texts(view: View) -> Iterator[Text]:
    """Give every text of a view that is meant to be read."""
    # What the house puts on every document is looked for by itself: it belongs to no field.
    own = dataclasses.replace(view, house=HouseView())
    return (text for text in iterate_parts(own, Text) if is_content(field_of(text.path)))


def iterate_passages(view: View, area: str) -> Iterator[Passage]:
    """Give the paragraphs that one check looks for; lists and tables of rich texts are looked for as such."""
    for text in iterate_texts(view):
        if area_of(text.path) == area:
            yield from (Passage(text.path, words) for words in list_paragraphs(text.blocks))


def list_paragraphs(blocks: Blocks) -> Iterator[str]:
    """Give the words of each paragraph, those in items after an item's first; tables have none."""
    for block in blocks:
        match block:
            case Paragraph():
                yield plain_text(block.inlines)
            case ItemList():
                for item in block.items:
                    yield from list_paragraphs(item[1:] if item and isinstance(item[0], Paragraph) else item)
            case Table():
                pass


def iterate_block_words(blocks: Blocks) -> Iterator[str]:
    """Give the words of each paragraph, item and cell."""
    return (plain_text(inlines) for inlines in iterate_inlines(blocks))


def iterate_lists(view: View) -> Iterator[ExpectedList]:
    """Give the lists of rich texts."""
    for text in iterate_texts(view):
        for block in text.blocks:
            if isinstance(block, ItemList):
                yield ExpectedList(text.path, tuple(_items(block, 1, text.portion)))


def _items(block: ItemList, depth: int, portion: str) -> Iterator[ExpectedItem]:
    for index, item in enumerate(block.items):
        words = plain_text(item[0].inlines) if item and isinstance(item[0], Paragraph) else ""
        yield ExpectedItem(depth, block.start + index if block.ordered else None, words, portion)
        for each in item:
            if isinstance(each, ItemList):
                yield from _items(each, depth + 1, portion)


def iterate_tables(view: View) -> Iterator[ExpectedTable]:
    """Give the tables of rich texts."""
    for text in iterate_texts(view):
        for block in _iterate_blocks(text.blocks):
            if isinstance(block, Table):
                rows = (block.header, *block.rows)
                yield ExpectedTable(text.path, tuple(tuple(map(plain_text, row)) for row in rows))


def _iterate_blocks(blocks: Blocks) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, ItemList):
            for item in block.items:
                yield from _iterate_blocks(item)


def iterate_figure_tables(view: View) -> Iterator[ExpectedTable]:
    """Give the data of each figure, as the table that readers get."""
    for figure in iterate_parts(view, FigureView):
        tables = [(figure.header, figure.rows), *((each.header, each.rows) for each in figure.further_tables)]
        for header, own in tables:
            rows: tuple[Texts, ...] = (header, *(row.cells for row in own))
            yield ExpectedTable(f"figure {figure.number}", tuple(tuple(map(words_of, row)) for row in rows))


def words_of(text: Text | None) -> str:
    """Give the words of a text in one line; empty for none."""
    return "" if text is None else " ".join(plain_text(inlines) for inlines in iterate_inlines(text.blocks))


def iterate_links(view: View) -> Iterator[tuple[str, str, str]]:
    """Give path, words and address of every link in the view's texts, and of each source's address."""
    for text in iterate_texts(view):
        for inlines in iterate_inlines(text.blocks):
            yield from ((text.path, each.text, each.link) for each in inlines if isinstance(each, Run) and each.link)
    for source in view.sources:
        if source.site is not None and source.address:
            yield source.site.path, words_of(source.site), source.address


def iterate_citations(view: View) -> Iterator[tuple[str, Cited]]:
    """Give path and citation of every citation that is shown."""
    for text in iterate_texts(view):
        for inlines in iterate_inlines(text.blocks):
            yield from ((text.path, each) for each in inlines if isinstance(each, Cited))


def list_all_words(view: View) -> list[str]:
    """Give every paragraph, item and cell of a view, and what it has worked out and keeps as plain words."""
    texts = (text for text in iterate_texts(view) if area_of(text.path) not in _NOT_IN_TEXT)
    words = [plain_text(inlines) for text in texts for inlines in iterate_inlines(text.blocks)]
    worked_out = [view.kind, view.clearance_summary, *(side.label for side in view.sides)]
    worked_out += [view.meeting.when_ours] if view.meeting else []
    worked_out += [each.range for each in iterate_parts(view, LikelihoodView)]
    return words + worked_out
