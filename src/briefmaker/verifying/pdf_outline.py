"""Makes the outline of a PDF from its structure and the text of its pages."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefmaker.verifying.outline import Block, Kind, Link, Picture, Row, Table
from briefmaker.verifying.pdf_parts import Content, Element, LinkAnnotation, TextObject
from briefmaker.verifying.squeezing import RIGHT_TO_LEFT, is_right_to_left, squeeze

_HEADING = re.compile(r"H([1-6])?")
# Elements that stand within a line; all others begin a block of their own.
_INLINE = {"Span", "Link", "Reference", "NonStruct", "Em", "Strong", "Quote", "Code", "Sub"}
_ROW_GROUPS = {"THead", "TBody", "TFoot"}
_LINE_STEP = 2.0  # points: text that is set lower than that begins a new line


class PageTexts:
    """The text of each marked content."""

    def __init__(self, texts: Iterable[TextObject], *, is_right_to_left: bool) -> None:
        self._texts: dict[tuple[int, int], list[TextObject]] = defaultdict(list)
        self._is_right_to_left = is_right_to_left
        # PDFium orders the words of a line; where lines run from right to left, Latin words and figures may change places.
        self.direction = RIGHT_TO_LEFT if is_right_to_left else ""
        for text in texts:
            if text.marked_content >= 0:
                self._texts[text.page, text.marked_content].append(text)

    def words(self, content: Content) -> str:
        """Give the words of one marked content; on a line from right to left the last stretch is read first."""
        found = [text.text for text in self._texts[content.page, content.marked_content]]
        turned = self._is_right_to_left and any(is_right_to_left(each) for each in found)
        return self.join(reversed(found) if turned else found)

    def join(self, pieces: Iterable[str]) -> str:
        """Give pieces of a line as one text; from right to left figures that meet are of two numbers that changed places."""
        if not self.direction:
            return "".join(pieces)
        joined = ""
        for piece in pieces:
            is_number = joined[-1:].isdecimal() and piece[:1].isdecimal()
            joined += f" {piece}" if is_number else piece
        return joined

    def bottom(self, content: Content) -> float | None:
        """Give how high above the page's foot a marked content stands, in points; None when it has no text."""
        found = self._texts[content.page, content.marked_content]
        return min((text.bottom for text in found), default=None)


class OutlineBuilder:
    """Walks a structure once and collects blocks, tables, links and pictures."""

    def __init__(self, texts: PageTexts) -> None:
        self._texts = texts
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self._open = Block(Kind.PARAGRAPH, "", "")
        self._words: list[str] = []
        self._page = 0
        self._bottom: float | None = None

    def walk(self, element: Element, kind: Kind = Kind.PARAGRAPH, level: int = 0) -> None:
        """Collect all of an element; ``kind`` is what its words are, ``level`` how many lists are around it."""
        if element.is_labelled_picture:
            self.walk(next(kid for kid in element.kids if isinstance(kid, Element)), kind, level)
        elif element.tag == "Figure":
            self._flush()
            pages = [content.page for content in element.iterate_content()]
            self.pictures.append(
                Picture(element.alt or element.actual_text or "", _name(pages[0] if pages else self._page))
            )
        elif element.tag in _INLINE:
            self._walk_inline(element, kind, level)
        elif element.tag == "Lbl":
            self._flush()
            self._open = replace(self._open, marker=self._text_of(element))
        elif element.tag == "Table":
            self._walk_table(element, level)
        else:
            self._walk_block(element, kind, level)

    def _walk_inline(self, element: Element, kind: Kind, level: int) -> None:
        targets = [kid.target for kid in element.kids if isinstance(kid, LinkAnnotation)]
        if targets:
            self.links.append(Link(self._text_of(element), targets[0], _name(self._first_page(element))))
        if element.actual_text is not None:
            self._words.append(element.actual_text)
            return
        self._walk_kids(element, kind, level)

    def _walk_block(self, element: Element, kind: Kind, level: int) -> None:
        self._flush()
        heading = _HEADING.fullmatch(element.tag)
        if heading:
            self._begin(Kind.HEADING, int(heading[1] or 1))
        elif element.tag in ("L", "LI"):
            level += element.tag == "L"
            self._begin(Kind.ITEM, level)
            kind = Kind.ITEM
        elif element.tag != "LBody":
            self._begin(kind, level if kind is Kind.ITEM else 0)
        self._walk_kids(element, self._open.kind if heading else kind, level)
        self._flush()
        if element.tag == "LI" or heading:
            self._begin(kind if not heading else Kind.PARAGRAPH, level)

    def _walk_kids(self, element: Element, kind: Kind, level: int) -> None:
        for kid in element.kids:
            if isinstance(kid, Content):
                self._add(kid)
            elif isinstance(kid, Element):
                self.walk(kid, kind, level)

    def _add(self, content: Content) -> None:
        """Add words to the open block; a blank stands for the end of a line."""
        words, bottom = self._texts.words(content), self._texts.bottom(content)
        if not self._words:
            self._page = content.page
        elif bottom is not None and self._bottom is not None and abs(bottom - self._bottom) > _LINE_STEP:
            self._words.append(" ")
        self._bottom = self._bottom if bottom is None else bottom
        self._words.append(words)

    def _begin(self, kind: Kind, level: int) -> None:
        self._open = Block(kind, "", "", level)

    def _flush(self) -> None:
        """Close the open block; what follows within it, such as a second paragraph of an item, is one of its own."""
        text = " ".join(self._texts.join(self._words).split())
        self._words = []
        if not squeeze(text):
            return
        text += self._texts.direction
        self.blocks.append(replace(self._open, text=text, where=_name(self._page), page=self._page))
        if self._open.kind is Kind.ITEM:
            self._open = Block(Kind.PARAGRAPH, "", "")

    def _text_of(self, element: Element) -> str:
        words = " ".join(self._texts.join(map(self._texts.words, element.iterate_content())).split())
        return words + self._texts.direction

    def _first_page(self, element: Element) -> int:
        return next((content.page for content in element.iterate_content()), self._page)

    def _walk_table(self, element: Element, level: int) -> None:
        self._flush()
        rows = tuple(self._read_row(row, is_header=is_head) for row, is_head in _iterate_rows(element))
        # A table that goes over a page is one in the tree of tags, and two in a row may have the same head.
        table = Table(rows, element.attributes.get("Summary") or element.alt or "", _name(self._first_page(element)))
        self.tables.append(table)
        kind = Kind.CELL if table.has_header else Kind.PARAGRAPH
        for row, _ in _iterate_rows(element):
            for cell in row.kids:
                if isinstance(cell, Element):
                    self._walk_block(cell, kind, level)

    def _read_row(self, row: Element, *, is_header: bool) -> Row:
        cells = [cell for cell in row.kids if isinstance(cell, Element)]
        # The head of a chart's table is a plain row: it is not repeated on the next page.
        is_header = is_header or (bool(cells) and all(map(_is_head_of_column, cells)))
        return Row(tuple(self._text_of(cell) for cell in cells), is_header, self._first_page(row))


def _iterate_rows(table: Element) -> Iterator[tuple[Element, bool]]:
    """Give the rows of a table, and whether each stands in its head."""
    for kid in table.kids:
        if isinstance(kid, Element) and kid.tag == "TR":
            yield kid, table.tag == "THead"
        elif isinstance(kid, Element) and kid.tag in _ROW_GROUPS:
            yield from _iterate_rows(kid)


def _is_head_of_column(cell: Element) -> bool:
    return cell.tag == "TH" and cell.attributes.get("Scope") == "Column"


def _name(page: int) -> str:
    return f"page {page}"
