"""What is told of the people of distribution lists."""

import textwrap

import pytest

from briefmaker.diagnostics import Code
from briefmaker.reading import read_settings
from briefmaker.reading.settings_file import sound_settings
from briefmaker.view.check_recipients import check_recipients

ANN = "name: Ann, email: ann@example.int"


def tell(lines: str, *, is_sound: bool = True) -> list[tuple[int, int, str, str]]:
    """Give line, column, sentence and hint of what is found in settings."""
    reading = read_settings(textwrap.dedent(lines).encode(), "briefmaker.yaml")
    assert (reading.value is not None) is is_sound, reading.diagnostics
    found = list(check_recipients(sound_settings(reading), reading.places))
    assert {each.code for each in found} <= {Code.SETTINGS_MAIL, Code.FIELD_LANGUAGE}
    return [(each.span.line, each.span.column, each.message, each.hint) for each in found]


def list_with(*people: str, more: str = "") -> str:
    """Give settings with a list of these people, one a line from the fourth on."""
    lines = "".join(f"      - {{{each}}}\n" for each in people)
    return f"distribution_lists:\n  office:\n    people:\n{lines}{more}"


def test_people_who_fit_are_not_told_of() -> None:
    """With all that can be said of somebody, and with the least."""
    all_said = f"{ANN}, clearance: NATO RESTRICTED, caveats: [ATOMAL], language: fr, edition: press, formats: [pdf]"
    more = "marking_scheme: nato\neditions: {press: {shows: [title]}}\n"
    assert tell(list_with(all_said, "name: Bob, email: bob@example.int", more=more)) == []


@pytest.mark.parametrize(
    ("field", "more", "message", "hint"),
    [
        (
            "clearance: NATO RESTRICTD",
            "marking_scheme: nato\n",
            "the scheme NATO has no marking `NATO RESTRICTD`",
            "did you mean `NATO RESTRICTED`?",
        ),
        ("clearance: HUSH", "", "the schemes have no marking `HUSH`", ""),
        ("edition: press", "", "the edition `press` is not defined", "define it under `editions`"),
        (
            "edition: pres",
            "editions: {press: {shows: [title]}}\n",
            "the edition `pres` is not defined",
            "did you mean `press`?",
        ),
        ("language: xx", "", "briefmaker writes no messages in the language `xx`", "choose `ar`"),
        ("formats: []", "", "no format is named", "write [pdf]"),
        ("formats: [pdf, pdf]", "", "a format is named twice", "name each once"),
    ],
)
def test_what_a_person_cannot_have_is_told_at_its_place(field: str, more: str, message: str, hint: str) -> None:
    """With what there is instead."""
    [(line, column, told, advice)] = tell(list_with(f"{ANN}, {field}", more=more))
    assert (line, column) == (4, len(f"      - {{{ANN}, ") + field.index(": ") + 3)
    assert told == message
    assert advice.startswith(hint)


def test_a_caveat_is_one_of_the_scheme_that_the_clearance_is_of() -> None:
    """A scheme that takes caveats which it does not list takes any."""
    [(_, _, message, hint)] = tell(
        list_with(f"{ANN}, clearance: TOP SECRET, caveats: [NOFORM]", more="marking_scheme: us\n")
    )
    assert message.startswith("there is no caveat `NOFORM` in the scheme")
    assert hint == "did you mean `NOFORN`?"
    own = "marking_schemes: {own: {name: Own, levels: [{marking: A, portion: A}], other_caveats: %s}}\n"
    lines = list_with(f"{ANN}, clearance: A, caveats: [B]", more=own % "false")
    assert [each[2] for each in tell(lines)] == ["there is no caveat `B` in the scheme `Own`"]
    assert tell(list_with(f"{ANN}, clearance: A, caveats: [B]", more=own % "true")) == []


def test_two_people_of_one_list_have_two_addresses() -> None:
    """Capitals do not tell addresses apart."""
    told = tell(list_with(ANN, "name: Bob, email: ANN@Example.int"))
    assert [each[:3] for each in told] == [(5, 28, "`ANN@example.int` is on this list already, as Ann")]


def test_a_list_has_somebody_on_it() -> None:
    """Mailing to it would do nothing."""
    told = tell("distribution_lists: {office: {people: []}}")
    assert [each[:3] for each in told] == [(1, 39, "nobody is on the list `office`")]


def test_somebody_may_see_the_same_by_every_list() -> None:
    """Else nobody could know what they may see; the edition and the language may differ."""
    other = f"  embassy:\n    people:\n      - {{{ANN}, edition: press, clearance: NATO SECRET}}\n"
    more = other + "editions: {press: {shows: [title]}}\n"
    assert tell(list_with(f"{ANN}, clearance: NATO SECRET", more=more)) == []
    told = tell(list_with(ANN, more=more))
    assert [each[:3] for each in told] == [(7, 72, "`ann@example.int` may see something else by the list `office`")]


def test_what_is_written_and_wrong_is_not_told_as_if_it_were_not_there() -> None:
    """An edition and a scheme that have errors of their own are told of where they stand."""
    more = "editions: {press: {show: [title]}}\nmarking_schemes: {own: {name: Own}}\nmarking_scheme: own\n"
    assert tell(list_with(f"{ANN}, edition: press, clearance: A, caveats: [B]", more=more), is_sound=False) == []
