"""A placeholder was left in a text: "TBC", "XX %", "[insert name]", "???", "to be completed".

Found in every language are brackets that wait for words, X in place of figures, question marks in a row, blanks to be filled
in and "lorem ipsum"; the words are those of the list `placeholders`. Roman numerals, as in "Article XX", and brackets that cut
or explain a quotation are left alone; a sentence such as "the bridge is to be completed by 2027" too.

Why: it is the first thing that a reader sees, and in a final brief something is missing that somebody meant to add.

Wrong:

    template: submission
    considerations: |
      The minister, [insert name], opens the talks. Exports rose by XX %.   # STR010

Right:

    template: submission
    considerations: |
      The minister, Jane Mbeki, opens the talks. Exports rose by 4 %.
"""

import re
from collections.abc import Iterator

from briefmaker.checks.bracketed import find_open_brackets, load_words_of_placeholders
from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.own_words import is_own
from briefmaker.checks.phrases import FoundPhrase
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.diagnostics import Severity

_UNITS = (
    r"%|per ?cent|percent|million|billion|trillion|bn\b|m\b|thousand|tonnes|euros|dollars|pour cent|millions|milliards"
)
_SIGN = re.compile(
    rf"(?<![\w.-])(?:[Xx]{{2,}}|[Yy]{{2,}})(?![\w-])|(?<![\w-])X(?:[.,][XxYy]+)?(?=[  ]?(?:{_UNITS}))"
    rf"|(?<![\w-])X(?:[.,]X+)+|(?<=[€$£])[ ]?[Xx]+"
    r"|(?<![\w-])(?:19|20)(?:[0-9][Xx]|XX|xx)(?![\w-])|(?<![\w-])[0-9]{1,3}(?:[,.]XX+|XX+)(?![\w-])|\?{2,}|\([?]\)|_{3,}"
    r"|@{2,}|#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?)|\((?:insert\b[^()\n]{0,60}|check!?|confirm\??|figures?\?|dates?\?|sources?\?|names?\?)\)"
    rf"|(?<![\w_])__(?=[  ]?(?:{_UNITS}))|(?<![\w.])N\.[  ]?N\.(?!\w|[  ]?[A-Z])"
    r"|\((?:[a-z’' -]{1,40} )?to be (?:added|inserted|supplied|provided|completed|confirmed"
    r"|filled in|written|drafted|updated)\b[^()\n]{0,60}\)"
    r"|\((?:text|figures?|input|details|date|names?) (?:to follow|to come|awaited|missing|needed)\b[^()\n]{0,60}\)"
    r"|(?:^|(?<=[.:;?!] )|(?<=\n))(?:Placeholder (?:for|text)\b"
    r"|To be (?:added|inserted|supplied|provided|completed|confirmed"
    r"|filled in|written|drafted|updated|agreed)\b[^.,\n]{0,100}(?:\.|\Z))"
    r"|(?<![\w/])(?:dd|DD)[/. -](?:mm|MM|Month|month|MMM|MMMM)(?:[/. -](?:yyyy|YYYY|yy|YY|[0-9]{4}))?"
)
_PARTS_OF_SIGNS = (
    *(
        "X",
        "Y",
        "xx",
        "yy",
        "dd",
        "DD",
        "??",
        "?)",
        "__",
        "@@",
        "#",
        "(insert",
        "(check",
        "(confirm",
        "(figure",
        "(date",
        "(source",
    ),
    *("(name", "o be ", "to follow", "to come", "awaited", "missing", "needed", "Placeholder", "N."),
)
_BY_COLLEAGUES = re.compile(
    r"\s+(?:by|with|from)\s+(?:the\s+)?(?:desk|unit|legal|finance|embassy|post|team|author|drafter|private office|directorate"
    r"|section|press|policy|geographic|thematic|lead|colleagues)\b",
    re.IGNORECASE,
)
_HINT = "write what belongs here, or take it out"


@rule(final=Severity.ERROR)
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find placeholders in what the template shows."""
    texts = [text for text in checked.shown_texts if text.field != "glossary"]
    # Most briefs have none of the signs: all of a brief is asked at once, which is faster than each of its many short texts.
    words = "\0".join(text.words for text in texts)
    has_brackets = any(sign in words for sign in "[<{")
    brackets = {text.path: tuple(find_open_brackets(text)) if has_brackets else () for text in texts}
    for text in texts if has_brackets else ():
        for stretch in brackets[text.path]:
            yield from _tell(text, stretch)
    parts = [part for part in _PARTS_OF_SIGNS if part in words]
    told: dict[str, list[Stretch]] = {}
    for found in checked.phrases("placeholders").find(checked.index):
        if found.text.path in brackets and _counts(found) and not _is_within(found.stretch, brackets[found.text.path]):
            told.setdefault(found.text.path, []).append(found.stretch)
            yield from _tell(found.text, found.stretch)
    for text in texts if parts else ():
        words = text.words
        for sign in _SIGN.finditer(words) if any(part in words for part in parts) else ():
            stretch = Stretch(*sign.span())
            is_told = any(each.start < stretch.end and stretch.start < each.end for each in told.get(text.path, ()))
            if not is_told and not _is_within(stretch, brackets[text.path]) and not _is_numeral(text, stretch):
                yield from _tell(text, stretch)


def _tell(text: TextInBrief, stretch: Stretch) -> Iterator[Finding]:
    yield text.finding(stretch, f"“{text.quote(stretch).strip()}” is a placeholder", _HINT)


def _is_within(stretch: Stretch, brackets: tuple[Stretch, ...]) -> bool:
    return any(each.start <= stretch.start < each.end for each in brackets)


def _is_numeral(text: TextInBrief, stretch: Stretch) -> bool:
    """Tell whether an XX or XXX is a Roman numeral, as in ``Article XX``."""
    if set(text.quote(stretch)) != {"X"}:
        return False
    before = re.findall(r"\w+", text.words[max(0, stretch.start - 30) : stretch.start])
    behind = re.findall(r"\w+", text.words[stretch.end : stretch.end + 30])
    return (bool(before) and before[-1].lower() in load_words_of_placeholders("before_numeral")) or (
        bool(behind) and behind[0].lower() in load_words_of_placeholders("behind_numeral")
    )


def _counts(found: FoundPhrase) -> bool:
    """Tell whether a phrase stands as the list says that it has to."""
    text, stretch = found.text, found.stretch
    sentence = text.sentence_at(stretch.start)
    if not is_own(text, stretch) and found.meaning:
        return False
    before, behind = text.words[sentence.start : stretch.start], text.words[stretch.end : sentence.end]
    if found.meaning == "alone":
        return not re.search(r"\w", before + behind)
    if found.meaning == "open":
        if behind.startswith(",") and not before.strip():
            return False
        is_last = behind[:1] in ")]" or not re.match(r"\s*[\w(]", behind)
        return (is_last or _BY_COLLEAGUES.match(behind) is not None) and not _has_verb(before)
    if text.quote(stretch) == "Todo" and re.match(r"\s[A-Z]", behind):
        return False  # a name: the Todo Cambia campaign
    return not re.match(r"\s(?:Bank|Group|Capital)\b", behind)


def _has_verb(words: str) -> bool:
    inner = re.split(r"[(\[:;–—]", words)[-1]
    return any(each in load_words_of_placeholders("verbs") for each in re.findall(r"\w+", inner.lower()))
