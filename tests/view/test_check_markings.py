"""What is told of a brief's markings: words that the scheme has not, portions above the whole, caveats that do not fit."""

from textwrap import dedent

import pytest
from tests.briefs import look_at

from briefmaker.diagnostics import Code, Severity
from briefmaker.model.settings import Settings


def tell(lines: str, scheme: str | None = None) -> list[tuple[Code, int, str]]:
    """Give code, line and hint of what is found in a brief, in the order in which it is found."""
    viewing = look_at(lines, settings=Settings(marking_scheme=scheme))
    return [(found.code, found.span.line, found.hint) for found in viewing.diagnostics]


@pytest.mark.parametrize(
    ("lines", "scheme", "hint"),
    [
        ("marking: NATO UNCLASIFIED", None, "did you mean `NATO UNCLASSIFIED`?"),
        ("marking: nato unclassified", None, "did you mean `NATO UNCLASSIFIED`?"),
        ("marking: SECRET", "nato", "did you mean `NATO SECRET`?"),
        ("marking: Hush", "uk", "choose `OFFICIAL`, `OFFICIAL-SENSITIVE`, `SECRET` or `TOP SECRET`"),
    ],
)
def test_an_unknown_marking_is_told_with_those_there_are(lines: str, scheme: str | None, hint: str) -> None:
    """Of the workspace's scheme, or of any."""
    assert tell(lines, scheme) == [(Code.MARKING_UNKNOWN, 1, hint)]


def test_an_unknown_portion_is_told_also_in_an_unmarked_brief() -> None:
    """It is not recommended as the brief's own marking."""
    portion = "objectives: [{text: Listen., marking: NATO RESTRICTD}]"
    told = [(Code.MARKING_UNKNOWN, 1, "did you mean `NATO RESTRICTED`?")]
    assert tell(portion) == told
    assert tell(f"{portion}\nmarking: NATO SECRET") == told


def test_a_portion_above_the_brief_is_an_error_at_its_line() -> None:
    """Each one is told, those at or below the brief's own are not."""
    lines = dedent("""
        marking: NATO RESTRICTED
        objectives:
          - {text: Low., marking: NATO UNCLASSIFIED}
          - {text: Same., marking: NATO RESTRICTED}
          - {text: Above., marking: NATO CONFIDENTIAL}
        sources:
          paper: {title: Paper, marking: COSMIC TOP SECRET}
    """)
    viewing = look_at(lines)
    assert viewing.view is None
    assert [(found.code, found.path, found.span.line) for found in viewing.diagnostics] == [
        (Code.MARKING_PORTION_ABOVE, "objectives[2].marking", 5),
        (Code.MARKING_PORTION_ABOVE, "sources.paper.marking", 7),
    ]
    assert viewing.diagnostics[0].message.endswith("above the brief's own NATO RESTRICTED")


@pytest.mark.parametrize("scheme", [None, "nato"])
def test_a_marked_portion_in_an_unmarked_brief_is_an_error(scheme: str | None) -> None:
    """The hint says which marking the brief needs at least."""
    told = tell("objectives: [{text: Listen., marking: NATO UNCLASSIFIED}]", scheme)
    hint = "add `marking: NATO UNCLASSIFIED` to the brief, or a higher one"
    assert told == [(Code.MARKING_PORTION_ABOVE, 1, hint)]


def test_a_marking_that_a_page_has_no_room_for_is_told() -> None:
    """Caveats join the marking; what they add up to has to fit the head and foot of each page."""
    fitting = "marking: NATO SECRET\nhandling: [RELEASABLE TO PARTNERS OF THE CORRIDOR]\n"
    assert tell(fitting) == []
    told = [(Code.MARKING_TOO_LONG, 2, "shorten the caveats, or give some in the text")]
    assert tell(f"marking: NATO SECRET\nhandling: [{'RELEASABLE ' * 12}]\n") == told


@pytest.mark.parametrize(
    ("lines", "line", "hint"),
    [
        ("marking: SECRET\nhandling: [NOFORM]", 2, "did you mean `NOFORN`?"),
        ("marking: SECRET\nhandling: [noforn]", 2, "did you mean `NOFORN`?"),
        ("marking: UNCLASSIFIED\nhandling: [NOFORN]", 2, "its lowest marking is CUI"),
        ("marking: CONFIDENTIAL\nhandling:\n  - NOFORN\n  - TK", 4, "its lowest marking is SECRET"),
    ],
)
def test_a_caveat_that_a_closed_register_has_not_is_an_error(lines: str, line: int, hint: str) -> None:
    """Nor may one stand beside a marking that is too low for it; each is told at its own line."""
    assert tell(lines, "us") == [(Code.MARKING_CAVEAT, line, hint)]


def test_a_caveat_of_one_s_own_is_taken_where_the_scheme_leaves_it_open() -> None:
    """Only one that is nearly a listed one is told, as a warning: it was probably meant."""
    assert tell("marking: SECRET\nhandling: [FOR THE MINISTER]", "uk") == []
    viewing = look_at("marking: SECRET\nhandling: [UK EYES ONLI]", settings=Settings(marking_scheme="uk"))
    assert viewing.view is not None
    assert [(found.severity, found.hint) for found in viewing.diagnostics] == [
        (Severity.WARNING, "did you mean `UK EYES ONLY`?")
    ]


def test_a_caveat_of_a_portion_has_to_be_the_brief_s_too() -> None:
    """One that keeps readers out joins the banner; one that lets them in holds for the whole only if for every portion."""
    portion = "objectives:\n  - {text: Listen., handling: [NOFORN]}\n"
    hint = "add it to the brief: `handling: [NOFORN]`"
    assert tell(f"marking: SECRET\n{portion}", "us") == [(Code.MARKING_CAVEAT_MISSING, 3, hint)]
    assert tell(f"marking: SECRET\nhandling: [NOFORN]\n{portion}", "us") == []
    released = 'marking: SECRET\nhandling: ["REL TO USA, GBR"]\nobjectives: [{text: Listen., handling: []}]'
    hint = "take it away from the brief's `handling`, or add it here"
    assert tell(released, "us") == [(Code.MARKING_CAVEAT_MISSING, 3, hint)]


def test_a_marking_that_two_schemes_have_asks_which_is_meant() -> None:
    """They ask for different marks; the brief's other markings, or the settings, tell them apart."""
    (told,) = look_at("marking: SECRET").diagnostics
    assert (told.code, told.hint) == (
        Code.MARKING_AMBIGUOUS,
        "choose one in briefmaker.yaml: `marking_scheme: uk`",
    )
    assert tell("marking: SECRET\nobjectives: [{text: Listen., marking: CUI}]") == []
    assert tell("marking: SECRET", "uk") == []


def test_a_field_s_marking_is_held_to_the_same_rules() -> None:
    """It is told where it is said, under `portions`."""
    lines = "marking: NATO RESTRICTED\nportions:\n  title: NATO SECRET\n  meeting.place: {marking: NATO RESTRICTD}\n"
    viewing = look_at(lines)
    assert [(found.code, found.span.line) for found in viewing.diagnostics] == [
        (Code.MARKING_PORTION_ABOVE, 3),
        (Code.MARKING_UNKNOWN, 4),
    ]
