"""What a paragraph of a Word document holds: stretches of text with their look, and things such as pictures and fields."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from briefmaker.review.redline.package import Relations, canonise
from briefmaker.writing.word.wordml import R, W

THING = "\U000f0000"
"""Stands in a text for a thing that is no text."""
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_TRANSPARENT = {f"{W}smartTag", f"{W}sdt", f"{W}sdtContent"}
PICTURE = "picture"
"""Names every picture and chart: a redline shows those of the new document, in the place of what was there before."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text looks, as the text of its ``w:rPr``, and the web address or bookmark that it leads to.

    On a page of HTML ``within`` are the elements around it, the outermost first.
    """

    properties: str = ""
    address: str = ""
    bookmark: str = ""
    within: tuple[Any, ...] = field(default=(), compare=False)

    def leads_as(self, other: "Look") -> bool:
        """Tell whether another leads to the same."""
        return (self.address, self.bookmark) == (other.address, other.bookmark)


@dataclass(frozen=True, slots=True)
class Thing:
    """What is no text: the runs that make it up, and words by which it is told from others."""

    words: str
    runs: tuple[Any, ...] = field(compare=False)

    @property
    def is_picture(self) -> bool:
        """Tell whether it is a picture or a chart."""
        return self.words == PICTURE


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text of one look; that of a thing is one character."""

    text: str
    look: Look
    thing: Thing | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The stretches of a paragraph, neighbours of one look joined, and the bookmarks in it, each with its place in the text."""

    stretches: tuple[Stretch, ...]
    markers: tuple[tuple[int, Any], ...] = ()

    @property
    def text(self) -> str:
        """Give the text of the paragraph."""
        return "".join(each.text for each in self.stretches)


def read_content(paragraph: Any, relations: Relations) -> Content:
    """Give what a paragraph holds."""
    reader = _Reader(relations)
    reader.read_all(paragraph, Look())
    return Content(tuple(join_stretches(reader.stretches)), tuple(reader.markers))


class _Reader:
    def __init__(self, relations: Relations) -> None:
        self._relations = relations
        self.stretches: list[Stretch] = []
        self.markers: list[tuple[int, Any]] = []
        self._length = 0
        self._field: list[Any] = []
        self._depth = 0

    def read_all(self, parent: Any, look: Look) -> None:
        for child in parent:
            if child.tag == f"{W}r":
                self._read_run(child, look)
            elif child.tag == f"{W}hyperlink":
                self.read_all(child, self._find_link(child))
            elif child.tag in _TRANSPARENT:
                self.read_all(child, look)
            elif child.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                self.markers.append((self._length, child))
            elif child.tag == f"{W}fldSimple":
                self._add(Stretch(THING, look, Thing(str(child.get(f"{W}instr")), (child,))))

    def _find_link(self, hyperlink: Any) -> Look:
        key = hyperlink.get(f"{R}id")
        address = self._relations.find_address(key) if key else ""
        return Look("", address, str(hyperlink.get(f"{W}anchor") or ""))

    def _read_run(self, run: Any, look: Look) -> None:
        own = run.find(f"{W}rPr")
        here = look if own is None else replace(look, properties=canonise(own))
        if self._depth or run.find(f"{W}fldChar") is not None:
            self._read_field(run, here)
            return
        for child in run:
            if child.tag == f"{W}t":
                self._add(Stretch(child.text or "", here))
            elif child.tag in _CHARACTERS and not child.attrib:
                self._add(Stretch(_CHARACTERS[child.tag], here))
            elif child.tag not in (f"{W}rPr", f"{W}lastRenderedPageBreak"):
                self._add(Stretch(THING, here, _name_thing(run, child)))

    def _read_field(self, run: Any, look: Look) -> None:
        """Take the runs of a field together, from its beginning to its end."""
        self._field.append(run)
        for mark in run.iter(f"{W}fldChar"):
            self._depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
        if self._depth <= 0:
            words = "".join(each.text or "" for part in self._field for each in part.iter(f"{W}instrText"))
            self._add(Stretch(THING, look, Thing(words, tuple(self._field))))
            self._field, self._depth = [], 0

    def _add(self, stretch: Stretch) -> None:
        if stretch.text:
            self.stretches.append(stretch)
            self._length += len(stretch.text)


def _name_thing(run: Any, child: Any) -> Thing:
    """Give a thing with the words that tell it from others; one picture is as good as another."""
    words = PICTURE if child.tag == f"{W}drawing" else canonise(child) or str(child.tag)
    return Thing(words, (_alone(run, child),))


def _alone(run: Any, child: Any) -> Any:
    """Give a run with one of its children alone; the run itself where it has no other."""
    if all(each is child or each.tag == f"{W}rPr" for each in run):
        return run
    alone = run.makeelement(run.tag, run.attrib)
    alone.extend([each.__copy__() for each in run if each.tag == f"{W}rPr"] + [child.__copy__()])
    return alone


def join_stretches(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Give stretches of which no two neighbours look the same."""
    waiting: Stretch | None = None
    for each in stretches:
        if waiting is None:
            waiting = each
        elif _is_one(waiting, each):
            waiting = replace(waiting, text=waiting.text + each.text)
        else:
            yield waiting
            waiting = each
    if waiting is not None:
        yield waiting


def _is_one(stretch: Stretch, other: Stretch) -> bool:
    if stretch.thing is not None or other.thing is not None:
        return False
    return stretch.look == other.look and stretch.look.within == other.look.within


def cut(stretches: Sequence[Stretch], start: int, end: int) -> Iterator[Stretch]:
    """Give the stretches of a part of the text."""
    here = 0
    for each in stretches:
        first, last = max(start - here, 0), min(end - here, len(each.text))
        if first < last:
            yield replace(each, text=each.text[first:last])
        here += len(each.text)
