"""Where a rule applies: by what the template shows, the brief's language, and whether it was rendered."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import Rule, rule
from briefmaker.model import Brief
from briefmaker.model.lengths import Lengths


def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find nothing."""
    yield from ()


BRIEF = CheckedBrief(
    Brief.model_validate({"format": "1", "template": "x", "title": "X", "date": "2025-10-21", "language": "fr-CA"}),
    shows=("title", "meeting.start", "agenda"),
)


def make(**terms: object) -> Rule:
    """Make a rule on these terms."""
    return Rule("STY999", "x", rule(**terms)(look), "")  # type: ignore[arg-type] # each test gives what it is about


@pytest.mark.parametrize(
    ("shows", "applies"),
    [((), True), (("agenda.lead",), True), (("meeting",), True), (("meeting.end",), False), (("items", "title"), True)],
)
def test_the_template_has_to_show_one_of_the_fields(shows: tuple[str, ...], applies: bool) -> None:
    """The field itself, one around it, or part of it."""
    assert make(shows=shows).applies_to(BRIEF) is applies


@pytest.mark.parametrize(("languages", "applies"), [((), True), (("en", "fr"), True), (("en",), False)])
def test_a_rule_has_data_for_some_languages(languages: tuple[str, ...], applies: bool) -> None:
    """The region does not count."""
    assert make(languages=languages).applies_to(BRIEF) is applies


def test_what_needs_rendering_waits_for_it() -> None:
    """Without pages and lines it is not asked."""
    assert not make(needs_lengths=True).applies_to(BRIEF)
    assert make(needs_lengths=True).applies_to(replace(BRIEF, lengths=Lengths(2, {})))
