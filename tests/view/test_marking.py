"""Schemes of markings: those that are shipped, those of one's own, and which of them a brief belongs to."""

import pytest
from tests.briefs import read_text, view_text, words_of

from briefmaker.model import Brief
from briefmaker.model.markings import Level, MarkingScheme
from briefmaker.model.settings import Settings
from briefmaker.view.marking import NO_SCHEME, choose_scheme, load_scheme
from briefmaker.view.shipped_data import names_of_shipped

OURS = MarkingScheme(name="Ours", levels=(Level(marking="OPEN", portion="O"), Level(marking="SECRET", portion="!")))


def make_brief(lines: str) -> Brief:
    """Give a brief with these lines."""
    brief = read_text(lines).brief
    assert brief is not None
    return brief


@pytest.mark.parametrize(
    ("name", "marks", "marks_all"),
    [
        ("nato", ["NU", "NR", "NC", "NS", "CTS"], False),
        ("uk", ["O", "O-S", "S", "TS"], False),
        ("us", ["U", "CUI", "C", "S", "TS"], True),
        ("eu", ["P", "L", "R-UE/EU-R", "C-UE/EU-C", "S-UE/EU-S", "TS-UE/EU-TS"], False),
        ("tlp", ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"], False),
    ],
)
def test_each_scheme_has_its_markings_from_lowest_to_highest(name: str, marks: list[str], marks_all: bool) -> None:
    """With a mark for portions each; only the United States mark every portion."""
    scheme = load_scheme(name)
    assert scheme is not None
    assert list(scheme.portions.values()) == marks
    assert [scheme.rank(marking) for marking in scheme.portions] == list(range(len(marks)))
    assert scheme.mark_every_portion is marks_all
    assert all(each.lowest is None or each.lowest in scheme.portions for each in scheme.caveats)


def test_every_shipped_scheme_is_looked_at() -> None:
    """One that is added has to be listed above."""
    assert names_of_shipped("marking_schemes") == ("eu", "nato", "tlp", "uk", "us")


@pytest.mark.parametrize(
    ("lines", "scheme", "chosen"),
    [
        ("marking: NATO SECRET", None, "NATO"),
        ("marking: SECRET", None, "United Kingdom"),
        ("marking: SECRET\nobjectives: [{text: Listen., marking: CUI}]", None, "United States"),
        ("marking: SECRET", "nato", "NATO"),
        ("version: 1", "uk", "United Kingdom"),
        ("version: 1", None, ""),
        ("marking: HUSH", None, ""),
        ("marking: OPEN", "ours", "Ours"),
    ],
)
def test_the_scheme_is_that_of_the_settings_or_the_one_that_has_the_markings(
    lines: str, scheme: str | None, chosen: str
) -> None:
    """A marking that no scheme has, belongs to none."""
    settings = Settings(marking_scheme=scheme, marking_schemes={"ours": OURS} if scheme == "ours" else {})
    assert choose_scheme(make_brief(lines), settings).name == chosen


def test_a_scheme_of_one_s_own_comes_before_those_that_are_shipped() -> None:
    """And takes the place of one of its name."""
    settings = Settings(marking_schemes={"uk": OURS})
    assert choose_scheme(make_brief("marking: SECRET"), settings) == OURS
    assert choose_scheme(make_brief("marking: OFFICIAL"), settings) == NO_SCHEME
    assert load_scheme("hush") is None


@pytest.mark.parametrize("language", ["fr", "es"])
def test_a_label_of_the_traffic_light_protocol_is_never_translated(language: str) -> None:
    """It stands on the page as it does in every language, and beside portions."""
    view = view_text(
        f"language: {language}\nmarking: TLP:AMBER+STRICT\nobjectives: [{{text: Ask., marking: 'TLP:GREEN'}}]"
    )
    assert words_of(view.marking) == "TLP:AMBER+STRICT"
    assert [text.portion for text in view.objectives] == ["(TLP:GREEN)"]


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
