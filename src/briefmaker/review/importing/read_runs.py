"""One paragraph of a Word document: its words with their emphasis and links, and what stands beside them or hangs on them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from briefmaker.model.rich_text import Citation, Inline, Inlines, LineBreak, Reference, Run, join_runs
from briefmaker.reading.markdown import has_allowed_scheme
from briefmaker.reading.office_package import Element, Relationship
from briefmaker.reading.text_file import UNSAFE
from briefmaker.review.boxes import ALTERNATIVES, choose_alternative, find_boxes
from briefmaker.review.importing.blocks import Aside, AsideKind, Block
from briefmaker.review.importing.word_styles import WordStyles
from briefmaker.review.read_revisions import DELETING
from briefmaker.review.word_fields import FIELD_MARKS, OpenFields
from briefmaker.writing.word.wordml import R, W

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_VML = "{urn:schemas-microsoft-com:vml}imagedata"
_AROUND = {
    f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "sdt", "fldSimple", "dir", "bdo")
}
_SYMBOL_BLOCK = 0xF000
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0FC: "✓", 0xF0E0: "→", 0xF0AE: "→"}  # of the fonts Symbol and Wingdings
SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}


@dataclass
class Source:
    """What a part of the document needs for its runs to be read: its styles and links, and where what hangs on them goes."""

    styles: WordStyles
    relationships: dict[str, Relationship]
    read_box: Callable[[Element], Iterable[Block]]
    note_names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The name of each footnote and endnote as a source, by its kind and Word's id."""
    asides: list[Aside] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    """Each picture's part, with the words that stand for it."""
    commented: dict[str, list[str]] = field(default_factory=dict)
    """The words on which each comment sits, by its id."""
    open_comments: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    """Characters that no brief may hold, and that were left out."""


class RunReader:
    """Reads one paragraph."""

    def __init__(self, source: Source, properties: Element | None) -> None:
        self._source = source
        self._properties = properties
        self._fields = OpenFields()
        self.inlines: list[Inline] = []
        self.anchors: list[str] = []
        self.pictures: list[str] = []
        self.boxes: list[Block] = []
        self.is_underlined = True

    def read(self, element: Element, link: str = "") -> None:
        """Read what stands in a paragraph, or in an element around some of its runs."""
        for child in element:
            self._read_child(child, link)

    def _read_child(self, child: Element, link: str) -> None:
        tag = child.tag
        if tag == f"{W}r":
            self._read_run(child, link)
        elif tag == f"{W}hyperlink":
            self.read(child, self._address(child) or link)
        elif tag in _AROUND:
            self.read(child, link)
        elif tag in DELETING:
            self._set_aside(AsideKind.DELETED, gather_text(child), child)
        elif tag == f"{W}bookmarkStart":
            self.anchors.append(child.get(f"{W}name", ""))
        elif tag == f"{W}commentRangeStart":
            self._source.open_comments.add(child.get(f"{W}id", ""))
        elif tag == f"{W}commentRangeEnd":
            self._source.open_comments.discard(child.get(f"{W}id", ""))
        elif tag == ALTERNATIVES:
            self.read(choose_alternative(child), link)
        elif str(tag).startswith(_M):
            self._add(gather_text(child), link, None)

    def _address(self, hyperlink: Element) -> str:
        found = self._source.relationships.get(hyperlink.get(f"{R}id", ""))
        return found.target if found is not None and found.is_external else ""

    def _read_run(self, run: Element, link: str) -> None:
        properties = run.find(f"{W}rPr")
        if self._source.styles.is_on("vanish", properties, self._properties) and not self._fields.is_in_instruction:
            self._set_aside(AsideKind.HIDDEN, gather_text(run), run)
            return
        for child in run:
            self._read_piece(child, link or self._fields.link, properties)

    def _read_piece(self, piece: Element, link: str, properties: Element | None) -> None:
        tag = piece.tag
        if tag == f"{W}t":
            self._add(piece.text or "", link, properties)
        elif tag in SIGNS:
            self._add(SIGNS[tag], link, properties)
        elif tag == f"{W}sym":
            self._add(_read_symbol(piece), link, properties)
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self._read_drawing(piece)
        elif tag in (f"{W}ruby", ALTERNATIVES):
            self._read_doubled(piece, link, properties)
        else:
            self._read_mark(piece)

    def _read_mark(self, mark: Element) -> None:
        """Read what is no text of its own: a line break, a part of a field, the sign of a note."""
        tag = mark.tag
        if tag in (f"{W}br", f"{W}cr") and mark.get(f"{W}type", "textWrapping") == "textWrapping":
            self.inlines.append(LineBreak())
        elif tag in FIELD_MARKS:
            self._fields.read(mark)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            kind = "footnote" if tag == f"{W}footnoteReference" else "endnote"
            name = self._source.note_names.get((kind, mark.get(f"{W}id", "")))
            self.inlines += [Citation((Reference(name),))] if name else []

    def _read_doubled(self, doubled: Element, link: str, properties: Element | None) -> None:
        """Read what is there twice: words with their reading above them, or content in a newer and an older form."""
        if doubled.tag == f"{W}ruby":
            for name in ("rubyBase", "rt"):
                for found in doubled.findall(f"{W}{name}"):
                    self.read(found, link)
            return
        for child in choose_alternative(doubled):
            self._read_piece(child, link, properties)

    def _read_drawing(self, drawing: Element) -> None:
        described = next(drawing.iter(_DRAWN), None)
        alt = "" if described is None else described.get("descr", "")
        for blip in drawing.iter(f"{_A}blip", _VML):
            target = self._source.relationships.get(blip.get(f"{R}embed") or blip.get(f"{R}id") or "")
            if target is not None and not target.is_external:
                self.pictures.append(target.target)
                self._source.pictures.setdefault(target.target, alt)
        for box in find_boxes(drawing):
            self.boxes += self._source.read_box(box)

    def _add(self, text: str, link: str, properties: Element | None) -> None:
        if self._fields.is_in_instruction or not text:
            return
        self._source.removed |= set(UNSAFE.findall(text))
        text = UNSAFE.sub("", text).replace("\n", " ").replace("\u00ad", "")
        for comment in self._source.open_comments:
            self._source.commented.setdefault(comment, []).append(text)
        styles = self._source.styles
        if text.strip() and styles.is_on("u", properties, self._properties) is False:
            self.is_underlined = False
        strong = styles.is_on("b", properties, self._properties)
        emphasis = styles.is_on("i", properties, self._properties)
        run = Run(text, strong, emphasis, link if has_allowed_scheme(link) and " " not in link else "")
        self.inlines.append(run)

    def _set_aside(self, kind: AsideKind, text: str, element: Element) -> None:
        if text.strip():
            aside = Aside(kind, text, element.get(f"{W}author", ""), element.get(f"{W}date", "")[:10])
            self._source.asides.append(aside)

    def result(self) -> Inlines:
        """Give what was read."""
        return join_runs(self.inlines)


def gather_text(element: Element) -> str:
    """Give all words in an element, also those struck out; paragraphs parted by a blank."""
    found = element.iter(f"{W}t", f"{W}delText", f"{_M}t", f"{W}p", f"{W}tab", f"{W}br")
    pieces = [(each.text or "") if each.tag.endswith(("}t", "}delText")) else " " for each in found]
    return " ".join(UNSAFE.sub("", "".join(pieces)).split())


def _read_symbol(symbol: Element) -> str:
    """Give a character of a symbol font; those that only the font itself knows are told as a square."""
    try:
        code = int(symbol.get(f"{W}char", ""), 16)
    except ValueError:
        return "\u25a1"
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    return chr(code) if 0x20 < code < _SYMBOL_BLOCK and not 0xD800 <= code < 0xE000 else "\u25a1"  # noqa: PLR2004 - blank, surrogates
