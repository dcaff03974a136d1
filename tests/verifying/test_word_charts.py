"""The charts of a Word document are read with their workbooks, and a workbook that cannot be read is told."""

import pytest
from tests.verifying.planting import CHART, SHEET, WORKBOOK, make_word, pack, unpack

from briefmaker.reading import unpacking
from briefmaker.verifying import word_charts
from briefmaker.verifying.word_charts import list_places, read_charts
from briefmaker.verifying.word_package import open_word


def read_changed(**parts: bytes) -> list[str]:
    """Give the faults of the chart when the sheet of its workbook has other parts."""
    package = unpack(make_word())
    package[WORKBOOK] = pack(unpack(package[WORKBOOK]) | parts)
    return [chart.fault for chart in read_charts(open_word("a.docx", pack(package)))]


def test_a_chart_has_its_series_and_cells() -> None:
    """The reference line is a series of its own; each value is a cell's."""
    (chart,) = read_charts(open_word("a.docx", make_word()))
    assert (chart.part, chart.fault, chart.is_shown) == (CHART, "", True)
    assert {each.name.points[0] for each in chart.series} == {"Before the storm", "After the storm", "Break even: 300"}
    assert chart.series[0].categories.points == ("Piraeus", "Volos", "Patras")
    assert (chart.cells["A2"], chart.cells["B1"], chart.cells["C2"]) == ("Piraeus", "Before the storm", "633")


def test_a_chart_that_nothing_shows_is_read_too() -> None:
    """It would lie in the file unseen."""
    package = unpack(make_word())
    package["word/charts/chart7.xml"] = package[CHART]
    charts = read_charts(open_word("a.docx", pack(package)))
    assert [(each.part, each.is_shown, each.fault) for each in charts] == [
        (CHART, True, ""),
        ("word/charts/chart7.xml", False, "it leads to no workbook"),
    ]


@pytest.mark.parametrize(
    ("formula", "places"),
    [
        ("Sheet1!$B$2:$B$4", ["B2", "B3", "B4"]),
        ("Sheet1!$C$1", ["C1"]),
        ("Sheet1!$B$2:$C$4", []),
        ("NOW()", []),
        ("", []),
    ],
)
def test_a_formula_names_cells_of_one_column(formula: str, places: list[str]) -> None:
    """Or none that a chart of ours could have."""
    assert list_places(formula) == places


def test_texts_that_a_workbook_shares_are_read() -> None:
    """As Excel saves them."""
    package = unpack(make_word())
    sheet = unpack(package[WORKBOOK])
    old = b't="inlineStr"><is><t xml:space="preserve">Volos</t></is>'
    assert old in sheet[SHEET]
    sheet[SHEET] = sheet[SHEET].replace(old, b't="s"><v>0</v>')
    space = word_charts.SHEET[1:-1].encode()
    sheet["xl/sharedStrings.xml"] = b'<sst xmlns="%s"><si><t>Volos</t></si></sst>' % space
    package[WORKBOOK] = pack(sheet)
    (chart,) = read_charts(open_word("a.docx", pack(package)))
    assert chart.cells["A3"] == "Volos"


def test_a_workbook_that_is_damaged_or_huge_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not unpacked; the rest of the document is still read."""
    (fault,) = read_changed(**{SHEET: b"<worksheet"})
    assert fault == f"{WORKBOOK} is not a workbook that can be read"
    package = open_word("a.docx", make_word())
    monkeypatch.setattr(unpacking, "LARGEST_INSIDE", 100)
    assert [chart.fault for chart in read_charts(package)] == [fault]
