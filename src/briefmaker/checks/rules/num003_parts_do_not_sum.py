"""Parts do not add up to the total that stands beside them.

Looked at are sentences, and two that follow each other (980 + 608 = 1,588; 12 from Norway and 7 from Denmark, 19 in total;
45 %, 30 % and the remaining 25 %), tables, and figures with a row or column that is called a total.
Each number may be off by half of its last digit,
as rounding makes it, and whole numbers of things not at all; what is said to be about so much may be a tenth off.

Why: a reader who adds up finds the mistake, and trusts no other number of the brief. Often two vintages were mixed.

Wrong:

    bottom_line: The United States pays 980 and the other allies 608 billion dollars, 1,404 billion in total.   # NUM003

Right:

    bottom_line: The United States pays 980 and the other allies 608 billion dollars, 1,588 billion in total.
"""

import re
from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.number_words import list_number_words
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.stated_sums import StatedSum
from briefmaker.checks.sums import find_wrong_sums
from briefmaker.checks.tables_in_text import find_tables
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.checks.total_lines import WrongTotal, find_wrong_totals
from briefmaker.diagnostics import Severity

_DIGIT = re.compile("[0-9]")
HINT = "add up again; where the numbers are of two vintages or price bases, take all from one"


@rule(final=Severity.ERROR, languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find totals in sentences, in tables and in figures that are not the sum of their parts."""
    language, places = checked.language, checked.index.places
    spelled = {number for word in list_number_words(language) for number, _ in places.get(word, ())}
    for number, text in enumerate(checked.index.texts):
        has_words = number in spelled
        if text.field.startswith("sources.") or not (has_words or _DIGIT.search(text.words)):
            continue
        for stated in find_wrong_sums(text, language, has_words=has_words):
            yield text.finding(Stretch(stated.says.start, stated.says.end), _describe_sum(stated, text), HINT)
        yield from _look_at_tables(text, language)
    yield from _look_at_figures(checked)


def _look_at_tables(text: TextInBrief, language: str) -> Iterator[Finding]:
    for table in find_tables(text):
        rows = [[cell.words for cell in row] for row in table]
        for wrong in find_wrong_totals(rows, "", language):
            stretch = table[wrong.row][wrong.column].stretch
            if stretch is not None:
                yield text.finding(stretch, _describe_total(wrong), HINT)


def _look_at_figures(checked: CheckedBrief) -> Iterator[Finding]:
    for name, table in checked.tables.items():
        figure = checked.brief.figures.get(name)
        unit = (figure.unit or "") if figure else ""
        for wrong in find_wrong_totals([table.columns, *table.rows], unit, checked.language):
            head, column = table.rows[wrong.row - 1][0], table.columns[wrong.column]
            message = f"{_describe_total(wrong)}: row `{head}`, column `{column}`"
            yield Finding(f"figures.{name}", message, HINT, at_name=True)


def _describe_sum(stated: StatedSum, text: TextInBrief) -> str:
    parts = " + ".join(text.words[part.start : part.end] for part in stated.parts)
    scale = stated.says.scale
    decimals = max(_decimals(part.step / part.scale) for part in (*stated.parts, stated.says))
    come_to = f"{stated.sum / scale:,.{decimals}f}"
    whole = "100 %" if stated.says in stated.parts else text.words[stated.says.start : stated.says.end]
    return f"`{parts}` come to {come_to}, and the text takes them for `{whole}`"


def _describe_total(wrong: WrongTotal) -> str:
    return f"the parts come to {wrong.sum:,.{wrong.decimals}f}, and the total says `{wrong.says}`"


def _decimals(step: float) -> int:
    return len(f"{step:.6f}".rstrip("0").partition(".")[2])
