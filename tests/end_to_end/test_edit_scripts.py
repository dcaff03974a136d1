"""Random edits of reviewers come back to where they belong; all of them are run as a test of conformance."""

from pathlib import Path

from tests.review.running import run_scripts


def test_random_edits_come_back(tmp_path: Path) -> None:
    """Each in its field with its words, or listed; nothing is lost, and nothing else changes."""
    tally = run_scripts(range(1000, 1040), tmp_path)
    assert tally.edits > 80
    assert (tally.lost, tally.elsewhere) == ([], [])
    assert tally.right >= 0.99 * tally.edits
