"""Many briefs are checked in workers with the same findings, in the same order, as in this process."""

from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.checking.asking import USUAL_CHOICE
from briefmaker.jobs.checking.check import check_briefs
from briefmaker.jobs.failures import FindingsError


@pytest.fixture
def many(workspace: Path, brief_file: Path) -> Path:
    """Give a workspace with six briefs, one of them broken."""
    text = brief_file.read_text("utf-8")
    for number in range(5):
        (workspace / "briefs" / f"more-{number}.yaml").write_text(text.replace("Grain", f"Grain {number}"), "utf-8")
    (workspace / "briefs" / "more-2.yaml").write_text("format: 1\ntitel: x\n", "utf-8")
    return workspace


@pytest.mark.usefixtures("many")
def test_workers_find_what_this_process_finds() -> None:
    """The same outcomes in the same order."""
    here = check_briefs([], USUAL_CHOICE)
    assert len(here) == 6
    assert any(outcome.diagnostics for outcome in here)
    assert check_briefs([], USUAL_CHOICE, in_workers_from=6) == here


def test_wrong_settings_are_told_before_any_worker_starts(many: Path) -> None:
    """As they are without workers."""
    (many / "briefmaker.yaml").write_text("paper: a5\n", "utf-8")
    with pytest.raises(FindingsError) as failure:
        check_briefs([], USUAL_CHOICE, in_workers_from=2)
    assert isinstance(failure.value, BriefmakerError)
    assert failure.value.exit_code == 2
