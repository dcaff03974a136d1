"""Hedges in judgements are found; one with a clear equal in the scale says so in capitals or not, and others get no fix."""

import pytest
from tests.checking import check_text

from briefmaker.model.check_settings import CheckSettings, WordChoice

CODE = "PRB004"


def fixes(statement: str, scale: str = "icd-203", likelihood: str = "") -> list[tuple[str, str | None]]:
    """Give what is replaced in a statement, and by what."""
    lines = f"likelihood_scale: {scale}\nimplications:\n  - statement: {statement}\n"
    found = check_text(lines + (f"    likelihood: {likelihood}\n" if likelihood else ""), CODE)
    return [(each.message.split("”")[0].lstrip("“"), each.fix.text if each.fix else None) for each in found]


@pytest.mark.parametrize(
    ("statement", "scale", "expected"),
    [
        ("It is highly likely to pass.", "icd-203", [("highly likely", "very likely")]),
        ("Highly unlikely to pass as it is, it fails.", "icd-203", []),
        ("Highly unlikely, it is said to us.", "icd-203", [("Highly unlikely", "Very unlikely")]),
        ("It is very likely to pass.", "phia", [("very likely", "highly likely")]),
        ("It is all but certain.", "icd-203", [("all but certain", "almost certain")]),
        ("It is improbable that it passes.", "phia", [("improbable", "unlikely")]),
        ("There is a realistic possibility that it passes.", "icd-203", [("realistic possibility", None)]),
        ("There is a remote chance that it passes.", "icd-203", [("remote chance", None)]),
        ("It is quite likely that it passes.", "icd-203", [("quite likely", None)]),
        ("It has about even chance.", "icd-203", [("about even chance", "roughly even chance")]),
        ("It has an about even chance.", "icd-203", [("about even chance", None)]),
        ("It might pass.", "icd-203", [("might", None)]),
        ("It may pass, or could fail.", "phia", [("may", None), ("could", None)]),
        ("It is very likely to pass.", "icd-203", []),
    ],
)
def test_only_a_clear_equal_is_put_instead(statement: str, scale: str, expected: list[tuple[str, str | None]]) -> None:
    """Where ranges agree and the sentence stays whole; never for might, may and could."""
    assert fixes(statement, scale) == expected


def test_the_fix_is_of_the_row_that_the_brief_uses() -> None:
    """Where the sentence stays right by it: nobody says probable to pass."""
    other = "\n  - {statement: Two., likelihood: highly probable}"
    lines = "implications:\n  - statement: It is very probable that one passes." + other
    (found,) = check_text(lines, CODE)
    assert found.fix is not None
    assert found.fix.text == "highly probable"
    (found,) = check_text(lines.replace("It is very probable that one passes", "One is extremely likely to pass"), CODE)
    assert found.fix is None


def test_another_scales_term_beside_ours_is_left_to_the_rule_on_mixed_scales() -> None:
    """One thing is told once."""
    assert fixes("It is highly likely to pass.", likelihood="likely") == []
    lines = "implications: [{statement: It is highly likely to pass., likelihood: likely}]"
    assert [each.code for each in check_text(lines, CODE, "PRB005")] == ["PRB005"]


def test_a_fixed_text_needs_no_more() -> None:
    """Neither this rule nor the next finds anything in what was put instead."""
    lines = "bottom_line: Highly likely, they say to us, is a vote. It is highly unlikely to pass.\n"
    found = check_text(lines, CODE)
    assert found
    for each in reversed(found):
        assert each.fix is not None
        start = len("bottom_line: ")
        lines = lines[: start + each.fix.start] + each.fix.text + lines[start + each.fix.end :]
    assert check_text(lines, CODE, "PRB005") == ()


def test_a_workspace_leaves_a_hedge_out() -> None:
    """By the list ``hedges``."""
    lines = "bottom_line: The deal could collapse."
    assert check_text(lines, CODE)
    words = {"hedges": WordChoice(leave=("could",))}
    assert check_text(lines, CODE, checks=CheckSettings(words=words)) == ()


def test_a_scale_that_is_not_known_is_told_by_another_finding() -> None:
    """Nothing can be outside of it."""
    assert CODE not in {each.code for each in check_text("likelihood_scale: x\nbottom_line: It might pass.", CODE)}
