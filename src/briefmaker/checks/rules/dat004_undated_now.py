"""A text that reports says when something is or was so by a word that means another day on each day that it is read.

Found are words such as `recently`, `currently`, `today`, `last year` and `over the past three months`, where their sentence
names no day, month or year. The list `undated_now` under `words` in `briefmaker.yaml` adds some and leaves others.
What is to be said aloud, asked or done is not looked at, nor the cells of tables and what stands in quotation marks.

Why: a brief is read days or weeks after it was written, and passed on. What was `recently` then is so no more. This is
briefmaker's own rule.

Wrong:

    agenda:
      - topic: Grain
        background: The ministry recently raised the levy on wheat.   # DAT004

Right:

    agenda:
      - topic: Grain
        background: The ministry raised the levy on wheat on 3 October 2025.
"""

import re
from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.factual_fields import is_report
from briefmaker.checks.finding import Finding
from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.checks.written_dates import find_dates_near

_NO_FINDING = "-"
_HINT = "say the day, the month or the year"
_COUNT = {
    "en": "few|couple of|several|two|three|four|five|six|seven|eight|nine|ten|twelve|[0-9]{1,3}",
    "fr": "quelques|plusieurs|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|[0-9]{1,3}",
}
_UNIT = {
    "en": "hours|days|weeks|months|quarters|years|decades",
    "fr": "heures?|jours?|semaines?|mois|trimestres?|ans?|années?|décennies?",
}
_SPANS = {
    "en": (
        ("past", "last", "recent", "coming"),
        re.compile(rf"(?:past|last|recent|coming)\s+(?:(?:{_COUNT['en']})\s+)?(?:{_UNIT['en']})\b", re.IGNORECASE),
    ),
    "fr": (("a",), re.compile(rf"a\s+(?:{_COUNT['fr']})\s+(?:{_UNIT['fr']})\b", re.IGNORECASE)),
}
"""By language: how a span with a number begins, and what it is from there on."""
_BEFORE_SPAN = {"en": "", "fr": "il y "}
_NOT_NOW = LatePattern(r"\s+(?:of|before|du|de|des)\b")
"""After a span that is one of something else: ``the last two weeks of the mandate``."""


@rule(languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find words of now in sentences without a date."""
    found = {
        (text.path, stretch.start): (text, stretch) for text, stretch in (*_find_words(checked), *_find_spans(checked))
    }
    for text, stretch in found.values():
        is_dated = any(find_dates_near(text, stretch.start, checked.language))
        if is_dated or is_quoted(text.words, stretch.start):
            continue
        message = f"`{text.quote(stretch)}` does not say when, and nor does its sentence"
        yield text.finding(stretch, message, _HINT)


def _find_words(checked: CheckedBrief) -> Iterator[tuple[TextInBrief, Stretch]]:
    for found in checked.phrases("undated_now").find(checked.index):
        if found.meaning != _NO_FINDING and is_report(found.text, found.stretch.start, checked):
            yield found.text, found.stretch


def _find_spans(checked: CheckedBrief) -> Iterator[tuple[TextInBrief, Stretch]]:
    """Find spans with a number in them, by the words that they begin with."""
    beginnings, pattern = _SPANS[checked.language]
    before = _BEFORE_SPAN[checked.language]
    places = [place for word in beginnings for place in checked.index.places.get(word, ())]
    for number, at in places:
        text = checked.index.texts[number]
        start = text.tokens[at].start
        found = pattern.match(text.words, start) if is_report(text, start, checked) else None
        if (
            found
            and text.words[start - len(before) : start].lower() == before
            and not _NOT_NOW.match(text.words, found.end())
        ):
            yield text, Stretch(start - len(before), found.end())
