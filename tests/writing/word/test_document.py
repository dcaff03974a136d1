"""Word documents from view to bytes."""

import io
from pathlib import Path

import docx
import pytest
from lxml import etree
from tests.writing.word.desk import EXAMPLES, open_brief, write_brief
from tests.writing.word.soundness import W, anchored_texts, find_faults, open_parts

from briefmaker.model.settings import Paper
from briefmaker.reading.office_package import read_custom_properties
from briefmaker.writing.word import is_untouched, write_word
from briefmaker.writing.word.anchors import read_anchor_map


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> tuple[Path, bytes]:
    """Give each example with its Word document."""
    reading, view, template, _ = open_brief(request.param)
    return request.param, write_word(view, template, fingerprint=reading.fingerprint)


def test_an_example_is_sound_beyond_its_schema(example: tuple[Path, bytes]) -> None:
    """Every style, list, relationship and link target exists; no id stands twice; each bookmark ends in its paragraph."""
    assert find_faults(example[1]) == []


def test_every_paragraph_that_came_from_the_brief_has_its_field(example: tuple[Path, bytes]) -> None:
    """Each anchor leads to a path, and the text of the anchors together is all that the view took from the brief."""
    file, content = example
    reading, view, _, _ = open_brief(file)
    properties = read_custom_properties(open_parts(content)["docProps/custom.xml"])
    fields = read_anchor_map(properties, f"bf_{reading.fingerprint[:8]}_")
    anchored = anchored_texts(content)
    assert len(anchored) > 30
    assert [name for name, _ in anchored if name not in fields] == []
    by_field = {fields[name]: text for name, text in anchored}
    assert by_field["title"].split() == [*view.title.portion.split(), *view.properties.title.split()]
    assert reading.brief is not None
    filled = [name for name in ("agenda", "items", "implications") if getattr(reading.brief, name)]
    assert filled
    last = {name: f"{name}[{len(getattr(reading.brief, name)) - 1}]." for name in filled}
    assert [name for name in filled if not any(path.startswith(last[name]) for path in by_field)] == []
    assert properties["briefmaker-source"] == reading.fingerprint


def test_the_same_view_gives_the_same_bytes() -> None:
    """Nothing in a document comes from the clock or from chance."""
    reading, view, template, _ = open_brief(EXAMPLES[0])
    first, second = (write_word(view, template, fingerprint=reading.fingerprint) for _ in range(2))
    assert first == second


def test_no_property_is_longer_than_word_keeps(example: tuple[Path, bytes]) -> None:
    """Word cuts custom properties at 255 characters, which would lose anchors."""
    properties = read_custom_properties(open_parts(example[1])["docProps/custom.xml"])
    assert max(len(value) for value in properties.values()) <= 255
    assert len(properties) == len(set(properties))


def test_the_document_says_what_it_is(example: tuple[Path, bytes]) -> None:
    """Title, author, language and marking stand in the properties, and the language is that of all text."""
    _, view, _, _ = open_brief(example[0])
    document = docx.Document(io.BytesIO(example[1]))
    core = document.core_properties
    assert core.title == view.properties.title
    assert core.author == view.properties.author
    assert core.author != "python-docx"
    assert core.language == view.language
    assert core.category == view.properties.marking
    assert (
        core.created.replace(tzinfo=None)
        == view.properties.modified.replace(tzinfo=None) - view.properties.modified.utcoffset()
    )
    language = document.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert language.get(f"{W}{'val' if view.direction == 'ltr' else 'bidi'}") == view.language


def test_headings_are_headings_and_header_rows_repeat(example: tuple[Path, bytes]) -> None:
    """A reader who listens can move by headings, and hears what each column holds."""
    document = docx.Document(io.BytesIO(example[1]))
    names = [paragraph.style.name for paragraph in document.paragraphs]
    assert names.count("Title") + names.count("Lengthy Title") == 1
    with_header = [
        table for table in document.tables if table._tbl.tblPr.find(f"{W}tblLook").get(f"{W}firstRow") == "1"
    ]
    assert with_header
    assert all(table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None for table in with_header)
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for table in with_header for row in table.rows)


@pytest.mark.parametrize(
    "file", [each for each in EXAMPLES if "template: meeting" in each.read_text("utf-8")], ids=lambda path: path.stem
)
def test_a_meeting_brief_has_headings_and_header_rows(file: Path) -> None:
    """Its parts are headings, and its tables say what each column holds."""
    reading, view, template, _ = open_brief(file)
    document = docx.Document(io.BytesIO(write_word(view, template, fingerprint=reading.fingerprint)))
    names = [paragraph.style.name for paragraph in document.paragraphs]
    assert names.count("Numbered Heading") >= 1
    assert names.count("Heading 1") + names.count("Numbered Heading") >= 3
    looks = [table._tbl.tblPr.find(f"{W}tblLook").get(f"{W}firstRow") for table in document.tables]
    assert looks.count("1") >= 5


def test_marking_reference_and_page_fields_run_on_every_page(example: tuple[Path, bytes]) -> None:
    """First and other pages carry the marking at head and foot, the draft notice, and page x of y as fields."""
    _, view, _, _ = open_brief(example[0])
    document = docx.Document(io.BytesIO(example[1]))
    section = document.sections[0]
    for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
        assert view.properties.marking in words_of(part._element)
    for footer in (section.footer, section.first_page_footer):
        fields = [each.text.strip() for each in footer._element.iter(f"{W}instrText")]
        assert fields == ["PAGE", "NUMPAGES"]
    for header in (section.header, section.first_page_header):
        assert view.draft_notice in words_of(header._element)


def words_of(part: etree._Element) -> str:
    """Give the text of a part, tables and all."""
    return "".join(text.text or "" for text in part.iter(f"{W}t"))


@pytest.mark.parametrize(("paper", "width", "height"), [(Paper.A4, 210, 297), (Paper.LETTER, 215.9, 279.4)])
def test_the_text_is_166_mm_wide_on_both_papers(paper: Paper, width: float, height: float) -> None:
    """Line breaks are the same on both papers; only page breaks differ."""
    reading, view, template, _ = open_brief(EXAMPLES[0], paper)
    section = docx.Document(io.BytesIO(write_word(view, template, fingerprint=reading.fingerprint))).sections[0]
    assert (round(section.page_width.mm, 1), round(section.page_height.mm, 1)) == (width, height)
    assert round(section.page_width.mm - section.left_margin.mm - section.right_margin.mm, 1) == 166


def test_a_field_that_is_not_filled_leaves_nothing(tmp_path: Path) -> None:
    """A brief of four lines has a head and no labels without a text, no empty tables."""
    document = docx.Document(io.BytesIO(write_brief(tmp_path, "")))
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.text] == ["Meeting brief", "Grain talks"]
    assert document.tables == []


def test_text_that_looks_like_markup_or_a_tag_stays_as_it_was_typed(tmp_path: Path) -> None:
    """Ampersands, angle brackets, braces and docxtpl's own escapes are words like others."""
    typed = "AT&T <5 R&D {{ view.title }} {% if x %} {_{ }} {# note #} <w:p/> &amp; ]]> \\a"
    content = write_brief(tmp_path, f"bottom_line: |\n  {typed}\nobjectives:\n  - '{typed}'\n")
    texts = [text for _, text in anchored_texts(content)]
    assert texts.count(typed) == 2
    assert find_faults(content) == []


def test_an_edited_document_is_told_from_one_as_briefmaker_wrote_it(tmp_path: Path) -> None:
    """The seal holds for our own bytes, and breaks when another program has saved the file."""
    content = write_brief(tmp_path, "bottom_line: Ask for a date.\n")
    assert is_untouched(content)
    edited = docx.Document(io.BytesIO(content))
    edited.paragraphs[0].add_run("!")
    saved = io.BytesIO()
    edited.save(saved)
    assert not is_untouched(saved.getvalue())
    assert not is_untouched(b"no package")
    assert not is_untouched(content[:-100])


def test_fonts_are_put_inside_when_asked(tmp_path: Path) -> None:
    """Each embedded font comes back whole when its first bytes are combined with the key again."""
    file = tmp_path / "brief.yaml"
    file.write_text("format: 1\ntemplate: meeting\ntitle: T\ndate: 2026-03-02\n")
    reading, view, template, _ = open_brief(file)
    content = write_word(view, template, fingerprint=reading.fingerprint, with_fonts=True)
    parts = open_parts(content)
    fonts = [name for name in parts if name.endswith(".odttf")]
    table = etree.fromstring(parts["word/fontTable.xml"])
    assert len(fonts) == len(
        list(table.iter(f"{W}embedRegular", f"{W}embedBold", f"{W}embedItalic", f"{W}embedBoldItalic"))
    )
    assert len(fonts) >= 8
    embedded = next(table.iter(f"{W}embedRegular"))
    key = bytes.fromhex(embedded.get(f"{W}fontKey").strip("{}").replace("-", ""))[::-1] * 2
    head = bytes(
        byte ^ mask for byte, mask in zip(parts["word/fonts/SourceSerif4-Regular.odttf"][:32], key, strict=True)
    )
    assert head[:4] == b"\x00\x01\x00\x00"
    assert len(content) > 1_000_000 > len(write_word(view, template, fingerprint=reading.fingerprint))
