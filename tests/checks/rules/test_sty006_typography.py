"""Signs are told at their place with a fix; values of facts and sources are left."""

import pytest
from tests.checking import check_text

LINES = """template: information
background: |
  The **ministry's** share - [@grain] - has
  grown "fast" [@daily].
facts:
  - {id: grain, value: 34, unit: "% of 'all'", sources: [daily]}
sources:
  daily: {title: "The 'Daily'", publisher: A, date: 2025-10-02}
"""


def test_each_sign_is_told_at_its_place() -> None:
    """Not within what a fact prints, nor in sources; with what may stand there."""
    found = check_text(LINES, "STY006")
    places = [(each.span.line, each.span.column, each.fix.text if each.fix else None) for each in found]
    assert places == [(3, 17, "’"), (3, 28, "–"), (3, 39, "–"), (4, 9, "“"), (4, 14, "”")]


@pytest.mark.parametrize(
    ("background", "expected"),
    [
        ("5% and 5 % and 6 %", "5 % and 5 % and 6 %"),
        ("5% and 6% and 5 %", "5% and 6% and 5%"),
        ("5% and 6%", "5% and 6%"),
        ("5 % and 6 %", "5 % and 6 %"),
    ],
)
def test_per_cent_signs_are_alike(background: str, expected: str) -> None:
    """The rarer are told; where a brief has one kind only, that is right."""
    mended = background
    for found in reversed(check_text(f"template: information\nbackground: {background}", "STY006")):
        assert found.fix is not None
        mended = mended[: found.fix.start] + found.fix.text + mended[found.fix.end :]
    assert mended == expected


def test_a_fact_decides_where_there_is_one() -> None:
    """Its unit always stands after a blank."""
    lines = "template: information\nbackground: 5% and 6%\nfacts: [{id: a, value: 1, unit: '% of all', sources: []}]"
    assert [each.fix.text for each in check_text(lines, "STY006") if each.fix] == [" %", " %"]
