"""How French guesses about the past: aurait évoqué, a dû sentir, ont sans doute abordé."""

import re

from briefmaker.checks.guess_words import GuessWords, Passage
from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.phrases import FoundPhrase

_AVOIR = frozenset({"aurait", "auraient", "n'aurait", "n'auraient", "l'aurait", "l'auraient", "y'aurait"})
_ETRE = frozenset({"serait", "seraient"})
_MUST = frozenset({"dû", "pu"})
BEGINS = _AVOIR | _ETRE | _MUST
_HAVING = frozenset({"n'a", "n'ont", "a", "ont", "avait", "avaient", "ait", "aient"})
_PARTICIPLE = LatePattern(
    r".{2,}(?:[éiu]e?s?|is|its?|ise?s|erte?s?|eint|aint|oint)$|^(?:été|eu|dit|fait|mis|pris|lu|vu)$", re.NOFLAG
)
_IMPERFECT = LatePattern(
    r".{2,}[^r]ai(?:t|ent)$|^(?:était|étaient|avait|avaient|entrait|montrait|offrait|ouvrait|préparait)$", re.NOFLAG
)
_NEAR, _FAR = 4, 10


def find_guessing_verb(passage: Passage, first: int, words: GuessWords) -> int | None:
    """Give the number of the last word of a form such as ``aurait aussi évoqué`` that guesses; None for none."""
    verb = passage.words(first, first + 1)[0]
    if verb in _MUST:
        return _find_after_must(passage, first, words)
    if passage.holds(words["conditional"]) or not words["schemes"].isdisjoint(passage.before(first, _NEAR)):
        return None
    before = passage.before(first, 1)
    for at in range(first + 1, first + _NEAR):
        found = passage.words(at, at + 1)
        if not found:
            return None
        word = found[0]
        if word in words["between"] or word.endswith("ment"):
            continue
        is_reflexive = before == ["se"] and _is_participle(word, words)
        is_gone = verb in _ETRE and word in words["gone"]
        is_done = verb in _AVOIR and _is_participle(word, words) and word not in words["regretting"]
        return at if is_reflexive or is_gone or is_done else None
    return None


def _find_after_must(passage: Passage, first: int, words: GuessWords) -> int | None:
    """Give the infinitive of ``a dû sentir``, where it is one that can only be guessed of others."""
    following = passage.after(first, 1)
    is_past = not _HAVING.isdisjoint(passage.before(first, 2))
    return first + 1 if is_past and following and following[0] in words["guessed"] else None


def _is_participle(word: str, words: GuessWords) -> bool:
    return word not in words["no_participle"] and _PARTICIPLE.search(word) is not None


def _is_past(word: str, words: GuessWords) -> bool:
    part = word.partition("-")[0].rpartition("'")[2]
    if part in words["no_imperfect"] and part not in words["past"]:
        return False
    return part in words["past"] or _IMPERFECT.search(part) is not None


def tells_past(passage: Passage, found: FoundPhrase, words: GuessWords) -> bool:
    """Tell whether something past is guessed by a phrase: ``a sans doute insisté``, ``il est probable qu'il savait``."""
    before, after = passage.before(found.first, _NEAR), passage.after(found.last, _FAR)
    if after and after[0].partition("'")[0] in words["that"]:
        return any(_is_past(each, words) for each in after)
    while before and before[-1] in words["between"]:
        before = before[:-1]
    if before[-2:] == ["se", "sont"] or before[-1:] == ["s'est"]:
        return bool(after) and _is_participle(after[0], words)
    if before and (before[-1] in words["auxiliary"] or _is_past(before[-1], words)):
        return bool(after) and not (before[-1] in _HAVING and after[0] in ("le", "la", "un", "une", "des", "les"))
    if not before or found.first == passage.first:
        return any(_is_past(each, words) for each in after[:6])
    return bool(after) and _IMPERFECT.search(after[0]) is not None
