"""What is asked for when documents are made."""

from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.request import WantedEdition, read_edition, read_editions, read_paper
from briefmaker.model.settings import Paper
from briefmaker.workspace.workspace import Workspace


def test_a_paper_is_named_or_comes_from_the_settings(tmp_path: Path) -> None:
    """In any case of letters."""
    (tmp_path / "briefmaker.yaml").write_text("paper: letter\n", "utf-8")
    desk = open_desk(Workspace(tmp_path))
    assert read_paper(None, desk) is Paper.LETTER
    assert read_paper("A4", desk) is Paper.A4


def test_an_unknown_paper_is_refused(tmp_path: Path) -> None:
    """With those that are known."""
    with pytest.raises(BriefmakerError, match="no paper `a5`") as refused:
        read_paper("a5", open_desk(Workspace(tmp_path)))
    assert "letter" in refused.value.hint


EDITIONS = "editions:\n  chair: {shows: [title]}\n  press: {shows: [title]}\n"


def test_an_edition_is_named_or_all_are_meant(tmp_path: Path) -> None:
    """Without a name the whole brief is."""
    (tmp_path / "briefmaker.yaml").write_text(EDITIONS, "utf-8")
    desk = open_desk(Workspace(tmp_path))
    assert read_editions(None, desk) == (None,)
    assert read_editions("press", desk) == (WantedEdition("press"),)
    assert read_editions("all", desk) == (
        WantedEdition("chair", is_one_of_all=True),
        WantedEdition("press", is_one_of_all=True),
    )
    assert read_edition(None, desk) is None
    assert read_edition("press", desk) == WantedEdition("press")


@pytest.mark.parametrize(
    ("settings", "name", "message", "hint"),
    [
        (EDITIONS, "pres", "no edition `pres`", "did you mean `press`?"),
        (EDITIONS, "xyz", "no edition `xyz`", "briefmaker.yaml defines `chair` or `press`"),
        ("", "press", "no editions are defined here", "define them under `editions:` in briefmaker.yaml"),
        ("", "all", "no editions are defined here", "define them under `editions:` in briefmaker.yaml"),
    ],
)
def test_an_edition_that_is_not_defined_is_refused(
    tmp_path: Path, settings: str, name: str, message: str, hint: str
) -> None:
    """With those that there are, or where to define them."""
    (tmp_path / "briefmaker.yaml").write_text(settings, "utf-8")
    with pytest.raises(BriefmakerError, match=message) as refused:
        read_editions(name, open_desk(Workspace(tmp_path)))
    assert refused.value.hint == hint


def test_one_document_is_not_of_all_editions(tmp_path: Path) -> None:
    """The Python API renders one at a time."""
    (tmp_path / "briefmaker.yaml").write_text(EDITIONS, "utf-8")
    with pytest.raises(BriefmakerError, match="one edition"):
        read_edition("all", open_desk(Workspace(tmp_path)))
