"""What goes over a line or a page is one thing for whoever listens."""

from collections.abc import Callable

from tests.reading_aloud import Element

Hear = Callable[..., Element]
Overlook = Callable[..., list[str]]

LONG = "word " * 400


def test_a_paragraph_over_pages_is_one(hear: Hear) -> None:
    """All its words, in order, in one paragraph, with emphasis in one piece."""
    document = hear(f"<section><p>{LONG}<em>{LONG}</em> end</section>")
    assert document.outline() == "Document(Sect(P(Span)))"
    assert document.words() == f"{LONG}{LONG}end"


def test_a_list_over_pages_is_one(hear: Hear) -> None:
    """The entry that is cut stays one entry, with one body."""
    document = hear(f"<ul><li>one<li>{LONG}<li>three</ul>")
    assert document.outline() == "Document(L(LI(Lbl LBody) LI(Lbl LBody) LI(Lbl LBody)))"
    assert document.find("LBody")[1].words() == LONG.strip()


def test_a_table_over_pages_is_one_and_its_head_is_heard_once(hear: Hear, overlook: Overlook) -> None:
    """The head that stands again on each page is seen only."""
    rows = "".join(f"<tr><td>cell {number}</td></tr>" for number in range(60))
    body = f"<table><thead><tr><th>Head</th></tr></thead><tbody>{rows}</tbody></table>"
    document = hear(body)
    assert [len(document.find(kind)) for kind in ("Table", "THead", "TBody", "TR")] == [1, 1, 1, 61]
    assert document.words().split()[:3] == ["Head", "cell", "0"]
    assert set(overlook(body)) == {"Head"}


def test_a_row_over_pages_is_one(hear: Hear) -> None:
    """Each cell goes on with its own words."""
    cells = "".join(f"<td><p>{word * 300}</p></td>" for word in ("left ", "right "))
    document = hear(f"<table><tr style='break-inside: auto'>{cells}</tr></table>")
    assert document.outline() == "Document(Table(TBody(TR(TD(P) TD(P)))))"
    assert [cell.words() for cell in document.find("TD")] == [("left " * 300).strip(), ("right " * 300).strip()]


def test_neighbours_that_are_alike_stay_two(hear: Hear) -> None:
    """Only pieces of one element are joined."""
    assert (
        hear("<p>a</p><p>a</p><ul><li>b</li><li>b</li></ul>").outline()
        == "Document(P P L(LI(Lbl LBody) LI(Lbl LBody)))"
    )


def test_what_holds_nothing_is_left_out_except_cells(hear: Hear) -> None:
    """A bar that is only painted is not announced; an empty cell is, since a row without it would be shifted."""
    document = hear("<div style='height: 5pt; background: red'></div><table><tr><td></td><td>x</td></tr></table>")
    assert document.outline() == "Document(Table(TBody(TR(TD TD))))"
