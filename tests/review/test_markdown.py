"""What is written as Markdown reads back to the same."""

import itertools

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as some

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
    iterate_inlines,
    plain_text,
)
from briefmaker.model.text import TextKind
from briefmaker.reading.markdown import parse_markdown
from briefmaker.reading.text_problems import find_text_problems
from briefmaker.review.citing import Citing
from briefmaker.review.importing.rich_blocks import tidy
from briefmaker.review.markdown import write_markdown, write_rich, write_short
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
    (ItemList(((Paragraph((Run("a"),)), ItemList(((Paragraph((Run("b"),)),),), ordered=True, start=3)),)),),
    (
        Table(
            ((Run("Port"),), (Run("Ships"),)),
            (
                ((Run("Odesa | Izmail", strong=True),), (Run("12"), Citation((Reference("report"),)))),
                ((), (Run("\\|"),)),
            ),
            ("left", "right"),
        ),
    ),
]


@pytest.mark.parametrize("blocks", BLOCKS)
def test_blocks_read_back(blocks: Blocks) -> None:
    """Line breaks, citations, links, lists within lists, lists side by side, tables."""
    assert read_back(blocks) == blocks


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        ((Run("half", strong=True), Run("way")), "**half**way"),
        ((Run("“quoted”", strong=True), Run("tail and "), Run("more", emphasis=True)), "“quoted”tail and *more*"),
        ((Run("so "), Run("bold ", strong=True), Run("here")), "so bold here"),
    ],
)
def test_emphasis_that_asterisks_cannot_say_is_left_out(runs: Inlines, written: str) -> None:
    """That of the words where it cannot be said, and of no others where that is enough."""
    assert write_rich((Paragraph(runs),)) == written


def test_an_address_with_odd_signs_is_still_a_link() -> None:
    """Markdown gives some of its signs back in its own way, which is no reason to leave emphasis out."""
    strong = Run("bold", strong=True)
    written = write_rich((Paragraph((Run("See "), Run("it", link="https://port.example/ö(b<c"), Run(" in "), strong)),))
    assert written == "See [it](<https://port.example/ö(b%3Cc>) in **bold**"
    read = parse_markdown(written, TextKind.RICH)
    assert [each.link for each in next(iterate_inlines(read)) if isinstance(each, Run) and each.link] == [
        "https://port.example/%C3%B6(b%3Cc"
    ]


def test_words_are_written_as_plainly_as_they_can_be() -> None:
    """No backslash stands where none is needed."""
    blocks: Blocks = (Paragraph((Run("5 % of snake_case [sic], item 1. and 2 * 3"),)),)
    assert write_markdown(blocks, TextKind.RICH, CITING) == "5 % of snake_case [sic], item 1. and 2 * 3"


@pytest.mark.parametrize(("runs", "written"), [
    ((Run("2 * 3 * 4"),), "2 * 3 * 4"),
    ((Run("2*3*4 and more"),), r"2\*3\*4 and more"),
    ((Run("snake_case and _this_"),), r"snake_case and \_this\_"),
    ((Run("[draft] text"),), "[draft] text"),
    ((Run("[@minutes]"),), r"\[@minutes]"),
    ((Run("Peace", strong=True), Run(" now")), "**Peace** now"),
    ((Run("both", strong=True, emphasis=True),), "***both***"),
    ((Run("here", link="https://example.int/a_(b)"),), "[here](<https://example.int/a_(b)>)"),
    ((Run("one"), LineBreak(), Run("two")), "one two"),
])  # fmt: skip
def test_a_line_is_set_off_as_little_as_can_be(runs: tuple[Run, ...], written: str) -> None:
    """Signs that mean nothing where they stand have no backslash."""
    assert write_short(runs) == written


def test_what_looks_like_a_list_at_the_beginning_of_a_line_is_text() -> None:
    """A hyphen, a number with a dot, a sign of a heading: also behind a line break."""
    text = write_rich((Paragraph((Run("- no list"), LineBreak(), Run("1. none"), LineBreak(), Run("# none"))),))
    assert text == "\\- no list\\\n1\\. none\\\n\\# none"


@pytest.mark.parametrize("words", ["# a heading", "> a quotation", "```", "---", "[@nothing", "a * b\\\n", "* * *"])
def test_nothing_is_told_of_what_is_written(words: str) -> None:
    """What would be told as printed as typed, since it is Markdown elsewhere, is set off although it reads back without."""
    text = write_rich((Paragraph((Run(words),)),))
    assert find_text_problems(text, TextKind.RICH) == ()
    assert plain_text(iterate_inlines(parse_markdown(text, TextKind.RICH)).__next__()).split() == words.split()


def test_lists_and_tables_are_written_as_they_nest() -> None:
    """Numbers within bullets, a bar within a cell."""
    inner = ItemList(((Paragraph((Run("b"),)),),), ordered=True)
    bullets = ItemList(((Paragraph((Run("a"),)), inner), (Paragraph((Run("c"),)),)))
    table = Table(((Run("h|i"),), ()), (((Run("1"),), (Run("2"),)),), ("left", "left"))
    assert write_rich((bullets, table)) == "- a\n  1. b\n- c\n\n| h\\|i |  |\n| --- | --- |\n| 1 | 2 |"


_WORDS = some.text(
    some.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), include_characters="*_[]<>|\\#-`~1."),
    max_size=30,
)
_RUNS = some.lists(some.builds(Run, _WORDS, some.booleans(), some.booleans()), max_size=5).map(
    lambda runs: tidy(tuple(runs))
)
_PARAGRAPHS = _RUNS.filter(bool).map(Paragraph)
_LISTS = some.recursive(
    some.lists(_PARAGRAPHS.map(lambda each: (each,)), min_size=1, max_size=3).map(lambda items: ItemList(tuple(items))),
    lambda inner: some.tuples(_PARAGRAPHS, inner).map(lambda pair: ItemList((pair,))),
    max_leaves=3,
)


@settings(max_examples=150, deadline=None)
@given(some.lists(some.one_of(_PARAGRAPHS, _LISTS), max_size=4).map(tuple))
def test_any_rich_text_keeps_its_words(blocks: Blocks) -> None:
    """Where asterisks cannot say an emphasis it is left out; the words never are."""
    read = parse_markdown(write_rich(blocks), TextKind.RICH)
    assert [plain_text(each).split() for each in iterate_inlines(read)] == [
        plain_text(each).split() for each in iterate_inlines(blocks)
    ]


@given(_WORDS.filter(str.strip))
def test_any_words_stand_in_one_line_as_they_are(words: str) -> None:
    """Blanks are single; all else reads back."""
    runs = tidy((Run(words),))
    assert parse_markdown(write_short(runs), TextKind.SHORT) == ((Paragraph(runs),) if runs else (Paragraph(()),))
