"""The contact sheets of the gallery show every page of every document."""

from pathlib import Path

from tools.gallery import GAP, PAGES_A_ROW, SHEET_WIDTH, list_examples, make_sheet

from briefmaker import render


def test_a_sheet_has_a_row_for_each_document(brief_file: Path) -> None:
    """Twice the document is twice the height; the paper keeps its proportions."""
    pdf = render(brief_file, "pdf")
    one, two = make_sheet([pdf]), make_sheet([pdf, pdf])
    page_width = (SHEET_WIDTH - GAP) // PAGES_A_ROW - GAP
    assert one.width == two.width == SHEET_WIDTH
    assert abs(one.height - 2 * GAP - page_width * 297 / 210) <= 2
    assert two.height - GAP == 2 * (one.height - GAP)
    assert len(one.convert("L").getcolors() or []) > 2


def test_every_example_is_shown() -> None:
    """The flagship is among them, the schema is not."""
    names = [example.name for example in list_examples()]
    assert "nato-us-2025-10-22.yaml" in names
    assert all(name.endswith(".yaml") for name in names)
