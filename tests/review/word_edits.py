"""Edits a Word document as a reviewer would: words, paragraphs, lists, looks and comments, tracked or not."""

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from briefmaker.reading.office_package import CUSTOM_PART, read_custom_properties
from briefmaker.writing.word.anchors import read_anchors
from briefmaker.writing.word.package import write_package
from briefmaker.writing.word.wordml import W, write_text

Element = etree._Element
DAY = "2025-10-20T09:00:00Z"
_NAMESPACE = W[1:-1]
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass
class WordEdit:
    """A document that is open for edits; those of an author are tracked, those of nobody are not."""

    content: bytes
    parts: dict[str, bytes] = field(init=False)
    body: Element = field(init=False)

    def __post_init__(self) -> None:
        """Open the package."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.body = self.root.find(f"{W}body")
        self.paths = {
            number: anchor.path
            for number, anchor in read_anchors(read_custom_properties(self.parts[CUSTOM_PART])).items()
        }
        self._revisions = 900_000

    def save(self) -> bytes:
        """Give the document with all edits."""
        self.parts["word/document.xml"] = etree.tostring(
            self.root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        return write_package(self.parts)

    # --- finding -----------------------------------------------------------------------------------------------------

    def starts(self, path: str) -> list[Element]:
        """Give the bookmarks of a field in the body."""
        found = []
        for start in self.root.iter(f"{W}bookmarkStart"):
            name = start.get(f"{W}name")
            if name.startswith("bf_") and self.paths.get(int(name.rsplit("_", 1)[1])) == path:
                found.append(start)
        return found

    def paragraph(self, path: str, number: int = 0) -> Element:
        """Give one of the paragraphs of a field."""
        return next(self.starts(path)[number].iterancestors(f"{W}p"))

    def runs(self, path: str, number: int = 0) -> list[Element]:
        """Give the runs that stand within an anchor of a field."""
        start = self.starts(path)[number]
        runs, element = [], start.getnext()
        while element is not None and not (
            element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == start.get(f"{W}id")
        ):
            runs += [element] if element.tag == f"{W}r" else []
            element = element.getnext()
        return runs

    # --- words -------------------------------------------------------------------------------------------------------

    def replace(self, path: str, old: str, new: str, author: str = "", number: int = 0) -> None:
        """Put words in the place of others in one run of a field; without new words they are taken out."""
        run = next(each for each in self.runs(path, number) if old in _text(each))
        before, _, behind = _text(run).partition(old)
        pieces = [_like(run, before)] if before else []
        if author and old:
            pieces.append(self._deleted(_like(run, old), author))
        if new:
            pieces.append(self._inserted(_like(run, new), author) if author else _like(run, new))
        pieces += [_like(run, behind)] if behind else []
        put_instead(run, pieces)

    def rewrite(self, path: str, new: str, author: str = "", number: int = 0) -> None:
        """Write all words of an anchor anew beside it; untracked, the bookmark goes too, as in Word."""
        start, runs = self.starts(path)[number], self.runs(path, number)
        fresh = _like(runs[-1], new)
        end = next(each for each in start.itersiblings() if each.tag == f"{W}bookmarkEnd")
        end.addnext(self._inserted(fresh, author) if author else fresh)
        element = start.getnext()
        while element is not end:
            following = element.getnext()
            if author:
                for run in [element] if element.tag == f"{W}r" else list(element.iter(f"{W}r")):
                    put_instead(run, [self._deleted(deepcopy(run), author)])
            else:
                element.getparent().remove(element)
            element = following
        if not author:
            for each in (start, end):
                each.getparent().remove(each)

    def insert(self, path: str, behind: str, new: str, author: str = "", number: int = 0) -> None:
        """Put words behind others."""
        run = next(each for each in self.runs(path, number) if behind in _text(each))
        before, found, rest = _text(run).partition(behind)
        added = _like(run, new)
        pieces = [_like(run, before + found), self._inserted(added, author) if author else added]
        put_instead(run, pieces + ([_like(run, rest)] if rest else []))

    def embolden(self, path: str, words: str, author: str = "", number: int = 0) -> None:
        """Make words bold."""
        run = next(each for each in self.runs(path, number) if words in _text(each))
        before, _, behind = _text(run).partition(words)
        bold = _like(run, words)
        properties = bold.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            bold.insert(0, properties)
        former = deepcopy(properties)
        properties.insert(int(properties.find(f"{W}rStyle") is not None), etree.Element(f"{W}b"))
        if author:
            change = etree.SubElement(properties, f"{W}rPrChange", self.by(author))
            change.append(former)
        put_instead(run, [*([_like(run, before)] if before else []), bold, *([_like(run, behind)] if behind else [])])

    def append_at_end(self, path: str, new: str, author: str = "", number: int = 0) -> None:
        """Put words behind the bookmark, at the end of the paragraph, where a cursor stands that was put there."""
        paragraph = self.paragraph(path, number)
        run = _like(self.runs(path, number)[-1], new)
        paragraph.append(self._inserted(run, author) if author else run)

    # --- paragraphs --------------------------------------------------------------------------------------------------

    def add_paragraph(self, path: str, text: str, author: str = "", number: int = 0) -> None:
        """Put a paragraph behind one of a field, of the same kind."""
        behind = self.paragraph(path, number)
        paragraph = etree.Element(f"{W}p")
        properties = behind.find(f"{W}pPr")
        if properties is not None:
            paragraph.append(deepcopy(properties))
        run = _like(self.runs(path, number)[0], text)
        paragraph.append(self._inserted(run, author) if author else run)
        if author:
            self.mark(paragraph, "ins", author)
        behind.addnext(paragraph)

    def delete_paragraph(self, path: str, author: str = "", number: int = 0) -> None:
        """Take a paragraph out."""
        paragraph = self.paragraph(path, number)
        if not author:
            paragraph.getparent().remove(paragraph)
            return
        for run in list(paragraph.iter(f"{W}r")):
            put_instead(run, [self._deleted(deepcopy(run), author)])
        self.mark(paragraph, "del", author)

    def split(self, path: str, behind: str, author: str = "", number: int = 0) -> None:
        """Break a paragraph in two behind some words; the bookmark then runs over both, as in Word."""
        paragraph = self.paragraph(path, number)
        run = next(each for each in self.runs(path, number) if behind in _text(each))
        before, found, rest = _text(run).partition(behind)
        blank = rest[: len(rest) - len(rest.lstrip())]
        first, second = _like(run, before + found + blank), _like(run, rest.lstrip())
        following = list(run.itersiblings())
        put_instead(run, [first])
        added = etree.Element(f"{W}p")
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            added.append(deepcopy(properties))
        added.append(second)
        for each in following:
            added.append(each)
        paragraph.addnext(added)
        if author:
            self.mark(paragraph, "ins", author)

    def merge(self, path: str, author: str = "", number: int = 0) -> None:
        """Join a paragraph with the one right behind it."""
        paragraph = self.paragraph(path, number)
        if author:
            self.mark(paragraph, "del", author)
            return
        following = paragraph.getnext()
        for each in list(following):
            if each.tag != f"{W}pPr":
                paragraph.append(each)
        following.getparent().remove(following)

    def move(self, path: str, behind: str, author: str = "") -> None:
        """Move the paragraph of a field behind that of another."""
        paragraph, target = self.paragraph(path), self.paragraph(behind)
        if not author:
            target.addnext(paragraph)
            return
        copy = deepcopy(paragraph)
        for each in list(copy.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            each.getparent().remove(each)
        for run in list(copy.iter(f"{W}r")):
            put_instead(run, [self._wrap("moveTo", deepcopy(run), author)])
        self.mark(copy, "ins", author)
        for run in list(paragraph.iter(f"{W}r")):
            put_instead(run, [self._wrap("moveFrom", _as_deleted(deepcopy(run), keep=True), author)])
        self.mark(paragraph, "del", author)
        target.addnext(copy)

    # --- comments ----------------------------------------------------------------------------------------------------

    def comment(self, path: str, text: str, author: str, number: int = 0) -> None:
        """Put a comment on the words of a field."""
        id_ = str(int(self.by(author)[f"{W}id"]))
        start = self.starts(path)[number]
        last = self.runs(path, number)[-1]
        start.addnext(etree.Element(f"{W}commentRangeStart", {f"{W}id": id_}))
        reference = etree.fromstring(f'<w:r xmlns:w="{_NAMESPACE}"><w:commentReference w:id="{id_}"/></w:r>')
        last.addnext(reference)
        last.addnext(etree.Element(f"{W}commentRangeEnd", {f"{W}id": id_}))
        name = "word/comments.xml"
        root = etree.fromstring(self.parts.get(name, f'<w:comments xmlns:w="{_NAMESPACE}"/>'.encode()))
        said = etree.fromstring(
            f'<w:comment xmlns:w="{_NAMESPACE}" w:id="{id_}" w:author="{author}" w:date="{DAY}" w:initials="X">'
            f"<w:p><w:r><w:t>{write_text(text)}</w:t></w:r></w:p></w:comment>"
        )
        root.append(said)
        if name not in self.parts:
            self._add_part(name)
        self.parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _add_part(self, name: str) -> None:
        types, rels = self.parts["[Content_Types].xml"].decode(), self.parts["word/_rels/document.xml.rels"].decode()
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        types = types.replace("</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/></Types>')
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        rels = rels.replace(
            "</Relationships>", f'<Relationship Id="rIdC" Type="{relation}" Target="comments.xml"/></Relationships>'
        )
        self.parts["[Content_Types].xml"], self.parts["word/_rels/document.xml.rels"] = types.encode(), rels.encode()

    # --- revisions ---------------------------------------------------------------------------------------------------

    def track(self, tag: str, run: Element, author: str) -> Element:
        """Give a run as one that an author put in or took out."""
        return self._inserted(run, author) if tag == "ins" else self._deleted(run, author)

    def by(self, author: str) -> dict[str, str]:
        """Give the attributes of a revision."""
        self._revisions += 1
        return {f"{W}id": str(self._revisions), f"{W}author": author, f"{W}date": DAY}

    def _wrap(self, tag: str, run: Element, author: str) -> Element:
        wrapped = etree.Element(f"{W}{tag}", self.by(author))
        wrapped.append(run)
        return wrapped

    def _inserted(self, run: Element, author: str) -> Element:
        return self._wrap("ins", run, author)

    def _deleted(self, run: Element, author: str) -> Element:
        return self._wrap("del", _as_deleted(run), author)

    def mark(self, paragraph: Element, tag: str, author: str) -> None:
        """Track the end of a paragraph."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        marks = properties.find(f"{W}rPr")
        if marks is None:
            marks = etree.Element(f"{W}rPr")
            section = properties.find(f"{W}sectPr")
            properties.append(marks) if section is None else section.addprevious(marks)
        marks.insert(0, etree.Element(f"{W}{tag}", self.by(author)))


def _text(run: Element) -> str:
    return "".join(each.text or "" for each in run.iter(f"{W}t"))


def _like(run: Element, text: str) -> Element:
    """Give a run that looks like another."""
    made = etree.Element(f"{W}r")
    properties = run.find(f"{W}rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    said = etree.SubElement(made, f"{W}t")
    said.text = text
    said.set(_SPACE, "preserve")
    return made


def _as_deleted(run: Element, *, keep: bool = False) -> Element:
    for each in run.iter(f"{W}t"):
        each.tag = f"{W}t" if keep else f"{W}delText"
    return run


def put_instead(run: Element, pieces: list[Element]) -> None:
    """Put other elements in the place of a run."""
    for piece in reversed(pieces):
        run.addnext(piece)
    run.getparent().remove(run)


Edit = Callable[[WordEdit], None]
