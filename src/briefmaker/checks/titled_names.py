"""Finds titles that stand before a name in a text, and tells which of them one person may have at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.phrases import FoundPhrase, Phrases
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, Token, WordIndex, fold_word

_OF_ANOTHER_TIME = LatePattern(
    "former|then|ex|late|outgoing|incoming|future|previous|past|one-time|acting|designate|elect|as|interim"
    "|deputy|vice|assistant|under|associate|first|second|honorary|shadow",
    re.NOFLAG,
)
_PARTICLES = LatePattern("von|van|der|den|de|di|da|del|della|dos|bin|ibn|al|el|la|le|ter|zu", re.NOFLAG)
_NO_NAMES = LatePattern(
    "office|assembly|council|conference|meeting|staff|representatives?|house|group|and|of|the|in|on|at|who|palace"
    "|hall|street|university"
    "|institute|foundation|award|prize",
    re.NOFLAG,
)
_MOST_WORDS = 5
_TOGETHER = (
    frozenset({"commissioner", "vice-president", "executive vice-president"}),
    frozenset({"vice-president", "high-representative"}),
    frozenset(
        {"ambassador", "permanent-representative", "special-envoy", "special-representative", "high-commissioner"}
    ),
    frozenset({"dr", "professor"}),
    frozenset({"mrs", "ms", "miss"}),
    frozenset({"speaker", "congressman", "congresswoman", "mp", "deputy"}),
    frozenset({"judge", "justice", "chief-justice"}),
    frozenset({"bishop", "cardinal"}),
    frozenset({"archbishop", "cardinal", "patriarch"}),
    frozenset({"chair", "speaker", "president"}),
    frozenset({"chair", "mp", "mep", "senator", "congressman", "congresswoman"}),
    frozenset({"rapporteur", "mep", "mp"}),
)
"""Titles that one person often has at once, or that are one in two forms."""
_TELLS_OF_CHANGE = LatePattern(
    r"\b(?:(?:was|is|been|were|will be|be) (?:made|named|appointed|elected|promoted|sworn in|raised|nominated)"
    r"|became|becomes"
    r"|(?:rose|promotion|promoted) to|took office|takes office|took over|takes over|stepped down|steps down"
    r"|(?:his|her|their) (?:\w+ )?(?:niece|nephew|brother|sister|father|mother|son"
    r"|daughter|cousin|wife|husband|uncle|aunt|namesake|twin)"
    r"|no relation|not related|unrelated|(?:same|common|share[sd]?) (?:a |the |\w+ )?(?:sur)?name)\b",
    re.NOFLAG,
)
"""By this a sentence tells that somebody changed offices, or that two people have one name."""
_NAMED_BEFORE = LatePattern(
    r"(?:([^\W\d_][\w’'-]+) )?([^\W\d_][\w-]+)(?:, | \()"
    r"(?:(?:the|our|now|as|currently|also) ){0,2}(?:[A-Z]\w+ |[A-Z]\w+[’']s? )?\Z",
    re.NOFLAG,
)
_FARTHEST_NAME = 80
_YEAR = LatePattern(r"\b(?:19|20)[0-9]{2}\b", re.NOFLAG)


@dataclass(frozen=True, slots=True)
class Title:
    """A title: its kind (office, rank, royal, courtesy), and the words by which it is compared."""

    kind: str
    words: str

    def goes_with(self, other: "Title") -> bool:
        """Tell whether one person may be called both."""
        if self.kind != other.kind or self.words == other.words:
            return True
        if any({self.words, other.words} <= each for each in _TOGETHER):
            return True
        return _is_short_for(self.words, other.words) or _is_short_for(other.words, self.words)


def _is_short_for(short: str, full: str) -> bool:
    if short == "secretary of state" and full.endswith(" secretary"):
        return True
    return full.endswith(f" {short}") or full.startswith(f"{short} of ")


@dataclass(frozen=True, slots=True)
class TitledName:
    """A title with the name behind it: its first name where there is one, and its last."""

    text: TextInBrief
    stretch: Stretch
    title: Title
    first: str
    last: str


def read_title(found: FoundPhrase) -> Title:
    """Give the title that a phrase of the list stands for."""
    kind, _, words = found.meaning.partition(" ")
    return Title(kind, words or found.phrase.lower())


def find_titled_names(index: WordIndex, titles: Phrases, year: int) -> Iterator[TitledName]:
    """Give each title with a name behind it; none of another time, as told by a word before it or an earlier year beside it."""
    for found in titles.find(index):
        text = found.text
        if not text.words[found.stretch.start].isupper() and not _is_small_office(found):
            continue
        name = list(_name_behind(text, found.last))
        if name and not _is_of_another_time(found, year) and not is_quoted(text.words, found.stretch.start):
            first = name[0].folded if len(name) > 1 else ""
            stretch = Stretch(found.stretch.start, name[-1].end)
            yield TitledName(text, stretch, read_title(found), first, _strip(name[-1].folded))


def find_explained_names(index: WordIndex, titles: Phrases, year: int) -> Iterator[TitledName]:
    """Give each title that stands behind a name, as in ``Kaja Kallas, the Prime Minister of Estonia, …``."""
    for found in titles.find(index):
        text, start, end = found.text, found.stretch.start, found.stretch.end
        if (
            not re.match(r"[,.;)]|\s*\Z| (?:of|for|in|from|at)\b", text.words[end : end + 6])
            or text.words[end : end + 5] == ", and"
        ):
            continue
        named = _NAMED_BEFORE.search(text.words[max(0, start - _FARTHEST_NAME) : start])
        if (
            named is None
            or not named[2][0].isupper()
            or _is_of_another_time(found, year)
            or is_quoted(text.words, start)
        ):
            continue
        first = fold_word(named[1]) if named[1] and named[1][0].isupper() else ""
        first = "" if first in {fold_word(title).split()[-1] for title in titles.entries} else first
        yield TitledName(text, found.stretch, read_title(found), first, fold_word(named[2]))


def _is_small_office(found: FoundPhrase) -> bool:
    """Tell whether a title in small letters may be one: president Trump, and not the general or the major."""
    return read_title(found).kind == "office"


def _name_behind(text: TextInBrief, last: int) -> Iterator[Token]:
    """Give the words of the name behind a title: in capitals, or such as ``von der`` within it."""
    end = text.tokens[last].end
    for token in text.tokens[last + 1 : last + 1 + _MOST_WORDS]:
        between = text.words[end : token.start]
        if between not in (" ", "\u00a0", ". ") or (between == ". " and end - text.tokens[last].start > len("Prof")):
            return
        is_name = text.words[token.start].isupper() and not _NO_NAMES.fullmatch(token.folded)
        if not is_name and not _PARTICLES.fullmatch(token.folded):
            return
        yield token
        end = token.end
        if text.words[token.start : token.end].endswith(("'s", "’s")):
            return


def _is_of_another_time(found: FoundPhrase, year: int) -> bool:
    text = found.text
    is_reason = text.words.endswith(", as ", 0, found.stretch.start)
    if found.first and not is_reason and _OF_ANOTHER_TIME.fullmatch(text.tokens[found.first - 1].folded):
        gap = text.words[text.tokens[found.first - 1].end : found.stretch.start]
        if gap.strip() in ("", "-", "–"):
            return True
    sentence = text.sentence_near(found.stretch.start)
    if _TELLS_OF_CHANGE.search(text.words, sentence.start, sentence.end):
        return True
    return any(int(each.group()) < year for each in _YEAR.finditer(text.words, sentence.start, sentence.end))


def _strip(name: str) -> str:
    return name.removesuffix("'s").removesuffix("'")
