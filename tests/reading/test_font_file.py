"""Font files as a house has them: those that both documents can hold, and those that one of them cannot."""

import random

import pytest
from fontTools.varLib.instancer import instantiateVariableFont  # noqa: F401 - proves that fontTools is whole
from tests.fonts import make_font, make_postscript_font

from briefmaker.reading.font_file import FontError, read_font

FILE = "SourceSans3-Regular.ttf"


def refuse(content: bytes) -> str:
    """Give the sentence by which a font is refused."""
    with pytest.raises(FontError) as refused:
        read_font(content, "a.ttf")
    assert refused.value.hint
    return str(refused.value)


def test_a_font_says_the_name_that_word_knows_it_by() -> None:
    """And that Word can hold it."""
    font = read_font(make_font(FILE, "Harbour Sans"), "a.ttf")
    assert (font.family, font.ending, font.word_refuses) == ("Harbour Sans", "ttf", "")


def test_a_font_with_outlines_of_postscript_is_for_the_pdf_only() -> None:
    """Word embeds TrueType alone."""
    font = read_font(make_postscript_font(), "a.otf")
    assert font.ending == "otf"
    assert "TrueType" in font.word_refuses


@pytest.mark.parametrize(("permission", "in_word"), [(0, True), (8, True), (4, False), (0x104, False)])
def test_what_its_maker_permits_counts(permission: int, in_word: bool) -> None:
    """Installable and editable fonts may be in both documents, those for viewing only in the PDF."""
    font = read_font(make_font(FILE, "Harbour Sans", permission), "a.ttf")
    assert (font.word_refuses == "") is in_word


def test_a_font_that_may_not_be_passed_on_is_refused() -> None:
    """A PDF could not be made without breaking its licence."""
    assert "may not be put into a document" in refuse(make_font(FILE, "Harbour Sans", 2))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"wOFFxxxx", "WOFF"),
        (b"wOF2xxxx", "WOFF2"),
        (b"ttcfxxxx", "a collection"),
        (b"<svg/>", "not a font"),
        (b"", "not a font"),
        (b"\0\1\0\0", "damaged"),
        (b"OTTO" + bytes(100), "damaged"),
        (make_font(FILE, "Harbour Sans")[:20_000], "damaged"),
    ],
)
def test_what_is_no_font_or_half_of_one_is_refused(content: bytes, told: str) -> None:
    """By what it is, if that can be said."""
    assert told in refuse(content)


def test_a_font_without_plain_letters_is_refused() -> None:
    """A font of symbols would leave every text to another font."""
    assert "no plain letters" in refuse(make_font("NotoSerifHebrew-Regular.ttf", "Harbour Signs"))


def test_a_font_that_varies_is_refused() -> None:
    """Word would show one weight for all."""
    import io

    from fontTools.fontBuilder import FontBuilder
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(make_postscript_font()))
    built = FontBuilder(font=font)
    built.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    written = io.BytesIO()
    font.save(written)
    assert "variable" in refuse(written.getvalue())


def test_any_damage_is_a_refusal_or_a_font() -> None:
    """A hundred fonts, each with its table of contents or its names altered, raise nothing else."""
    chance = random.Random(8)  # noqa: S311 - a fixed choice of places
    content = make_postscript_font()
    refusals = 0
    for _ in range(100):
        damaged = bytearray(content)
        for _ in range(6):
            damaged[chance.randrange(4, len(damaged))] = chance.randrange(256)
        try:
            read_font(bytes(damaged), "a.otf")
        except FontError:
            refusals += 1
    assert refusals > 10
