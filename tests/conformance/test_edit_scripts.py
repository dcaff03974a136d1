"""Five hundred random scripts of edits, some of them saved by LibreOffice, come back to where they belong."""

from pathlib import Path

import pytest
from tests.end_to_end.test_libreoffice import save_with_libreoffice
from tests.review.running import run_scripts

pytestmark = pytest.mark.conformance


def test_five_hundred_scripts_come_back(tmp_path: Path) -> None:
    """At least 99 of 100 edits are right, the rest is listed, none is lost, and not a byte changes elsewhere."""
    tally = run_scripts(range(500), tmp_path)
    assert tally.edits > 1200
    assert (tally.lost, tally.elsewhere) == ([], [])
    assert tally.right >= 0.99 * tally.edits


def test_edits_come_back_from_libreoffice(tmp_path: Path) -> None:
    """The same of documents that LibreOffice opened and saved: it writes runs, styles, lists and revisions its own way."""

    def save(file: Path) -> Path:
        folder = file.parent / file.stem
        folder.mkdir()
        return save_with_libreoffice(file.rename(folder / file.name), "docx")

    tally = run_scripts(range(2000, 2020), tmp_path, save)
    assert tally.edits > 40
    assert (tally.lost, tally.elsewhere) == ([], [])
    assert tally.right >= 0.99 * tally.edits
