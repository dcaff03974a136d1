"""Where a stretch of a text stands in the file, in every way YAML can write a text."""

import pytest

from briefmaker.reading.text_file import FileText
from briefmaker.reading.text_places import place_in_text
from briefmaker.reading.yaml_nodes import Mapping, Scalar
from briefmaker.reading.yaml_tree import build_tree

WRITTEN = {
    "plain": ("a: one X two", (1, 8)),
    "plain over lines": ("a: one\n  X two", (2, 3)),
    "double quotes": ('a: "one X two"', (1, 9)),
    "escapes before it": ('a: "\\u00e9 \\" X"', (1, 15)),
    "single quotes": ("a: 'it''s X'", (1, 11)),
    "a block": ("a: |\n  one\n\n    two X", (4, 9)),
    "a block with its indentation stated": ("a: |2\n    one\n  X", (3, 3)),
    "a block after a comment": ("a: |  # remark\n  one X", (2, 7)),
    "a block that keeps its end": ("a: |+\n  X\n\n", (2, 3)),
    "a folded block": ("a: >\n  one\n  two X", (3, 7)),
    "carriage returns": ("a: |\r\n  one\r\n  X\r\n", (3, 3)),
    "the same letter before": ("a: >\n  X\n  two X", (2, 3)),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_letter_is_found_where_it_was_typed(name: str) -> None:
    """Proves that the first X of the text is found at its line and column in the file."""
    source, place = WRITTEN[name]
    tree = build_tree(source)
    assert isinstance(tree.root, Mapping)
    scalar = tree.root.entries[0].value
    assert isinstance(scalar, Scalar)
    span = place_in_text(FileText("a.yaml", source), scalar, scalar.text.index("X"), 1)
    assert (span.line, span.column) == place


def test_the_second_of_two_is_found() -> None:
    """Proves that equal words are told apart by counting."""
    source = "a: >\n  [@x] and\n  [@x]"
    tree = build_tree(source)
    assert isinstance(tree.root, Mapping)
    scalar = tree.root.entries[0].value
    assert isinstance(scalar, Scalar)
    span = place_in_text(FileText("a.yaml", source), scalar, scalar.text.rindex("@x"), 2)
    assert (span.line, span.column) == (3, 4)
