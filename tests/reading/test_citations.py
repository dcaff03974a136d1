"""Citations in a text: their ids, their places, and what only looks like one."""

import pytest
from hypothesis import given, settings, strategies

from briefmaker.model import TextKind
from briefmaker.model.rich_text import Citation, iterate_inlines
from briefmaker.reading.citations import drop_references, find_broken_citations, find_references
from briefmaker.reading.markdown import parse_markdown


def test_each_id_is_found_at_its_sign() -> None:
    """Proves the offsets of all ids of a text, also where several stand in one citation."""
    source = "A [@b] [@c, p. 3;  @d.e] \\[@f] \\\\[@g]"
    assert [(one.id, one.offset) for one in find_references(source)] == [("b", 3), ("c", 8), ("d.e", 19), ("g", 34)]


def test_an_attempt_at_a_citation_is_found() -> None:
    """Proves that what begins like a citation and is none does not pass for text unseen."""
    assert list(find_broken_citations("[@a] [@b c] [@] [@d")) == [(5, "[@b c]"), (12, "[@]"), (16, "[@d")]


@settings(max_examples=300, deadline=None)
@given(strategies.text(alphabet="[]@ab ,;.\\*\n", max_size=25))
def test_what_is_looked_up_is_what_is_printed(source: str) -> None:
    """Proves that no citation reaches the document without having been looked up, and in the same order."""
    looked_up = [one.id for one in find_references(source)]
    printed = [
        reference.id
        for inlines in iterate_inlines(parse_markdown(source, TextKind.RICH))
        for inline in inlines
        if isinstance(inline, Citation)
        for reference in inline.references
    ]
    assert set(printed) <= set(looked_up)


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("A [@open].", "A [@open]."),
        ("A [@shut].", "A."),
        ("A [@shut, page 3]; B [@open].", "A; B [@open]."),
        ("A [@open, p. 1; @shut, p. 2; @open].", "A [@open, p. 1; @open]."),
        ("[@shut] A", " A"),
        (r"A \[@shut] B [@shut].", r"A \[@shut] B."),
        ("A [@shutter] [@shut]", "A [@shutter]"),
    ],
)
def test_a_citation_is_dropped_without_a_trace(source: str, left: str) -> None:
    """What else it cites stays; what only looks like one is text."""
    assert drop_references(source, {"shut"}) == left
