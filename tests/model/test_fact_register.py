"""Phrases of a register are read whole or refused."""

import pytest

from briefmaker.model.fact_register import read_phrase


def test_a_phrase_is_read_part_by_part() -> None:
    """Each part with its alternatives."""
    assert read_phrase("the (NATO|) {value}") == (("the ",), ("NATO", ""), (" ",), ("{value}",))


@pytest.mark.parametrize(
    "phrase", ["(a|b", "a)", "a|b", "{x} y", "{value", "((a))", "()", "...", "", "(a+)+" + "b" * 400]
)
def test_what_cannot_be_looked_for_is_refused(phrase: str) -> None:
    """A bracket or a bar that is left over, another slot, no word, too long."""
    with pytest.raises(ValueError):  # noqa: PT011 - the phrase itself is the message
        read_phrase(phrase)
