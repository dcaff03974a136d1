"""The marking of a document: as its pages, its first lines or a label say it, with caveats, and the highest where they differ."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Schemes = Sequence[tuple[str, ...]]
"""The markings of each scheme, lowest first."""
_JOINED = re.compile(r"\s*(?://|\s[–—-]\s|,)\s*")
_LONGEST_CAVEAT = 60
_MOSTLY = 0.7


@dataclass(frozen=True, slots=True)
class FoundMarking:
    """A marking with the caveats beside it; ``is_whole`` where the line says nothing else."""

    marking: str
    handling: tuple[str, ...] = ()
    is_whole: bool = True


def find_marking(text: str, schemes: Schemes, *, is_labelled: bool = False) -> FoundMarking | None:
    """Give the marking at the beginning or the end of a line; None where there is none.

    It stands in capitals, since ``Public`` or ``secret`` are words like others; behind a label they may be the marking too.
    """
    text = " ".join(text.split())
    for marking in _longest_first(schemes):
        if text == marking or (is_labelled and text.casefold() == marking.casefold()):
            return FoundMarking(marking)
        pattern = re.escape(marking)
        begins = re.match(rf"{pattern}(?![\w-])", text)
        if begins:
            return _read_caveats(marking, text[begins.end() :])
        ends = re.search(rf"(?<![\w-]){pattern}$", text)
        if ends:
            return (
                None if _may_be_lower(marking, text[: ends.start()], schemes) else FoundMarking(marking, is_whole=False)
            )
    return None


def _may_be_lower(marking: str, before: str, schemes: Schemes) -> bool:
    """Tell whether the lowest marking of a scheme ends a higher one that we do not know: ``SENSITIVE BUT UNCLASSIFIED``."""
    return is_in_capitals(before.rsplit(maxsplit=1)[-1]) and any(scheme[0] == marking for scheme in schemes)


def is_in_capitals(text: str) -> bool:
    """Tell whether a line looks as markings do: nearly all of its letters are capitals."""
    letters = [each for each in text if each.isalpha()]
    return len(letters) > 1 and sum(each.isupper() for each in letters) >= _MOSTLY * len(letters)


def _longest_first(schemes: Schemes) -> list[str]:
    return sorted({marking for scheme in schemes for marking in scheme}, key=lambda each: (-len(each), each))


def _read_caveats(marking: str, rest: str) -> FoundMarking:
    """Give the caveats that follow a marking: parted by strokes, or all in capitals behind a dash or a comma."""
    caveats = tuple(filter(None, _JOINED.split(rest.replace("/", "//") if rest.startswith("//") else rest)))
    is_joined = _JOINED.match(rest) is not None or not rest
    is_plain = all(each.upper() == each and len(each) <= _LONGEST_CAVEAT for each in caveats)
    return FoundMarking(marking, caveats) if is_joined and is_plain else FoundMarking(marking, is_whole=False)


def choose_highest(found: Iterable[FoundMarking], schemes: Schemes) -> tuple[FoundMarking, bool] | None:
    """Give the highest of several markings, and whether that is beyond doubt; caveats are those of all that say it."""
    those = list(found)
    if not those:
        return None
    names = list(dict.fromkeys(each.marking for each in those))
    tops = [name for name in names if all(_is_above(name, other, schemes) for other in names)]
    highest = tops[0] if tops else max(names, key=lambda name: _rank(name, schemes))
    handling = dict.fromkeys(caveat for each in those if each.marking == highest for caveat in each.handling)
    return FoundMarking(highest, tuple(handling)), len(names) == 1


def _is_above(marking: str, other: str, schemes: Schemes) -> bool:
    """Tell whether a marking is the other, or above it in a scheme that has both."""
    both = (scheme for scheme in schemes if marking in scheme and other in scheme)
    return any(scheme.index(marking) >= scheme.index(other) for scheme in both)


def _rank(marking: str, schemes: Schemes) -> float:
    """Give how high a marking stands in its scheme, from 0 to 1."""
    return max(_iterate_ranks(marking, schemes))


def _iterate_ranks(marking: str, schemes: Schemes) -> Iterator[float]:
    for scheme in schemes:
        if marking in scheme:
            yield (scheme.index(marking) + 1) / len(scheme)
