"""Links are found in the text as it was typed, at the link and not beside it."""

import pytest
from tests.checking import check_text

AROUND = "template: information\nbackground: {style}\n"


@pytest.mark.parametrize("style", ["|", ">"])
def test_the_place_is_that_of_the_link(style: str) -> None:
    """In literal and folded texts, with emphasis and an escaped bracket before it."""
    lines = (
        AROUND.format(style=style)
        + "  It \\[was\\] *agreed* in May.\n  See it [_here_](https://example.int/a_(b)), please.\n"
    )
    (found,) = check_text(lines, "ACC004")
    assert (found.span.line, found.span.column, found.span.end_column) == (4, 10, 45)


def test_a_bare_address_is_told_without_what_follows_it() -> None:
    """Full stops and brackets are no part of it."""
    lines = AROUND.format(style="|") + "  It was agreed (https://example.int/a), see www.example.int.\n"
    assert [each.message.split("`")[1] for each in check_text(lines, "ACC004")] == [
        "https://example.int/a",
        "www.example.int",
    ]


@pytest.mark.parametrize(
    "words", [r"\[here](there)", "[here] and (there)", "[a@example.int](mailto:a@example.int)", "example.int or x.y"]
)
def test_what_is_no_link_to_the_web_is_let_be(words: str) -> None:
    """Brackets, mail, a name with a full stop in it."""
    assert check_text(f"{AROUND.format(style='|')}  See {words}.\n", "ACC004") == ()


def test_many_brackets_do_not_take_long() -> None:
    """Half a million of them are read in one go; a search that went back for each would not end."""
    lines = AROUND.format(style="|") + "  " + "[a[b]" * 100_000 + " ](\n"
    assert "CHK001" not in {each.code for each in check_text(lines, "ACC004")}
