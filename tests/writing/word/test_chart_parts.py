"""Charts in the package of a Word document: each with its own part, its sheet and its drawing."""

import io
import zipfile
from pathlib import Path

from lxml import etree
from tests.charts import write_figures
from tests.writing.word.desk import write_brief

RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def test_every_drawing_leads_to_its_chart_and_every_chart_to_its_sheet(tmp_path: Path) -> None:
    """In the order of the brief, with numbers of their own."""
    word = write_brief(tmp_path, write_figures(("columns", "a pie")))
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        document = etree.fromstring(package.read("word/document.xml"))
        targets = {
            each.get("Id"): each.get("Target")
            for each in etree.fromstring(package.read("word/_rels/document.xml.rels"))
        }
        drawn = [targets[each.get(f"{RELATIONSHIPS}id")] for each in document.iter("{*}chart")]
        assert drawn == ["charts/chart1.xml", "charts/chart2.xml"]
        for number in (1, 2):
            sheet = f"../embeddings/chart{number}.xlsx".encode()
            assert sheet in package.read(f"word/charts/_rels/chart{number}.xml.rels")
            assert zipfile.is_zipfile(io.BytesIO(package.read(f"word/embeddings/chart{number}.xlsx")))
    ids = [each.get("id") for each in document.iter("{*}docPr")]
    assert len(set(ids)) == len(ids) == 2


def test_braces_in_an_alternative_text_are_no_tags(tmp_path: Path) -> None:
    """What a brief says is never run."""
    word = write_brief(tmp_path, "figures: {f: {chart: bar, alt: 'Say {{ view.title }} & <b>', rows: [{a: b, c: 1}]}}")
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    assert [each.get("descr") for each in document.iter("{*}docPr")] == ["Say {{ view.title }} & <b>"]


def test_a_document_without_a_chart_has_no_part_for_one(tmp_path: Path) -> None:
    """A table alone needs none."""
    word = write_brief(tmp_path, "figures: {f: {rows: [{a: b, c: '1'}]}}")
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        assert not [name for name in package.namelist() if "chart" in name or "embeddings" in name]


def test_a_chart_stands_in_the_paragraph_of_its_caption(tmp_path: Path) -> None:
    """Under the words, on a line that grows with it, so that no page ends between them; without a caption it stands alone."""
    word = write_brief(
        tmp_path,
        "figures: {f: {chart: bar, caption: Ports, rows: [{a: b, c: 1}]}, g: {chart: bar, rows: [{a: b, c: 1}]}}",
    )
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    first, second = (next(chart.iterancestors("{*}p")) for chart in document.iter("{*}chart"))
    words = "".join(text.text or "" for text in first.iter("{*}t"))
    assert "Ports" in words
    assert [each.get(f"{first.nsmap['w'].join('{}')}lineRule") for each in first.iter("{*}spacing")] == ["atLeast"]
    assert [len(list(each.iter("{*}chart"))) for each in (first, second)] == [1, 1]
