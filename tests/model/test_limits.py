"""Limits are data, and a workspace changes those of a template one by one."""

import pytest
from pydantic import ValidationError

from briefmaker.model.limits import Limits, TextLimit, combine_limits

USUAL = Limits(
    pages=2,
    lines={"bottom_line": 4},
    text=TextLimit(fields=("issue",), lines=15),
    entries={"agenda": 6, "objectives": 3},
)


def test_without_changes_limits_are_the_template_s() -> None:
    """Nothing else has a limit."""
    assert combine_limits(USUAL, None) == USUAL
    assert combine_limits(USUAL, Limits()) == USUAL


def test_each_limit_that_a_workspace_names_takes_the_place_of_the_template_s() -> None:
    """The others stay, also within one mapping; a new one joins."""
    own = Limits(pages=3, lines={"bottom_line": 6, "issue": 10}, entries={"agenda": 8})
    combined = combine_limits(USUAL, own)
    assert combined.pages == 3
    assert combined.lines == {"bottom_line": 6, "issue": 10}
    assert combined.entries == {"agenda": 8, "objectives": 3}
    assert combined.text == USUAL.text
    assert combine_limits(USUAL, Limits(text=TextLimit(fields=("issue",), lines=20))).text.lines == 20


@pytest.mark.parametrize("wrong", [{"pages": 0}, {"lines": {"bottom_line": "many"}}, {"sheets": 2}])
def test_a_limit_is_a_number_from_one_on(wrong: dict[str, object]) -> None:
    """A limit of nothing, of a word, or of something that is not counted, is refused."""
    with pytest.raises(ValidationError):
        Limits.model_validate(wrong)
