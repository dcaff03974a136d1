"""What the entries of a list look like in a document as it was sent, so that a new one can be read that looks the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from briefmaker.review.blueprint import Blueprint, Sent, squeeze
from briefmaker.review.gaps import cut_spans
from briefmaker.review.kinds import Kind, kind_of, lists_around
from briefmaker.review.likeness import ALIKE, liken
from briefmaker.review.paragraphs import COPIES, Layout
from briefmaker.review.versions import Span

Parts = list[tuple[str, tuple[Span, ...]]]
"""Words by their field, as a path within the entry; numbers of entries of lists in it are those that were sent."""
_COUNT = re.compile(r"[0-9]+")
_NO_LISTS = ("figures",)


def entries_around(path: str) -> list[tuple[str, int]]:
    """Give the lists of entries with fields of their own that a path stands in, the innermost first."""
    around = lists_around(path)
    if around and kind_of(f"{around[0][0]}[{around[0][1]}]") is Kind.LINE:
        around = around[1:]
    return [each for each in around if not each[0].startswith(_NO_LISTS)]


@dataclass(frozen=True, slots=True)
class Shape:
    """A paragraph of an entry as it was sent: the fields in it, as paths within the entry, and how it looks."""

    entry: int
    sent: Sent
    fields: tuple[str, ...]
    layout: Layout
    is_first: bool
    strong: tuple[bool, ...]

    @property
    def column(self) -> int:
        """Give the column that it stands in; -1 outside any table."""
        return self.layout.cell.column if self.layout.cell else -1

    @property
    def label(self) -> str:
        """Give what is printed before its first field."""
        return _COUNT.sub("#", squeeze(self.sent.fixed[0]))

    @property
    def kinds(self) -> tuple[str, ...]:
        """Give its fields without the numbers of entries in it."""
        return tuple(dict.fromkeys(_COUNT.sub("#", each) for each in self.fields))


class Patterns:
    """The shapes of the entries of all lists of a document."""

    def __init__(self, blueprint: Blueprint) -> None:
        self._blueprint = blueprint

    @cached_property
    def shapes(self) -> Mapping[str, Sequence[Shape]]:
        """All shapes by their list; a paragraph of a list within an entry is one of both."""
        found: dict[str, list[Shape]] = {}
        last: dict[str, int] = {}
        for number, sent in enumerate(self._blueprint.sent):
            paths = [self._blueprint.paths[anchor] for anchor in sent.anchors]
            for container, entry in entries_around(paths[0]):
                own = f"{container}[{entry}]"
                if not all(path.startswith(own) for path in paths):
                    continue
                fields = tuple(path[len(own) :].removeprefix(".") for path in paths)
                is_first = last.get(own) != number - 1
                last[own] = number
                layout = self._blueprint.paragraphs[sent.number].layout
                shape = Shape(entry, sent, fields, layout, is_first, self._read_looks(sent))
                found.setdefault(container, []).append(shape)
        return found

    def _read_looks(self, sent: Sent) -> tuple[bool, ...]:
        """Tell of each field in a paragraph whether all of its words are bold."""
        spans = self._blueprint.paragraphs[sent.number].spans
        said = ([span for span in spans if span.anchor == anchor and span.text.strip()] for anchor in sent.anchors)
        return tuple(all(span.look.strong for span in each) for each in said)

    @cached_property
    def firsts(self) -> Mapping[str, Sequence[str]]:
        """The lists whose entries begin, outside tables, with a paragraph of a style, by that style."""
        found: dict[str, dict[str, None]] = {}
        for container, shapes in self.shapes.items():
            for shape in shapes:
                if shape.is_first and shape.column < 0 and shape.layout.style:
                    found.setdefault(shape.layout.style, {})[container] = None
        return {style: tuple(lists) for style, lists in found.items() if style not in self._text_styles(lists)}

    def _text_styles(self, lists: Mapping[str, None]) -> set[str]:
        """Give the styles that other paragraphs of these lists have: they begin nothing."""
        shapes = [shape for container in lists for shape in self.shapes[container]]
        return {shape.layout.style for shape in shapes if not shape.is_first}

    @cached_property
    def headings(self) -> frozenset[str]:
        """The styles of headings: what has one of them is no more text of the field above it."""
        printed = {
            paragraph.layout.style
            for number, paragraph in enumerate(self._blueprint.paragraphs)
            if paragraph.text.strip() and number not in self._anchored
        }
        texts = {self._blueprint.paragraphs[sent.number].layout.style for sent in self._blueprint.sent}
        return frozenset(({*self.firsts} | (printed - texts)) - {"", "normal"})

    @cached_property
    def _anchored(self) -> set[int]:
        return {sent.number for sent in self._blueprint.sent}

    def read(self, container: str, spans: tuple[Span, ...], layout: Layout, nearest: int) -> Parts | None:
        """Give the fields that a paragraph of a new entry says; None where that cannot be known.

        ``nearest`` is the entry whose looks come first, where entries differ.
        """
        column = layout.cell.column if layout.cell else -1
        alike = [each for each in self.shapes[container] if each.layout.style == layout.style]
        alike = [each for each in alike if each.column == column] or (alike if column < 0 else [])
        alike.sort(key=lambda each: abs(each.entry - nearest))
        copied = self._read_copied(container, spans)
        if copied is not None:
            return copied
        text = "".join(span.text for span in spans)
        labelled = [each for each in alike if each.label and _label_pattern(each).match(text)]
        fits = [(each, parts) for each in labelled if (parts := _fit(spans, each)) is not None]
        if not fits and not labelled:
            fits = [(each, parts) for each in alike if not each.label and (parts := _fit(spans, each)) is not None]
        if not fits:
            return None if labelled else _read_unlabelled(spans, alike)
        most = max(len(each.fields) for each, _ in fits)
        best = [(each, parts) for each, parts in fits if len(each.fields) == most]
        if len({each.kinds for each, _ in best}) > 1:
            best = [one for one in best if liken(one[0].sent.text, text) >= ALIKE][:1]
        if not best:
            return None
        shape, parts = best[0]
        return [_plain(part, is_strong) for part, is_strong in zip(parts, _looks(shape, parts), strict=True)]

    def unlabelled(self, container: str, layout: Layout) -> list[str]:
        """Give the fields whose paragraphs have this look, nothing being printed before them, in the order in which they come."""
        column = layout.cell.column if layout.cell else -1
        alike = (each for each in self.shapes[container] if (each.column, each.layout.style) == (column, layout.style))
        return list(dict.fromkeys(each.fields[0] for each in alike if not each.label and len(each.fields) == 1))

    def is_laid_out(self, container: str, name: str) -> bool:
        """Tell whether a field of entries stands in a cell of a table that is not its own, such as two positions side by side."""
        kind = _COUNT.sub("#", name)
        cells = (each.layout.cell for each in self.shapes[container] if kind in each.kinds)
        return any(cell is not None and cell.table not in self._blueprint.tables for cell in cells)

    def is_labelled(self, container: str, spans: Sequence[Span], layout: Layout) -> bool:
        """Tell whether a paragraph begins with what is printed before the first field of an entry of this list."""
        text = "".join(span.text for span in spans)
        shapes = (each for each in self.shapes[container] if each.is_first and each.layout.style == layout.style)
        return any(each.label and _label_pattern(each).match(text) for each in shapes)

    def _read_copied(self, container: str, spans: tuple[Span, ...]) -> Parts | None:
        """Give the fields by the anchors that were copied with the words, where all else is what was printed there."""
        anchors = dict.fromkeys(span.anchor % COPIES for span in spans if span.anchor >= COPIES)
        paths = {anchor: self._blueprint.paths.get(anchor, "") for anchor in anchors}
        if not anchors or any(anchor not in self._blueprint.place for anchor in anchors):
            return None
        sent = self._blueprint.place[next(iter(anchors))][0]
        shape = next((each for each in self.shapes[container] if each.sent is sent), None)
        if shape is None or tuple(anchors) != sent.anchors:
            return None
        own = f"{container}[{shape.entry}]"
        gaps = _count_out("".join("\0" if span.anchor >= COPIES else span.text for span in spans))
        if gaps != _count_out("\0".join(sent.fixed)):
            return None
        parts: Parts = []
        for (anchor, path), is_strong in zip(paths.items(), shape.strong, strict=True):
            said = tuple(replace(span, anchor=0) for span in spans if span.anchor % COPIES == anchor)
            parts.append(_plain((path[len(own) :].removeprefix("."), said), is_strong))
        return parts


def _count_out(text: str) -> str:
    return _COUNT.sub("#", re.sub("\0+", "\0", "".join(text.split())))


def _looks(shape: Shape, parts: Parts) -> Iterator[bool]:
    for number, _ in enumerate(parts):
        yield shape.strong[min(number, len(shape.strong) - 1)]


def _plain(part: tuple[str, tuple[Span, ...]], is_strong: bool) -> tuple[str, tuple[Span, ...]]:
    """Give words without the bold that their place gives to all of them."""
    name, spans = part
    if is_strong and all(span.look.strong for span in spans if span.text.strip()):
        spans = tuple(replace(span, look=replace(span.look, strong=False)) for span in spans)
    return name, spans


def _label_pattern(shape: Shape) -> re.Pattern[str]:
    words = (_COUNT.sub("[0-9]+", re.escape(word)) for word in shape.sent.fixed[0].split())
    return re.compile(r"\s*" + r"\s+".join(words) + r"(?=\W|$)")


def _fit(spans: tuple[Span, ...], shape: Shape) -> Parts | None:
    """Give the fields of a paragraph by what is printed before, between and behind them; None where it is not all there, once."""
    text = "".join(span.text for span in spans)
    label = _label_pattern(shape).match(text) if shape.label else None
    start = label.end() if label else 0
    if len(shape.kinds) == 1 and shape.kinds[0].endswith("[#]"):
        return _fit_row(spans, shape, start)
    end = _end_of(text, shape.sent.fixed[-1])
    cuts = None if end is None else _cut(spans, text, shape.sent.fixed[1:-1], (start, end))
    if cuts is None:
        return None
    pieces = [cut_spans(spans, before[1], behind[0]) for before, behind in pairwise(cuts)]
    says = all(any(span.text.strip() for span in piece) for piece in pieces)
    return list(zip(shape.fields, pieces, strict=True)) if says else None


def _end_of(text: str, fixed: str) -> int | None:
    """Give where the last field of a paragraph ends; None where what is printed behind it is not there."""
    said, last = text.rstrip(), fixed.strip()
    if not last:
        return len(said)
    return len(said) - len(last) if said.endswith(last) else None


def _cut(
    spans: Sequence[Span], text: str, inner: Sequence[str], within: tuple[int, int]
) -> list[tuple[int, int]] | None:
    """Give where what is printed between fields stands; None where it stands there more often, or less, than it should."""
    cuts = [(within[0], within[0])]
    for fixed in inner:
        if not fixed.strip():
            found = _end_of_bold(spans, cuts[-1][1], within[1])
        else:
            sign = _sign(fixed)
            is_clear = len(sign.findall(text, *within)) == sum(_sign(each) == sign for each in inner)
            match = sign.search(text, cuts[-1][1], within[1]) if is_clear else None
            found = match.span() if match else None
        if found is None:
            return None
        cuts.append(found)
    return [*cuts, (within[1], within[1])]


def _sign(fixed: str) -> re.Pattern[str]:
    """Give what finds printed words, whatever blanks are around and in them."""
    lead = r"\s+" if fixed[:1].isspace() else ""
    return re.compile(lead + r"\s+".join(map(re.escape, fixed.split())) + r"\s*")


def _end_of_bold(spans: Sequence[Span], start: int, end: int) -> tuple[int, int] | None:
    """Give where words cease to be bold, which parts two fields with nothing but a blank between them."""
    place = 0
    for one, other in pairwise(spans):
        place += len(one.text)
        if one.look.strong and not other.look.strong and start < place < end:
            return place, place
    return None


def _fit_row(spans: tuple[Span, ...], shape: Shape, start: int) -> Parts:
    """Give the entries of a list that stand in one paragraph, such as aims with a dot between them."""
    text = "".join(span.text for span in spans)
    between = next((fixed for fixed in shape.sent.fixed[1:-1] if fixed.strip()), "")
    sign = re.compile(rf"\s+{re.escape(between.strip())}\s+") if between.strip() else re.compile(r"(?!)")
    cuts = [(start, start), *(each.span() for each in sign.finditer(text, start)), (len(text), len(text))]
    pieces = [cut_spans(spans, before[1], behind[0]) for before, behind in pairwise(cuts)]
    name = shape.fields[0]
    return [(name, piece) for piece in pieces if any(span.text.strip() for span in piece)]


def _read_unlabelled(spans: tuple[Span, ...], alike: Sequence[Shape]) -> Parts | None:
    """Give all words to the one field that paragraphs of their style are of, whatever is printed before it."""
    fields = {each.kinds for each in alike}
    if len(fields) != 1 or len(alike[0].kinds) != 1:
        return None
    return [_plain((alike[0].fields[0], spans), alike[0].strong[0])]
