"""A text as its reader meets it, and each of its letters found again where it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefmaker.checks.plain_text import BlockKind, read_plain_text
from briefmaker.model.rich_text import iterate_inlines, plain_text
from briefmaker.model.text import TextKind
from briefmaker.reading.markdown import parse_markdown

FACTS = {"share": "3.2 % of GDP"}
EVERYTHING = """\
One *new* word
  goes **on** [@one], and a \\* star;\u0020\u0020
hard [link [x]](https://example.int "t") <https://a.int>.

- an item [@one; @two]
  more of it
  1. deep _words_

| Head | b\\|c |
|---|---|
| cell [@one] | last |
"""


def test_signs_of_markdown_are_gone_and_blocks_are_known() -> None:
    """Paragraphs, entries and cells each stand on a line of their own."""
    plain = read_plain_text(EVERYTHING, TextKind.RICH, FACTS)
    assert plain.words.split("\n") == [
        "One new word goes on, and a * star; hard link [x] https://a.int.",
        "an item more of it",
        "deep words",
        "Head",
        "b|c",
        "cell",
        "last",
    ]
    kinds = [BlockKind.PARAGRAPH, *[BlockKind.ITEM] * 2, *[BlockKind.HEAD_CELL] * 2, *[BlockKind.CELL] * 2]
    assert [block.kind for block in plain.blocks] == kinds
    assert [each.ids for each in plain.citations] == [("one",), ("one", "two"), ("one",)]


@pytest.mark.parametrize(
    "words", ["new", "goes", "on", "and", "star", "hard", "link", "an item", "more", "deep", "words", "Head", "last"]
)
def test_every_word_is_found_where_it_was_typed(words: str) -> None:
    """Across emphasis, links, escapes, lists and tables."""
    plain = read_plain_text(EVERYTHING, TextKind.RICH, FACTS)
    start, end = plain.find_typed(plain.words.index(words), plain.words.index(words) + len(words))
    assert EVERYTHING[start:end] == words


def test_what_runs_over_signs_is_found_with_them() -> None:
    """From the first letter to the last."""
    plain = read_plain_text(EVERYTHING, TextKind.RICH, FACTS)
    start = plain.words.index("One new word goes on")
    begin, end = plain.find_typed(start, start + len("One new word goes on"))
    assert EVERYTHING[begin:end] == "One *new* word\n  goes **on"


def test_a_fact_is_its_value_and_stands_at_its_citation() -> None:
    """What the reader reads is what is checked; the place is that of the citation."""
    source = "It spends [@share] of it [@one]."
    plain = read_plain_text(source, TextKind.SHORT, FACTS)
    assert plain.words == "It spends 3.2 % of GDP of it."
    start = plain.words.index("% of GDP")
    begin, end = plain.find_typed(start, start + 3)
    assert source[begin:end] == "[@share]"


@pytest.mark.parametrize("source", ["", "  ", "\n\n", "[@one]", "*", "- ", "|", "a\n\n\n  b  \n"])
def test_nothing_is_raised(source: str) -> None:
    """Empty texts, and those of signs alone."""
    plain = read_plain_text(source, TextKind.RICH, {})
    assert plain.find_typed(0, len(plain.words))[1] <= len(source)


@given(
    st.lists(st.sampled_from(["word", "Two", " ", "\n", "\n\n", "*", "**", "[@one]", "- ", "1. ", "\\*", ".", "| a |"]))
)
def test_the_words_are_those_that_are_printed(parts: list[str]) -> None:
    """Proves for any mixture that the plain text has the words of the tree from which documents are made, blanks aside."""
    source = "".join(parts)
    printed = "".join(plain_text(each) for each in iterate_inlines(parse_markdown(source, TextKind.RICH)))
    assert "".join(read_plain_text(source, TextKind.RICH, {}).words.split()) == "".join(printed.split())


@given(st.lists(st.sampled_from(["word", "Two", " ", "\n", "\n\n", "*", "**", "[@one]", "- ", "\\*", "é", "_"])))
def test_every_letter_leads_back_to_itself(parts: list[str]) -> None:
    """Proves it for every letter that is no blank."""
    source = "".join(parts)
    plain = read_plain_text(source, TextKind.RICH, {})
    for offset, letter in enumerate(plain.words):
        if not letter.isspace():
            start, end = plain.find_typed(offset, offset + 1)
            assert source[start:end] == letter
