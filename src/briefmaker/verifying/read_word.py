"""Reopens a Word document: its outline, and the package that its soundness is judged by."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from briefmaker.reading.office_package import DOCUMENT_PART, OfficePackage
from briefmaker.verifying.limits import UnreadableDocumentError, refuse_redline
from briefmaker.verifying.outline import Outline, Picture, Running
from briefmaker.verifying.word_outline import DRAWING, WordOutlineBuilder, read_words
from briefmaker.verifying.word_package import open_word
from briefmaker.writing.word.own_properties import (
    CHECKED_PROPERTY,
    MARKING_PROPERTY,
    PACK_PROPERTY,
    REPLACES_PROPERTY,
    SOURCE_PROPERTY,
    STATUS_PROPERTY,
    is_ours,
    tell_redline,
)
from briefmaker.writing.word.package import is_untouched
from briefmaker.writing.word.wordml import R, W

_CORE = "docProps/core.xml"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_PROPERTIES = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A Word document that was read back; ``own`` holds the properties that briefmaker gave it."""

    outline: Outline
    package: OfficePackage
    own: dict[str, str]
    default_languages: tuple[str, ...]
    is_untouched: bool
    content: bytes
    format: str = "docx"


def read_word(name: str, content: bytes) -> WordDocument:
    """Read a Word document back.

    Raises UnreadableDocumentError for one that is damaged, locked, too large, or not briefmaker's.
    """
    package = open_word(name, content)
    own = dict(package.custom_properties)
    if not is_ours(own):
        raise UnreadableDocumentError(f"{name} was not written by briefmaker", "verify what `briefmaker build` wrote")
    if redline := tell_redline(own):
        raise refuse_redline(name, redline)
    builder = WordOutlineBuilder(package, dict(package.relationships(DOCUMENT_PART)))
    body = package.trees[DOCUMENT_PART].find(f"{W}body")
    if body is None:
        raise UnreadableDocumentError(f"{name} has no text", "build the document anew")
    builder.walk(body)
    core = package.trees.get(_CORE)
    outline = Outline(
        blocks=tuple(builder.blocks),
        tables=tuple(builder.tables),
        links=tuple(builder.links),
        pictures=(*_iterate_running_pictures(package), *builder.pictures),
        running=tuple(_iterate_running(package, body)),
        language=_core(core, f"{_DUBLIN}language"),
        properties=_read_properties(core, own),
    )
    return WordDocument(outline, package, own, _read_default_languages(package), is_untouched(content), content)


def _core(core: etree._Element | None, tag: str) -> str:
    found = None if core is None else core.find(tag)
    return "" if found is None else str(found.text or "")


def _read_properties(core: etree._Element | None, own: dict[str, str]) -> dict[str, str]:
    """Give what the document says of itself, by the names that both formats share."""
    return {
        "title": _core(core, f"{_DUBLIN}title"),
        "author": _core(core, f"{_DUBLIN}creator"),
        "subject": _core(core, f"{_DUBLIN}subject"),
        "keywords": _core(core, f"{_PROPERTIES}keywords"),
        "marking": own.get(MARKING_PROPERTY, ""),
        "status": own.get(STATUS_PROPERTY, ""),
        "checked": own.get(CHECKED_PROPERTY, ""),
        "source": own.get(SOURCE_PROPERTY, ""),
        "replaces": own.get(REPLACES_PROPERTY, ""),
        "pack": own.get(PACK_PROPERTY, ""),
    }


def _read_default_languages(package: OfficePackage) -> tuple[str, ...]:
    """Give the languages of text that names none: that of Latin letters, and that of letters from right to left."""
    styles = package.trees.get("word/styles.xml")
    found = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    named = () if found is None else (found.get(f"{W}{name}") for name in ("val", "bidi"))
    return tuple(str(each) for each in named if each)


def _iterate_running_pictures(package: OfficePackage) -> Iterator[Picture]:
    """Give the pictures at head and foot of pages, such as the logo of the house, once for each part."""
    for each in package.relationships(DOCUMENT_PART).values():
        tree = package.trees.get(each.target) if each.kind in ("header", "footer") else None
        for drawing in () if tree is None else tree.iter(f"{DRAWING}docPr"):
            yield Picture(str(drawing.get("descr", "")), each.target)


def _iterate_running(package: OfficePackage, body: etree._Element) -> Iterator[Running]:
    """Give head and foot of each kind of page of each section; a section without its own goes on with the last one's."""
    parts, last = package.relationships(DOCUMENT_PART), dict[tuple[str, str], str]()
    settings = package.trees.get("word/settings.xml")
    has_even = settings is not None and settings.find(f"{W}evenAndOddHeaders") is not None
    for number, section in enumerate(body.iter(f"{W}sectPr"), start=1):
        kinds = ["first"] * (section.find(f"{W}titlePg") is not None) + ["default"] + ["even"] * has_even
        for place in ("header", "footer"):
            for reference in section.iter(f"{W}{place}Reference"):
                target = parts.get(str(reference.get(f"{R}id")))
                last[place, str(reference.get(f"{W}type"))] = "" if target is None else target.target
        for kind in kinds:
            words = [_read_part(package, last.get((place, kind), "")) for place in ("header", "footer")]
            yield Running(f"section {number}, {_PAGES[kind]}", *words)


_PAGES = {"first": "first page", "default": "further pages", "even": "even pages"}


def _read_part(package: OfficePackage, part: str) -> str:
    tree = package.trees.get(part)
    if tree is None:
        return ""
    paragraphs = (read_words(each, with_fields=True) for each in tree.iter(f"{W}p"))
    return " ".join(" ".join(paragraphs).split())
