"""Every stretch of a text is found in its file, however YAML has it written."""

import pytest

from briefmaker.diagnostics import Span
from briefmaker.reading.exact_places import ExactPlaces
from briefmaker.reading.text_file import FileText
from briefmaker.reading.yaml_nodes import Mapping, Scalar
from briefmaker.reading.yaml_tree import build_tree

WRITTEN = {
    "plain": ("a: one new two", Span(1, 8, 1, 11)),
    "plain over lines": ("a: one\n  new two", Span(2, 3, 2, 6)),
    "double quotes": ('a: "one new two"', Span(1, 9, 1, 12)),
    "escapes before it": ('a: "\\u00e9 \\" \\t\\_\\x41 new"', Span(1, 24, 1, 27)),
    "a line that goes on": ('a: "one\\\n  \\ new"', Span(2, 5, 2, 8)),
    "single quotes": ("a: 'it''s new'", Span(1, 11, 1, 14)),
    "a block": ("a: |\n  one\n\n    two new", Span(4, 9, 4, 12)),
    "a block with its indentation stated": ("a: |2\n    one\n  new", Span(3, 3, 3, 6)),
    "a block after a comment": ("a: |  # new\n  one new", Span(2, 7, 2, 10)),
    "a folded block": ("a: >\n  one\n  two new", Span(3, 7, 3, 10)),
    "a folded block with paragraphs": ("a: >-\n  one\n\n  two\n    more\n  new\n", Span(6, 3, 6, 6)),
    "carriage returns": ("a: |\r\n  one\r\n  new\r\n", Span(3, 3, 3, 6)),
}


def locate(source: str, words: str) -> Span:
    """Give where the first occurrence of some words in the text of ``a:`` stands in the file."""
    tree = build_tree(source)
    assert isinstance(tree.root, Mapping)
    scalar = tree.root.entries[0].value
    assert isinstance(scalar, Scalar)
    start = scalar.text.index(words)
    return ExactPlaces.of(FileText("a.yaml", source), scalar).span(start, start + len(words))


@pytest.mark.parametrize("name", WRITTEN)
def test_a_word_is_found_from_its_first_letter_to_its_last(name: str) -> None:
    """Proves line and column of both ends."""
    source, place = WRITTEN[name]
    assert locate(source, "new") == place


def test_words_that_run_over_a_line_end_are_found_on_both_lines() -> None:
    """A folded text joins the lines; the stretch begins on one and ends on the next."""
    assert locate("a: >\n  it was\n  not new\n", "was not") == Span(2, 6, 3, 6)


def test_the_second_of_two_equal_words_is_told_apart() -> None:
    """Letters are counted, words not looked for."""
    source = "a: >\n  new and\n  new"
    tree = build_tree(source)
    assert isinstance(tree.root, Mapping)
    scalar = tree.root.entries[0].value
    assert isinstance(scalar, Scalar)
    span = ExactPlaces.of(FileText("a.yaml", source), scalar).span(8, 11)
    assert span == Span(3, 3, 3, 6)


def test_an_empty_text_stands_where_its_field_does() -> None:
    """Nothing is raised where there is no letter."""
    source = "a: ''"
    tree = build_tree(source)
    assert isinstance(tree.root, Mapping)
    scalar = tree.root.entries[0].value
    assert isinstance(scalar, Scalar)
    assert ExactPlaces.of(FileText("a.yaml", source), scalar).span(0, 0) == Span(1, 4, 1, 5)
