"""The page of measures is up to date."""

import pytest
from tools.rule_accuracy import PAGE, write_page


@pytest.mark.conformance
def test_the_page_says_what_is_measured_now() -> None:
    """Else `python -m tools.rule_accuracy` writes it."""
    assert PAGE.read_text("utf-8") == write_page()
