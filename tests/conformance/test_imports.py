"""Briefs that went through LibreOffice are imported as those that Word wrote: the same fields, no word lost."""

from pathlib import Path

import pytest
from tests.accounting import find_lost, find_torn
from tests.end_to_end.test_libreoffice import save_with_libreoffice
from tests.word_briefs import ALL
from tests.word_pieces import save

from briefmaker.jobs.reviewing.import_word import import_word

pytestmark = pytest.mark.conformance


@pytest.mark.parametrize("name", ["uk_submission", "eu_note", "tracked_changes", "footnotes", "visit_programme"])
def test_a_brief_saved_by_libreoffice_gives_the_same_draft(name: str, workspace: Path) -> None:
    """What is known of it, and how surely, does not depend on the program."""
    before = workspace / f"{name}.docx"
    before.write_bytes(save(ALL[name]()))
    after = save_with_libreoffice(before, "docx")
    first = import_word(before, output=workspace / "briefs" / "before.yaml")
    second = import_word(after, output=workspace / "briefs" / "after.yaml")
    assert [(each.path, each.sure) for each in first.told] == [(each.path, each.sure) for each in second.told]
    text = second.brief.read_text("utf-8")
    assert find_lost(after.read_bytes(), text) == []
    assert find_torn(after.read_bytes(), text) == []
