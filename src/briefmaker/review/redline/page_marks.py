"""Marks on a page of HTML what is new and what is gone: ``ins`` and ``del`` around words, with words for who hears them."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from briefmaker.review.redline.aligning import align
from briefmaker.review.redline.merging import Merged, merge
from briefmaker.review.redline.page_nodes import Box, Line, Node, liken_nodes, list_nodes
from briefmaker.review.redline.stretches import Content, Stretch
from briefmaker.view.compare_words import RunKind

_TAGS = {RunKind.NEW: "ins", RunKind.GONE: "del"}
_NOTHING = Content(())
_RUNNING = "running-"
_LEADING = ("id", "href", "data-field", "name")


@dataclass(frozen=True, slots=True)
class PageMarks:
    """The words that are said before what is new, and before what is gone: ``new: {words}``, ``gone: {words}``."""

    new: str
    gone: str

    def rewrite(self, old: Any, new: Any) -> None:
        """Put into an element what both versions of it hold, marked; the attributes stay those of the new."""
        self._rewrite_nodes(list(list_nodes(old)), list(list_nodes(new)), new)

    def _rewrite_nodes(self, before: Sequence[Node], after: Sequence[Node], new: Any) -> None:
        pairs = list(align(before, after, lambda node: node.key, liken_nodes))
        written = [each for i, j in _pair_cells(pairs, before, after) for each in self._write(i, j)]
        _fill(new, written)

    def _write(self, old: Node | None, new: Node | None) -> Iterator[Any]:
        """Give texts and elements."""
        node = new or old
        if isinstance(node, Line):
            yield from self._write_line(old, new)
        elif isinstance(new, Box):
            yield from self._write_box(old, new)
        elif isinstance(old, Box):
            yield from self._write_gone(old)

    def _write_line(self, old: Node | None, new: Node | None) -> Iterator[Any]:
        if isinstance(new, Line) and old is not None and old.key == new.key:
            yield from new.parts
            return
        contents = (each.content if isinstance(each, Line) else _NOTHING for each in (old, new))
        yield from self._nest([each for each in merge(*contents) if isinstance(each, Merged)])

    def _write_box(self, old: Node | None, new: Box) -> Iterator[Any]:
        element = new.element
        if _is_running(element):
            yield element
        elif new.is_picture:
            yield element
            if isinstance(old, Box) and old.key != new.key:
                yield from self._list_values(old.element, element)
        elif isinstance(old, Box) and new.is_whole and old.key != new.key:
            yield from self._write_gone(old)
            self._mark_all(element, RunKind.NEW)
            yield element
        elif isinstance(old, Box):
            if old.key != new.key:
                self._rewrite_nodes(old.nodes, new.nodes, element)
            yield element
        else:
            self._mark_all(element, RunKind.NEW)
            yield element

    def _list_values(self, old: Any, new: Any) -> Iterator[Any]:
        """Give the values of a chart that has changed, as they were and as they are, in tables of their own."""
        before, after = (_gather_values(each) for each in (old, new))
        if before is None or after is None:
            return
        self.rewrite(before, after)
        yield after

    def _write_gone(self, old: Box) -> Iterator[Any]:
        if _is_running(old.element) or old.element.tag == "colgroup":
            return
        element = _gather_values(old.element) if old.is_picture else _make_dead(old.element)
        if element is not None:
            self._mark_all(element, RunKind.GONE)
            yield element

    def _mark_all(self, element: Any, kind: RunKind) -> None:
        """Mark all words in an element; a chart that is new stays as it is."""
        written: list[Any] = []
        for node in list(list_nodes(element)):
            if isinstance(node, Line):
                contents = (_NOTHING, node.content) if kind is RunKind.NEW else (node.content, _NOTHING)
                written += self._nest([each for each in merge(*contents) if isinstance(each, Merged)])
            elif node.is_picture and kind is RunKind.GONE:
                written += self._write_gone(node)
            else:
                if not node.is_picture:
                    self._mark_all(node.element, kind)
                written.append(node.element)
        _fill(element, written)

    def _nest(self, pieces: Iterable[Merged]) -> Iterator[Any]:
        """Give the pieces of a line within the elements that they stand in; neighbours share them."""
        root = etree.Element("div")
        path: list[_Opened] = []
        for piece in pieces:
            within = piece.stretch.look.within
            is_gone = piece.kind is RunKind.GONE
            path = path[: _count_shared(path, within, is_gone=is_gone)]
            for opened, wanted in zip(path, within, strict=False):
                if opened.is_gone and not is_gone:
                    opened.adopt(wanted)
            for each in within[len(path) :]:
                made = etree.SubElement(path[-1].made if path else root, each.tag, dict(each.attrib))
                if is_gone:
                    _kill(made)
                path.append(_Opened(each, made, is_gone))
            self._put(path[-1].made if path else root, piece)
        yield from [root.text] if root.text else []
        for child in list(root):
            tail, child.tail = child.tail, None
            yield child
            yield from [tail] if tail else []

    def _put(self, parent: Any, piece: Merged) -> None:
        """Add a piece to an element: words that stayed as they are, others in an element that says what became of them."""
        if piece.kind is not RunKind.SAME and (piece.stretch.text.strip() or piece.stretch.thing):
            words = self.new if piece.kind is RunKind.NEW else self.gone
            label = words.format(words=" ".join(piece.stretch.text.split()))
            attributes = {} if piece.stretch.thing else {"aria-label": label}
            parent = etree.SubElement(parent, _TAGS[piece.kind], attributes)
        if piece.kind is RunKind.GONE and not piece.stretch.text.strip():
            return
        _append(parent, _write_stretch(piece.stretch))


def _write_stretch(stretch: Stretch) -> Any:
    return stretch.text if stretch.thing is None else deepcopy(stretch.thing.runs[0])


@dataclass(slots=True)
class _Opened:
    """An element that the pieces of a line stand in: that of the page it came from, and the one that was made of it."""

    element: Any
    made: Any
    is_gone: bool

    def adopt(self, element: Any) -> None:
        """Make it that of the new page, which looks like the one of the old that is gone."""
        self.element, self.is_gone = element, False
        self.made.tag = element.tag
        self.made.attrib.update(element.attrib)


def _count_shared(path: Sequence[_Opened], within: Sequence[Any], *, is_gone: bool) -> int:
    """Say how many of the elements that are open a piece stands in too: the same ones; beside what is gone, those alike."""
    count = 0
    for opened, wanted in zip(path, within, strict=False):
        element = opened.element
        is_alike = element.tag == wanted.tag and element.get("class") == wanted.get("class")
        if element is not wanted and not (is_alike and is_gone is not opened.is_gone):
            break
        count += 1
    return count


def _pair_cells(
    pairs: list[tuple[int | None, int | None]], old: Sequence[Node], new: Sequence[Node]
) -> Iterator[tuple[Node | None, Node | None]]:
    """Give what is paired; the cells of two rows with as many of them are paired in their order."""
    is_row = bool(new) and all(each.kind[0] in ("td", "th") for each in (*old, *new))
    if is_row and len(old) == len(new):
        yield from zip(old, new, strict=True)
    else:
        for i, j in pairs:
            yield (None if i is None else old[i], None if j is None else new[j])


def _fill(element: Any, written: Iterable[Any]) -> None:
    """Give an element these texts and elements in place of what it had."""
    tail = element.tail
    attributes = dict(element.attrib)
    element.clear()
    element.tail = tail
    for name, value in attributes.items():
        element.set(name, value)
    for each in written:
        if not isinstance(each, str):
            each.tail = None
        _append(element, each)


def _append(parent: Any, thing: Any) -> None:
    if not isinstance(thing, str):
        parent.append(thing)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + thing
    else:
        parent.text = (parent.text or "") + thing


def _is_running(element: Any) -> bool:
    return str(element.get("class") or "").startswith(_RUNNING)


def _make_dead(element: Any) -> Any:
    """Give a copy of an element to which nothing leads, and which leads nowhere."""
    copied = deepcopy(element)
    copied.tail = None
    for each in copied.iter():
        _kill(each)
    return copied


def _kill(element: Any) -> None:
    for name in _LEADING:
        element.attrib.pop(name, None)
    if element.tag == "a":
        element.tag = "span"


def _gather_values(chart: Any) -> Any:
    """Give the values of a chart as a block with plain tables; None for a chart without any."""
    gathered = lxml_html.Element("div", {"class": "redline-values"})
    for table in chart.iter("table"):
        made = etree.SubElement(gathered, "table", {"class": "data"})
        body = etree.SubElement(made, "tbody")
        for row in table.iter("tr"):
            written = etree.SubElement(body, "tr")
            for cell in row:
                words = "".join(cell.itertext())
                etree.SubElement(
                    written, cell.tag, {"scope": cell.get("scope") or "row"} if cell.tag == "th" else {}
                ).text = words
    return gathered if len(gathered) else None
