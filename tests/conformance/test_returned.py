"""Documents that LibreOffice merely saved bring nothing back; what is written is valid after all that anchors add."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.review.returned import write_document
from tests.writing.word.desk import EXAMPLES

from briefmaker.jobs.reviewing.pull import PullWishes, pull_documents

pytestmark = pytest.mark.conformance


def test_what_libreoffice_saved_changes_nothing(tmp_path: Path) -> None:
    """For every example: it writes runs, lists, styles and page numbers anew, and not a word is anybody's edit."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is needed for the tests: install libreoffice-writer"
    files = [tmp_path / f"{file.stem}.docx" for file in EXAMPLES]
    for file, copy in zip(EXAMPLES, files, strict=True):
        copy.write_bytes(write_document(file))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "saved")]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
    for file, copy in zip(EXAMPLES, files, strict=True):
        outcome = pull_documents([tmp_path / "saved" / copy.name], file, PullWishes())
        assert (file.stem, outcome.changes, outcome.leftovers) == (file.stem, (), ())
        assert outcome.after == outcome.before
