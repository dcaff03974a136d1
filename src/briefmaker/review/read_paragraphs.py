"""Reads the paragraphs of a returned document: its body, heads and feet, notes, boxes, with every revision and comment."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from operator import itemgetter

from lxml import etree

from briefmaker.review.boxes import ALTERNATIVES, choose_alternative, find_boxes
from briefmaker.review.listed import Lists, read_lists
from briefmaker.review.looks import read_look
from briefmaker.review.package import ReturnedDocument
from briefmaker.review.paragraphs import (
    COPIES,
    FORMATTED,
    Cell,
    Layout,
    ReviewedText,
    Revision,
    SourceParagraph,
    Words,
)
from briefmaker.review.read_revisions import DELETING, INSERTING, list_revisions, read_comments, read_revision, read_row
from briefmaker.review.word_fields import FIELD_MARKS, Field, OpenFields
from briefmaker.writing.word.wordml import R, W

PICTURE = "\ufffc"
"""Stands for a picture or another object among words."""

_OTHER_STORIES = ("header", "footer", "footnotes", "endnotes")
_ANCHOR = re.compile(r"bf_[0-9a-f]{8}_([0-9]+)(_Copy_[0-9]+)?")
_TEXT = {f"{W}t", f"{W}delText"}
_BLANKS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_OBJECTS = {f"{W}{name}" for name in ("drawing", "pict", "object")}
_FORMULAS = ("}oMath", "}oMathPara")
_NO_REVISIONS: tuple[Revision, ...] = ()


def read_paragraphs(document: ReturnedDocument) -> ReviewedText:
    """Give all paragraphs of a document, the body first; raises UnreadableReviewError for a part that is no XML."""
    others = {
        name: root
        for kind in _OTHER_STORIES
        for name, root in sorted(document.related(kind).items(), key=itemgetter(0))
    }
    lists, styles = read_lists(_tree(document, "numbering")), _read_styles(_tree(document, "styles"))
    paragraphs: list[SourceParagraph] = []
    tables, met = _Counter(), Counter[int]()
    for name, root in {document.main: document.tree(document.main), **others}.items():
        if root is not None:
            reader = _StoryReader(name, document.links(name), lists, styles, tables, met)
            paragraphs += reader.read(root)
    comments, extended = _tree(document, "comments"), _tree(document, "commentsExtended")
    return ReviewedText(tuple(paragraphs), tuple(read_comments(comments, extended, paragraphs)))


def _tree(document: ReturnedDocument, kind: str) -> etree._Element | None:
    """Give the part of a kind that a document has one of; None where it has none."""
    return next(iter(document.related(kind).values()), None)


def _read_styles(root: etree._Element | None) -> dict[str, str]:
    """Give the names of styles by their ids, in small letters: other programs give the same style another id."""
    names: dict[str, str] = {}
    for style in () if root is None else root.iter(f"{W}style"):
        name = style.find(f"{W}name")
        names[str(style.get(f"{W}styleId"))] = "" if name is None else str(name.get(f"{W}val")).lower()
    return names


@dataclass(slots=True)
class _Counter:
    count: int = 0

    def next(self) -> int:
        self.count += 1
        return self.count - 1


@dataclass(frozen=True, slots=True)
class _State:
    """What holds for the words inside an element: the revisions around it, and the link that it is."""

    inserted: tuple[Revision, ...] = ()
    deleted: tuple[Revision, ...] = ()
    link: str = ""


@dataclass(slots=True)
class _StoryReader:
    """Reads one part of a document."""

    story: str
    links: dict[str, str]
    lists: Lists
    styles: dict[str, str]
    tables: _Counter
    met: Counter[int]
    open_anchors: dict[str, int] = field(default_factory=dict)
    open_comments: list[str] = field(default_factory=list)
    fields: OpenFields = field(default_factory=OpenFields)
    boxes: list[tuple[etree._Element, Layout]] = field(default_factory=list)
    last_place: dict[str, int] = field(default_factory=dict)

    def read(self, root: etree._Element) -> Iterator[SourceParagraph]:
        """Give the paragraphs of the part; those of boxes come behind the paragraph that a box hangs on."""
        ends = (each for each in root.iter(f"{W}bookmarkEnd"))
        paragraph_of = {each: number for number, each in enumerate(root.iter(f"{W}p"))}
        self.last_place = {str(end.get(f"{W}id")): _number_around(end, paragraph_of) for end in ends}
        body = root.find(f"{W}body")
        yield from self._blocks(root if body is None else body, Layout(self.story), paragraph_of)

    def _blocks(
        self,
        parent: etree._Element,
        layout: Layout,
        numbers: dict[etree._Element, int],
        row: tuple[tuple[Revision, ...], tuple[Revision, ...]] = (_NO_REVISIONS, _NO_REVISIONS),
    ) -> Iterator[SourceParagraph]:
        for element in parent.iterchildren(etree.Element):
            if element.tag == f"{W}p":
                paragraph = self._paragraph(element, layout, numbers.get(element, 0))
                paragraph.row_inserted, paragraph.row_deleted = row
                yield paragraph
                for box, place in self._take_boxes():
                    yield from self._blocks(box, place, numbers)
            elif element.tag == f"{W}tbl":
                yield from self._table(element, layout, numbers)
            elif element.tag == f"{W}bookmarkStart":
                self._open(element, None)
            elif element.tag == f"{W}bookmarkEnd":
                self.open_anchors.pop(str(element.get(f"{W}id")), None)
            elif element.tag == f"{W}altChunk":  # another document, which only Word itself would take in
                yield SourceParagraph(layout, [Words(PICTURE)])
            elif element.tag not in (f"{W}sectPr", f"{W}tcPr", f"{W}sdtPr"):
                yield from self._blocks(element, layout, numbers, row)

    def _take_boxes(self) -> list[tuple[etree._Element, Layout]]:
        taken, self.boxes = self.boxes, []
        return taken

    def _table(
        self, table: etree._Element, layout: Layout, numbers: dict[etree._Element, int]
    ) -> Iterator[SourceParagraph]:
        number = self.tables.next()
        for row_number, row in enumerate(table.iter(f"{W}tr")):
            if _table_around(row) is not table:
                continue
            properties = row.find(f"{W}trPr")
            changes = read_row(properties) if properties is not None else (_NO_REVISIONS, _NO_REVISIONS)
            cells = (each for each in row.iter(f"{W}tc") if _table_around(each) is table)
            for column, cell in enumerate(cells):
                yield from self._blocks(cell, replace(layout, cell=Cell(number, row_number, column)), numbers, changes)

    def _paragraph(self, element: etree._Element, layout: Layout, number: int) -> SourceParagraph:
        properties = element.find(f"{W}pPr")
        paragraph = SourceParagraph(self._layout(properties, layout))
        if properties is not None:
            self._read_changes(properties, paragraph, layout)
        for anchor in self.open_anchors.values():
            paragraph.opened.append(anchor)
        self._walk(element, paragraph, _State())
        for id_ in [each for each in self.open_anchors if self.last_place.get(each, -1) <= number]:
            self.open_anchors.pop(id_)
        return paragraph

    def _layout(self, properties: etree._Element | None, around: Layout) -> Layout:
        if properties is None:
            return around
        numbering, indent = properties.find(f"{W}numPr"), properties.find(f"{W}ind")
        left = "0" if indent is None else indent.get(f"{W}left") or indent.get(f"{W}start") or "0"
        justified, style = properties.find(f"{W}jc"), properties.find(f"{W}pStyle")
        return replace(
            around,
            numbering=None if numbering is None else self.lists.read(numbering),
            indent=int(left) if left.lstrip("-").isdecimal() else 0,
            alignment="" if justified is None else str(justified.get(f"{W}val")),
            style="" if style is None else self.styles.get(str(style.get(f"{W}val")), ""),
        )

    def _read_changes(self, properties: etree._Element, paragraph: SourceParagraph, around: Layout) -> None:
        """Read the revisions of a paragraph's end, and what it was before its properties changed."""
        marks = properties.find(f"{W}rPr")
        if marks is not None:
            paragraph.marks_inserted = list_revisions(marks, INSERTING)
            paragraph.marks_deleted = list_revisions(marks, DELETING)
        change = properties.find(f"{W}pPrChange")
        if change is not None:
            paragraph.layout_changed = read_revision(change, FORMATTED)
            paragraph.former_layout = self._layout(change.find(f"{W}pPr"), around)

    def _walk(self, parent: etree._Element, paragraph: SourceParagraph, state: _State) -> None:
        for element in parent.iterchildren(etree.Element):
            tag = str(element.tag)
            if tag == f"{W}r":
                self._run(element, paragraph, state)
            elif tag in INSERTING:
                revision = read_revision(element, INSERTING[tag])
                self._walk(element, paragraph, replace(state, inserted=(*state.inserted, revision)))
            elif tag in DELETING:
                revision = read_revision(element, DELETING[tag])
                self._walk(element, paragraph, replace(state, deleted=(*state.deleted, revision)))
            elif tag == f"{W}hyperlink":
                self._walk(element, paragraph, replace(state, link=self._address(element)))
            elif tag == f"{W}fldSimple":
                simple = Field(str(element.get(f"{W}instr", "")), is_result=True)
                if not simple.is_hidden:
                    self._walk(element, paragraph, replace(state, link=simple.link or state.link))
            elif tag != f"{W}pPr":
                self._walk_other(element, paragraph, state)

    def _walk_other(self, element: etree._Element, paragraph: SourceParagraph, state: _State) -> None:
        match str(element.tag).removeprefix(W):
            case "bookmarkStart":
                self._open(element, paragraph)
            case "bookmarkEnd":
                self.open_anchors.pop(str(element.get(f"{W}id")), None)
            case "commentRangeStart":
                self.open_comments.append(str(element.get(f"{W}id")))
                paragraph.comments.append(str(element.get(f"{W}id")))
            case "commentRangeEnd":
                self.open_comments = [each for each in self.open_comments if each != element.get(f"{W}id")]
            case _ if str(element.tag).endswith(_FORMULAS):
                paragraph.words.append(Words(PICTURE, inserted=state.inserted, deleted=state.deleted))
            case _:
                self._walk(element, paragraph, state)

    def _address(self, hyperlink: etree._Element) -> str:
        anchor = hyperlink.get(f"{W}anchor")
        return self.links.get(str(hyperlink.get(f"{R}id")), "") or (f"#{anchor}" if anchor else "")

    def _open(self, start: etree._Element, paragraph: SourceParagraph | None) -> None:
        found = _ANCHOR.fullmatch(str(start.get(f"{W}name")))
        if found is None:
            return
        anchor = int(found[1]) + COPIES * self.met[int(found[1])]
        self.met[int(found[1])] += 1
        self.open_anchors[str(start.get(f"{W}id"))] = anchor
        if paragraph is not None:
            paragraph.opened.append(anchor)
            paragraph.words.append(Words("", anchor=anchor))  # marks the place, should nothing be left in it

    def _run(self, run: etree._Element, paragraph: SourceParagraph, state: _State) -> None:
        properties = run.find(f"{W}rPr")
        look = read_look(properties, state.link or self.fields.link, self.styles)
        changed = None if properties is None else properties.find(f"{W}rPrChange")
        words = Words(
            "",
            look,
            next(reversed(self.open_anchors.values()), 0),
            state.inserted,
            state.deleted,
            None if changed is None else read_revision(changed, FORMATTED),
            None if changed is None else read_look(changed.find(f"{W}rPr"), look.link, self.styles),
            tuple(self.open_comments),
        )
        text = "".join(self._iterate_text(run, paragraph))
        if text:
            paragraph.words.append(replace(words, text=text))

    def _iterate_text(self, run: etree._Element, paragraph: SourceParagraph) -> Iterator[str]:
        for element in run.iterchildren(etree.Element):
            tag = str(element.tag)
            if tag in FIELD_MARKS:
                self.fields.read(element)
            elif self.fields.are_hidden:
                continue
            elif tag in _TEXT:
                yield str(element.text or "")
            elif tag == f"{W}br":
                yield "" if element.get(f"{W}type") in ("page", "column") else "\n"
            elif tag in _OBJECTS or tag == ALTERNATIVES:
                yield PICTURE
                self._keep_boxes(element, paragraph.layout)
            elif tag == f"{W}commentReference" and (id_ := str(element.get(f"{W}id"))) not in paragraph.comments:
                paragraph.comments.append(id_)
            else:
                yield _BLANKS.get(tag, PICTURE if tag == f"{W}sym" else "")

    def _keep_boxes(self, element: etree._Element, layout: Layout) -> None:
        """Keep the text of a box for later; what is there twice, for programs of old, is read once."""
        drawing = choose_alternative(element) if element.tag == ALTERNATIVES else element
        self.boxes += ((each, Layout("a text box", cell=layout.cell)) for each in find_boxes(drawing))


def _table_around(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(f"{W}tbl"), None)


def _number_around(end: etree._Element, numbers: dict[etree._Element, int]) -> int:
    """Give the number of the paragraph that a bookmark ends in; one that ends between paragraphs ends in the one before."""
    around = next(end.iterancestors(f"{W}p"), None)
    if around is None:
        around = next(end.iterchildren(f"{W}p"), None)
        before = next(end.itersiblings(f"{W}p", preceding=True), None)
        around = before if around is None else around
    return numbers.get(around, -1) if around is not None else -1
