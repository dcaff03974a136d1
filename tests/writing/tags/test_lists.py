"""Lists within lists."""

from collections.abc import Callable

import pytest
from tests.reading_aloud import Element

Hear = Callable[..., Element]


@pytest.mark.parametrize(
    ("entry", "body", "words"),
    [
        ("one<ul><li>in</ul>", "LBody(L(LI(Lbl LBody)))", "one in"),
        ("<p>one</p><ul><li>in</ul><p>after</p>", "LBody(P L(LI(Lbl LBody)) P)", "one in after"),
        ("<p>one</p><p>two</p>", "LBody(P P)", "one two"),
        ("<ul><li>in</ul>", "LBody(L(LI(Lbl LBody)))", "in"),
        ("<table><tr><td>x</table>", "LBody(Table(TBody(TR(TD))))", "x"),
        ("one <b>bold</b>", "LBody(Span)", "one bold"),
    ],
)
def test_an_entry_has_one_body_for_all_it_holds(hear: Hear, entry: str, body: str, words: str) -> None:
    """In the order of the page; nothing else stands in an entry than its sign and its body."""
    document = hear(f"<ul><li>{entry}</li><li>last</li></ul>")
    assert document.outline() == f"Document(L(LI(Lbl {body}) LI(Lbl LBody)))"
    assert document.find("LI")[0].words("Lbl") == words


def test_an_inner_list_over_pages_stays_in_its_entry(hear: Hear) -> None:
    """Also when the page ends within it."""
    document = hear(f"<ul><li>one<ul><li>{'word ' * 400}<li>deep</ul><li>two</ul>")
    inner = "L(LI(Lbl LBody) LI(Lbl LBody))"
    assert document.outline() == f"Document(L(LI(Lbl LBody({inner})) LI(Lbl LBody)))"


def test_a_list_without_signs_is_a_list(hear: Hear) -> None:
    """The numbers of objectives are words of their entries."""
    assert hear('<ol style="list-style-type: none"><li>1 a<li>2 b</ol>').outline() == "Document(L(LI(LBody) LI(LBody)))"
