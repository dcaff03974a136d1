"""Expressions of likelihood by language: which of them say the same, and which scale, and which of its rows, each belongs to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from briefmaker.checks.phrases import Phrases
from briefmaker.reading.shipped_yaml import load_shipped_yaml

_PACKAGE, _FOLDER = __package__ or "", "likelihood_terms"
_ELSEWHERE = "other"
_NEITHER = ""


@dataclass(frozen=True, slots=True)
class Equals:
    """What says one thing in one form: ``of_scales`` has the words of each scale, one a row of synonyms, None for none."""

    of_scales: Mapping[str, tuple[str | None, ...]]
    elsewhere: tuple[str, ...] = ()

    def row_of(self, phrase: str, scale: str) -> int | None:
        """Give the number of the row of a scale to which a phrase belongs; None where the scale has it not."""
        words = self.of_scales.get(scale, ())
        return words.index(phrase) if phrase in words else None

    def word_of(self, scale: str, row: int) -> str | None:
        """Give what a row of a scale has for it; the only word where the scale has but one row."""
        words = self.of_scales.get(scale, ())
        return words[row if row < len(words) else 0] if words else None

    def is_of_another_scale(self, phrase: str, scale: str) -> bool:
        """Tell whether a phrase is a term of another scale, and none of this one."""
        return self.row_of(phrase, scale) is None and any(phrase in words for words in self.of_scales.values())


@dataclass(frozen=True)
class LikelihoodTable:
    """All expressions of a language; ``lists`` has the words by which uses of them are told apart, see the data."""

    lines: Mapping[str, Equals] = field(default_factory=dict)
    phrases: Phrases = field(default_factory=lambda: Phrases({}))
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    chances: tuple[re.Pattern[str], ...] = ()
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def words(self, name: str) -> frozenset[str]:
        """Give one of its lists of words; empty where the language needs none."""
        return self.lists.get(name, frozenset())

    def has_scale(self, scale: str) -> bool:
        """Tell whether the terms of a scale are known in this language."""
        return any(scale in line.of_scales for line in self.lines.values())


@cache
def load_likelihood_table(language: str) -> LikelihoodTable:
    """Give the expressions of a language; none for one without data."""
    data = load_shipped_yaml(_PACKAGE, _FOLDER, language)
    return _make_table(data) if data else LikelihoodTable()


def _make_table(data: Mapping[str, Any]) -> LikelihoodTable:
    lines: dict[str, Equals] = {}
    for entry in data["equals"]:
        of_scales = {scale: tuple(words) for scale, words in entry.items() if scale != _ELSEWHERE}
        line = Equals(of_scales, tuple(entry.get(_ELSEWHERE, ())))
        words = [*line.elsewhere, *(word for each in of_scales.values() for word in each if word)]
        lines |= {word: line for word in words if word not in lines}
    phrases = Phrases(dict.fromkeys([*lines, *data["neither"]], _NEITHER))
    patterns = tuple(re.compile(each, re.IGNORECASE) for each in data["chance_patterns"])
    needs = {word: frozenset(others) for word, others in data["needs"].items()}
    lists = {
        name: frozenset(words) for name, words in data.items() if name not in ("equals", "needs", "chance_patterns")
    }
    return LikelihoodTable(lines, phrases, needs, patterns, lists)
