"""Reads the text of a PDF's pages, each stretch with the marked content that it belongs to, by PDFium."""

import ctypes
from collections.abc import Iterator
from typing import Any

from briefmaker.verifying.limits import MOST_PAGES, UnreadableDocumentError
from briefmaker.verifying.pdf_parts import TextObject

# PDFium gives a hyphen at the end of a line a sign of its own.
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
_LONGEST_NAME = 64


def read_texts(name: str, content: bytes) -> tuple[TextObject, ...]:
    """Give all text of a PDF, page by page, in the order in which it is painted. Raises UnreadableDocumentError."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        if len(document) > MOST_PAGES:
            raise UnreadableDocumentError(f"{name} has {len(document)} pages, more than a brief can have")
        return tuple(text for number in range(len(document)) for text in _read_page(document[number], number + 1))
    except pypdfium2.PdfiumError as broken:
        raise UnreadableDocumentError(
            f"{name} cannot be read: its pages are damaged", "build the document anew"
        ) from broken


def _read_page(page: Any, number: int) -> Iterator[TextObject]:
    import pypdfium2.raw as pdfium

    letters = page.get_textpage()
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        each = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(each) == pdfium.FPDF_PAGEOBJ_TEXT:
            bottom, top = _measure(each)
            marks = _read_marks(each)
            yield TextObject(
                page=number,
                marked_content=pdfium.FPDFPageObj_GetMarkedContentID(each),
                is_artifact="Artifact" in marks,
                text=_read_text(each, letters),
                bottom=bottom,
                top=top,
                is_decoration=marks.get("Artifact") == 0,
            )


def _read_text(each: Any, letters: Any) -> str:
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFTextObj_GetText(each, letters, None, 0)
    buffer = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
    pdfium.FPDFTextObj_GetText(each, letters, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").partition("\0")[0].translate(_HYPHENS)


def _read_marks(each: Any) -> dict[str, int]:
    """Give the names of the marks around a text, with how many properties each has: PDFium does not tell names' values."""
    import pypdfium2.raw as pdfium

    found, size = dict[str, int](), ctypes.c_ulong()
    for index in range(pdfium.FPDFPageObj_CountMarks(each)):
        buffer = (pdfium.FPDF_WCHAR * _LONGEST_NAME)()
        mark = pdfium.FPDFPageObj_GetMark(each, index)
        pdfium.FPDFPageObjMark_GetName(mark, buffer, 2 * _LONGEST_NAME, size)
        name = bytes(buffer).decode("utf-16-le", "replace").partition("\0")[0]
        found[name] = pdfium.FPDFPageObjMark_CountParams(mark)
    return found


def _measure(each: Any) -> tuple[float, float]:
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(each, left, bottom, right, top)
    return bottom.value, top.value
