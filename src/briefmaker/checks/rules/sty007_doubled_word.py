"""A word, or two short ones, stand twice in a row.

What languages double on purpose is left alone, such as `had had` and `nous nous`, and names such as Pago Pago.

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
from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind

_DOUBLED = re.compile(r"(?<![\w’'.\-‑&/])([^\W\d_]+(?: [^\W\d_]{2,3})?)[ \u00a0]+\1(?!\w|[’'.\-‑&/]\w)", re.IGNORECASE)
_ON_PURPOSE = {
    "en": "that had her very many no so there again win ha now bye hear step day side face do long far please tut".split(),
    "fr": "nous vous faire très bien si non tout petit peu pas-à-pas fou oui jour aïe".split(),
}
_NAMES = frozenset(
    "bora pago sing wagga walla duran boutros puka rapa baden papa kyaw aung khin zaw min lapu yo lai toto titi".split()
)
_PARTICLES = ("in", "on")
_VERBS_WITH_PARTICLE = frozenset(
    "phased sworn brought ushered logged came come comes stepped checked opted handed moved moves carried carry went go goes gone set "
    "kicked called call voted vote relied rely agreed agree worked work working built build drawn sat sit turned put based insisted "
    "insist spent decided touched passed live lived settled acted move cut dialled".split()
)
_TIME_OR_PLACE = re.compile(r" (?:[A-Z0-9]|behalf|time|full|the (?:spring|summer|autumn|winter|end))")
_PARTICIPLE = re.compile(r" \w+ant\b")
_ASKING = re.compile(r"\b(?:what|where|who|which|how|all|problem|question|point|truth)\b", re.IGNORECASE)
_PAIRS = re.compile(r"(?:of|in|to|on|for|by|at|and|with|from|de|à|dans|sur|pour|par|avec|et) ", re.IGNORECASE)


@rule(languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find words that follow themselves within one block, with blanks between."""
    on_purpose = frozenset(_ON_PURPOSE[checked.language])
    for text in checked.shown_texts:
        if text.kind is TextKind.WORDS:
            continue
        for found in _DOUBLED.finditer(text.words):
            word = found[1]
            if word.lower() not in on_purpose and _is_slip(text, found):
                hint = "leave one of them out"
                yield text.finding(Stretch(*found.span()), f"`{word}` stands twice in a row", hint)


def _is_slip(text: TextInBrief, found: re.Match[str]) -> bool:
    word, second = found[1], text.words[found.end() - len(found[1]) : found.end()]
    if " " in word:
        return _PAIRS.match(word) is not None
    if word[0].islower() and second[0].isupper():
        return False  # a name with an article of its own: the The Hague Group
    if word[0].isupper() and second[0].isupper() and _is_name(text.words, found):
        return False
    before = text.words[: found.start()].rsplit(None, 1)[-1:]
    if word.lower() in _PARTICLES and before and before[0].lower() in _VERBS_WITH_PARTICLE:
        return _TIME_OR_PLACE.match(text.words, found.end()) is None
    if word.lower() == "en" and _PARTICIPLE.match(text.words, found.end()):
        return False  # tout en en parlant
    sentence = text.sentence_at(found.start())
    # What the problem is is not known.
    return word.lower() != "is" or not _ASKING.search(text.words, sentence.start, found.start())


def _is_name(words: str, found: re.Match[str]) -> bool:
    """Tell whether two words with capitals are a name: a known one, or one between others with capitals."""
    if found[1].lower() in _NAMES:
        return True
    following = re.match(r" [A-Z][a-z]", words[found.end() : found.end() + 3])
    return following is not None and len(found[1]) > len("The")
