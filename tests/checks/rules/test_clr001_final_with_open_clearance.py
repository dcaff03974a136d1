"""Each state of a clearance, in a final brief and before."""

import pytest
from tests.checking import check_text, places_of

from briefmaker.diagnostics import Severity
from briefmaker.model.people import ClearanceState

OPEN = {"requested", "no-response", "non-concur"}


@pytest.mark.parametrize("state", list(ClearanceState))
def test_three_states_are_open(state: ClearanceState) -> None:
    """Asked, unanswered and refused; information and clearance with edits are not."""
    lines = f"clearances:\n  - {{unit: Legal, state: {state}}}\nstatus: "
    found = check_text(f"{lines}final", "CLR001")
    assert places_of(found, "CLR001") == [(2, "clearances[0].state")] * (state in OPEN)
    assert all(each.severity is Severity.ERROR for each in found)
    assert check_text(f"{lines}in-clearance", "CLR001") == ()
