"""Charts in both formats: the same words, numbers, names and colours, sound in the eyes of others, the same bytes each time."""

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from openpyxl import load_workbook
from tests.charts import CHARTS, write_figures
from tests.end_to_end.same_words import (
    C,
    count_words,
    find_missing,
    read_charts,
    read_page_body,
    read_pdf,
    read_pictures,
    read_word,
    read_word_body,
)
from tests.writing.word.desk import HEAD, open_brief

from briefmaker.view.shape import View
from briefmaker.writing.html import write_html
from briefmaker.writing.pdf import write_pdf
from briefmaker.writing.template import Template
from briefmaker.writing.word import write_word

Documents = tuple[View, Template, str, bytes]


@pytest.fixture(scope="module", params=["en-GB", "fr", "es"])
def documents(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Documents:
    """Give view, template, page and Word document of a brief with every kind of chart, in three languages."""
    file = tmp_path_factory.mktemp("charts") / "brief.yaml"
    file.write_text(f"{HEAD}language: {request.param}\n{write_figures()}", "utf-8")
    _, view, template, _ = open_brief(file)
    return view, template, write_html(view, template), write_word(view, template, fingerprint="0" * 64)


def test_page_and_word_document_have_the_same_words_beside_their_charts(documents: Documents) -> None:
    """Captions, tables and notes, word for word."""
    _, _, page, word = documents
    assert count_words(read_page_body(page)) == count_words(read_word_body(word))


def test_every_word_over_a_picture_stands_in_the_chart_of_word(documents: Documents) -> None:
    """Names, numbers, ticks, shares and reference lines; and there is a chart for each picture."""
    view, _, page, word = documents
    pictures, charts = read_pictures(page), read_charts(word, view.language)
    assert len(pictures) == len(charts) == len(CHARTS)
    for picture, chart in zip(pictures, sorted_by_number(word, charts), strict=True):
        assert count_words(picture).keys() <= count_words(chart).keys()
    assert sum(bool(count_words(picture)) for picture in pictures) > 8


def sorted_by_number(word: bytes, charts: list[str]) -> list[str]:
    """Give the charts in the order of their numbers: chart10 after chart9."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        names = sorted(name for name in package.namelist() if name.startswith("word/charts/chart"))
    return [chart for _, chart in sorted(zip(map(number_of, names), charts, strict=True))]


def number_of(name: str) -> int:
    """Give the number of a part: 10 for word/charts/chart10.xml."""
    return int("".join(filter(str.isdigit, name)))


def test_every_text_of_the_view_stands_in_both(documents: Documents) -> None:
    """As often as the view has it."""
    view, template, page, word = documents
    assert find_missing(view, read_word(word)) == []
    assert find_missing(view, read_pdf(write_pdf(page, template).content)) == []


def test_the_sheet_inside_holds_the_data_and_nothing_else(documents: Documents) -> None:
    """Names, series and the reference line, in the cells that the chart refers to; no author, no time."""
    view, _, _, word = documents
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        for number, figure in enumerate(view.figures, start=1):
            chart = figure.chart
            assert chart is not None
            content = package.read(f"word/embeddings/chart{number}.xlsx")
            with zipfile.ZipFile(io.BytesIO(content)) as sheet:
                assert not [name for name in sheet.namelist() if name.startswith("docProps")]
            rows = [list(row) for row in load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)]
            assert [row[0] for row in rows] == [chart.row_title, *chart.categories]
            for column, series in enumerate(chart.series, start=1):
                assert [row[column] for row in rows] == [series.name, *series.values]
            assert len(rows[0]) == 1 + len(chart.series) + (chart.reference is not None)


def test_a_picture_is_a_figure_with_its_alternative_text(documents: Documents) -> None:
    """In the tags of the PDF, and in the description of the drawing in Word, in the same words."""
    view, template, page, word = documents
    wanted = [plain(figure.alt) for figure in view.figures]
    with pikepdf.open(io.BytesIO(write_pdf(page, template).content)) as pdf:
        tagged = [str(each.Alt) for each in iterate_tags(pdf.Root.StructTreeRoot) if each.get("/S") == "/Figure"]
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    described = [each.get("descr") for each in root.iter("{*}docPr")]
    assert tagged == described == wanted
    assert all(len(alt) > 20 for alt in wanted)


def plain(text: object) -> str:
    """Give the words of an alternative text."""
    return "".join(run.text for block in text.blocks for run in block.inlines)  # type: ignore[attr-defined]


def iterate_tags(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Give every structure element under one, in reading order."""
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    found: list[pikepdf.Object] = []
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary):
            found += [kid, *iterate_tags(kid)]
    return found


def test_the_same_brief_gives_the_same_bytes(documents: Documents) -> None:
    """Charts and their sheets too, in both formats."""
    view, template, page, word = documents
    assert write_word(view, template, fingerprint="0" * 64) == word
    assert write_html(view, template) == page
    assert write_pdf(page, template).content == write_pdf(page, template).content


def test_a_chart_in_word_has_no_title_and_marks_the_highlighted_rows(documents: Documents) -> None:
    """The caption is a paragraph; a highlighted bar has a point of its own with the navy of the page."""
    _, _, page, word = documents
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        chart = etree.fromstring(package.read("word/charts/chart1.xml"))
    assert chart.find(f".//{C}autoTitleDeleted").get("val") == "1"  # type: ignore[union-attr]
    (point,) = chart.iter(f"{C}dPt")
    assert point.find(f"{C}idx").get("val") == "1"  # type: ignore[union-attr]
    assert point.find(".//{*}srgbClr").get("val") == "1B365D"  # type: ignore[union-attr]
    assert 'fill="#1b365d"' in page


def test_a_brief_from_right_to_left_has_its_charts_mirrored(tmp_path: Path) -> None:
    """Marks count from the right on the page; in Word the axes are reversed."""
    import dataclasses

    file = tmp_path / "brief.yaml"
    file.write_text(f"{HEAD}{write_figures(('bars of two years', 'a pie', 'lines'))}", "utf-8")
    _, view, template, _ = open_brief(file)
    turned = dataclasses.replace(view, direction="rtl")
    assert write_html(turned, template) != write_html(view, template).replace('dir="ltr"', 'dir="rtl"')
    with zipfile.ZipFile(io.BytesIO(write_word(turned, template, fingerprint="0" * 64))) as package:
        chart = etree.fromstring(package.read("word/charts/chart1.xml"))
    assert {each.get("val") for each in chart.iter(f"{C}orientation")} == {"maxMin"}
