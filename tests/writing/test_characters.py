"""Whoever copies a PDF's text, or hears it, gets each letter once, whatever marks stand over it."""

import unicodedata
from collections.abc import Callable

import pypdfium2
from tests.writing.tags.conftest import STYLE

from briefmaker.writing.characters import part_letters
from briefmaker.writing.pdf import write_pdf
from briefmaker.writing.template import Template

DAMMA = "\u064f"
ARABIC = "@font-face { font-family: arabic; src: url(fonts/NotoNaskhArabic-Regular.ttf) } html { font-family: arabic }"


def test_a_letter_is_not_read_again_at_the_mark_that_it_first_bore(make_template: Callable[..., Template]) -> None:
    """WeasyPrint begins at the left, so that the mark stands over alef first."""
    words = f"ت{DAMMA} ت أ{DAMMA}"
    page = f'<html lang="ar" dir="rtl"><title>x</title><body><p>{words}</p></body></html>'
    content = write_pdf(page, make_template(style=STYLE + ARABIC)).content
    read = unicodedata.normalize("NFD", pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range())
    assert (read.count("\u0627"), read.count("ت"), read.count(DAMMA)) == (1, 2, 2)


def test_a_letter_that_was_first_met_with_its_mark_gets_its_own_character() -> None:
    """Before it or after it, as the text runs; a mark that has only its own character stays as it is."""
    assert part_letters({7: "أُ", 3: "", 4: "ت"}, {7}) == {7: DAMMA, 3: "أ"}
    assert part_letters({3: "", 7: "g\u0303", 8: "\u0301"}, {7, 8}) == {7: "\u0303", 3: "g"}


def test_a_letter_that_its_font_draws_with_its_mark_stays_whole() -> None:
    """It is one glyph for both, and takes room of its own."""
    assert part_letters({5: "é", 6: "e\u0301", 7: "lam"}, set()) == {}
