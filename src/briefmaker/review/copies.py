"""Which of two is the original where something was copied with its anchors: the one that says what was sent."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefmaker.review.blueprint import Blueprint
from briefmaker.review.kinds import lists_around
from briefmaker.review.likeness import liken
from briefmaker.review.paragraphs import COPIES
from briefmaker.review.versions import ReadParagraph

Said = Mapping[int, Mapping[int, str]]
"""What stands in each anchor, by how many of its number stand before it."""


def settle_copies(paragraphs: tuple[ReadParagraph, ...], blueprint: Blueprint) -> tuple[ReadParagraph, ...]:
    """Give a reading in which every anchor stands once: that of a copy counts for more than any that was sent.

    Entries of lists are copied whole, so that all anchors of one are settled together; of two that are alike the first is it.
    """
    if all(span.anchor < COPIES for paragraph in paragraphs for span in paragraph.spans):
        return paragraphs
    numbers = _choose(_read_said(paragraphs), blueprint)
    return tuple(_renumber(paragraph, numbers) for paragraph in paragraphs)


def _read_said(paragraphs: Sequence[ReadParagraph]) -> dict[int, dict[int, str]]:
    said: dict[int, dict[int, str]] = {}
    for span in (span for paragraph in paragraphs for span in paragraph.spans if span.anchor > 0):
        copies, anchor = divmod(span.anchor, COPIES)
        there = said.setdefault(anchor, {})
        there[copies] = there.get(copies, "") + span.text
    return {anchor: there for anchor, there in said.items() if any(there)}


def _choose(said: Said, blueprint: Blueprint) -> dict[int, int]:
    """Give the number that each anchor gets of which there are several, or of which the first is gone."""
    rated: dict[str, dict[int, float]] = {}
    for anchor, there in said.items():
        group = rated.setdefault(_group(blueprint.paths.get(anchor, "")), {})
        for copies, text in there.items():
            group[copies] = group.get(copies, 0.0) + liken(_sent(anchor, blueprint), text)
    numbers = {}
    for anchor, there in said.items():
        group = rated[_group(blueprint.paths.get(anchor, ""))]
        original = max(group, key=lambda copies: (group[copies], -copies))
        for copies in there:
            is_first = copies == original
            numbers[anchor + copies * COPIES] = anchor if is_first else anchor + max(copies, 1) * COPIES
    return numbers


def _group(path: str) -> str:
    around = lists_around(path)
    return f"{around[-1][0]}[{around[-1][1]}]" if around else path


def _sent(anchor: int, blueprint: Blueprint) -> str:
    if anchor not in blueprint.place:
        return ""
    paragraph = blueprint.paragraphs[blueprint.place[anchor][0].number]
    return "".join(span.text for span in paragraph.spans if span.anchor == anchor)


def _renumber(paragraph: ReadParagraph, numbers: Mapping[int, int]) -> ReadParagraph:
    spans = tuple(replace(span, anchor=numbers.get(span.anchor, span.anchor)) for span in paragraph.spans)
    return replace(paragraph, spans=spans, opened=tuple(numbers.get(each, each) for each in paragraph.opened))
