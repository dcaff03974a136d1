"""A brief talks as one does among friends: contractions, exclamation marks, "a lot of", "basically", "Let's dive in".

The words are those of the list `chatty`, and of `chatty_openers` where a sentence begins with one; fixed phrases in which one
of them is right, as in "this kind of", stand in `sober_phrases`. Settings add to all of them and leave words out. What others
say (`they_say`, quotations) and titles of sources are left alone.

Why: a brief is quoted and filed, and is read by people for whom English is a foreign language. The US State Department asks its
drafters for a formal register.

Wrong:

    template: submission
    considerations: |
      It's basically done, and a lot of ports are open again!   # STY005

Right:

    template: submission
    considerations: |
      The repair is done, and nine of the twelve ports are open again.
"""

import re
from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.own_words import find_own_phrases, is_own
from briefmaker.checks.phrases import FoundPhrase
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief

_CONTRACTION = LatePattern(
    r"(?:[a-z]+n't|(?:i|you|he|she|it|we|they|that|there|this|who|what|these|those|here|where)'(?:re|ve|ll|d|m)"
    r"|(?:he|she|it|that|there|here|what|who|where|how|when|why|let|everyone|everybody|nobody|something|nothing)'s"
    r"|(?:could|should|would|might|must)'ve|y'all|ma'am|'?tis)",
    re.NOFLAG,
)
_SIGN = LatePattern(r"!+(?=[\"'”’»)\]]*(?:\s|$))|[\U0001F300-\U0001FAFF]", re.NOFLAG)
_NAMES_WITH_A_SIGN = ("Yahoo", "Jeb", "Joomla", "Yum", "Sí")
_BEFORE_A_NAME = LatePattern(r"[ \u00a0][A-Z][a-z]", re.NOFLAG)
"""What stands behind words in capitals that are part of a name: the Let's Vote campaign."""
_WEIGHTS = ("tons of", "a ton of")
_AMOUNT = LatePattern(
    r"(?:\d|hundreds?|thousands?|millions?|billions?|dozen|metric|short|long|gross|in|of|per|two|three|four|five|six|seven|eight|nine"
    r"|ten|twenty|fifty|half|quarter|many|few|several)\s*$"
)
_IN_FULL = "write the words in full"


@rule(languages=("en",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find contractions, chatty words, exclamation marks and pictures in what the brief itself says."""
    told = set()
    for text, stretch in _find_contractions(checked):
        told.add((text.path, stretch.start))
        yield text.finding(stretch, f"“{text.quote(stretch)}” is a contraction", _IN_FULL)
    for found in find_own_phrases(checked, "chatty", right="sober_phrases"):
        if (found.text.path, found.stretch.start) not in told and not _counts_or_names(found):
            hint = f"better: {found.meaning}" if found.meaning else "say it as one writes"
            yield found.text.finding(found.stretch, f"“{found.text.quote(found.stretch)}” is chatty", hint)
    yield from _find_openers(checked)
    yield from _find_signs(checked)


def _find_contractions(checked: CheckedBrief) -> Iterator[tuple[TextInBrief, Stretch]]:
    index = checked.index
    words = [word for word in index.places if "'" in word and _CONTRACTION.fullmatch(word)]
    for number, at in sorted(place for word in words for place in index.places[word]):
        text = index.texts[number]
        token = text.tokens[at]
        stretch = Stretch(token.start, token.end)
        is_name = text.words[token.start].isupper() and text.sentence_at(token.start).start != token.start
        if is_own(text, stretch) and not (is_name and _BEFORE_A_NAME.match(text.words, token.end)):
            yield text, stretch


def _counts_or_names(found: FoundPhrase) -> bool:
    """Tell whether a phrase counts (``a lot of 5,000 doses``, ``two tons of``), or is part of a name."""
    words, start, end = found.text.words, found.stretch.start, found.stretch.end
    if found.phrase.endswith("lot of") and re.match(r"\s(?:\d|land\b)", words[end : end + 6]):
        return True
    if found.phrase in _WEIGHTS:
        return _AMOUNT.search(words[max(0, start - 30) : start]) is not None
    is_within = words[start].isupper() and found.text.sentence_at(start).start != start
    return is_within and _BEFORE_A_NAME.match(words, end) is not None


def _find_openers(checked: CheckedBrief) -> Iterator[Finding]:
    for found in checked.phrases("chatty_openers").find(checked.index):
        text, stretch = found.text, found.stretch
        begins = (
            text.sentence_at(stretch.start).start == stretch.start and text.words[stretch.end : stretch.end + 1] == ","
        )
        if begins and is_own(text, stretch):
            yield text.finding(stretch, f"“{text.quote(stretch)},” is a chatty beginning", "leave it out")


def _find_signs(checked: CheckedBrief) -> Iterator[Finding]:
    for text in checked.shown_texts:
        for found in _SIGN.finditer(text.words):
            stretch = Stretch(*found.span())
            if not text.words[: stretch.start].endswith(_NAMES_WITH_A_SIGN) and is_own(text, stretch):
                kind = "an exclamation mark" if found.group().startswith("!") else f"the picture {found.group()}"
                yield text.finding(
                    stretch, f"{kind} stands in a sober text", "end with a full stop, and let the words say it"
                )
