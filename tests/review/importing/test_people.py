"""Who takes part, from tables as people draw them: what heads the columns, or those below it, is nobody's name."""

import docx
import pytest
from docx.table import Table
from tests.review.importing.test_front import import_draft

from briefmaker.jobs.read import read


def _add_row(table: Table, *cells: str, bold: bool = False) -> None:
    for cell, text in zip(table.add_row().cells, cells, strict=True):
        cell.paragraphs[0].add_run(text).bold = bold


@pytest.mark.usefixtures("workspace")
def test_a_first_row_in_bold_is_a_header_in_whatever_words() -> None:
    """A column's name that is not known is still no participant."""
    document = docx.Document()
    document.add_paragraph("Participants", style="Heading 1")
    table = document.add_table(rows=0, cols=2)
    _add_row(table, "Osoba", "Čím je", bold=True)
    _add_row(table, "Jana Nová", "Ministerka")
    brief = read(import_draft(document)[0].brief).brief
    assert brief is not None
    assert [(each.name, each.title) for each in brief.participants] == [("Jana Nová", "Ministerka")]


@pytest.mark.usefixtures("workspace")
def test_a_row_in_bold_across_the_table_heads_those_below_it() -> None:
    """A delegation is nobody's name, and its members are not on the side that was named before."""
    document = docx.Document()
    document.add_paragraph("Participants", style="Heading 1")
    table = document.add_table(rows=0, cols=2)
    _add_row(table, "Our delegation", "", bold=True)
    _add_row(table, "Ann Lee", "Director")
    _add_row(table, "Delegation of Norway", "", bold=True)
    _add_row(table, "Kari Berg", "Minister")
    imported, draft = import_draft(document)
    brief = read(imported.brief).brief
    assert brief is not None
    assert [(each.name, each.side) for each in brief.participants] == [("Ann Lee", "ours"), ("Kari Berg", "theirs")]
    assert "Delegation of Norway" in draft
