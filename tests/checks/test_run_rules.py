"""Findings get their code, severity and place; what is broken is not missing; a rule that fails stops nothing."""

from collections.abc import Iterator

import pytest
from tests.briefs import read_text
from tests.checking import check_text, lines_of

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.policy import Policy
from briefmaker.checks.rule import Rule, rule
from briefmaker.checks.run_rules import MOST_OF_ONE_RULE, run_rules
from briefmaker.checks.sentences import Stretch
from briefmaker.diagnostics import Diagnostic, Fix, Severity
from briefmaker.jobs.checking.gather_checked import gather_checked
from briefmaker.model.settings import Settings


@rule(final=Severity.ERROR)
def find_old(checked: CheckedBrief) -> Iterator[Finding]:
    """Find each word ``old``."""
    for text in checked.texts:
        for sentence in text.sentences:
            for word in text.words_in(sentence):
                if text.quote(word) == "old":
                    yield text.finding(word, "this is old", "say it anew")


@rule()
def fail(checked: CheckedBrief) -> Iterator[Finding]:
    """Find one thing and fail."""
    yield Finding("title", "the title")
    raise KeyError(checked.brief.title)


@rule()
def find_colour(checked: CheckedBrief) -> Iterator[Finding]:
    """Find each word ``color``, and a title that is one letter; both can be mended."""
    for text in checked.texts:
        for token in text.tokens:
            if token.folded == "color":
                yield text.finding(Stretch(token.start, token.end), "this is odd", "mend it", fix="colour")
    if len(checked.brief.title) == 1:
        yield Finding("title", "this says little", fix="Grain")


COLOUR = Rule("STY997", "colour", find_colour, "")
OLD = Rule("STY999", "old", find_old, "")
FAILING = Rule("STY998", "failing", fail, "")


def run(lines: str, *rules: Rule, policy: Policy | None = None) -> tuple[Diagnostic, ...]:
    """Ask some rules about a brief."""
    reading = read_text(lines)
    brief = reading.brief or reading.sound_part
    assert brief is not None
    checked = gather_checked(brief, reading, Settings(), None)
    return run_rules(checked, reading.source, reading.places, policy or Policy(), rules=rules)


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("background: an old port", (1, 16)),
        ('background: "an \\u00e9 old port"', (1, 24)),
        ("background: |\n  The port\n  is *very* **old** [@x].\nsources: {x: {title: X}}", (3, 15)),
        ("background: >\n  The port\n\n  is\n  old indeed", (5, 3)),
        ("background: |\n  - one\n  - an old\n    port", (3, 8)),
        ("background: |\n  | a | b |\n  |---|---|\n  | new | old |", (4, 11)),
        ("agenda:\n  - topic: One\n    lines_to_take: [{text: an old line}]", (3, 31)),
        ("glossary: {PORT: an old port}", (1, 21)),
    ],
)
def test_a_word_is_pointed_at_where_it_was_typed(lines: str, place: tuple[int, int]) -> None:
    """In every style of YAML, after Markdown, in lists and tables, with the line as excerpt."""
    (found,) = run(lines, OLD)
    assert (found.span.line, found.span.column) == place
    assert found.span.end_column == place[1] + len("old")
    assert "old" in found.excerpt
    assert (found.code, found.severity, found.hint) == ("STY999", Severity.WARNING, "say it anew")


def test_a_final_brief_takes_the_rule_more_severely() -> None:
    """As the rule itself says."""
    (found,) = run("title: an old title", OLD, policy=Policy(is_final=True))
    assert found.severity is Severity.ERROR


def test_a_rule_that_fails_is_told_and_the_others_are_asked() -> None:
    """What it found before is kept."""
    found = run("title: an old title", FAILING, OLD)
    assert [each.code for each in found] == ["STY998", "CHK001", "STY999"]
    assert "STY998" in found[1].message
    assert "KeyError at test_run_rules.py:" in found[1].message
    assert found[1].severity is Severity.WARNING


def test_a_rule_that_finds_very_much_is_heard_for_a_while() -> None:
    """Nobody reads ten thousand findings of one kind."""
    found = run(f"background: {'old ' * 1000}", OLD)
    assert len(found) == MOST_OF_ONE_RULE
    assert [each.hint for each in found[-2:]] == [
        "say it anew",
        "say it anew; of one rule no more than 200 findings are told",
    ]


def test_a_field_that_reading_found_wrong_is_not_missing() -> None:
    """The bottom line is there, and not a text; the agenda has a wrong entry, and is left out whole."""
    found = check_text("bottom_line: [x]\nagenda:\n  - {topic: One, minutes: x}", "STR001", "STR002", "STR006")
    assert {each.code for each in found} == {"FLD003", "FLD007", "STR002"}


def test_what_can_be_found_in_the_rest_of_a_broken_file_is_found() -> None:
    """YAML is broken at the top; the source further down is incomplete, and nothing is told to be missing."""
    found = check_text('to: "x\nsources:\n  one: {title: One}\n', "STR", "SRC")
    assert lines_of(found, "SRC002") == [3]
    assert not [each for each in found if each.code.startswith("STR")]


def test_a_stretch_of_an_unknown_field_stands_at_what_is_around_it() -> None:
    """A rule that names a field with no text is heard all the same."""

    @rule()
    def look(checked: CheckedBrief) -> Iterator[Finding]:
        yield Finding("agenda[0].background", checked.brief.title, stretch=Stretch(0, 1))

    (found,) = run("agenda:\n  - topic: One", Rule("STY997", "stray", look, ""))
    assert found.span.line == 2


def test_a_mistake_within_a_text_takes_nothing_away() -> None:
    """What is cited is not there; the words are, and are looked at."""
    (found,) = run("background: an old port [@nowhere]", OLD)
    assert found.span.column == 16
    codes = {each.code for each in check_text("agenda:\n  - topic: One [@nowhere]", "STR006")}
    assert codes == {"REF001", "STR006"}


def test_a_fix_says_what_of_the_typed_value_is_replaced() -> None:
    """In characters of the value, behind the signs of Markdown too; the whole value where there is no stretch."""
    found = run("title: x\nbackground: |\n  A *new* color and **color**\n", COLOUR)
    assert [(each.path, each.fix) for each in found] == [
        ("background", Fix(8, 13, "colour")),
        ("background", Fix(20, 25, "colour")),
        ("title", Fix(0, 1, "Grain")),
    ]


def test_a_stretch_with_signs_of_markdown_within_has_no_fix() -> None:
    """It is told, and left to a person."""
    found = run("background: the col*or* here\n", COLOUR)
    assert [(each.code, each.fix) for each in found] == [("STY997", None)]
