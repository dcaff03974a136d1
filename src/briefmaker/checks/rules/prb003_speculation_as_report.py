"""A field that tells facts guesses at what happened: would have discussed, likely covered, must have felt, reportedly.

It looks at backgrounds, issues, summaries, positions of the other side, biographies, the last meeting and the like, also where
this template leaves them out. A view of somebody who is named is a report of that view; what would have been under a
condition is no guess; `reportedly` and its like are right where the sentence cites who reports.

Why: what the other side's minister said is known or it is not. ICD 203 and the PHIA's guidance ask that what is known be
kept apart from what is judged; a guess in the past tense reads as a report, and is quoted as one.

Wrong:

    template: meeting
    agenda:
      - topic: Grain
        background: |
          The two ministers met in Geneva on 4 March 2025.
          They would have discussed the price of insurance.   # PRB003

Right:

    template: meeting
    agenda:
      - topic: Grain
        background: |
          The two ministers met in Geneva on 4 March 2025 and discussed the price of insurance [@report].
    sources:
      report: {title: Report on the corridor, publisher: Ministry of Trade, date: 2025-10-02}
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.judging_texts import REPORTING, Told, belongs_to
from briefmaker.checks.past_guesses import find_past_guesses
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.rule import rule
from briefmaker.checks.text_in_brief import WordIndex
from briefmaker.diagnostics import Severity

_HINT = (
    "say what is known, with its source; or make it a judgement, with likelihood, confidence and basis; or leave it out"
)


@rule(final=Severity.ERROR, languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find guesses about the past in fields that tell facts; those that share words are told once."""
    told = Told()
    shown = {text.path for text in checked.shown_texts}
    hidden = WordIndex(tuple(text for text in checked.texts if text.path not in shown and belongs_to(text, REPORTING)))
    for text, stretch in (*find_past_guesses(checked, checked.index), *find_past_guesses(checked, hidden)):
        if belongs_to(text, REPORTING) and not is_quoted(text.words, stretch.start) and not told.covers(text, stretch):
            told.add(text, stretch)
            yield text.finding(stretch, f"“{text.quote(stretch)}” tells a guess as a report", _HINT)
