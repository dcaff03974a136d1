"""Merges what two versions of a paragraph hold: what stayed, what is gone, what is new, in the order of reading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from briefmaker.review.redline.aligning import share_too_little
from briefmaker.review.redline.stretches import Content, Look, Stretch, cut
from briefmaker.view.compare_words import RunKind, WordRun, compare_words

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Merged:
    """A stretch of the merged paragraph; ``former`` is how it looked before, where it stayed and looks otherwise."""

    kind: RunKind
    stretch: Stretch
    former: Look | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """A bookmark's beginning or end, which stays where it is in the new paragraph."""

    element: Any


def compare_texts(old: Content, new: Content) -> Sequence[WordRun]:
    """Compare two texts word by word, or, where they share too little to be one, give the old one whole and then the new one.

    What both begin or end with stays where it has a look of its own, as a label has. A text that was shortened, or that got
    more, is still one.
    """
    runs = compare_words(old.text, new.text)
    start, end = _outer(runs, old, new)
    inner = runs[start:end]
    stayed, gone, come = (
        sum(len(_WORD.findall(run.words)) for run in inner if run.kind is kind)
        for kind in (RunKind.SAME, RunKind.GONE, RunKind.NEW)
    )
    if not (gone and come and stayed) or not share_too_little(stayed, stayed + gone, stayed + come):
        return runs
    before = "".join(run.words for run in inner if run.kind is not RunKind.NEW)
    after = "".join(run.words for run in inner if run.kind is not RunKind.GONE)
    return [*runs[:start], WordRun(RunKind.GONE, before), WordRun(RunKind.NEW, after), *runs[end:]]


def _outer(runs: Sequence[WordRun], old: Content, new: Content) -> tuple[int, int]:
    """Give which runs stand between a label at the beginning and one at the end that stayed."""
    edges = _edges(old) & _edges(new)
    has_label = bool(runs) and runs[0].kind is RunKind.SAME and len(runs[0].words) in edges
    last = len(runs[-1].words) if runs else 0
    ends = {len(content.text) - last in _edges(content) for content in (old, new)}
    has_end = len(runs) > 1 and runs[-1].kind is RunKind.SAME and ends == {True}
    return int(has_label), len(runs) - int(has_end)


def _edges(content: Content) -> set[int]:
    """Give where one look, or the text, ends and another begins."""
    return set(accumulate(len(each.text) for each in content.stretches))


def merge(old: Content, new: Content) -> Iterator[Merged | Marker]:
    """Give both contents as one; those that are same or gone make the old, those that are same or new the new, exactly."""
    waiting = list(new.markers)
    before = after = 0
    for run in compare_texts(old, new):
        length = len(run.words)
        if run.kind is RunKind.GONE:
            if all(_is_beginning(element) for place, element in waiting if place <= after):
                yield from _flush(waiting, after)
            yield from (Merged(RunKind.GONE, each) for each in cut(old.stretches, before, before + length))
            before += length
            continue
        stayed = run.kind is RunKind.SAME
        for each in _merge_run(old, new, before if stayed else None, after, length):
            if each.kind is RunKind.GONE:
                yield each
                continue
            yield from _spread(each, waiting, after)
            after += len(each.stretch.text)
        before += length if stayed else 0
    yield from (Marker(element) for _, element in waiting)


def _is_beginning(element: Any) -> bool:
    return bool(str(element.tag).endswith("Start"))


def _merge_run(old: Content, new: Content, before: int | None, after: int, length: int) -> Iterator[Merged]:
    """Give words that are new, or that stayed; of the latter those that look or lead otherwise say so."""
    for come in cut(new.stretches, after, after + length):
        if before is None:
            yield Merged(RunKind.NEW, come)
            continue
        start = 0
        for gone in cut(old.stretches, before, before + len(come.text)):
            here = Stretch(come.text[start : start + len(gone.text)], come.look, come.thing)
            yield from _compare(gone, here)
            start += len(gone.text)
        before += len(come.text)


def _compare(gone: Stretch, come: Stretch) -> Iterator[Merged]:
    if gone.thing != come.thing or not gone.look.leads_as(come.look):
        yield Merged(RunKind.GONE, gone)
        yield Merged(RunKind.NEW, come)
    else:
        is_same = gone.look == come.look or come.thing is not None
        yield Merged(RunKind.SAME, come, None if is_same else gone.look)


def _spread(merged: Merged, waiting: list[tuple[int, Any]], start: int) -> Iterator[Merged | Marker]:
    """Give a stretch of the new text with the bookmarks that begin or end in it at their places."""
    yield from _flush(waiting, start)
    words, here = merged.stretch.text, 0
    while waiting and waiting[0][0] < start + len(words):
        place = waiting[0][0] - start
        yield _part(merged, here, place)
        yield from _flush(waiting, start + place)
        here = place
    yield _part(merged, here, len(words))


def _part(merged: Merged, start: int, end: int) -> Merged:
    stretch = merged.stretch
    return Merged(merged.kind, Stretch(stretch.text[start:end], stretch.look, stretch.thing), merged.former)


def _flush(waiting: list[tuple[int, Any]], place: int) -> Iterator[Marker]:
    while waiting and waiting[0][0] <= place:
        yield Marker(waiting.pop(0)[1])
