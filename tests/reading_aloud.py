"""Reads a PDF as a program does that reads it aloud: element after element of its structure tree, with the words of each."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw

Words = dict[tuple[int, int], str]
"""The text of each piece of marked content, by page and number."""


@dataclass
class Element:
    """An element of the tree: its kind (``H1``), what stands in it (elements, words), and what it says of itself."""

    kind: str
    inside: list["Element | str"] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    alt: str = ""
    language: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)

    def __iter__(self) -> Iterator["Element"]:
        """Give the elements inside, at any depth, in the order in which they are read."""
        for each in self.inside:
            if isinstance(each, Element):
                yield each
                yield from each

    def find(self, kind: str) -> list["Element"]:
        """Give the elements of one kind."""
        return [each for each in self if each.kind == kind]

    def words(self, *without: str) -> str:
        """Give what is read of an element, its words parted by blanks; elements of some kinds may be left out."""
        parts = (each if isinstance(each, str) else each.words(*without) for each in self.inside)
        return "" if self.kind in without else " ".join(" ".join(parts).split())

    def outline(self) -> str:
        """Give the kinds of elements inside, as ``L(LI(Lbl LBody) LI(Lbl LBody))``."""
        inside = " ".join(each.outline() for each in self.inside if isinstance(each, Element))
        return f"{self.kind}({inside})" if inside else self.kind


def read_aloud(content: bytes) -> Element:
    """Give the whole document as it is read."""
    with pikepdf.open(BytesIO(content)) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        [document] = pdf.Root.StructTreeRoot.K
        return _read(document, pages, _collect_words(content))


def list_artifacts(content: bytes) -> list[str]:
    """Give what stands on the pages and is not read, piece by piece."""
    unread = (words for (_, number), words in _collect_words(content).items() if number < 0)
    return [piece for words in unread for piece in words.splitlines()]


def _read(element: Any, pages: dict[Any, int], words: Words) -> Element:
    page = pages[element.Pg.objgen] if "/Pg" in element else -1
    attributes = {str(name)[1:]: value for name, value in element.get("/A", pikepdf.Dictionary()).items()}
    read = Element(str(element.S)[1:], attributes=attributes)
    read.alt, read.language = str(element.get("/Alt", "")), str(element.get("/Lang", ""))
    for kid in element.get("/K", []):
        if not isinstance(kid, pikepdf.Dictionary):
            read.inside.append(words[page, int(kid)])
        elif kid.Type == "/MCR":
            read.inside.append(words[pages[kid.Pg.objgen], int(kid.MCID)])
        elif kid.Type == "/OBJR":
            read.links.append(str(kid.Obj.Contents))
        else:
            read.inside.append(_read(kid, pages, words))
    return read


def _collect_words(content: bytes) -> Words:
    words: Words = defaultdict(str)
    for number, page in enumerate(pypdfium2.PdfDocument(content)):
        text = page.get_textpage()
        for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            mark = pypdfium2.raw.FPDFPageObj_GetMarkedContentID(each.raw)
            words[number, mark] += _read_text(each.raw, text.raw) + ("\n" if mark < 0 else "")
    return words


def _read_text(thing: Any, page: Any) -> str:
    length = pypdfium2.raw.FPDFTextObj_GetText(thing, page, None, 0)
    buffer = (ctypes.c_ushort * (length // 2))()
    pypdfium2.raw.FPDFTextObj_GetText(thing, page, buffer, length)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
