"""Finds the field of every paragraph of a returned document: by its anchor, by its words, by what stands before it."""

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from briefmaker.review.blueprint import Blueprint, Sent, group_spans, squeeze
from briefmaker.review.gaps import Gap, read_gap
from briefmaker.review.likeness import ALIKE, liken
from briefmaker.review.lost_anchors import part_as_sent
from briefmaker.review.stretches import Alignment, Stray, Stretch
from briefmaker.review.versions import ReadParagraph, Span

Finder = Callable[[int, list[Sent]], Sent | None]
_MOST_COMPARED = 40
_MOST_ALIKE = 300
"""So many paragraphs without an anchor are compared with those that are missing; comparing more would take minutes."""


def align(reading: Sequence[ReadParagraph], blueprint: Blueprint) -> Alignment:
    """Find the field of everything that one reading of a returned document says."""
    return _Aligner(reading, blueprint).align()


class _Aligner:
    def __init__(self, reading: Sequence[ReadParagraph], blueprint: Blueprint) -> None:
        self._reading = reading
        self._blueprint = blueprint
        self._result = Alignment(reading)
        self._left = Counter(blueprint.fixed)
        spans = (span for paragraph in reading for span in paragraph.spans if span.text.strip())
        self._present = {span.anchor for span in spans}

    def align(self) -> Alignment:
        orphans = []
        for number, paragraph in enumerate(self._reading):
            if any(span.anchor in self._blueprint.place and span.text.strip() for span in paragraph.spans):
                self._read_anchored(number, paragraph)
            elif paragraph.text.strip() and not self._is_lost(paragraph):
                orphans.append(number)
        orphans = [number for number in orphans if not self._is_fixed(number)]
        if self._blueprint.is_stale:
            orphans = [number for number in orphans if not self._is_nearly_fixed(number)]
        orphans = self._recover(orphans, self._find_opened)
        orphans = self._recover(orphans, self._find_same)
        if len(orphans) <= _MOST_ALIKE:
            orphans = self._recover(orphans, self._find_alike)
        orphans = self._recover_in_order(orphans)
        for number in orphans:
            paragraph = self._reading[number]
            self._result.strays.append(Stray(paragraph.spans, paragraph.layout, number))
        self._result.stretches.sort(key=lambda stretch: stretch.paragraph)
        self._tell_lost_words()
        return self._result

    def _is_lost(self, paragraph: ReadParagraph) -> bool:
        return any(span.anchor in self._blueprint.lost for span in paragraph.spans)

    def _is_fixed(self, number: int) -> bool:
        text = squeeze(self._reading[number].text)
        if not self._left[text]:
            return False
        self._left[text] -= 1
        self._result.fixed.add(number)
        return True

    def _is_nearly_fixed(self, number: int) -> bool:
        """Tell whether a paragraph is what is printed in another way by now: draft, version 2 and not version 3."""
        if self._reading[number].opened:
            return False
        words = self._reading[number].text
        left = (text for text, count in self._left.items() if count)
        rated = [(liken(text, words), text) for text in left]
        best = max(rated, default=(0.0, ""))
        if best[0] < ALIKE:
            return False
        self._left[best[1]] -= 1
        self._result.fixed.add(number)
        return True

    def _read_anchored(self, number: int, paragraph: ReadParagraph) -> None:
        """Give each stretch of a paragraph its field, and look at what stands between."""
        pieces = group_spans(paragraph.spans, self._blueprint.place)
        anchors = [anchor for anchor, _ in pieces if anchor]
        gaps = _gaps_of(pieces)
        stretches = [(anchor, spans) for anchor, spans in pieces if anchor]
        between: list[list[Stretch]] = []
        for place, spans in enumerate(gaps):
            before = anchors[place - 1] if place else 0
            behind = anchors[place] if place < len(anchors) else 0
            is_empty = bool(place) and not _says(stretches[place - 1][1])
            gap = self._read_gap(spans, before, behind, number, is_empty=is_empty)
            _put(stretches, place, gap)
            between.append([Stretch(anchor, words, paragraph.layout, number, True) for anchor, words in gap.between])
        for place, found in enumerate(between):
            self._result.stretches += found
            if place < len(stretches) and _says(stretches[place][1]):
                anchor, spans = stretches[place]
                self._result.stretches.append(Stretch(anchor, spans, paragraph.layout, number))

    def _read_gap(self, spans: tuple[Span, ...], before: int, behind: int, number: int, *, is_empty: bool) -> Gap:
        """Take the words between two anchors apart; ``is_empty`` tells that the one before has nothing in it any more."""
        if before == behind:  # somebody wrote between two parts of one field
            return Gap(before=spans)
        fixed, anchors = self._blueprint.items_between(before, behind)
        missing = [anchor for anchor in anchors if anchor not in self._present]
        gap = read_gap(spans, fixed, anchors, is_before_first=is_empty) if spans else Gap()
        if gap.strange and len(missing) < len(anchors):  # parts of the paragraph stand elsewhere: it was split
            gap = read_gap(spans, [], [])
        if gap.strange:
            self._result.altered.append((squeeze(" ".join(fixed)), squeeze(gap.strange), number))
        return gap

    def _recover(self, orphans: list[int], find: Finder) -> list[int]:
        """Give paragraphs whose anchors are lost their fields back, where one that was sent is missing; gives those left."""
        missing = self._missing()
        left = []
        for number in orphans:
            near = [each for each in missing if self._is_at_home(number, each)]
            sent = find(number, near) if near else None
            if sent is None or not self._read_recovered(number, sent):
                left.append(number)
            else:
                missing.remove(sent)
        return left

    def _is_at_home(self, number: int, sent: Sent) -> bool:
        """Tell whether a paragraph stands where a missing one could: in a table of next steps stands nothing of clearances."""
        cell = self._reading[number].layout.cell
        homes = self._homes.get(cell.table) if cell else None
        return not homes or any(self._part_of(anchor) in homes for anchor in sent.anchors)

    @cached_property
    def _homes(self) -> dict[int, set[str]]:
        """The parts of the brief that each table shows, by the anchors that are still there."""
        homes: dict[int, set[str]] = {}
        for stretch in self._result.stretches:
            if stretch.layout.cell and not stretch.is_recovered:
                homes.setdefault(stretch.layout.cell.table, set()).add(self._part_of(stretch.anchor))
        return homes

    def _part_of(self, anchor: int) -> str:
        """Give the part of the brief that an anchor's field stands in: what its path begins with."""
        return self._blueprint.paths[anchor].partition("[")[0].partition(".")[0]

    def _missing(self) -> list[Sent]:
        found = self._result.found
        return [each for each in self._blueprint.sent if not found.intersection(each.anchors)]

    def _read_recovered(self, number: int, sent: Sent) -> bool:
        paragraph = self._reading[number]
        parts = part_as_sent(paragraph.spans, self._blueprint.paragraphs[sent.number], sent.anchors)
        if parts is not None:
            said = ((anchor, words) for anchor, words in parts if _says(words))
            self._result.stretches += (Stretch(anchor, words, paragraph.layout, number, True) for anchor, words in said)
            return True
        gap = read_gap(paragraph.spans, sent.fixed, sent.anchors)
        if gap.strange and len(sent.anchors) == 1:
            self._result.altered.append((squeeze(" ".join(sent.fixed)), squeeze(gap.strange), number))
            return True
        between = list(gap.between)
        if gap.strange or not between:
            return False
        between[0] = (between[0][0], (*gap.before, *between[0][1]))
        between[-1] = (between[-1][0], (*between[-1][1], *gap.behind))
        self._result.stretches += (Stretch(anchor, words, paragraph.layout, number, True) for anchor, words in between)
        return True

    def _find_opened(self, number: int, missing: list[Sent]) -> Sent | None:
        """Give the missing paragraph whose anchor is still there, with nothing in it: its words were written anew beside it."""
        opened = set(self._reading[number].opened)
        return next((each for each in missing if opened.intersection(each.anchors)), None)

    def _recover_in_order(self, orphans: list[int]) -> list[int]:
        """Give paragraphs that were written wholly anew the fields of those that are missing between the same neighbours."""
        left = []
        for group in self._group_by_gap(orphans):
            missing = self._missing_around(group[0])
            is_even = len(missing) == len(group)
            pairs = list(zip(group, missing, strict=True)) if is_even else []
            done = [number for number, sent in pairs if self._read_recovered(number, sent)]
            left += [number for number in group if number not in done]
        return left

    def _group_by_gap(self, orphans: list[int]) -> list[list[int]]:
        """Give orphans that stand between the same two known paragraphs together."""
        known = sorted({stretch.paragraph for stretch in self._result.stretches})
        groups: dict[int, list[int]] = {}
        for number in sorted(orphans):
            groups.setdefault(bisect(known, number), []).append(number)
        return list(groups.values())

    def _missing_around(self, number: int) -> list[Sent]:
        """Give the missing paragraphs that were sent between the known ones around a paragraph."""
        places = {
            stretch.paragraph: self._blueprint.place[stretch.anchor][0].number for stretch in self._result.stretches
        }
        before = max((each for each in places if each < number), default=None)
        behind = min((each for each in places if each > number), default=None)
        first = -1 if before is None else places[before]
        last = len(self._blueprint.paragraphs) if behind is None else places[behind]
        return [each for each in self._missing() if first < each.number < last]

    def _find_same(self, number: int, missing: list[Sent]) -> Sent | None:
        text = squeeze(self._reading[number].text)
        return next((each for each in missing if squeeze(each.text) == text), None)

    def _find_alike(self, number: int, missing: list[Sent]) -> Sent | None:
        """Give the missing paragraph that is most alike among those near by; None where none is half the same."""
        words = self._reading[number].text
        around = {each.number for each in self._missing_around(number)}
        parts = self._parts_beside(number)
        near = [each for each in self._near(number, missing) if each.number in around or self._is_of(each, parts)]
        rated = [(liken(each.text, words), each) for each in near]
        best = max(rated, key=lambda each: each[0], default=(0.0, None))
        return best[1] if best[0] >= ALIKE else None

    def _parts_beside(self, number: int) -> set[str]:
        """Give the parts of the brief that the nearest known paragraphs before and behind one belong to."""
        before = [each for each in self._result.stretches if each.paragraph < number]
        behind = [each for each in self._result.stretches if each.paragraph > number]
        nearest = (
            max(before, key=lambda each: each.paragraph, default=None),
            min(behind, key=lambda each: each.paragraph, default=None),
        )
        return {self._part_of(each.anchor) for each in nearest if each is not None}

    def _is_of(self, sent: Sent, parts: set[str]) -> bool:
        """Tell whether a paragraph belongs to one of these parts; the name of a participant is not looked for in the agenda."""
        return not parts or any(self._part_of(anchor) in parts for anchor in sent.anchors)

    def _near(self, number: int, missing: list[Sent]) -> list[Sent]:
        before = [each for each in self._result.stretches if each.paragraph < number]
        last = max(before, key=lambda each: each.paragraph, default=None)
        here = self._blueprint.place[last.anchor][0].number if last else -1
        return sorted(missing, key=lambda each: abs(each.number - here))[:_MOST_COMPARED]

    def _tell_lost_words(self) -> None:
        """Tell of fixed paragraphs that are gone while what they belong to is still there."""
        found = self._result.found
        sent = iter(self._blueprint.sent)
        following = next(sent, None)
        for number, paragraph in enumerate(self._blueprint.paragraphs):
            while following is not None and following.number <= number:
                following = next(sent, None)
            text = squeeze(paragraph.text)
            if not text or not self._left[text] or (following and not found.intersection(following.anchors)):
                continue
            if text in self._blueprint.fixed:
                self._left[text] -= 1
                self._result.altered.append((text, "", -1))


def _says(spans: Sequence[Span]) -> bool:
    return any(span.text.strip() for span in spans)


def _put(stretches: list[tuple[int, tuple[Span, ...]]], place: int, gap: Gap) -> None:
    """Add the words beside fixed ones to the stretch before or behind them; those of another paragraph's edge to its only one."""
    if gap.before:
        anchor, spans = stretches[max(place - 1, 0)]
        stretches[max(place - 1, 0)] = (anchor, (*spans, *gap.before) if place else (*gap.before, *spans))
    if gap.behind:
        is_last = place == len(stretches)
        anchor, spans = stretches[place - is_last]
        stretches[place - is_last] = (anchor, (*spans, *gap.behind) if is_last else (*gap.behind, *spans))


def _gaps_of(pieces: Sequence[tuple[int, tuple[Span, ...]]]) -> list[tuple[Span, ...]]:
    """Give what stands before, between and behind the anchored stretches of a paragraph."""
    gaps: list[tuple[Span, ...]] = [()]
    for anchor, spans in pieces:
        if anchor:
            gaps.append(())
        else:
            gaps[-1] = tuple(replace(span, anchor=0) for span in spans)
    return gaps
