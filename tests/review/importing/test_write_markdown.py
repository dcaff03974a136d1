"""Rich text as Markdown: it reads back as it was, whatever signs stand in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from briefmaker.model.rich_text import Blocks, ItemList, LineBreak, Paragraph, Run, Table, iterate_inlines, plain_text
from briefmaker.model.text import TextKind
from briefmaker.reading.markdown import parse_markdown
from briefmaker.review.importing.rich_blocks import tidy
from briefmaker.review.importing.write_markdown import write_rich, write_short


@pytest.mark.parametrize(("runs", "written"), [
    ((Run("2 * 3 * 4"),), r"2 \* 3 \* 4"),
    ((Run("snake_case and _this_"),), r"snake_case and \_this\_"),
    ((Run("[draft] text"),), "[draft] text"),
    ((Run("[@minutes]"),), r"\[@minutes]"),
    ((Run("Peace", strong=True), Run(" now")), "**Peace** now"),
    ((Run("both", strong=True, emphasis=True),), "***both***"),
    ((Run("here", link="https://example.int/a_(b)"),), "[here](https://example.int/a_%28b%29)"),
    ((Run("one"), LineBreak(), Run("two")), "one two"),
])  # fmt: skip
def test_a_line_is_set_off_as_little_as_can_be(runs: tuple[Run, ...], written: str) -> None:
    """Signs that mean nothing where they stand have no backslash."""
    assert write_short(runs) == written


def test_what_looks_like_a_list_at_the_beginning_of_a_line_is_text() -> None:
    """A hyphen, a number with a dot, a sign of a heading: also behind a line break."""
    text = write_rich((Paragraph((Run("- no list"), LineBreak(), Run("1. none"), LineBreak(), Run("# none"))),))
    assert text == "\\- no list\\\n1\\. none\\\n\\# none"


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
