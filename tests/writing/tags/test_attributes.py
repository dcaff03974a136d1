"""What elements say of themselves."""

from collections.abc import Callable

import pytest
from tests.reading_aloud import Element

Hear = Callable[..., Element]

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"{}>{}<rect width="9" height="9"/></svg>'


def test_heads_say_whose_they_are_and_cells_need_no_ids(hear: Hear) -> None:
    """By scope, which cannot go wrong where a table is cut; a head that says nothing is a column's."""
    document = hear(
        "<table><thead><tr><th>a<th scope=col>b</thead>"
        "<tr><th scope=row>c<td>d</tr><tr><th scope=rowgroup>e<td colspan=1>f</table>"
    )
    assert [str(each.attributes["Scope"]) for each in document.find("TH")] == ["/Column", "/Column", "/Row", "/Row"]
    assert [each.attributes for each in document.find("TD")] == [{}, {}]


def test_a_cell_over_columns_says_so(hear: Hear) -> None:
    """What is no fault stays as WeasyPrint writes it."""
    [wide, *_] = hear("<table><tr><td colspan=2>a<tr><td>b<td>c</table>").find("TD")
    assert int(wide.attributes["ColSpan"]) == 2


def test_a_table_has_its_summary(hear: Hear) -> None:
    """The words that describe its figure."""
    [table] = hear('<table aria-label="Poland leads."><tr><td>x</table>').find("Table")
    assert str(table.attributes["Summary"]) == "Poland leads."


@pytest.mark.parametrize("given", [("", "<title>Poland leads</title>"), (' role="img" aria-label="Poland leads"', "")])
def test_a_drawing_has_its_words_and_its_place(hear: Hear, given: tuple[str, str]) -> None:
    """In points from the foot of the page (83 pixels of margins), whether it is named by a title or by a label."""
    [figure] = hear(f"<div>{SVG.format(*given)}</div>", "@page { margin: 75px }").find("Figure")
    assert figure.alt == "Poland leads"
    left, bottom, right, top = (float(side) for side in figure.attributes["BBox"])
    assert (left, right - left, top - bottom) == (62.25, 30, 15)
    assert 340 < top < 419.6 - 56


def test_a_picture_has_its_words(hear: Hear) -> None:
    """Those of ``alt``."""
    picture = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"
    [figure] = hear(f'<p><img src="{picture}" alt="Coat of arms">').find("Figure")
    assert figure.alt == "Coat of arms"


def test_words_of_another_language_say_so(hear: Hear) -> None:
    """Within a line and as a paragraph."""
    document = hear('<p>The <span lang="fr">chef de cabinet</span><p lang="es">Hola')
    assert [(each.kind, each.language) for each in document] == [("P", ""), ("Span", "fr"), ("P", "es")]


def test_blocks_of_lines_are_paragraphs_and_emphasis_is_a_span(hear: Hear) -> None:
    """Whatever HTML calls them; a block that holds blocks stays a division."""
    assert hear("<div><div>a <strong>b</strong></div></div>").outline() == "Document(Div(P(Span)))"
