"""Gives the anchors of a document the numbers that they would have were it made now, after its brief has changed."""

from collections.abc import Mapping
from dataclasses import replace

from briefmaker.review.paragraphs import COPIES, ReviewedText, SourceParagraph


def match_anchors(then: Mapping[int, str], now: Mapping[int, str]) -> dict[int, int]:
    """Give the number by now of each anchor: the first of a field is the first, and what is too much belongs to its last.

    Both lead from numbers to the paths that fields have in the brief by now.
    """
    numbers: dict[str, list[int]] = {}
    for number, path in sorted(now.items()):
        numbers.setdefault(path, []).append(number)
    met: dict[str, int] = {}
    matched = {}
    for number, path in sorted(then.items()):
        if path in numbers:
            place = met.get(path, 0)
            matched[number] = numbers[path][min(place, len(numbers[path]) - 1)]
            met[path] = place + 1
    return matched


def renumber(text: ReviewedText, numbers: Mapping[int, int]) -> ReviewedText:
    """Give a document with other numbers of its anchors; those that lead nowhere by now are negative."""
    return replace(text, paragraphs=tuple(_renumber(paragraph, numbers) for paragraph in text.paragraphs))


def _renumber(paragraph: SourceParagraph, numbers: Mapping[int, int]) -> SourceParagraph:
    words = [replace(each, anchor=_number(each.anchor, numbers)) if each.anchor else each for each in paragraph.words]
    return replace(paragraph, words=words, opened=[_number(each, numbers) for each in paragraph.opened])


def _number(anchor: int, numbers: Mapping[int, int]) -> int:
    """Give the number by now of an anchor, or of a copy of one."""
    copies, first = divmod(anchor, COPIES)
    return numbers[first] + copies * COPIES if first in numbers else -anchor
