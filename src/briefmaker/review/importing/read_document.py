"""A Word document into blocks: its body with tables and text boxes in order, its notes, and what stands beside the text."""

import posixpath
from collections.abc import Iterator

from briefmaker.model.rich_text import Inline
from briefmaker.reading.office_package import Element, OfficePackage
from briefmaker.review.boxes import ALTERNATIVES, choose_alternative
from briefmaker.review.importing.blocks import (
    Aside,
    AsideKind,
    Block,
    Blocks,
    GridBlock,
    Picture,
    TextBlock,
    WordDocument,
    plain,
    without_citations,
    words_of_all,
)
from briefmaker.review.importing.read_runs import RunReader, Source, gather_text
from briefmaker.review.importing.typed_lists import read_typed_bullet, read_typed_numbers
from briefmaker.review.importing.word_styles import WordStyles
from briefmaker.review.read_revisions import DELETING
from briefmaker.review.word_values import read_flag
from briefmaker.writing.word.wordml import W

_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_AROUND = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_UNREAD = {
    "chart": "a chart",
    "diagramData": "a diagram",
    "aFChunk": "a part in another format",
    "oleObject": "an embedded object",
    "package": "an embedded file",
    "subDocument": "a subdocument",
}
_PICTURES = {".png": ".png", ".jpg": ".jpg", ".jpeg": ".jpg"}
_NOTE_NAMES = {"footnote": "note", "endnote": "endnote"}
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


def read_document(package: OfficePackage) -> WordDocument:
    """Read a document whole: every word of it is in a block, a note or an aside of what is given back."""
    reader = _DocumentReader(package)
    body = package.trees[package.document_part].find(f"{W}body")
    blocks = () if body is None else reader.read_part(package.document_part, body)
    notes = {name: said for name, said in reader.read_notes() if words_of_all(said)}
    asides = (*reader.read_running(), *reader.source_asides(), *reader.read_comments())
    title, language = _read_core(package)
    return WordDocument(
        blocks=without_citations(blocks, notes),
        notes=notes,
        asides=tuple(asides),
        pictures=reader.read_pictures(),
        title=title,
        language=language,
        properties=package.custom_properties,
        unread=tuple(sorted(_find_unread(package))),
    )


class _DocumentReader:
    """One reading of a document."""

    def __init__(self, package: OfficePackage) -> None:
        self._package = package
        styles = next((tree for _, tree in package.related("styles")), None)
        numbering = next((tree for _, tree in package.related("numbering")), None)
        self._styles = WordStyles(styles, numbering)
        self._sources: dict[str, Source] = {}
        self._notes = {(kind, note.get(f"{W}id", "")): (part, note) for kind, part, note in _iterate_notes(package)}
        kinds = [kind for kind, _ in self._notes]
        self._note_names = {
            key: f"{_NOTE_NAMES[key[0]]}-{kinds[: at + 1].count(key[0])}" for at, key in enumerate(self._notes)
        }

    def _source(self, part: str) -> Source:
        if part not in self._sources:
            relationships = dict(self._package.relationships(part))
            self._sources[part] = Source(
                self._styles, relationships, lambda box: self.read_part(part, box), self._note_names
            )
        return self._sources[part]

    def read_part(self, part: str, container: Element) -> Blocks:
        """Read what stands in a container of one part: the body, a cell, a text box, a note."""
        source = self._source(part)
        blocks: list[Block] = []
        carried: list[Inline] = []
        for element in _iterate_content(container, source):
            if element.tag == f"{W}tbl":
                blocks.append(self._read_table(part, element))
                continue
            read, boxes = self._read_paragraph(source, element, carried)
            if _is_mark_deleted(element):
                carried = list(read.inlines)
            else:
                carried = []
                blocks += _keep(read, source)
            blocks += boxes
        if carried:
            blocks.append(TextBlock(tuple(carried)))
        return tuple(read_typed_numbers(blocks))

    def _read_paragraph(self, source: Source, element: Element, carried: list[Inline]) -> tuple[TextBlock, list[Block]]:
        properties = element.find(f"{W}pPr")
        runs = RunReader(source, properties)
        runs.inlines += carried
        runs.read(element)
        level, is_ordered = self._styles.list_of(properties)
        block = TextBlock(
            runs.result(),
            self._styles.name(self._styles.style_id(properties)),
            self._styles.outline(properties),
            level,
            is_ordered,
            runs.is_underlined and bool(plain(runs.result())),
            tuple(runs.anchors),
            tuple(runs.pictures),
        )
        return read_typed_bullet(block), runs.boxes

    def _read_table(self, part: str, table: Element) -> GridBlock:
        rows: list[tuple[Blocks, ...]] = []
        has_header = False
        for row in _iterate_rows(table, self._source(part)):
            properties = row.find(f"{W}trPr")
            has_header = has_header or (not rows and read_flag(properties, "tblHeader") is True)
            rows.append(tuple(self.read_part(part, cell) for cell in _iterate_named(row, f"{W}tc")))
        return GridBlock(tuple(rows), has_header)

    def read_notes(self) -> Iterator[tuple[str, Blocks]]:
        """Give the footnotes and endnotes by the names under which the text cites them: numbered in their order."""
        for key, (part, note) in self._notes.items():
            yield self._note_names[key], self.read_part(part, note)

    def read_running(self) -> Iterator[Aside]:
        """Give the heads and feet of pages, each text once."""
        seen: set[str] = set()
        for kind, aside in (("header", AsideKind.HEADER), ("footer", AsideKind.FOOTER)):
            for part, tree in self._package.related(kind):
                for block in self.read_part(part, tree):
                    text = words_of_all((block,))
                    if text and text not in seen:
                        seen.add(text)
                        yield Aside(aside, text)

    def source_asides(self) -> Iterator[Aside]:
        """Give what was set aside while the parts were read."""
        for source in self._sources.values():
            yield from source.asides

    def read_comments(self) -> Iterator[Aside]:
        """Give the comments with who wrote them and on which words."""
        commented = {key: "".join(said) for each in self._sources.values() for key, said in each.commented.items()}
        for _, tree in self._package.related("comments"):
            for comment in tree.findall(f"{W}comment"):
                on = " ".join(commented.get(comment.get(f"{W}id", ""), "").split())
                author, date = comment.get(f"{W}author", ""), comment.get(f"{W}date", "")[:10]
                yield Aside(AsideKind.COMMENT, gather_text(comment), author, date, on)

    def read_pictures(self) -> dict[str, Picture]:
        """Give the pictures that a brief can hold, by their parts."""
        found = {}
        for source in self._sources.values():
            for part, alt in source.pictures.items():
                ending = _PICTURES.get(posixpath.splitext(part)[1].lower())
                if ending and part in self._package.parts:
                    found[part] = Picture(self._package.parts[part], ending, alt)
        return found


def _iterate_notes(package: OfficePackage) -> Iterator[tuple[str, str, Element]]:
    """Give the footnotes and endnotes with their kind and part; the lines that set them off are none."""
    for kind in _NOTE_NAMES:
        for part, tree in package.related(f"{kind}s"):
            for note in tree.findall(f"{W}{kind}"):
                if note.get(f"{W}type") not in _SEPARATORS:
                    yield kind, part, note


def _keep(block: TextBlock, source: Source) -> Iterator[Block]:
    """Give a paragraph that says something; one of a table of contents, which Word itself made, is set aside."""
    text = plain(block.inlines)
    if block.style.startswith("toc ") and text:
        source.asides.append(Aside(AsideKind.CONTENTS, text))
    elif text or block.anchors or block.pictures:
        yield block


def _iterate_content(container: Element, source: Source) -> Iterator[Element]:
    """Give the paragraphs and tables of a container, also those in content controls."""
    for child in container:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _AROUND:
            yield from _iterate_content(child, source)
        elif child.tag == ALTERNATIVES:
            yield from _iterate_content(choose_alternative(child), source)
        elif child.tag in DELETING and gather_text(child):
            source.asides.append(Aside(AsideKind.DELETED, gather_text(child), child.get(f"{W}author", "")))


def _iterate_rows(table: Element, source: Source) -> Iterator[Element]:
    """Give the rows of a table; one that was struck out is set aside."""
    for row in _iterate_named(table, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        deleted = None if properties is None else properties.find(f"{W}del")
        if deleted is None:
            yield row
        elif gather_text(row):
            author, date = deleted.get(f"{W}author", ""), deleted.get(f"{W}date", "")[:10]
            source.asides.append(Aside(AsideKind.DELETED, gather_text(row), author, date))


def _iterate_named(container: Element, name: str) -> Iterator[Element]:
    for child in container:
        if child.tag == name:
            yield child
        elif child.tag in _AROUND:
            yield from _iterate_named(child, name)


def _is_mark_deleted(paragraph: Element) -> bool:
    """Tell whether the end of a paragraph was struck out, so that it goes on in the next."""
    return any(paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") is not None for name in ("del", "moveFrom"))


def _read_core(package: OfficePackage) -> tuple[str, str]:
    """Give the title and the language that a document states of itself."""
    tree = package.trees.get("docProps/core.xml")
    title, language = (
        "" if tree is None else (tree.findtext(f"{_DUBLIN}{name}") or "").strip() for name in ("title", "language")
    )
    return title, language or _read_language(package)


def _read_language(package: OfficePackage) -> str:
    for _, tree in package.related("styles"):
        found = tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        if found is not None:
            return str(found.get(f"{W}val", ""))
    return ""


def _find_unread(package: OfficePackage) -> set[str]:
    """Name what the document holds whose words cannot be read."""
    kinds = (each.kind for each in package.relationships(package.document_part).values())
    return {_UNREAD[kind] for kind in kinds if kind in _UNREAD}
