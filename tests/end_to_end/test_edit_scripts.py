"""Random edits of reviewers come back to where they belong; all of them are run as a test of conformance."""

from pathlib import Path

from tests.review.running import run_scripts


def test_random_edits_come_back_after_the_brief_has_changed(tmp_path: Path) -> None:
    """With another version in its file: what was not tracked is seen all the same, and nothing is in conflict."""
    tally = run_scripts(range(3000, 3020), tmp_path, is_later=True)
    assert tally.edits > 40
    assert (tally.lost, tally.elsewhere) == ([], [])
    assert tally.right >= 0.99 * tally.edits


def test_random_edits_come_back(tmp_path: Path) -> None:
    """Each in its field with its words, or listed; nothing is lost, and nothing else changes."""
    tally = run_scripts(range(1000, 1040), tmp_path)
    assert tally.edits > 80
    assert (tally.lost, tally.elsewhere) == ([], [])
    assert tally.right >= 0.99 * tally.edits
