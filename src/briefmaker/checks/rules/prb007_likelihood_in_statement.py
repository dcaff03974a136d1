"""The statement of a judgement says how likely or how certain it is, which belongs in fields of its own.

Why: likelihood and confidence are printed beside the statement, with the range in percent. A statement that says one of
them too repeats the field, or differs from it, and the reader cannot know which of the two holds. ICD 203 asks that each
be stated plainly, and the two apart.

Wrong:

    template: meeting
    implications:
      - statement: The corridor is likely to open in March.   # PRB007
        likelihood: very likely
        confidence: moderate
        basis: Three rounds of talks.
        so_what: Book the port inspectors now.

Right:

    template: meeting
    implications:
      - statement: The corridor opens in March.
        likelihood: very likely
        confidence: moderate
        basis: Three rounds of talks.
        so_what: Book the port inspectors now.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.confidence_in_text import find_confidences
from briefmaker.checks.finding import Finding
from briefmaker.checks.judging_texts import STATEMENTS, Told, belongs_to
from briefmaker.checks.likelihood_in_text import find_chances, find_likelihood_terms
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.diagnostics import Severity


@rule(final=Severity.ERROR, shows=("implications", "items"), languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find expressions of likelihood and of confidence in statements of implications and in judgements of entries."""
    found = {
        "likelihood": [*((each.text, each.stretch) for each in find_likelihood_terms(checked)), *find_chances(checked)],
        "confidence": list(find_confidences(checked)),
    }
    for field, places in found.items():
        told = Told()
        for text, stretch in places:
            is_own = belongs_to(text, STATEMENTS) and not is_quoted(text.words, stretch.start)
            if is_own and not told.covers(text, stretch):
                told.add(text, stretch)
                yield _tell(checked, text, stretch, field)


def _tell(checked: CheckedBrief, text: TextInBrief, stretch: Stretch, field: str) -> Finding:
    place = text.path.removesuffix(".text").rpartition(".")[0]
    stated = next((each.words for each in checked.texts if each.path == f"{place}.{field}"), "")
    beside = f", beside `{field}: {stated}`" if stated else ""
    message = f"this judgement says “{text.quote(stretch)}” in its own sentence{beside}"
    hint = f"say what will be, as if it were certain, and leave its {field} to the field `{field}`"
    return text.finding(stretch, message, hint)
