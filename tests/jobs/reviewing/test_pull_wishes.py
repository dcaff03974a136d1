"""Wishes of a pull that are misspelt, and documents of other briefs, are told before anything is made of them."""

from pathlib import Path

import pytest
from tests.review.returned import BRIEF, Desk, open_desk_with
from tests.review.word_edits import WordEdit

from briefmaker.diagnostics import BriefmakerError


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a brief in a workspace, and its document."""
    monkeypatch.chdir(tmp_path)
    return open_desk_with(tmp_path)


@pytest.fixture
def opened(desk: Desk) -> WordEdit:
    """Give a copy with one edit of Ann's."""
    edit = desk.edit()
    edit.replace("objectives[0]", "corridor", "canal", "Ann Clearer")
    return edit


def test_an_author_who_tracked_nothing_is_told(desk: Desk, opened: WordEdit) -> None:
    """A misspelt name would take all that was to be rejected; those who are there are named."""
    for wishes in ({"accept": ("ann clearer",)}, {"reject": ("Bob",)}):
        with pytest.raises(BriefmakerError, match="nobody of the name") as told:
            desk.pull(opened, is_applied=True, **wishes)
        assert told.value.hint == "tracked changes are by: `Ann Clearer`"
    assert desk.file.read_text("utf-8") == BRIEF
    assert desk.pull(opened, reject=("Ann Clearer",)).changes == ()


def test_an_author_is_known_by_any_of_the_documents(desk: Desk, opened: WordEdit) -> None:
    """Whoever tracked something in one copy need not have done so in the other."""
    outcome = desk.pull(opened, desk.edit(), reject=("Ann Clearer",))
    assert outcome.changes == ()


def test_a_field_that_there_is_not_is_told(desk: Desk, opened: WordEdit) -> None:
    """One that nobody changed is no mistake: it was perhaps taken before."""
    with pytest.raises(BriefmakerError, match=r"--take names no field `objektives\[0\]`"):
        desk.pull(opened, takes=(("A.docx", "objektives[0]"),))
    assert len(desk.pull(opened, takes=(("A.docx", "objectives[1]"), ("A.docx", "agenda[0]"))).changes) == 1


def test_a_document_of_another_brief_is_refused(desk: Desk, tmp_path: Path) -> None:
    """Or all that it says would be written into the one that somebody named by mistake."""
    folder = tmp_path / "other"
    folder.mkdir()
    example = Path(__file__).parents[3] / "briefs" / "haiti-2025-10-16.yaml"
    other = open_desk_with(folder, example.read_text("utf-8"))
    desk.document = other.document
    with pytest.raises(BriefmakerError, match="is of another brief"):
        desk.pull(desk.edit(), is_applied=True)
    assert desk.file.read_text("utf-8") == BRIEF


def test_a_brief_that_was_edited_much_is_still_the_one(desk: Desk, opened: WordEdit) -> None:
    """A few fields that are as they were are enough."""
    words = ("Hear a date.", "Hear a day."), ("Rates", "Premiums"), ("Ankara", "Odesa"), ("each", "every")
    brief = BRIEF
    for old, new in words:
        brief = brief.replace(old, new)
    desk.file.write_text(brief, "utf-8")
    assert [change.path for change in desk.pull(opened).changes] == ["objectives[0]"]
