"""Documents are read from anywhere, and find what belongs to them."""

import hashlib
from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.workspace.documents import find_namesake, find_sister, find_source, read_document


def test_no_more_is_read_than_one_byte_beyond_the_limit(tmp_path: Path) -> None:
    """So that whoever asks can tell that a file is too large."""
    (tmp_path / "a.pdf").write_bytes(bytes(100))
    assert len(read_document(tmp_path / "a.pdf", 10)) == 11


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A file that is not there, and a folder."""
    for path, said in ((tmp_path / "a.pdf", "there is no file"), (tmp_path, "is a folder")):
        with pytest.raises(BriefmakerError, match=said):
            read_document(path, 10)


def test_the_sister_has_the_same_name(tmp_path: Path) -> None:
    """In the other format; other endings have none."""
    for name in ("a.pdf", "a.docx", "b.pdf", "a.html"):
        (tmp_path / name).touch()
    assert find_sister(tmp_path / "a.pdf", "archive") == tmp_path / "a.docx"
    assert find_sister(tmp_path / "a.docx", "archive") == tmp_path / "a.pdf"
    assert find_sister(tmp_path / "b.pdf", "archive") is None
    assert find_sister(tmp_path / "a.html", "archive") is None


def test_a_pdf_for_the_archive_has_the_sister_of_the_other(tmp_path: Path) -> None:
    """A Word document has the PDF that goes out for its sister, and that for the archive where it is alone."""
    for name in ("a.archive.pdf", "a.docx"):
        (tmp_path / name).touch()
    assert find_sister(tmp_path / "a.archive.pdf", "archive") == tmp_path / "a.docx"
    assert find_sister(tmp_path / "a.docx", "archive") == tmp_path / "a.archive.pdf"
    (tmp_path / "a.pdf").touch()
    assert find_sister(tmp_path / "a.docx", "archive") == tmp_path / "a.pdf"


def test_a_brief_is_found_by_the_name_of_its_documents(brief_file: Path, workspace: Path) -> None:
    """With what says that they are not final, or without; one that only begins alike is another."""
    document = workspace / "output" / "a.pdf"
    for name in ("grain", "grain-DRAFT-v2", "grain-REPLACED-v12"):
        assert find_namesake(document, name) == brief_file
    for name in ("grain-2", "grain-DRAFT", "grai", "grain-DRAFT-v2-b"):
        assert find_namesake(document, name) is None


def test_a_brief_is_found_by_its_fingerprint(brief_file: Path, workspace: Path) -> None:
    """In the workspace of the document, or in that of the current folder."""
    fingerprint = hashlib.sha256(brief_file.read_bytes()).hexdigest()
    assert find_source(workspace / "output" / "a.pdf", fingerprint) == brief_file
    assert find_source(Path("elsewhere.pdf"), fingerprint) == brief_file
    assert find_source(workspace / "output" / "a.pdf", "0" * 64) is None
