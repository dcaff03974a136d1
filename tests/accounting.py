"""Every word accounted for: those of a Word document, read from its XML alone, against those of the draft made of it."""

import io
import re
from collections import Counter

import docx
import yaml
from docx.oxml.ns import qn
from lxml import etree

from briefmaker.model.rich_text import iterate_inlines, plain_text
from briefmaker.model.text import TextKind
from briefmaker.reading.markdown import parse_markdown

_WORD = re.compile(r"[^\W_]+")
_TYPED_NUMBER = re.compile(r"^\s*[0-9]{1,2}[.)]\s+")
_LABEL = re.compile(r"^[^:\t]{1,40}[:\t]\s*")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = ("document", "header", "footer", "footnotes", "endnotes", "comments")


def split_words(text: str) -> list[str]:
    """Give the words of a text, without signs and case."""
    return _WORD.findall(text.casefold())


def read_paragraphs(content: bytes) -> list[str]:
    """Give every paragraph of every text part of a DOCX, with what was inserted and what was struck out."""
    package = docx.Document(io.BytesIO(content)).part.package
    found: list[str] = []
    for part in package.iter_parts():
        name = re.sub(r"[0-9]*\.xml$", "", str(part.partname).removeprefix("/word/"))
        if name in _PARTS:
            found += _read_tree(etree.fromstring(part.blob))
    return found


def _read_tree(root: etree._Element) -> list[str]:
    for fallback in list(root.iter(_FALLBACK)):
        parent = fallback.getparent()
        assert parent is not None
        parent.remove(fallback)
    return [_read_paragraph(paragraph) for paragraph in root.iter(qn("w:p"))]


def _read_paragraph(paragraph: etree._Element) -> str:
    texts = (qn("w:t"), qn("w:delText"))
    own = (
        each
        for each in paragraph.iter(*texts, qn("w:tab"), qn("w:br"))
        if next(each.iterancestors(qn("w:p"))) is paragraph
    )
    return "".join(_read_piece(each) for each in own)


def _read_piece(piece: etree._Element) -> str:
    """Give a text; one that was struck out touches nothing around it."""
    text = piece.text or ""
    return text if piece.tag == qn("w:t") else f" {text} "


def words_of_draft(text: str) -> str:
    """Give all words of a draft in a row: of its values, with Markdown read as it is printed, and of its comments."""
    words = _words_of(yaml.load(text, yaml.BaseLoader))  # noqa: S506 - makes text only
    comments = " ".join(line.lstrip(" #") for line in text.splitlines() if line.lstrip().startswith("#"))
    return " ".join([*words, *split_words(comments)])


def _words_of(value: object) -> list[str]:
    match value:
        case dict():
            return [word for name, each in value.items() for word in (*split_words(str(name)), *_words_of(each))]
        case list():
            return [word for each in value for word in _words_of(each)]
        case _:
            read = parse_markdown(str(value), TextKind.RICH)
            printed = " ".join(plain_text(each).replace("\n", " ") for each in iterate_inlines(read))
            return split_words(printed)


def find_lost(content: bytes, draft: str) -> list[str]:
    """Give the words of a document that its draft has not, or not as often; a number typed before a paragraph is none."""
    said = Counter(word for each in read_paragraphs(content) for word in split_words(_TYPED_NUMBER.sub("", each)))
    kept = Counter(words_of_draft(draft).split())
    return sorted((said - kept).elements())


def find_torn(content: bytes, draft: str) -> list[str]:
    """Give the sentences of a document that do not stand in its draft as they were, word after word."""
    kept = f" {words_of_draft(draft)} "
    sentences = (each for paragraph in read_paragraphs(content) for each in re.split(r"(?<=[.?!])\s+", paragraph))
    wanted = (
        _LABEL.sub("", each) for each in sentences if len(split_words(each)) > 5 and each.endswith((".", "?", "!"))
    )
    return [each for each in wanted if f" {' '.join(split_words(_TYPED_NUMBER.sub('', each)))} " not in kept]
