"""A clearance is void once the content that it was given to has changed, and stays where nothing was changed that is read."""

import pytest
from tests.briefs import read_text
from tests.checking import check_text, places_of

from briefmaker.diagnostics import Severity
from briefmaker.model.people import ClearanceState
from briefmaker.reading.reading import fingerprint_cleared

LINES = "issue: Ships wait.\nclearances: [{{unit: Legal, state: {state}, of: {of}}}]\nstatus: {status}\n"
ANSWERED = {"cleared", "cleared-with-edits", "information"}


def fingerprint(lines: str) -> str:
    """Give the fingerprint by which the clearances of a brief are judged."""
    reading = read_text(lines)
    assert reading.brief is not None
    return fingerprint_cleared(reading.brief, reading)


@pytest.mark.parametrize("state", list(ClearanceState))
@pytest.mark.parametrize("status", ["draft", "final"])
def test_an_answer_to_other_content_is_void(state: str, status: str) -> None:
    """A warning in a draft, an error in a final brief, where it counts as open too; what was not answered cannot be void."""
    found = check_text(LINES.format(state=state, of="0" * 16, status=status), "CLR001", "CLR003")
    is_answered, is_final = state in ANSWERED, status == "final"
    assert places_of(found, "CLR003") == [(2, "clearances[0].of")] * is_answered
    assert places_of(found, "CLR001") == [(2, "clearances[0].state")] * is_final
    assert {each.severity for each in found} <= {Severity.ERROR if is_final else Severity.WARNING}


@pytest.mark.parametrize("state", sorted(ANSWERED))
def test_an_answer_to_this_content_holds_when_the_brief_is_made_final(state: str) -> None:
    """Status, version and who gets it may change; so may how the file is laid out."""
    of = fingerprint(LINES.format(state=state, of="x", status="draft"))
    final = LINES.format(state=state, of=of.upper(), status="final").replace("Ships wait.", '"Ships wait."  # it said')
    assert check_text(f"version: 7\ndistribution: []\n{final}", "CLR001", "CLR003") == ()
    assert places_of(check_text(final.replace("wait", "sail"), "CLR003"), "CLR003") == [(2, "clearances[0].of")]


def test_an_answer_that_names_no_content_holds() -> None:
    """As it was typed by hand; nobody can tell what it was of."""
    assert check_text("clearances: [{unit: Legal, state: cleared}]\nstatus: final", "CLR001", "CLR003") == ()


def test_the_message_says_what_the_content_is_now() -> None:
    """So that it can be compared."""
    lines = LINES.format(state="cleared", of="0" * 16, status="draft")
    (found,) = check_text(lines, "CLR003")
    assert fingerprint(lines) in found.message
    assert "Legal" in found.message


@pytest.mark.parametrize("fault", ["titel: Grain", "figures: {ships: {x: port, rows: [{a: 1}]}}", "as_of: soon"])
def test_what_cannot_be_read_whole_is_not_called_changed(fault: str) -> None:
    """What is missing from it was not taken out; it is told that it cannot be read."""
    found = check_text(LINES.format(state="cleared", of="0" * 16, status="final") + fault, "CLR001", "CLR003")
    assert [each for each in found if each.code.startswith("CLR")] == []
