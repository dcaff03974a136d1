"""What is asked for when documents are made."""

from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.formats import USUAL_FORMATS, DocumentFormat
from briefmaker.jobs.request import Request, read_paper, refuse_unarchivable
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


def test_only_the_pdf_of_an_archive_is_named_so() -> None:
    """The Word document beside it may go out as ever."""
    request = Request(USUAL_FORMATS, Paper.A4, is_archive=True)
    assert request.name_file("talks", DocumentFormat.PDF) == "talks.archive.pdf"
    assert request.name_file("talks", DocumentFormat.DOCX) == "talks.docx"
    assert [request.makes_archive(each) for each in USUAL_FORMATS] == [True, False]
    assert Request(USUAL_FORMATS, Paper.A4).name_file("talks", DocumentFormat.PDF) == "talks.pdf"


def test_an_archive_without_a_pdf_is_refused() -> None:
    """There is nothing else that it could be."""
    with pytest.raises(BriefmakerError, match="only a PDF"):
        Request((DocumentFormat.DOCX,), Paper.A4, is_archive=True)


def test_an_archive_of_an_edition_is_refused() -> None:
    """The brief's file would tell what the edition withholds."""
    with pytest.raises(BriefmakerError, match="`press` withholds"):
        refuse_unarchivable(USUAL_FORMATS, "press")
