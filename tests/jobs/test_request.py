"""What is asked for when documents are made."""

from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.request import read_paper
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
