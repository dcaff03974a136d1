"""Where the parts of a document go: into fields that the template prints, and else under their own headings."""

from pathlib import Path

import docx
import pytest
from tests.review.importing.test_front import import_draft
from tests.word_pieces import add, add_table, save

from briefmaker.jobs.read import read
from briefmaker.jobs.reviewing.import_word import import_word


@pytest.mark.usefixtures("workspace")
def test_what_the_template_does_not_print_stands_in_a_section() -> None:
    """People of a note that has no place for them would be lost to its readers."""
    document = docx.Document()
    add(document, "BRIEFING NOTE", "Subject: Herring", "# Background", "Catches fell.", "# Participants")
    add_table(document, ("Name", "Title"), ("Ann Lee", "Minister"))
    add(document, "# Date and time", "6 May 2026, 14:00")
    brief = read(import_draft(document)[0].brief).brief
    assert brief is not None
    assert (brief.template, brief.participants, brief.meeting) == ("information", (), None)
    assert [each.heading for each in brief.sections] == ["Participants", "Date and time"]


@pytest.mark.usefixtures("workspace")
def test_a_card_without_sections_keeps_people_in_their_field() -> None:
    """Nothing else would print them either."""
    document = docx.Document()
    add(document, "Subject: Herring", "# Lines to take", "- Catches fell.", "# Participants")
    add_table(document, ("Name", "Title"), ("Ann Lee", "Minister"))
    Path("card.docx").write_bytes(save(document))
    brief = read(import_word("card.docx", template="speaking-points").brief).brief
    assert brief is not None
    assert [each.name for each in brief.participants] == ["Ann Lee"]


@pytest.mark.usefixtures("workspace")
def test_questions_under_a_heading_that_is_a_label_elsewhere_are_no_clearances() -> None:
    """``Visas`` are clearances in French, unless prose stands under them."""
    document = docx.Document()
    add(
        document,
        "Objet : Entretien",
        "# Contexte",
        "La saison.",
        "# Visas",
        "Les délais sont passés de 45 à 21 jours en été.",
    )
    brief = read(import_draft(document)[0].brief).brief
    assert brief is not None
    assert brief.clearances == ()
