"""Charts take the house style: its colours and its sans serif, on the page and in Word."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from tests.charts import write_figures
from tests.house_style import BRIEF, COLOURS, make_house

from briefmaker import render
from briefmaker.model.style import PLAIN_STYLE, ROLES

USUAL = {getattr(PLAIN_STYLE.colours, role).upper() for role in ROLES}
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a brief with every kind of chart in a house where nothing is as usual, its people with their portraits."""
    root = make_house(tmp_path_factory.mktemp("charts"))
    file = root / "briefs" / "charts.yaml"
    text = BRIEF.format(template="scene-setter", language="")
    file.write_text(f"{text}      None.\n{write_figures()}", "utf-8")
    return file


@pytest.fixture(scope="module")
def parts(brief: Path) -> dict[str, str]:
    """Give the XML parts of its Word document."""
    with zipfile.ZipFile(io.BytesIO(render(brief, "docx"))) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}


def test_marks_and_words_on_the_page_have_the_colours_of_the_house(brief: Path) -> None:
    """Its ink, accent and bar, and paler ones; not one of the usual."""
    page = render(brief, "html").decode()
    drawn = {
        each.upper() for picture in re.findall(r"<svg.*?</svg>", page, re.DOTALL) for each in COLOUR.findall(picture)
    }
    assert {COLOURS[role].upper() for role in ("ink", "accent", "bar")} <= drawn
    assert {each.upper() for each in COLOUR.findall(page)} & USUAL == set()


def test_charts_in_word_have_the_colours_and_the_font_of_the_house(parts: dict[str, str]) -> None:
    """Every colour of the marks and words, and of the squares in the tables below."""
    charts = [text for name, text in parts.items() if name.startswith("word/charts/")]
    assert len(charts) > 8
    fonts = {font for text in charts for font in re.findall(r'typeface="([^"]+)"', text)}
    colours = {f"#{colour}" for text in charts for colour in re.findall(r'srgbClr val="(\w+)"', text)}
    assert fonts == {"Harbour Sans"}
    assert {COLOURS[role].upper() for role in ("ink", "accent", "bar")} <= colours
    assert {each for each in USUAL if f'"{each[1:]}"' in "".join(parts.values())} == set()


def test_no_two_drawings_of_a_document_have_one_number(parts: dict[str, str]) -> None:
    """Of charts, portraits and the logo; Word would call the document damaged."""
    drawings = [drawing for text in parts.values() for drawing in etree.fromstring(text.encode()).iter("{*}docPr")]
    numbers = [drawing.get("id") for drawing in drawings]
    names = {str(drawing.get("name")).split(" ")[0].rpartition(".")[2] for drawing in drawings}
    assert {"Chart", "jpg", "svg"} <= names
    assert len(set(numbers)) == len(numbers)
