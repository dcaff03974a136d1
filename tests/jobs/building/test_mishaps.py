"""A brief whose making did not come to its end is told with the cause and what to do."""

from pathlib import Path

import pytest

from briefmaker.batch.done import Cause, Failure
from briefmaker.diagnostics import Code
from briefmaker.jobs.building.mishaps import tell_mishap


@pytest.mark.parametrize(
    ("cause", "code", "hint"),
    [
        (Cause.DEADLINE, Code.RUN_DEADLINE, "--deadline"),
        (Cause.MEMORY, Code.RUN_MEMORY, "--memory"),
        (Cause.KILLED, Code.RUN_KILLED, "once more"),
        (Cause.RAISED, Code.RUN_RAISED, "report it"),
    ],
)
def test_each_cause_has_its_code_and_says_what_to_do(cause: Cause, code: Code, hint: str) -> None:
    """At the brief's file."""
    found = tell_mishap(Path("briefs/a.yaml"), Failure(cause, "it ended"))
    assert (found.code, found.file) == (code, "briefs/a.yaml")
    assert found.message == "the brief was not finished: it ended"
    assert hint in found.hint


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("/opt/venv/lib/python3.11/site-packages/weasyprint/draw.py:7", "weasyprint/draw.py:7"),
        ("/somewhere/src/briefmaker/view/a.py:9", "briefmaker/view/a.py:9"),
        ("/elsewhere/a.py:1", "/elsewhere/a.py:1"),
    ],
)
def test_the_place_in_the_code_is_told_from_its_package_on(place: str, shown: str) -> None:
    """Not where the user happens to have installed it."""
    found = tell_mishap(Path("a.yaml"), Failure(Cause.RAISED, "KeyError: 'a'", place))
    assert found.message == f"the brief was not finished: KeyError: 'a', raised at {shown}"
