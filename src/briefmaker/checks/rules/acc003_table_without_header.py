"""A table has a column without a heading, or a figure names its columns as the data file does.

It is found where a cell of a Markdown table's first row is empty, where a label under `y` of a figure is, and where a column
of a figure's `rows` would be printed under a name with underscores because it has no label.

Why: PDF/UA-1 and WCAG 2.0 (1.3.1) ask for headings by which each cell is told: who listens to a table hears the heading
before the value. The corner counts too: it says what the rows are.

Wrong:

    template: information
    background: |
      The corridor grows:

      |      | Tonnes | Ships |   # ACC003
      |------|--------|-------|
      | 2024 | 310    | 12    |

Right:

    template: information
    background: |
      The corridor grows:

      | Year | Tonnes | Ships |
      |------|--------|-------|
      | 2024 | 310    | 12    |
"""

import re
from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.model.evidence import Figure
from briefmaker.model.text import TextKind

_TABLE = re.compile(r"^(?P<head>[^\n|]*\|[^\n]*)\n[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$", re.MULTILINE)
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")


@rule()
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find tables in texts with an empty cell in their first row, and figures with columns that have no label."""
    for text in checked.shown_texts:
        if text.kind is not TextKind.RICH or "|" not in text.typed:
            continue
        for found in _TABLE.finditer(text.typed):
            if empty := _list_empty(found["head"]):
                message = f"the table has no heading in column {' and '.join(map(str, empty))}"
                hint = "write into the table's first row what stands in the column"
                yield Finding(text.path, message, hint, typed=Stretch(*found.span("head")))
    if checked.shows_field("figures"):
        for name, figure in checked.brief.figures.items():
            yield from _find_unlabelled(name, figure)


def _list_empty(row: str) -> list[int]:
    """Give the numbers of the empty cells of a row, from 1."""
    cells = _BETWEEN_CELLS.split(row.strip().removeprefix("|"))
    if not cells[-1].strip() and row.rstrip().endswith("|"):
        cells.pop()
    return [number for number, cell in enumerate(cells, 1) if not cell.strip()]


def _find_unlabelled(name: str, figure: Figure) -> Iterator[Finding]:
    hint = 'give the column a label under `y`: {share_2025: "2025 (estimate)"}'
    for column, label in figure.y.items():
        if not label.strip():
            yield Finding(f"figures.{name}.y.{column}", f"the label of the column `{column}` is empty", hint)
    columns = list((figure.rows or ({},))[0])
    values = [column for column in columns if column != (figure.x or columns[0])]
    for column in values if not figure.y else ():
        if "_" in column:
            message = f"the column `{column}` is printed under that name, which readers cannot make out"
            yield Finding(f"figures.{name}.rows[0].{column}", message, hint, at_name=True)
