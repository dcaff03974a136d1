"""Compares two texts word by word: which words stayed, which are gone, which are new, exact to the character."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Letters with the signs that stand above or below them, which Python counts as no part of a word.
_LETTER = r"[\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]"
# A blank, then a word, a number with its separators, or a sign of its own; at the end of a text a blank may stand alone.
_TOKEN = re.compile(rf"(\s*)({_LETTER}+(?:['’.,-]+{_LETTER}+)*|[^\w\s]|\Z)")
_MOST_PAIRS = 40_000
"""Pairs of equal words in two texts up to which all of them are looked at: some four pages of prose."""


class RunKind(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class WordRun:
    """A stretch of words that all stayed, are all gone, or are all new, with the blanks between them."""

    kind: RunKind
    words: str


def compare_words(before: str, after: str) -> tuple[WordRun, ...]:
    """Give both texts as one row of runs: same and gone joined are ``before``, same and new joined are ``after``, exactly.

    What is gone stands before what is new in its place. Single words that happen to stay amid a rewritten stretch are told
    with it, as a reader would.
    """
    old, new = _split(before), _split(after)
    runs: list[WordRun] = []
    for old_from, old_to, new_from, new_to, is_same in _align(old, new):
        if is_same:
            for gone, come in zip(old[old_from:old_to], new[new_from:new_to], strict=True):
                runs += _write_same(gone, come)
        else:
            runs += _write_changed(_join(old[old_from:old_to]), _join(new[new_from:new_to]))
    return tuple(_merge(runs))


_Token = tuple[str, str]
_Stretch = tuple[int, int, int, int, bool]


def _split(text: str) -> list[_Token]:
    """Give the words of a text, each with the blank before it; joined they are the text."""
    return [(blank, word) for blank, word in _TOKEN.findall(text) if blank or word]


def _join(tokens: list[_Token]) -> str:
    return "".join(blank + word for blank, word in tokens)


def _align(old: list[_Token], new: list[_Token]) -> list[_Stretch]:
    """Say which words of both texts are the same, by their places; what stays amid more that does not is no stay."""
    stretches = _match([word for _, word in old], [word for _, word in new])
    settled: list[_Stretch] = []
    for index, stretch in enumerate(stretches):
        follower = stretches[index + 1] if index + 1 < len(stretches) else None
        is_chance = settled and follower and stretch[4] and _is_chance(settled[-1], stretch, follower)
        is_joined = settled and not settled[-1][4] and (is_chance or not stretch[4])
        if is_joined:
            settled[-1] = (settled[-1][0], stretch[1], settled[-1][2], stretch[3], False)
        else:
            settled.append(stretch)
    return settled


def _match(old: list[str], new: list[str]) -> list[_Stretch]:
    """Give the stretches that are the same and those that are not; what both begin and end with is never searched."""
    start = _count_shared(old, new)
    end = _count_shared(old[start:][::-1], new[start:][::-1])
    middle = old[start : len(old) - end], new[start : len(new) - end]
    counts = Counter(middle[0]), Counter(middle[1])
    # difflib takes minutes where a few words repeat thousands of times; then it leaves the most frequent ones out.
    is_repetitive = sum(count * counts[1][word] for word, count in counts[0].items()) > _MOST_PAIRS
    found = SequenceMatcher(None, *middle, autojunk=is_repetitive).get_opcodes()
    stretches = [(start + i1, start + i2, start + j1, start + j2, tag == "equal") for tag, i1, i2, j1, j2 in found]
    head = [(0, start, 0, start, True)] if start else []
    tail = [(len(old) - end, len(old), len(new) - end, len(new), True)] if end else []
    return [*head, *stretches, *tail]


def _count_shared(old: list[str], new: list[str]) -> int:
    """Tell how many words both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((number for number, (one, other) in pairs if one != other), min(len(old), len(new)))


def _is_chance(before: _Stretch, same: _Stretch, after: _Stretch) -> bool:
    """Tell whether words stay by chance: the stretches around them changed more than twice as many."""
    return 2 * (same[1] - same[0]) < min(_measure(before), _measure(after))


def _measure(changed: _Stretch) -> int:
    return max(changed[1] - changed[0], changed[3] - changed[2])


def _write_same(gone: _Token, come: _Token) -> Iterator[WordRun]:
    """Give a word that stayed; the blank before it may have changed."""
    if gone[0] == come[0]:
        yield WordRun(RunKind.SAME, "".join(gone))
        return
    yield from _write_changed(gone[0], come[0])
    yield WordRun(RunKind.SAME, gone[1])


def _write_changed(gone: str, come: str) -> Iterator[WordRun]:
    """Give what took the place of something; the blank that both begin with stays."""
    blank = re.match(r"\s*", gone)
    shared = blank[0] if blank and come.startswith(blank[0]) else ""
    yield WordRun(RunKind.SAME, shared)
    yield WordRun(RunKind.GONE, gone[len(shared) :])
    yield WordRun(RunKind.NEW, come[len(shared) :])


def _merge(runs: list[WordRun]) -> Iterator[WordRun]:
    """Give the runs without empty ones, those of one kind joined, and what is gone before what is new in its place."""
    waiting = dict.fromkeys(RunKind, "")
    for run in runs:
        is_same = run.kind is RunKind.SAME
        has_changed = bool(waiting[RunKind.GONE] or waiting[RunKind.NEW])
        if run.words and (has_changed if is_same else waiting[RunKind.SAME]):
            yield from _flush(waiting)
        waiting[run.kind] += run.words
    yield from _flush(waiting)


def _flush(waiting: dict[RunKind, str]) -> Iterator[WordRun]:
    for kind, words in waiting.items():
        if words:
            yield WordRun(kind, words)
        waiting[kind] = ""
