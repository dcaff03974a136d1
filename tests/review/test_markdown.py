"""What is written as Markdown reads back to the same."""

import itertools

import pytest
from babel import Locale

from briefmaker.model.rich_text import (
    Blocks,
    Citation,
    Inlines,
    ItemList,
    LineBreak,
    Paragraph,
    Reference,
    Run,
    Table,
)
from briefmaker.model.text import TextKind
from briefmaker.reading.markdown import parse_markdown
from briefmaker.review.citing import Citing
from briefmaker.review.markdown import write_markdown
from briefmaker.review.tidy import tidy_blocks

CITING = Citing({1: "report", 2: "nato-2025"}, Locale.parse("en_GB"))
WORDS = (
    "plain",
    "with *stars*",
    "snake_case",
    "[brackets]",
    "a | b",
    "<angle>",
    "back\\slash",
    "https://x.example",
    "1.",
)


def read_back(blocks: Blocks, kind: TextKind = TextKind.RICH) -> Blocks:
    """Give what the Markdown of a text reads back to."""
    return tidy_blocks(parse_markdown(write_markdown(blocks, kind, CITING), kind), CITING)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize(("strong", "emphasis"), list(itertools.product([False, True], repeat=2)))
def test_words_of_any_kind_and_look_read_back(words: str, strong: bool, emphasis: bool) -> None:
    """Signs of Markdown stay signs that are read as they are."""
    inlines: Inlines = (Run("Before "), Run(words, strong, emphasis), Run(" behind."))
    blocks = tidy_blocks((Paragraph(inlines),), CITING)
    for kind in (TextKind.RICH, TextKind.SHORT):
        assert read_back(blocks, kind) == blocks


@pytest.mark.parametrize("opening", ["- not a list", "1. not a list", "+ nor this", "* nor that", "12) nor these"])
def test_what_looks_like_a_list_is_none(opening: str) -> None:
    """A paragraph that begins like an entry stays one."""
    assert read_back((Paragraph((Run(opening),)),)) == (Paragraph((Run(opening),)),)


BLOCKS: list[Blocks] = [
    (Paragraph((Run("One."),)), Paragraph((Run("Two"), LineBreak(), Run("lines.")))),
    (Paragraph((Run("Said"), Citation((Reference("report", "table 3"), Reference("nato-2025"))), Run("."))),),
    (Paragraph((Run("See "), Run("the port", link="https://port.example/a(b)"), Run("."))),),
    (ItemList(((Paragraph((Run("a"),)),), (Paragraph((Run("b"),)), ItemList(((Paragraph((Run("c"),)),),))))),),
    (
        ItemList(
            ((Paragraph((Run("a"),)), Paragraph((Run("more"),))), (Paragraph((Run("b"),)),)), ordered=True, start=4
        ),
    ),
    (ItemList(((Paragraph((Run("a"),)),),)), ItemList(((Paragraph((Run("b"),)),),))),
    (ItemList(((Paragraph((Run("a"),)),),), ordered=True), ItemList(((Paragraph((Run("b"),)),),), ordered=True)),
    (
        Table(
            ((Run("Port"),), (Run("Ships"),)),
            (((Run("Odesa | Izmail", strong=True),), (Run("12"), Citation((Reference("report"),)))), ((), (Run("x"),))),
            ("left", "right"),
        ),
    ),
]


@pytest.mark.parametrize("blocks", BLOCKS)
def test_blocks_read_back(blocks: Blocks) -> None:
    """Line breaks, citations, links, lists within lists, lists side by side, tables."""
    assert read_back(blocks) == blocks


def test_words_are_written_as_plainly_as_they_can_be() -> None:
    """No backslash stands where none is needed."""
    blocks: Blocks = (Paragraph((Run("5 % of snake_case [sic], item 1. and 2 * 3"),)),)
    assert write_markdown(blocks, TextKind.RICH, CITING) == "5 % of snake_case [sic], item 1. and 2 * 3"
