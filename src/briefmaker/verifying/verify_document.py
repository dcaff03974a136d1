"""Verifies one document: opens it by what it is, runs every check of its format, and gives what came of each."""

from briefmaker.verifying import (
    brief_blocks,
    brief_evidence,
    brief_house,
    brief_origin,
    brief_pages,
    brief_texts,
    chart_numbers,
    pdf_access,
    pdf_content,
    sister_parity,
    word_access,
    word_names,
)
from briefmaker.verifying.check import Check, Document, Result, Subject, run
from briefmaker.verifying.limits import UnreadableDocumentError, check_size
from briefmaker.verifying.read_pdf import read_pdf
from briefmaker.verifying.read_word import read_word

_FAMILIES = (
    brief_blocks.CHECKS,
    brief_texts.CHECKS,
    brief_evidence.CHECKS,
    brief_pages.CHECKS,
    brief_house.CHECKS,
    brief_origin.CHECKS,
    chart_numbers.BRIEF_CHECKS,
    sister_parity.CHECKS,
    pdf_access.CHECKS,
    pdf_content.CHECKS,
    brief_origin.PDF_CHECKS,
    word_access.CHECKS,
    word_names.CHECKS,
    chart_numbers.WORD_CHECKS,
)
ALL_CHECKS: tuple[Check, ...] = tuple(each for family in _FAMILIES for each in family)
_PDF, _ZIP, _OLD_WORD = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def open_document(name: str, content: bytes) -> Document:
    """Read a document back, whatever its name says that it is.

    Raises UnreadableDocumentError, which says why it cannot be read: not a document, damaged, locked, too large, not ours.
    """
    check_size(name, content)
    if content.startswith(_PDF):
        return read_pdf(name, content)
    if content.startswith((_ZIP, _OLD_WORD)):
        return read_word(name, content)
    raise UnreadableDocumentError(
        f"{name} is neither a PDF nor a Word document", "verify what `briefmaker build` wrote"
    )


def verify_document(subject: Subject) -> tuple[Result, ...]:
    """Run all checks for the document's format, and give how each ended, in the order of the manual."""
    return tuple(run(each, subject) for each in ALL_CHECKS if each.fits(subject))
