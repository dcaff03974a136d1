"""The marking of a brief, and that no portion stands above the whole."""

from textwrap import dedent

import pytest
from tests.briefs import look_at, read_text, view_text, words_of

from briefmaker.diagnostics import Code, Places
from briefmaker.model.settings import Settings
from briefmaker.view.marking import NO_SCHEME, check_scheme, choose_scheme, iterate_portion_markings, load_scheme


def tell(lines: str, scheme: str | None = None) -> list[tuple[Code, int, str]]:
    """Give code, line and hint of what is found in a brief, in the order in which it is found."""
    viewing = look_at(lines, settings=Settings(marking_scheme=scheme))
    return [(found.code, found.span.line, found.hint) for found in viewing.diagnostics]


@pytest.mark.parametrize(
    ("name", "marks"),
    [("nato", ["NU", "NR", "NC", "NS", "CTS"]), ("uk", ["O", "O-S", "S", "TS"])],
)
def test_each_scheme_has_its_markings_from_lowest_to_highest(name: str, marks: list[str]) -> None:
    """With a mark for portions each."""
    scheme = load_scheme(name)
    assert scheme is not None
    assert list(scheme.portions.values()) == marks
    assert [scheme.rank(marking) for marking in scheme.portions] == list(range(len(marks)))


def test_the_scheme_is_that_of_the_settings_or_the_one_that_has_the_marking() -> None:
    """A marking that no scheme has, belongs to none."""
    nato, uk = load_scheme("nato"), load_scheme("uk")
    assert choose_scheme("NATO SECRET", None) == nato
    assert choose_scheme("SECRET", None) == uk
    assert choose_scheme("SECRET", "nato") == nato
    assert choose_scheme(None, "uk") == uk
    assert choose_scheme(None, None) == NO_SCHEME
    assert choose_scheme("HUSH", None) == NO_SCHEME
    assert load_scheme("hush") is None


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


def test_an_unmarked_portion_carries_the_brief_s_marking() -> None:
    """It has no mark of its own, and nothing is told."""
    view = view_text("marking: NATO SECRET\nobjectives: [Listen., {text: Ask., marking: NATO RESTRICTED}]")
    assert [text.portion for text in view.objectives] == ["", "(NR)"]


def test_caveats_stand_beside_the_marking() -> None:
    """At the top and bottom of each page, and in the file's properties."""
    view = view_text("marking: OFFICIAL-SENSITIVE\nhandling: [LOCSEN, UK EYES ONLY]")
    assert words_of(view.marking) == "OFFICIAL-SENSITIVE – LOCSEN – UK EYES ONLY"
    assert view.properties.marking == "OFFICIAL-SENSITIVE – LOCSEN – UK EYES ONLY"


def test_caveats_without_a_marking_are_not_lost() -> None:
    """They are printed where the marking would be."""
    view = view_text("handling: [For the Minister alone]")
    assert words_of(view.marking) == "For the Minister alone"
    assert view.marking is not None
    assert view.marking.path == "handling"
    assert view_text("version: 1").marking is None


def test_a_scheme_that_there_is_not_is_told_of_the_settings() -> None:
    """Not as if the brief's marking were wrong."""
    told = {each: [found.hint for found in check_scheme(each, Places("briefmaker.yaml"))] for each in ("natoo", "mine")}
    assert told == {"natoo": ["did you mean `nato`?"], "mine": ["choose `nato`, `tlp` or `uk`"]}
    assert list(check_scheme("nato", Places("briefmaker.yaml"))) == []
    assert list(check_scheme(None, Places("briefmaker.yaml"))) == []


def test_markings_are_found_in_every_part_and_only_there() -> None:
    """A column or an acronym that happens to be called marking is none."""
    brief = read_text(
        """
        marking: NATO SECRET
        glossary: {marking: a sign}
        figures:
          signs: {x: marking, rows: [{marking: red, n: 1}], y: {n: n}, marking: NATO RESTRICTED}
        agenda:
          - topic: Grain
            marking: NATO RESTRICTED
            if_raised: [{they_say: Why?, we_say: Because., marking: NATO SECRET}]
            lines_to_take: [{text: Now., marking: NATO UNCLASSIFIED}]
        decision: {ask: Agree., options: [{name: Act, marking: NATO RESTRICTED}]}
        """
    ).brief
    assert brief is not None
    assert list(iterate_portion_markings(brief)) == [
        ("decision.options[0].marking", "NATO RESTRICTED"),
        ("agenda[0].marking", "NATO RESTRICTED"),
        ("agenda[0].lines_to_take[0].marking", "NATO UNCLASSIFIED"),
        ("agenda[0].if_raised[0].marking", "NATO SECRET"),
        ("figures.signs.marking", "NATO RESTRICTED"),
    ]


def test_a_marking_that_a_page_has_no_room_for_is_told() -> None:
    """Caveats join the marking; what they add up to has to fit the head and foot of each page."""
    fitting = "marking: NATO SECRET\nhandling: [RELEASABLE TO PARTNERS OF THE CORRIDOR]\n"
    assert tell(fitting) == []
    told = [(Code.MARKING_TOO_LONG, 2, "shorten the caveats, or give some in the text")]
    assert tell(f"marking: NATO SECRET\nhandling: [{'RELEASABLE ' * 12}]\n") == told
