"""A text that reports claims a fact, and cites neither a source nor a fact for it.

Claims are figures, what happened on a date, what somebody said, what a survey found, what a treaty or law provides, and
superlatives. Told by such signs, it is sentences with a question, an order, a hedge, or what we expect, judge or propose
that are left alone, with lines to take, asks and judgements. A citation counts anywhere in the sentence. At the end of a
paragraph it covers all of it where no other sentence of the paragraph cites anything, or where it stands behind the full
stop; behind a colon that begins a list it covers the list. A table is covered by a citation in it or in the paragraph before
or behind it. Of each paragraph, and of each table, the first claim is told.

Why: ICD 206 asks that whatever a judgement depends on is cited where it stands, so that the reader can go and look.

Wrong:

    agenda:
      - topic: Grain
        background: Grain exports fell by 14 % after the port closed.   # SRC001

Right:

    agenda:
      - topic: Grain
        background: "Grain exports fell by 14 % after the port closed [@report]."
    sources:
      report: {title: Report on the corridor, publisher: Ministry of Trade, date: 2025-10-02}
"""

import datetime
from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.claims import ClaimFinder
from briefmaker.checks.covered_sentences import list_uncovered
from briefmaker.checks.factual_fields import SOURCED, list_texts_of
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule

_KINDS = {
    "figure": "this figure",
    "statement": "this statement",
    "survey": "this survey",
    "rule": "what is provided here",
    "comparison": "this comparison",
    "event": "this event",
}


@rule(languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find the first claim of each paragraph that no citation covers."""
    finder = ClaimFinder(checked.index, checked.language, _list_own_days(checked))
    for text in list_texts_of(checked, SOURCED):
        for sentences in list_uncovered(text):
            claims = list(filter(None, (finder.find(text, sentence) for sentence in sentences)))
            if claims:
                first, more = claims[0], len(claims) - 1
                message = f"{_KINDS[first.kind]} has no source: `{text.quote(first.stretch)}`"
                if more:
                    message += f", nor {'has' if more == 1 else 'have'} {more} more of this paragraph"
                hint = "cite a source or a fact in the sentence, as [@id]; where there is none, leave the claim out"
                yield text.finding(first.stretch, message, hint)


def _list_own_days(checked: CheckedBrief) -> frozenset[datetime.date]:
    """Give the days of the brief itself: its date, that of its knowledge, and that of the meeting."""
    meeting = checked.brief.meeting
    start = meeting.start.date if meeting is not None and meeting.start is not None else None
    return frozenset(filter(None, (checked.brief.date, checked.known_on, start)))
