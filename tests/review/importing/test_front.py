"""What a document says of itself on every page and before its text: markings that we do not know are told, titles are found."""

import datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from tests.word_pieces import add, save

from briefmaker.jobs.reviewing.import_word import Imported, import_word

DAY = datetime.date(2026, 11, 2)


def import_draft(document: Document, name: str = "old") -> tuple[Imported, str]:
    """Import a document into the workspace here; gives what is told, and the draft."""
    Path(f"{name}.docx").write_bytes(save(document))
    imported = import_word(f"{name}.docx", date=DAY)
    return imported, imported.brief.read_text("utf-8")


@pytest.mark.usefixtures("workspace")
def test_a_marking_that_no_scheme_has_is_told_and_never_taken_for_a_lower_one() -> None:
    """The tail of ``SENSITIVE BUT UNCLASSIFIED`` is no marking; what the pages say has to be looked at."""
    for at, words in enumerate(("SENSITIVE BUT UNCLASSIFIED", "VS – NUR FÜR DEN DIENSTGEBRAUCH")):
        document = docx.Document()
        document.sections[0].header.paragraphs[0].text = words
        add(document, "Subject: Herring", "# Background", "Catches fell.")
        imported, draft = import_draft(document, f"old-{at}")
        assert "\nmarking:" not in draft
        assert [f"the pages say “{words}”" in each.why for each in imported.told if each.path == "marking"] == [True]
        assert any(words in each.message for each in imported.diagnostics)


@pytest.mark.usefixtures("workspace")
def test_a_title_stands_below_the_lines_of_the_head() -> None:
    """In capitals, or in bold over the headings that are also in bold; to whom it goes stands above it."""
    document = docx.Document()
    add(document, "To:\tthe Minister", "Date:\t3 February 2026", "**HERRING: NEXT STEPS**", "**Issue**", "A quota.")
    assert '\ntitle: "HERRING: NEXT STEPS"\n' in import_draft(document)[1]


@pytest.mark.usefixtures("workspace")
def test_a_title_may_stand_in_a_box_under_the_name_of_the_kind() -> None:
    """As on a flash card, whose head is a table of one cell."""
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = "FLASH CARD"
    cell.add_paragraph("Meeting with the Minister of Fisheries")
    add(document, "**OBJECTIVES**", "- A quota by June.")
    assert "\ntitle: Meeting with the Minister of Fisheries\n" in import_draft(document)[1]


@pytest.mark.usefixtures("workspace")
def test_arguments_for_and_against_are_no_addressees() -> None:
    """``For:`` goes to somebody at the head of a brief only."""
    document = docx.Document()
    add(document, "To: the Minister", "**Issue**", "A quota.", "**Argument**", "6. For: partners. Against: cost.")
    draft = import_draft(document)[1]
    assert "to:\n  - the Minister\n" in draft
    assert "partners" not in draft.split("to:\n")[1].split("\n\n")[0]


@pytest.mark.usefixtures("workspace")
def test_a_table_of_labels_may_have_a_row_over_all_of_it() -> None:
    """As forms of ministries have, with a title across and pairs of labels below."""
    document = docx.Document()
    table = document.add_table(rows=4, cols=4)
    rows = (
        ("Ferries for the north", "", "", ""),
        ("To", "Minister", "Ref", "MB-77"),
        ("From", "T. Ng", "Date", "4 May 2026"),
    )
    for row, cells in zip(table.rows, (*rows, ("Key messages", "They arrive in May.", "", "")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.rows[0].cells[0].merge(table.rows[0].cells[3])
    draft = import_draft(document)[1]
    for line in ("title: Ferries for the north", "reference: MB-77", "date: 2026-05-04", "  - Minister"):
        assert f"\n{line}\n" in draft
