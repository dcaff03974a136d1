"""Random scripts that copy, retype, take out and move whole entries come back as entries, or are listed."""

from pathlib import Path

import pytest
from tests.review.entry_scripts import run_entry_scripts

pytestmark = pytest.mark.conformance


def test_scripts_of_whole_entries_come_back(tmp_path: Path) -> None:
    """Nothing is lost, nothing is changed elsewhere; what is not right is listed."""
    tally = run_entry_scripts(range(180), tmp_path)
    assert tally.edits > 300
    assert (tally.lost, tally.elsewhere) == ([], [])
    assert tally.right >= 0.97 * tally.edits
