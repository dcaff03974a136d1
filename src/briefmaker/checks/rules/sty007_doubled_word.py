"""A word stands twice in a row.

What languages double on purpose is left alone, such as `had had` and `nous nous`, and names such as Pago Pago. The list of
words `doubled` holds them, and a workspace can add its own.

Why: a doubled word is a slip of the hand that spelling checkers pass over, and a careless page makes its reader doubt
the figures too. Which of the two has to go is for the writer to say.

Wrong:

    template: information
    background: Norway has offered to host the the next round.   # STY007

Right:

    template: information
    background: Norway has offered to host the next round.
"""

import re
from collections.abc import Collection, Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind

_DOUBLED = LatePattern(r"(?:(?<![\w’'.\-‑&/])|(?<=\bqu[’'])|(?<=\b[ld][’']))([^\W\d_]+)[ \u00a0]+\1(?!\w|[’'.\-‑&/]\w)")
_LIKELY = LatePattern(r"\W(\w+)[ \u00a0]\1\b", re.NOFLAG)
"""Finds more than is wrong, in a third of the time."""
_CONTEXT = 20
_LEAST_LATIN = 5
_NO_NAME = LatePattern(
    r"\w+(?:tion|sion|ment|ity|ités?|ère|ry|ship|day|ters?|cil|ncy|ence|ance|ean|een|éenne|ents?|bers?|tates|ank|dis|ions?)"
    r"|The|And|Union|États?|Office|Fund|Court|Treaty|Group|Conseil|Cour|Banque"
)
"""Words in capitals of which no place and no person is called twice."""
_TIME_OR_PLACE = LatePattern(r" (?:[A-Z0-9]|behalf|time|full|the (?:spring|summer|autumn|winter|end))", re.NOFLAG)
_PARTICIPLE = LatePattern(r" \w+ant\b", re.NOFLAG)
_ASKING = LatePattern(r"\b(?:what|where|who|which|how|all|problem|question|point|truth)\b")


@rule(languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find words that follow themselves within one block, with blanks between."""
    on_purpose = checked.phrases("doubled").entries.keys()
    for text in checked.shown_texts:
        if text.kind is TextKind.WORDS or _LIKELY.search(f" {text.words.lower()}") is None:
            continue
        for found in _DOUBLED.finditer(text.words):
            word = found[1]
            if word.lower() not in on_purpose and _is_slip(text, found, on_purpose):
                yield text.finding(Stretch(*found.span()), f"`{word}` stands twice in a row", "leave one of them out")


def _is_slip(text: TextInBrief, found: re.Match[str], on_purpose: Collection[str]) -> bool:
    word, second = found[1], text.words[found.end() - len(found[1]) : found.end()]
    if second[0].isupper() and (word[0].islower() or _is_within_name(text.words, found)):
        return False  # a name with an article of its own: the The Hague Group
    if word.lower() == "est" and text.words[: found.start()].endswith(("'", "’")):
        return False  # l'est est plus touché
    if _is_doubled_name(text, found, second):
        return False
    before = " ".join(text.words[max(0, found.start() - _CONTEXT) : found.start()].split()[-1:])
    if f"{before} {word}".lower() in on_purpose:
        return _TIME_OR_PLACE.match(text.words, found.end()) is None
    if word.lower() == "en" and _PARTICIPLE.match(text.words, found.end()):
        return False  # tout en en parlant
    sentence = text.sentence_at(found.start())
    # What the problem is is not known.
    return word.lower() != "is" or not _ASKING.search(text.words, sentence.start, found.start())


def _is_doubled_name(text: TextInBrief, found: re.Match[str], second: str) -> bool:
    """Tell whether a word in capitals within a sentence is doubled: Walla Walla, or an animal's Latin name, as Bison bison."""
    word, start = found[1], found.start(1)
    if not word[0].isupper() or word.isupper() or text.sentence_at(start).start == start:
        return False
    return _NO_NAME.fullmatch(word) is None and (second[0].isupper() or len(word) >= _LEAST_LATIN)


def _is_within_name(words: str, found: re.Match[str]) -> bool:
    """Tell whether a further word with a capital follows two that have one, as in names of persons."""
    following = re.match(r" [A-Z][a-z]", words[found.end() : found.end() + 3])
    return following is not None and len(found[1]) > len("The")
