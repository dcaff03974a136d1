"""What `portions` and `editions` may name, and facts that stand above their text."""

import pytest
from tests.briefs import look_at

from briefmaker.diagnostics import Code
from briefmaker.model import AgendaItem, Brief
from briefmaker.model.editions import Edition
from briefmaker.model.settings import Settings
from briefmaker.view.check_portions import list_portion_fields

EDITIONS = Settings(editions={"chair": Edition(shows=("title",)), "press": Edition(shows=("title",))})


def tell(lines: str, settings: Settings | None = None) -> list[tuple[Code, int, str]]:
    """Give code, line and hint of what is found."""
    found = look_at(lines, settings=settings).diagnostics
    return [(each.code, each.span.line, each.hint) for each in found]


def test_a_name_that_is_no_field_is_told_at_its_line() -> None:
    """With the field that was probably meant; within an entry, those of the entry."""
    agenda = "agenda:\n  - topic: A\n    portions: {backgruond: NATO SECRET}\n"
    lines = "marking: NATO SECRET\nportions:\n  titel: NATO SECRET\n" + agenda
    assert tell(lines) == [
        (Code.MARKING_PORTION_UNKNOWN, 3, "did you mean `title`?"),
        (Code.MARKING_PORTION_UNKNOWN, 6, "did you mean `background`?"),
    ]


def test_an_entry_of_a_list_is_not_named_by_its_place() -> None:
    """The place changes when another entry is put before it."""
    ((code, line, hint),) = tell("marking: NATO SECRET\nportions:\n  agenda[0].background: NATO SECRET\n")
    assert (code, line) == (Code.MARKING_PORTION_UNKNOWN, 3)
    assert hint == "an entry of a list says so itself: give it a `marking`, or `portions` of its own"


def test_fields_and_terms_that_are_there_can_be_named() -> None:
    """Also those of the parts that stand in no list."""
    lines = "marking: NATO SECRET\nglossary: {U.N.: United Nations}\nportions:\n"
    names = (
        "title",
        "meeting",
        "meeting.last_met.place",
        "decision.ask",
        "glossary",
        "glossary.U.N.",
        "agenda",
        "version",
    )
    assert tell(lines + "".join(f"  {name}: NATO SECRET\n" for name in names)) == []


@pytest.mark.parametrize("name", ["format", "marking", "portions", "editions", "agenda.topic", "figures.f.caption"])
def test_what_steers_or_says_so_itself_cannot_be_named(name: str) -> None:
    """A marking there would have no effect."""
    assert name not in list_portion_fields(Brief)
    assert {"topic", "background", "lines_to_take"} < set(list_portion_fields(AgendaItem))


def test_an_edition_that_is_not_defined_is_told_where_it_is_named() -> None:
    """In an entry and under `portions`; a workspace without editions cannot tell."""
    lines = "objectives: [{text: A., editions: [chiar]}]\nportions: {title: {editions: [press, pres]}}\n"
    found = [each for each in tell(lines, EDITIONS) if each[0] is Code.EDITION_NAME_UNKNOWN]
    assert sorted(found) == [
        (Code.EDITION_NAME_UNKNOWN, 1, "did you mean `chair`?"),
        (Code.EDITION_NAME_UNKNOWN, 2, "did you mean `press`?"),
    ]
    assert all(code is Code.EDITION_UNKNOWN for code, _, _ in tell(lines))


def test_a_fact_above_the_text_it_is_printed_in_is_an_error() -> None:
    """The mark beside the text would be too low; a fact without a marking of its own does not say that it is higher."""
    fact = "facts: [{{id: share, value: 3 {}}}]\nmarking: NATO SECRET\n"
    text = 'objectives:\n  - {text: "Say [@share].", marking: NATO RESTRICTED}\n'
    assert tell(fact.format(", marking: NATO SECRET") + text) == [
        (Code.MARKING_FACT_ABOVE, 4, "mark the text NATO SECRET too, or leave the fact out of it")
    ]
    assert tell(fact.format(", marking: NATO RESTRICTED") + text) == []
    assert tell(fact.format("") + text) == []
