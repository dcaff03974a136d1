"""Implications are asked of kinds that show them, a so-what of each judgement and entry."""

from tests.checking import check_text, places_of


def test_a_weekly_brief_is_asked_for_its_entries() -> None:
    """And not for implications, which it does not show."""
    lines = "template: weekly\nitems:\n  - title: One\n  - {title: Two, so_what: Act.}"
    assert places_of(check_text(lines, "STR003"), "STR003") == [(3, "items[0].so_what")]


def test_no_implication_at_all_is_told() -> None:
    """Of a kind that shows them."""
    assert places_of(check_text("title: x", "STR003"), "STR003") == [(1, "implications")]
    assert check_text("template: speaking-points", "STR003") == ()
