"""Judgements of implications and of weekly entries; an entry that only reports is none."""

from tests.checking import check_text, places_of


def test_each_missing_part_is_told() -> None:
    """At the judgement that lacks it."""
    lines = "implications:\n  - {statement: A, confidence: low}\n  - {statement: B, basis: C}\n  - statement: D"
    assert sorted(places_of(check_text(lines, "PRB002"), "PRB002")) == [
        (2, "implications[0].basis"),
        (3, "implications[1].confidence"),
        (4, "implications[2].basis"),
        (4, "implications[2].confidence"),
    ]


def test_an_entry_that_only_reports_is_no_judgement() -> None:
    """One with a judgement or a likelihood is."""
    lines = "template: weekly\nitems:\n  - {title: A, text: B}\n  - {title: C, likelihood: likely, basis: D}"
    assert places_of(check_text(lines, "PRB002"), "PRB002") == [(4, "items[1].confidence")]
