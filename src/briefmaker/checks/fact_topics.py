"""Tells what a fact is about: the words of its id and its unit, as they may stand in a text, its unit and its years."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.quantities import Quantity, read_quantities, read_value
from briefmaker.model.evidence import Fact

_SAYS_LITTLE = LatePattern(
    r"share|total|rate|level|number|count|value|figure|amount|size|sum|estimate|latest|current|new|old|key|main|of"
    r"|the|and|in|by|for|to|a|an|at|on|with|from|per|overall|all|percent|percentage|ministry|press|official|reported"
    r"|as|end|mid|use|people|persons|length|width|height|depth"
)
_ALIASES = {
    "us": ("united states", "us", "u.s", "usa", "america", "american", "washington"),
    "usa": ("united states", "us", "america"),
    "uk": ("united kingdom", "uk", "britain", "british"),
    "eu": ("european union", "eu", "union"),
    "un": ("united nations", "un"),
    "uae": ("emirates", "uae"),
    "gdp": ("gdp", "gross domestic product"),
    "defence": ("defence", "defense", "military"),
    "defense": ("defence", "defense", "military"),
}
_COUNTRIES = frozenset({"us", "usa", "uk", "eu", "un", "uae"})
_STEM = 5
_COUNTRY = re.compile(r"\bUS |\bAmerican ")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_WORD = re.compile(r"[^\W\d_]+")
_HEAD_WORDS = 4
"""How many words behind a number are looked at for what it counts."""
_LEAST_DESCRIBED = 2
_LEAD = 60
_NO_NOUNS = frozenset(
    ("in", "by", "on", "at", "from", "this", "last", "since", "until", "and", "but", "or", "as", "with", "of")
)
_VALUE_OF = LatePattern(
    r"\b(?:numbered|numbers?|totalled|totals?|reached|reaches|stood at|stands? at|(?:came|comes?|amount(?:s"
    r"|ed)?) to|is|was|are|were"
    r"|count(?:s|ed)? at|put at|rose to|fell to|of|at) (?:about |around |some |nearly |over |only |just )?$"
)
"""What stands between a thing and how many of it there are, where the number has nothing behind it."""
_MEASURES = LatePattern(
    r"tonnes|tons|barrels|litres|hectares|metres|kilometres|km|twh|gwh|mwh|gw|mw|mt|kg|percent|cent"
)
"""What a number is measured in, and that says nothing of what is measured."""

Forms = tuple[str, ...]
"""The ways to write one word."""


@dataclass(frozen=True, slots=True)
class FactTopic:
    """A fact with its number, and what makes another number the same thing.

    ``head`` is what has to stand behind the number, a word of the unit or, for a share, the whole of it; ``words`` are
    those of the id, ``described`` the others of the unit. ``years`` are those it holds for; none where nothing says so.
    """

    fact: Fact
    value: Quantity
    head: str
    words: tuple[Forms, ...]
    described: tuple[Forms, ...]
    years: frozenset[int]

    def is_named_in(self, sentence: str, *, is_spoken: bool) -> bool:
        """Tell whether a sentence in small letters has all words of the id, or all of those that describe the unit.

        Where it ``is_spoken`` to the other side, "you" may be a country's name.
        """
        is_by_id = bool(self.words) and all(_has_any(forms, sentence, is_spoken=is_spoken) for forms in self.words)
        return is_by_id or (
            len(self.described) >= _LEAST_DESCRIBED
            and all(_has_any(forms, sentence, is_spoken=False) for forms in self.described)
        )

    def has_word(self, word: str) -> bool:
        """Tell whether a word is one of the fact's own: a ceiling of 5,550 is no plan where the fact is the ceiling."""
        return any(_pattern(form).match(word.lower()) for forms in (*self.words, *self.described) for form in forms)

    def has_unit_at(self, number: Quantity, words: str) -> bool:
        """Tell whether a number in a text is of the fact's unit, which may be a word or two behind it."""
        if number.unit != self.value.unit or (number.scale > 1) != (self.value.scale > 1):
            return False
        if not self.head:
            return True
        behind = words[number.end : number.end + 60].lower()
        if number.is_share:
            return behind.lstrip(" \u00a0").startswith(self.head) or self._is_share_of(behind)
        if not number.noun or number.noun in _NO_NOUNS:
            before = re.split(r"[.;:()\n]", words[max(0, number.start - _LEAD) : number.start].lower())[-1]
            if any(_stem(word) == _stem(self.head) for word in _WORD.findall(before)):
                return number.is_bare and _VALUE_OF.search(before) is not None
        near = _WORD.findall(re.split(r"[.;:,()\n]", behind)[0])[:_HEAD_WORDS]
        return any(_stem(word) == _stem(self.head) for word in near)

    def _is_share_of(self, behind: str) -> bool:
        """Tell whether a share may be of the fact's whole, told in other words: 87 % filled, for % of gas storage filled."""
        whole = [word for word in _WORD.findall(self.head) if not _says_little(word)]
        if len(whole) < _LEAST_DESCRIBED:
            return False
        of_it = re.match(r"[ \u00a0](?:of|in|on)\b(?: (?:the|its|all|our|their))* ([^\W\d_]+)", behind)
        return of_it is None or any(_stem(of_it[1]) == _stem(word) for word in whole)


def read_topic(fact: Fact, glossary: Mapping[str, str]) -> FactTopic | None:
    """Give what a fact is about; None where its value is no number, or its words say too little to find it again."""
    printed = " ".join(filter(None, [fact.value, fact.unit]))
    numbers = read_quantities(printed, "en")
    names = [word.lower() for word in re.split(r"[-_.]", fact.id) if not any(letter.isdigit() for letter in word)]
    value = numbers[0] if numbers and read_value(fact.value, "en") is not None else None
    if value is None or value.start != 0 or not value.counts:
        return None
    expansions = {short.lower(): full.lower() for short, full in glossary.items()}
    words = tuple(_forms(word, expansions) for word in names if word and not _says_little(word))
    unit = _COUNTRY.sub("", printed[value.end :]).lower()
    head, described = _part_unit(value, unit.split(",")[0].strip())
    if not words and len(described) < _LEAST_DESCRIBED:
        return None
    return FactTopic(fact, value, head, words, tuple((word,) for word in described), _years_of(fact))


def _part_unit(value: Quantity, unit: str) -> tuple[str, list[str]]:
    """Give what stands behind the number of a unit, and the words that describe it."""
    if value.is_share:
        return unit, []
    telling = [word for word in _WORD.findall(unit) if not _says_little(word)]
    if value.unit:
        return "", telling
    found = _WORD.findall(unit)
    if not found:
        return "", []
    head = next((word for word in found if not _says_little(word)), found[0])
    return head, [word for word in telling if not _MEASURES.fullmatch(word)]


def _years_of(fact: Fact) -> frozenset[int]:
    """Give the years that id or unit name, or else that of ``as_of``."""
    named = {int(each) for each in _YEAR.findall(f"{fact.id} {fact.unit or ''}")}
    return frozenset(named or ({int(str(fact.as_of)[:4])} if fact.as_of else ()))


def _forms(word: str, expansions: Mapping[str, str]) -> Forms:
    return tuple(filter(None, (*_ALIASES.get(word, (word,)), expansions.get(word, ""))))


def _has_any(forms: Forms, sentence: str, *, is_spoken: bool) -> bool:
    if is_spoken and _COUNTRIES.intersection(forms) and re.search(r"\byour?\b", sentence):
        return True
    return any(_pattern(form).search(sentence) for form in forms)


@lru_cache(maxsize=1024)
def _says_little(word: str) -> bool:
    return _SAYS_LITTLE.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """Give the beginning of a word that its forms share: exports, exported; owes, owed."""
    if word.endswith(("ied", "ies")):
        return word[:-3]
    for ending, least in (("ing", 4), ("ed", 4), ("es", 5), ("s", 3), ("d", 3), ("e", 4)):
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=1024)
def _pattern(form: str) -> re.Pattern[str]:
    if " " in form or len(form) <= 3:  # noqa: PLR2004 - an acronym has no endings
        return re.compile(rf"\b{re.escape(form)}\b")
    stem = _stem(form)
    if len(stem) > _STEM:
        stem = stem[: max(_STEM, len(form) - 3)]
    return re.compile(rf"\b{re.escape(stem)}[a-z]*\b")
