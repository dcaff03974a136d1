"""Comments in a brief that keep a finding from being told: what they cover, and what is wrong with them."""

import pytest
from tests.checking import check_text, lines_of, places_of

ITEM = "agenda:\n  - topic: One{comment}\n    lines_to_take: [We want a date.]\n"


def test_a_comment_covers_the_field_on_whose_line_it_stands() -> None:
    """And no other: the second source is told."""
    found = check_text(
        """\
        sources:
          one:  # briefmaker: ignore[SRC002] because the archive has it under this title
            title: One
          two:
            title: Two
        """,
        "SRC002",
        "CHK",
    )
    assert [(each.code, each.path) for each in found] == [("SRC002", "sources.two")]


@pytest.mark.parametrize(
    "lines",
    [
        "sources:  # briefmaker: ignore[SRC002] because they are letters\n  one: {title: One}",
        "sources:\n  one: {title: One}  # briefmaker: ignore[incomplete-source] because it is a letter",
        "sources: {one: {title: One}}  # briefmaker:ignore[STR001, SRC002] because it is a letter",
    ],
)
def test_a_field_is_covered_with_all_that_stands_in_it(lines: str) -> None:
    """Also where several names stand on one line, and by the rule's name."""
    assert lines_of(check_text(lines, "SRC"), "SRC002") == []


def test_a_comment_behind_a_block_s_sign_is_one_and_one_within_a_text_is_not() -> None:
    """What stands in the text is the text."""
    text = "their_position: |{comment}\n      They want less.\n"
    lines = f"agenda:\n  - topic: One\n    {text}"
    ignored = lines.format(comment="  # briefmaker: ignore[STR007] because they said so in public")
    assert lines_of(check_text(ignored, "STR007"), "STR007") == []
    within = lines.format(comment="\n      # briefmaker: ignore[STR007] because of this")
    assert lines_of(check_text(within, "STR007", "CHK"), "STR007") == [3]


def test_a_field_that_is_missing_is_ignored_at_its_name() -> None:
    """With nothing behind it but the comment."""
    assert check_text("bottom_line:  # briefmaker: ignore[STR001] because it is told by mouth", "STR001") == ()


def test_a_comment_that_nothing_needs_is_told() -> None:
    """But not while the rule is not asked."""
    lines = "bottom_line: Ask.  # briefmaker: ignore[STR001] because it is told by mouth"
    assert places_of(check_text(lines, "STR001", "CHK"), "CHK002") == [(1, "bottom_line")]
    assert check_text(lines, "STR002", "CHK002", ignore=("STR002",)) == ()


def test_a_comment_without_a_reason_is_told_and_has_its_effect() -> None:
    """The reason is for whoever reads it next."""
    found = check_text("bottom_line:  # briefmaker: ignore[STR001]", "STR001", "CHK")
    assert [each.code for each in found] == ["CHK003"]
    assert found[0].excerpt.startswith("bottom_line:  # brief")
    assert found[0].span.column == 15


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("bottom_line: x  # briefmaker: ignore[STR000] because x", "CHK004"),
        ("bottom_line: x  # briefmaker: ignore because x", "CHK002"),
        ("bottom_line: x  # briefmaker: ignore[] because x", "CHK002"),
        ("# briefmaker: ignore[STR001] because x\nbottom_line: x", "CHK002"),
    ],
)
def test_a_comment_without_effect_is_told(comment: str, code: str) -> None:
    """One that names no rule, an unknown one, or stands at no field."""
    assert [each.code for each in check_text(comment, "STR001", "CHK")] == [code]


def test_a_warning_of_viewing_is_ignored_in_place_too_and_an_error_is_not() -> None:
    """What keeps a brief from being made is told, whatever the comment says."""
    comment = "  # briefmaker: ignore[TPL002, FLD001] because it is kept for later"
    found = check_text(f"considerations: x{comment}\nbottomline: x{comment}", "TPL", "FLD", "CHK")
    assert [each.code for each in found] == ["FLD001"]
    assert [each.code for each in check_text("considerations: x", "TPL")] == ["TPL002"]
