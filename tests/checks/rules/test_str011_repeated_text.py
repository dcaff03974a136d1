"""A long sentence that stands twice where one reader meets both is found at its second place."""

import pytest
from tests.checking import check_text

SENTENCE = "Ask for a date on which the corridor opens again for grain"


def test_it_is_found_within_a_text_and_whatever_is_cited_or_emphasised() -> None:
    """At its own line and column; capitals and full stops make no other sentence."""
    lines = (
        "agenda:\n  - topic: Grain\n    background: |\n"
        f"      {SENTENCE}. It is closed.\n      {SENTENCE.replace('Ask', '*ask*').upper()} [@one]!\n"
        "sources:\n  one: {title: One}\n"
    )
    found = check_text(lines, "STR011")
    assert [(each.span.line, each.path) for each in found] == [(5, "agenda[0].background")]
    assert "`agenda[0].background`" in found[0].message


def test_a_short_sentence_may_come_again() -> None:
    """Eight words are not over eight."""
    lines = (
        "bottom_line: One two three four five six seven eight.\nobjectives: [One two three four five six seven eight]"
    )
    assert check_text(lines, "STR011") == ()
    assert len(check_text(lines.replace("eight", "eight nine"), "STR011")) == 1


def test_readers_of_two_editions_do_not_meet() -> None:
    """Unless an edition has both; what names none is for all."""
    lines = (
        "objectives:\n"
        f"  - {{text: {SENTENCE}, editions: [chair]}}\n"
        f"  - {{text: {SENTENCE}, editions: [{{editions}}]}}\n"
    )
    assert check_text(lines.replace("{editions}", "press"), "STR011") == ()
    assert len(check_text(lines.replace("{editions}", "press, chair"), "STR011")) == 1
    field = f"bottom_line: {SENTENCE}.\nportions: {{bottom_line: {{editions: [press]}}}}\nobjectives: "
    assert check_text(field + f"[{{text: {SENTENCE}, editions: [chair]}}]", "STR011") == ()
    assert len(check_text(field + f"[{SENTENCE}]", "STR011")) == 1


@pytest.mark.parametrize(
    "lines",
    [
        f"implications:\n  - {{statement: One., basis: {SENTENCE}}}\n  - {{statement: Two., basis: {SENTENCE}}}",
        f"participants:\n  - {{name: A, organisation: {SENTENCE}}}\n  - {{name: B, organisation: {SENTENCE}}}",
        f"next_steps:\n  - {{action: One., owner: {SENTENCE}}}\n  - {{action: Two., owner: {SENTENCE}}}",
        f"sources:\n  one: {{title: {SENTENCE}}}\n  two: {{title: {SENTENCE}}}",
        f"agenda:\n  - topic: Grain\n    background: |\n      | A | B |\n      |---|---|\n      | {SENTENCE} | {SENTENCE} |",
        f"bottom_line: {SENTENCE}.\nconsiderations: {SENTENCE}.",
    ],
    ids=["basis", "organisation", "owner", "sources", "table", "not shown"],
)
def test_what_may_stand_twice_is_let_be(lines: str) -> None:
    """Bases, names, sources, cells, and what the template does not show."""
    assert check_text(lines, "STR011") == ()
