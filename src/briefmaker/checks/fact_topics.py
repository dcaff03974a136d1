"""Tells what a fact is about: the words of its id, as they may stand in a text, and its unit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefmaker.checks.quantities import Quantity, read_quantities, read_value
from briefmaker.model.evidence import Fact

_SAYS_LITTLE = re.compile(
    "share|total|rate|level|number|count|value|figure|amount|size|sum|estimate|latest|current|new|old|key|main|of"
    "|the|and|in|by|for|to"
    "|overall|all|percent|percentage|ministry|press|official|reported"
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
_STEM = 5
_COUNTRY = re.compile(r"\bUS |\bAmerican ")


@dataclass(frozen=True, slots=True)
class FactTopic:
    """A fact with its number, the words that have to stand beside another number for it to be the same thing, and its year."""

    fact: Fact
    value: Quantity
    unit: str
    words: tuple[tuple[str, ...], ...]
    year: int | None

    def is_named_in(self, sentence: str) -> bool:
        """Tell whether a sentence in small letters has all the words of the fact, each in one of its forms."""
        return all(any(_has_word(form, sentence) for form in forms) for forms in self.words)

    def has_unit_at(self, number: Quantity, words: str) -> bool:
        """Tell whether a number in a text is of the fact's unit: with all the words of it, or nothing else, behind it."""
        return number.unit == self.value.unit and _follows(self.unit, words, number.end)


def read_topic(fact: Fact, glossary: Mapping[str, str]) -> FactTopic | None:
    """Give what a fact is about; None where its value is no number, or its id says too little to find it again."""
    printed = " ".join(filter(None, [fact.value, fact.unit]))
    numbers = read_quantities(printed, "en")
    names = [word.lower() for word in fact.id.split("-") if not any(letter.isdigit() for letter in word)]
    telling = [word for word in names if not _SAYS_LITTLE.fullmatch(word)]
    value = numbers[0] if numbers and read_value(fact.value, "en") is not None else None
    if value is None or not telling or value.start != 0 or not value.counts:
        return None
    expansions = {short.lower(): full.lower() for short, full in glossary.items()}
    words = tuple(_forms(word, expansions) for word in telling)
    year = int(str(fact.as_of)[:4]) if fact.as_of else None
    return FactTopic(fact, value, printed[value.end :].split(",")[0].strip().lower(), words, year)


def _forms(word: str, expansions: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, (*_ALIASES.get(word, (word,)), expansions.get(word, ""))))


@lru_cache(maxsize=1024)
def _pattern(form: str) -> re.Pattern[str]:
    stem = re.escape(form[: max(_STEM, len(form) - 2)] if len(form) > _STEM else form)
    return re.compile(rf"\b{stem}{'' if len(form) <= 3 else '[a-z]*'}\b")  # noqa: PLR2004 - an acronym has no endings


def _has_word(form: str, sentence: str) -> bool:
    return _pattern(form).search(sentence) is not None


def _follows(unit: str, words: str, end: int) -> bool:
    """Tell whether the rest of a unit stands behind a number; a currency is part of the number already."""
    wanted = _COUNTRY.sub("", unit).strip()
    return not wanted or words[end:].lstrip(" \u00a0").lower().startswith(wanted)
