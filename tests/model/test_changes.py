"""What a brief is compared with is written as one word, or with why."""

import pytest
from pydantic import ValidationError

from briefmaker.model.changes import AUTO, Changes


@pytest.mark.parametrize("written", ["auto", "HEAD~3", "weekly-2025-10-13.yaml"])
def test_one_word_is_what_to_compare_with(written: str) -> None:
    """The same as under ``since``."""
    assert Changes.model_validate(written) == Changes.model_validate({"since": written})


def test_without_a_word_it_is_what_was_issued_last() -> None:
    """Own words alone are enough."""
    assert Changes.model_validate({"why": "It moved."}) == Changes(since=AUTO, why="It moved.")


def test_a_list_is_refused() -> None:
    """As is any other kind of thing."""
    with pytest.raises(ValidationError):
        Changes.model_validate(["auto"])
