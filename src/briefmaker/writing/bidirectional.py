"""Which way the pieces of a text run: Arabic and Hebrew from right to left, Latin words within them from left to right."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

_RIGHT_TO_LEFT = {"R", "AL"}
_HEBREW = (("\u0590", "\u05ff"), ("\ufb1d", "\ufb4f"))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that follow one another in one direction."""

    text: str
    is_right_to_left: bool


def has_right_to_left(text: str) -> bool:
    """Tell whether a text holds a letter of a script that runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)


def is_hebrew(text: str) -> bool:
    """Tell whether the letters from right to left are Hebrew ones."""
    return any(first <= letter <= last for letter in text for first, last in _HEBREW)


def split_by_direction(text: str, *, is_right_to_left: bool) -> tuple[Stretch, ...]:
    """Give a text in stretches of one direction, as a word processor keeps them; joined they are the text.

    ``is_right_to_left`` is the direction of the paragraph: blanks, signs and numbers between words of the other direction belong
    to these, all others to the paragraph's own. A bracket goes with its partner (Unicode Bidirectional Algorithm, rule N0).
    """
    strong = [_strong(letter) for letter in text]
    other = not is_right_to_left
    marked = [direction is other for direction in strong]
    _fill_between(marked, strong, is_right_to_left)
    _follow_brackets(text, marked)
    return tuple(_join(text, marked, other))


def _strong(letter: str) -> bool | None:
    """Give whether a letter runs from right to left; None for what takes the direction of its surroundings."""
    direction = unicodedata.bidirectional(letter)
    return True if direction in _RIGHT_TO_LEFT else False if direction == "L" else None


def _fill_between(marked: list[bool], strong: list[bool | None], own: bool) -> None:
    """Mark what stands between two words of the other direction with none of the paragraph's own between."""
    last: int | None = None
    for place, direction in enumerate(strong):
        if direction is own:
            last = None
        elif direction is not None:
            if last is not None:
                marked[last:place] = [True] * (place - last)
            last = place


def _follow_brackets(text: str, marked: list[bool]) -> None:
    """Take the partner of a bracket that is marked in, with what stands between it and the marked words."""
    opened: list[int] = []
    for place, letter in enumerate(text):
        if letter in "([":
            opened.append(place)
        elif letter in ")]" and opened:
            start = opened.pop()
            if marked[start] != marked[place] and (marked[start] or marked[place]):
                inside = marked[start : place + 1]
                if inside.count(False) == 1:
                    marked[start] = marked[place] = True


def _join(text: str, marked: list[bool], other: bool) -> Iterator[Stretch]:
    for is_marked, letters in groupby(zip(marked, text, strict=True), key=lambda pair: pair[0]):
        yield Stretch("".join(letter for _, letter in letters), other if is_marked else not other)
