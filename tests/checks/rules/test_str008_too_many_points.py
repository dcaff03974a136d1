"""Six points are enough; where the kind of document has a limit of its own, that is told instead."""

from tests.checking import check_text, places_of

from briefmaker.model.limits import Limits
from briefmaker.model.settings import Settings

SEVEN = "[A, B, C, D, E, F, G]"


def test_a_limit_of_the_template_is_told_by_its_own_code() -> None:
    """Once, and not twice."""
    found = check_text(f"agenda:\n  - topic: One\n    lines_to_take: {SEVEN}", "STR008", "LEN003")
    assert [each.code for each in found] == ["LEN003"]


def test_six_are_enough_and_seven_too_many() -> None:
    """Of the key points of a submission, which has no limit for them."""
    lines = "template: submission\nkey_points: "
    assert places_of(check_text(lines + SEVEN, "STR008"), "STR008") == [(2, "key_points")]
    assert check_text(lines + SEVEN.replace(", G", ""), "STR008") == ()


def test_a_limit_of_the_workspace_counts_too() -> None:
    """Who allows ten has said so."""
    settings = Settings(limits={"submission": Limits(entries={"key_points": 10})})
    assert check_text(f"template: submission\nkey_points: {SEVEN}", "STR008", settings=settings) == ()
