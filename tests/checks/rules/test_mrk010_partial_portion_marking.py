"""Lists in which some entries are marked, in schemes that ask for it and in others."""

import pytest
from tests.checking import check_text, places_of

LINES = """\
marking: {marking}
objectives:
  - {{text: One, marking: {low}}}
  - Two
agenda:
  - topic: One
  - topic: Two
"""


@pytest.mark.parametrize(
    ("marking", "low", "is_told"), [("SECRET", "UNCLASSIFIED", True), ("NATO SECRET", "NATO UNCLASSIFIED", False)]
)
def test_only_a_scheme_that_marks_every_portion_asks(marking: str, low: str, is_told: bool) -> None:
    """A list without any marked entry is marked by what is around it."""
    found = check_text(LINES.format(marking=marking, low=low), "MRK010")
    assert places_of(found, "MRK010") == [(4, "objectives[1]")] * is_told
