"""A text says something that a register of dated facts knows to hold no more, or not yet, on the day that the brief knows.

A register says what was true from when to when, and by which words a text says it. That of NATO comes with briefmaker;
`registers` under `checks` in `briefmaker.yaml` names files of your own, `without_registers` switches off those that come
along. The day is `as_of` of the brief, or else its date. A sentence that dates the old value itself is right: `in 2021 NATO
had 30 members`, `the former target of 2 %`; the lists `no_longer` and `not_yet` under `words` hold such words. Not looked at
are what others are expected to say, what is to be avoided, and what stands in quotation marks.

Why: figures and names that everybody knew go on being written long after they changed. A reader who knows better doubts the
rest. This is briefmaker's own rule.

Wrong:

    as_of: 2025-10-21
    agenda:
      - topic: Burden-sharing
        background: NATO has 30 members, and half of them miss the aim.   # DAT005

Right:

    as_of: 2025-10-21
    agenda:
      - topic: Burden-sharing
        background: NATO has 32 members; in 2021 it had 30.
"""

import datetime
from collections.abc import Iterator
from itertools import pairwise

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.dated_facts import begins, choose_registers, ends, say, value_on
from briefmaker.checks.finding import Finding
from briefmaker.checks.folded_tokens import fold_tokens
from briefmaker.checks.phrases import FoundPhrase
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.register_phrases import FoundValue, prepare_register
from briefmaker.checks.rule import rule
from briefmaker.checks.written_dates import WrittenDate, find_dates_near
from briefmaker.diagnostics import Severity

_OTHERS_SAY = ("agenda.avoid", "agenda.if_raised.they_say", "sources.", "figures.reference_line", "reference")
_WILL = {"will", "would", "shall", "to"}
_PAST = {"was", "were", "had", "did"}
_NO_PAST = {
    "need",
    "feed",
    "speed",
    "indeed",
    "proceed",
    "exceed",
    "succeed",
    "allied",
    "united",
    "armed",
    "led",
    "limited",
}
_PASSIVE = {"be", "been", "being", "is", "are", "am"}
_NO_SUBJECTS = {
    "a",
    "an",
    "the",
    "its",
    "our",
    "their",
    "his",
    "her",
    "my",
    "your",
    "of",
    "with",
    "by",
    "for",
    "in",
    "and",
}
"""What stands before a participle that is an adjective: ``our seconded officers``."""
_HINT = "say what holds, or say in the sentence when this did"


@rule(final=Severity.ERROR, languages=("en",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find values that do not hold on the day whose knowledge the brief has, in sentences that do not say when they did."""
    day = checked.known_on
    if day is None:
        return
    about = _fold(tuple(checked.brief.title.split()))
    for register in choose_registers(checked.settings, checked.registers):
        for found in prepare_register(register).find(checked.index):
            if (
                value_on(found.topic, day) != found.value
                and _is_about_it(found, about)
                and not _is_told_as_past(found, checked, day)
            ):
                yield found.text.finding(found.stretch, _describe(found, day), _HINT)


def _is_about_it(found: FoundValue, about: frozenset[str]) -> bool:
    """Tell whether the brief itself says the value, of what the topic is about: by its sentence, or by the brief's title."""
    topic, around = found.topic, {*found.before, *found.after}
    return (
        not found.text.field.startswith(_OTHERS_SAY)
        and not is_quoted(found.text.words, found.stretch.start)
        and (not topic.near or not _fold(topic.near).isdisjoint(around.union(found.within, about)))
        and _fold(topic.unless).isdisjoint(around)
        and not any(_begins_with(found.after, phrase) for phrase in topic.unless_followed_by)
    )


def _begins_with(words: tuple[str, ...], phrase: str) -> bool:
    folded = tuple(token.folded for token in fold_tokens(phrase))
    return words[: len(folded)] == folded


def _fold(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(token.folded for word in words for token in fold_tokens(word))


def _is_told_as_past(found: FoundValue, checked: CheckedBrief, day: datetime.date) -> bool:
    """Tell whether the sentence says itself when the value held, or that it does no more; of one to come, that it will."""
    text = found.text
    dates = list(find_dates_near(text, found.stretch.start, checked.language))
    if begins(found.value) > day:
        is_later = any(date.first_day is not None and date.first_day > day for date in dates)
        return is_later or not _WILL.isdisjoint(found.before[-3:]) or _has_phrase("not_yet", found, checked)
    if found.topic.past_is_right and _is_past(found.before + found.after):
        return True
    end = ends(found.topic, found.value)
    began = (date for date in dates if not text.words[max(0, date.start - 6) : date.start].lower().startswith("since"))
    if any(_is_within(date, begins(found.value), end) for date in began):
        return True
    lasts_on = any(_lasts_on(text.words, date, day) for date in dates)
    return any(each.phrase != "until" or not lasts_on for each in _list_phrases("no_longer", found, checked))


def _is_within(date: WrittenDate, since: datetime.date, until: datetime.date) -> bool:
    """Tell whether a date is one on which a value held; that of a treaty long before it says nothing about it."""
    if date.first_day is None:
        return False
    return since.year <= date.first_day.year and date.first_day < until


def _lasts_on(words: str, date: WrittenDate, day: datetime.date) -> bool:
    """Tell whether a date to come stands behind ``until``, which then ends nothing that was."""
    return date.first_day is not None and date.first_day > day and words[: date.start].lower().endswith("until ")


def _has_phrase(name: str, found: FoundValue, checked: CheckedBrief) -> bool:
    """Tell whether the sentence has a phrase of a word list."""
    return any(True for _ in _list_phrases(name, found, checked))


def _list_phrases(name: str, found: FoundValue, checked: CheckedBrief) -> Iterator[FoundPhrase]:
    near = found.text.sentence_near(found.stretch.start)
    return checked.phrases(name).find_between(found.text, near.start, near.end)


def _is_past(words: tuple[str, ...]) -> bool:
    """Tell whether a sentence is in the past tense: ``was``, ``led the``, or a word in -ed that is no passive."""
    no_past = _PASSIVE | _NO_SUBJECTS
    participles = (word for before, word in pairwise(("", *words)) if word.endswith("ed") and before not in no_past)
    is_led = any(word == "led" and behind in _NO_SUBJECTS for word, behind in pairwise(words))
    return is_led or not _PAST.isdisjoint(words) or any(word not in _NO_PAST for word in participles)


def _describe(found: FoundValue, day: datetime.date) -> str:
    quoted, topic, now = f"`{found.text.quote(found.stretch)}`", found.topic, value_on(found.topic, day)
    if begins(found.value) > day:
        so_far = f"; on {day.isoformat()} {say(topic, now)}" if now else ""
        return f"{quoted} holds only from {found.value.since} on ({found.value.source}){so_far}"
    held = f"{quoted} held until {ends(topic, found.value).isoformat()}"
    if now is None:
        return (
            f"{held}: {topic.afterwards} ({found.value.source})"
            if topic.afterwards
            else f"{held} ({found.value.source})"
        )
    return f"{held}: {say(topic, now)} since {now.since} ({now.source})"
