"""How a document was laid out when it was sent: which anchors stand in each paragraph, and what is printed around them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from briefmaker.review.versions import ReadParagraph, Span


@dataclass(frozen=True, slots=True)
class Sent:
    """A paragraph with anchors as it was sent: its anchors in order, and what is printed before, between and behind them."""

    number: int
    anchors: tuple[int, ...]
    fixed: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Blueprint:
    """A whole document as it was sent; ``paths`` leads from an anchor to its field."""

    paragraphs: tuple[ReadParagraph, ...]
    paths: Mapping[int, str]
    sent: tuple[Sent, ...]
    fixed: Mapping[str, int] = field(default_factory=dict)
    """What stands in paragraphs without an anchor, and how often."""
    lost: frozenset[int] = frozenset()
    """Anchors of fields that the brief no longer has: what they hold belongs to nothing else."""
    is_stale: bool = False
    """Whether the brief has changed since: then what is printed may say something else, such as another version."""

    @cached_property
    def place(self) -> dict[int, tuple[Sent, int]]:
        """The paragraph of each anchor, and the anchor's place among those of it."""
        return {anchor: (each, place) for each in self.sent for place, anchor in enumerate(each.anchors)}

    @cached_property
    def order(self) -> tuple[int, ...]:
        """All anchors in the order of the document."""
        return tuple(anchor for each in self.sent for anchor in each.anchors)

    @cached_property
    def occurrences(self) -> dict[int, int]:
        """The occurrence that an anchor is part of: neighbours with one path are one, a field shown twice has two."""
        counts: Counter[str] = Counter()
        found: dict[int, int] = {}
        for (path, _), anchors in groupby(self.order, key=self._path_and_story):
            found |= dict.fromkeys(anchors, counts[path])
            counts[path] += 1
        return found

    def _path_and_story(self, anchor: int) -> tuple[str, str]:
        return self.paths[anchor], self.paragraphs[self.place[anchor][0].number].layout.story

    @cached_property
    def tables(self) -> frozenset[int]:
        """The tables that are a field's own: every cell that says something says it for the same field."""
        inside: dict[int, set[str]] = {}
        for number, paragraph in enumerate(self.paragraphs):
            cell = paragraph.layout.cell
            if cell is not None and paragraph.text.strip():
                here = self._by_number.get(number)
                whole = here is not None and len(here.anchors) == 1 and not "".join(here.fixed).strip()
                inside.setdefault(cell.table, set()).add(self.paths[here.anchors[0]] if here and whole else "")
        return frozenset(table for table, paths in inside.items() if len(paths) == 1 and "" not in paths)

    @cached_property
    def _by_number(self) -> dict[int, Sent]:
        return {each.number: each for each in self.sent}

    def items_between(self, before: int, behind: int) -> tuple[list[str], list[int]]:
        """Give what is printed between two anchors, 0 for the edge of a paragraph, and the anchors that should stand there."""
        if before and behind:
            (one, first), (other, last) = self.place[before], self.place[behind]
            if one is other and first < last:
                return list(one.fixed[first + 1 : last + 1]), list(one.anchors[first + 1 : last])
        after, ahead = self._behind(before), self._before(behind)
        if after[0] and ahead[0]:
            joined = [*after[0][:-1], f"{after[0][-1]} {ahead[0][0]}", *ahead[0][1:]]
            return joined, [*after[1], *ahead[1]]
        return after[0] or ahead[0], [*after[1], *ahead[1]]

    def _behind(self, anchor: int) -> tuple[list[str], list[int]]:
        if not anchor:
            return [], []
        here, place = self.place[anchor]
        return list(here.fixed[place + 1 :]), list(here.anchors[place + 1 :])

    def _before(self, anchor: int) -> tuple[list[str], list[int]]:
        if not anchor:
            return [], []
        here, place = self.place[anchor]
        return list(here.fixed[: place + 1]), list(here.anchors[:place])


def make_blueprint(paragraphs: Sequence[ReadParagraph], paths: Mapping[int, str]) -> Blueprint:
    """Give the blueprint of a reading of the document as it was sent."""
    sent, fixed = [], Counter[str]()
    for number, paragraph in enumerate(paragraphs):
        pieces = list(_cut_at_anchors(paragraph, paths))
        anchors = tuple(anchor for anchor, _ in pieces if anchor)
        if anchors:
            sent.append(Sent(number, anchors, tuple(_fixed_between(pieces)), paragraph.text))
        elif text := squeeze(paragraph.text):
            fixed[text] += 1
    return Blueprint(tuple(paragraphs), {each: paths[each] for one in sent for each in one.anchors}, tuple(sent), fixed)


def _cut_at_anchors(paragraph: ReadParagraph, paths: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    for anchor, spans in group_spans(paragraph.spans, paths):
        yield anchor, "".join(span.text for span in spans)


def group_spans(spans: Sequence[Span], known: Mapping[int, object]) -> list[tuple[int, tuple[Span, ...]]]:
    """Give the words of a paragraph by the anchor that they stand in; 0 for none that is known."""
    grouped = groupby(spans, key=lambda span: span.anchor if span.anchor in known else 0)
    return [(anchor, tuple(each)) for anchor, each in grouped]


def _fixed_between(pieces: Sequence[tuple[int, str]]) -> Iterator[str]:
    fixed = ""
    for anchor, text in pieces:
        if anchor:
            yield fixed
            fixed = ""
        else:
            fixed += text
    yield fixed


def squeeze(text: str) -> str:
    """Give a text by which two paragraphs are compared: blanks of all kinds are one."""
    return " ".join(text.split())
