"""How English guesses about the past: would have discussed, must have felt, likely covered."""

from briefmaker.checks.guess_words import GuessWords, Passage
from briefmaker.checks.phrases import FoundPhrase

BEGINS = frozenset({"will", "can", "would", "wouldn't", "might", "may", "could", "must", "can't", "cannot"})
_CERTAIN, _OPEN = ("would", "wouldn't"), ("might", "may")
_OF_SURE_THINGS = ("will", "can")
_GIVING_LEAVE = frozenset({"if", "whether", "only"})
_OF_DUTY = frozenset({"if", "whether", "but", "applicants", "candidates"})
_CONDITIONS_AFTER = frozenset({"if", "unless", "without", "otherwise", "instead", "absent", "but", "had"})
_SURE = frozenset({"doubt", "surely", "doubtless", "undoubtedly", "hardly", "only"})
_NEAR, _FAR = 4, 10


def find_guessing_verb(passage: Passage, first: int, words: GuessWords) -> int | None:
    """Give the number of the participle of a form such as ``would also have discussed`` that guesses; None for none."""
    have = _skip(passage, first + 1, words)
    if passage.words(have, have + 1) != ["have"]:
        return None
    last = _skip(passage, have + 1, words)
    found = passage.words(last, last + 1)
    if not found or not _is_participle(found[0], words):
        return None
    return last if _is_guess(passage, first, last, words) else None


def _skip(passage: Passage, number: int, words: GuessWords) -> int:
    """Give the number of the next word that is no adverb, four words on at most."""
    for at in range(number, number + _NEAR):
        word = passage.words(at, at + 1)
        if word and word[0] not in words["between"]:
            return at
    return number


def _is_guess(passage: Passage, first: int, last: int, words: GuessWords) -> bool:
    verb, participle = passage.words(first, first + 1)[0], passage.words(last, last + 1)[0]
    if participle in words["regretting"]:
        return False
    if verb in _CERTAIN:
        return _is_unconditional(passage, first, last, words)
    if verb in _OPEN:
        return not passage.holds(_GIVING_LEAVE)
    if verb in _OF_SURE_THINGS:
        return not _SURE.isdisjoint(passage.words(first, last))
    return _is_guessed_of_others(passage, first, last, words)


def _is_unconditional(passage: Passage, first: int, last: int, words: GuessWords) -> bool:
    """Tell whether ``would have`` depends on nothing: no condition, and nothing that was only planned."""
    begins = passage.words(passage.first, passage.first + 2)
    if begins == ["but", "for"] or begins[:1] == ["had"]:
        return False
    if not words["schemes"].isdisjoint(passage.before(first, _NEAR)) or not words["nearest"].isdisjoint(
        passage.before(first, 1)
    ):
        return False
    before, after = passage.words(passage.first, first), passage.words(last, passage.end)
    return words["conditional"].isdisjoint(before) and _CONDITIONS_AFTER.isdisjoint(after)


def _is_guessed_of_others(passage: Passage, first: int, last: int, words: GuessWords) -> bool:
    """Tell whether ``must have`` or ``could have`` is no duty and nothing that was possible."""
    verb, participle = passage.words(first, first + 1)[0], passage.words(last, last + 1)[0]
    if verb == "could" and "well" in passage.words(first, last):
        return True
    if participle == "been":
        return verb != "could" and not words["reading"].isdisjoint(passage.after(last, 2))
    return participle in words["guessed"] and not passage.holds(_OF_DUTY)


def _is_participle(word: str, words: GuessWords) -> bool:
    return _is_past(word, words) or word in words["participle"]


def _is_past(word: str, words: GuessWords) -> bool:
    return word in words["past"] or (word.endswith("ed") and word not in words["no_past"])


def tells_past(passage: Passage, found: FoundPhrase, words: GuessWords) -> bool:
    """Tell whether something past is guessed by a phrase: ``likely covered``, ``was probably led``, ``perhaps he wanted``."""
    before = _drop(passage.before(found.first, _NEAR), words)
    after = passage.after(found.last, _FAR)
    if found.phrase.startswith("it ") or found.phrase.endswith(
        ("that", "seems", "are", "assume", "assumed", "imagines", "imagine")
    ):
        return _comes_to_past(after, words)
    if before and before[-1] in words["before_a_thing"]:
        return False
    if before and before[-1] in words["auxiliary"]:
        return after[:1] != ["to"] and (before[-1] != "have" or (bool(after) and _is_participle(after[0], words)))
    if before and before[-1] in words["present"]:
        return False
    if found.first == passage.first or not before:
        return _comes_to_past(after, words)
    following = [each for each in after[:3] if each not in words["between"]]
    return bool(following) and _is_past(following[0], words)


def _drop(before: list[str], words: GuessWords) -> list[str]:
    while before and before[-1] in words["between"]:
        before = before[:-1]
    return before


def _comes_to_past(after: list[str], words: GuessWords) -> bool:
    """Tell whether the first verb that shows its tense is past."""
    if after[:1] == ["to"] or (
        after and _is_past(after[0], words) and after[1:2] and after[1] not in words["after_a_verb"]
    ):
        return False
    for word in after:
        if word in words["present"] - {"to"}:
            return False
        if _is_past(word, words):
            return True
    return False
