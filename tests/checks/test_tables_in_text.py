"""Tables of a text are given row by row, with cells that hold nothing in their place."""

from briefmaker.checks.tables_in_text import find_tables
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind

TWO = """\
| Ally | Ships | Boats |
|---|---|---|
| Norway | | 3 |
| Total | 12 | 3 |

Words between them.

A | B
--|--
1 | 2
"""


def test_each_table_has_its_rows_and_each_cell_its_column() -> None:
    """With or without bars at the edges; an empty cell has no place in the text."""
    text = TextInBrief("background", "background", TextKind.RICH, TWO, {})
    first, second = find_tables(text)
    assert [[cell.words for cell in row] for row in first] == [
        ["Ally", "Ships", "Boats"],
        ["Norway", "", "3"],
        ["Total", "12", "3"],
    ]
    assert [[cell.words for cell in row] for row in second] == [["A", "B"], ["1", "2"]]
    total = first[2][1].stretch
    assert total is not None
    assert text.quote(total) == "12"
    assert first[1][1].stretch is None


def test_a_text_without_a_table_has_none() -> None:
    """Also with a bar in it."""
    assert list(find_tables(TextInBrief("a", "a", TextKind.RICH, "this | that", {}))) == []
