"""The house style in a Word template: what is briefmaker's own gives way, what staff chose stays."""

import io
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import RGBColor
from lxml import etree

from briefmaker.model.font_family import COMPANIONS, SOURCE_SANS, FontFace, FontFamily
from briefmaker.model.style import PLAIN_STYLE, Palette
from briefmaker.workspace.workspace import built_in_templates
from briefmaker.writing.word.document import iterate_parts
from briefmaker.writing.word.house import dress, find_font_table, write_colour, write_font_entry
from briefmaker.writing.word.wordml import W

GREEN = replace(PLAIN_STYLE, colours=Palette(accent="#1e5b45", tint="#f3f0e6"))
HARBOUR = FontFamily(
    "Harbour & Sons",
    "Georgia",
    is_serif=True,
    faces=(FontFace(400, False, "one.ttf", b"1"), FontFace(700, False, "two.ttf", b"2")),
)


@pytest.fixture
def template() -> Document:
    """Give the meeting brief's Word template, with a word in a colour and a font that staff chose."""
    document = docx.Document(str(built_in_templates() / "meeting" / "word.docx"))
    run = document.paragraphs[0].add_run("Chosen")
    run.font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    run.font.name = "Garamond"
    return document


def dressed(document: Document, style: object) -> str:
    """Dress a template, and give its styles and body as text."""
    dress(document, iterate_parts(document), style)  # type: ignore[arg-type]  # a style in all tests
    parts = (document.styles.element, *iterate_parts(document))
    return "".join(etree.tostring(part, encoding="unicode") for part in parts)


def test_a_colour_is_written_as_word_writes_it() -> None:
    """Six digits in capitals."""
    assert write_colour("#1b365d") == "1B365D"


def test_colours_give_way_wherever_they_stand(template: Document) -> None:
    """In styles, borders, shading and the heads of pages; one that staff chose stays."""
    everything = dressed(template, GREEN)
    assert "1B365D" not in everything
    assert "EEF1F5" not in everything
    assert everything.count("1E5B45") > 10
    assert 'w:fill="F3F0E6"' in everything
    assert "123456" in everything


def test_small_letters_are_the_same_colour(template: Document) -> None:
    """Other programs write them so."""
    border = f'<w:pBdr xmlns:w="{W[1:-1]}"><w:top w:val="single" w:color="1b365d"/></w:pBdr>'
    template.paragraphs[0]._p.get_or_add_pPr().append(parse_xml(border))
    assert "1b365d" not in dressed(template, GREEN)


def test_two_colours_may_change_places(template: Document) -> None:
    """Each is replaced once, so that none becomes the other's successor."""
    plain = PLAIN_STYLE.colours
    before = dressed(template, PLAIN_STYLE)
    swapped = replace(PLAIN_STYLE, colours=replace(plain, accent=plain.ink, ink=plain.accent))
    after = dressed(template, swapped)
    accent, ink = write_colour(plain.accent), write_colour(plain.ink)
    assert (after.count(accent), after.count(ink)) == (before.count(ink), before.count(accent))


def test_fonts_give_way_and_the_title_turns_bold(template: Document) -> None:
    """The companions for other scripts stay; so does a font that staff chose."""
    everything = dressed(template, replace(PLAIN_STYLE, serif=HARBOUR, display=HARBOUR))
    assert "Source Serif" not in everything
    assert 'w:ascii="Harbour &amp; Sons"' in everything
    assert "Source Sans 3" in everything
    assert "Garamond" in everything
    assert 'w:cs="Noto Naskh Arabic"' in everything
    title = template.styles["Title"].element
    assert [each.tag for each in title.find(f"{W}rPr")][:3] == [f"{W}{name}" for name in ("rFonts", "b", "bCs")]


def test_a_font_of_one_face_is_not_set_in_bold(template: Document) -> None:
    """It is as heavy as it is."""
    single = replace(HARBOUR, faces=HARBOUR.faces[:1])
    dressed(template, replace(PLAIN_STYLE, display=single))
    assert template.styles["Title"].element.find(f"{W}rPr/{W}b") is None


def test_the_font_table_names_what_is_used(template: Document) -> None:
    """With what Word takes instead; a family that is used no more is not named."""
    dressed(template, replace(PLAIN_STYLE, serif=HARBOUR, display=SOURCE_SANS))
    table = etree.fromstring(find_font_table(template).blob)
    names = {str(font.get(f"{W}name")): font.find(f"{W}altName").get(f"{W}val") for font in table}
    companions = {family.name: family.fallback for family in COMPANIONS}
    assert names == {"Harbour & Sons": "Georgia", "Source Sans 3": "Calibri"} | companions
    assert 'w:name="Harbour &amp; Sons"' in write_font_entry(HARBOUR)


def test_a_house_that_sets_nothing_changes_nothing(template: Document) -> None:
    """Not a byte of the template."""
    before, after = io.BytesIO(), io.BytesIO()
    template.save(before)
    dress(template, iterate_parts(template), PLAIN_STYLE)
    template.save(after)
    assert before.getvalue() == after.getvalue()
