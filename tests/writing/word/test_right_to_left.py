"""Arabic and Hebrew in Word: a whole document turned around, and a name quoted in a Latin one."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from tests.writing.word.desk import EXAMPLES, open_brief, write_brief
from tests.writing.word.soundness import find_faults

from briefmaker.writing.word import write_word
from briefmaker.writing.word.right_to_left import mark_words
from briefmaker.writing.word.wordml import W, mm

CHART = ".//{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
RIGHT_TO_LEFT = [file for file in EXAMPLES if "language: ar" in file.read_text("utf-8") or file.stem.endswith("-he")]


def open_part(content: bytes, name: str) -> etree._Element:
    """Give one part of a document."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def runs_of(root: etree._Element) -> list[tuple[str, bool]]:
    """Give the words of each run, and whether it says that they run from right to left."""
    return [
        ("".join(text.text or "" for text in run.iter(f"{W}t")), run.find(f"{W}rPr/{W}rtl") is not None)
        for run in root.iter(f"{W}r")
    ]


@pytest.fixture(scope="module", params=RIGHT_TO_LEFT, ids=lambda path: path.stem)
def turned(request: pytest.FixtureRequest) -> bytes:
    """Give each example in Arabic or Hebrew as a Word document."""
    reading, view, template, _ = open_brief(request.param)
    assert view.direction == "rtl"
    return write_word(view, template, fingerprint=reading.fingerprint)


def test_there_are_examples_in_arabic_and_hebrew() -> None:
    """Proves that the tests below look at both."""
    assert len(RIGHT_TO_LEFT) >= 2


@pytest.mark.parametrize("part", ["document", "header1", "header2", "footer1"])
def test_every_paragraph_and_table_is_turned_around(turned: bytes, part: str) -> None:
    """Heads and feet too."""
    root = open_part(turned, f"word/{part}.xml")
    paragraphs = [each for each in root.iter(f"{W}p") if each.find(CHART) is None]
    assert paragraphs
    assert all(each.find(f"{W}pPr/{W}bidi") is not None for each in paragraphs)
    assert all(each.find(f"{W}bidiVisual") is not None for each in root.iter(f"{W}tblPr"))
    assert all(each.find(f"{W}bidi") is not None for each in root.iter(f"{W}sectPr"))


def test_a_chart_stands_in_a_line_from_left_to_right(turned: bytes) -> None:
    """On the leading side, with the indent of what stands around it: in a turned one LibreOffice writes its digits backwards."""
    charts = [each for each in open_part(turned, "word/document.xml").iter(f"{W}p") if each.find(CHART) is not None]
    for each in charts:
        assert each.find(f"{W}pPr/{W}bidi") is None
        assert each.find(f"{W}pPr/{W}jc").get(f"{W}val") == "right"
        indent = each.find(f"{W}pPr/{W}ind")
        assert (indent.get(f"{W}left"), int(indent.get(f"{W}right"))) == ("0", mm(32))


def test_some_right_to_left_example_has_a_chart() -> None:
    """Otherwise the test above would prove nothing."""
    assert any("chart:" in file.read_text("utf-8") for file in RIGHT_TO_LEFT)


def test_words_say_which_way_they_run(turned: bytes) -> None:
    """Every run with a letter from right to left, and none with a Latin letter."""
    runs = runs_of(open_part(turned, "word/document.xml"))
    latin = [words for words, is_turned in runs if is_turned and any("a" <= each.lower() <= "z" for each in words)]
    other = [
        words for words, is_turned in runs if not is_turned and any("\u0590" <= each <= "\u06ff" for each in words)
    ]
    assert (latin, other) == ([], [])
    assert sum(is_turned for _, is_turned in runs) > 50


def test_no_column_is_kept_apart_by_the_margin_of_a_cell(turned: bytes) -> None:
    """LibreOffice does not turn these around, nor what indents a table."""
    root = open_part(turned, "word/document.xml")
    margins = [each.get(f"{W}w") for each in root.iterfind(f".//{W}tblCellMar/{W}right")]
    assert set(margins) == {"0"}
    assert {each.get(f"{W}w") for each in root.iter(f"{W}tblInd")} == {"0"}
    for table in root.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.iterfind(f"{W}tr"):
            spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iterfind(f"{W}tc"))
            assert sum(int(each.get(f"{W}val", "1")) if each is not None else 1 for each in spans) == columns


def test_the_document_is_sound(turned: bytes) -> None:
    """Nothing that it names is missing, nothing stands twice."""
    assert find_faults(turned) == []


def test_letters_are_larger_and_none_is_slanted(turned: bytes) -> None:
    """As on the printed page; letterspacing would tear Arabic letters apart."""
    styles = open_part(turned, "word/styles.xml")
    sizes = [(each.find(f"{W}sz"), each.find(f"{W}szCs")) for each in styles.iter(f"{W}rPr")]
    both = [
        (int(sz.get(f"{W}val", "0")), int(cs.get(f"{W}val", "0")))
        for sz, cs in sizes
        if sz is not None and cs is not None
    ]
    assert both
    assert all(complex_size == size + 2 for size, complex_size in both)
    assert all(each.get(f"{W}val") == "0" for each in styles.iter(f"{W}iCs"))
    assert styles.find(f".//{W}rPr/{W}spacing") is None


def test_a_run_with_tabs_between_its_words_is_cut_at_them() -> None:
    """Nothing of it is lost, and each piece says which way it runs."""
    root = etree.fromstring(
        f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t>شلوم EU</w:t><w:tab/><w:t>سلام</w:t><w:br/></w:r></w:p>'
    )
    mark_words(root, is_right_to_left=True)
    assert runs_of(root) == [("شلوم ", True), ("EU", False), ("سلام", True)]
    assert [child.tag.removeprefix(W) for run in root for child in run if child.tag != f"{W}rPr"] == [
        "tab",
        "t",
        "t",
        "tab",
        "t",
        "br",
    ]
    assert all(run.find(f"{W}rPr/{W}b") is not None for run in root)


def test_an_arabic_name_in_an_english_brief_runs_its_own_way(tmp_path: Path) -> None:
    """Only its words do; the paragraph and the rest of the document stay as they are."""
    content = write_brief(tmp_path, "bottom_line: |\n  Meet **فيصل بن فرحان** (Saudi) and שלום רב today.\n")
    root = open_part(content, "word/document.xml")
    turned = [words for words, is_turned in runs_of(root) if is_turned]
    assert turned == ["فيصل بن فرحان", "שלום רב"]
    assert root.find(f".//{W}bidi") is None
    assert root.find(f".//{W}bidiVisual") is None
    fonts = [run.find(f"{W}rPr/{W}rFonts") for run in root.iter(f"{W}r") if run.find(f"{W}rPr/{W}rtl") is not None]
    assert [each.get(f"{W}cs") if each is not None else None for each in fonts] == [None, "Noto Serif Hebrew"]
    assert [each.get(f"{W}bidi") for each in root.iterfind(f".//{W}rPr/{W}lang")] == ["he-IL"]
    assert open_part(content, "word/styles.xml").find(f".//{W}lang").get(f"{W}val") == "en-GB"  # type: ignore[union-attr]


@pytest.mark.parametrize(("words", "embedded"), [("شلوم", "Noto Naskh Arabic"), ("שלום", "Noto Serif Hebrew")])
def test_a_companion_font_is_embedded_where_its_script_stands(tmp_path: Path, words: str, embedded: str) -> None:
    """And no other, since each adds to the document."""
    file = tmp_path / "brief.yaml"
    file.write_text(f"format: 1\ntemplate: meeting\ntitle: Grain {words}\ndate: 2026-03-02\n", "utf-8")
    reading, view, template, _ = open_brief(file)
    content = write_word(view, template, fingerprint=reading.fingerprint, with_fonts=True)
    fonts = open_part(content, "word/fontTable.xml")
    companions = [each for each in fonts if each.get(f"{W}name", "").startswith("Noto")]
    assert [each.get(f"{W}name") for each in companions if each.find(f"{W}embedRegular") is not None] == [embedded]
