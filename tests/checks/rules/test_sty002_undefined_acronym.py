"""An acronym is told at its first use in the order of reading; what everybody knows, codes and names are left."""

import pytest
from tests.checking import check_text, places_of

from briefmaker.model.check_settings import CheckSettings, WordChoice

QUIET = [
    "The World Food Programme (WFP) has left. WFP lorries stay.",
    "The PURL, or Prioritised Ukraine Requirements List, is paid.",
    "The security service (SBU) acted; SBU men were seen.",
    "UAH 3 million for R&D; NOx and H2O; Section II.B; WT/DS597 and EN 301549; 24 GW.",
    "The F-35A, T-72B3, MQ-9 and IRIS-T fly.",
    "Mr LAVROV and Prime Minister DE CROO met; do NOT say so.",
    "Kyiv and the 27 states of the EU-US dialogue.",
]


@pytest.mark.parametrize("background", QUIET)
def test_what_is_known_or_none_is_left(background: str) -> None:
    """Spelled out on either side, units, formulas, codes and surnames."""
    assert check_text(f"template: information\nbackground: {background}", "STY002") == ()


def test_the_order_of_reading_counts() -> None:
    """The bottom line is read first, wherever it stands in the file; each acronym is told once."""
    lines = (
        "template: information\nbackground: The World Food Programme (WFP) stays. The WFP waits.\n"
        "bottom_line: The WFP leaves, and the **WFP's** staff too."
    )
    found = check_text(lines, "STY002")
    assert places_of(found, "STY002") == [(3, "bottom_line")]
    assert found[0].span.column == 18
    assert "only later" in found[0].message


def test_settings_add_and_leave() -> None:
    """The house knows its own acronyms, and may want others spelled out."""
    lines = "template: information\nbackground: The WFP and NATO met."
    words = {"acronyms": WordChoice(add={"WFP": ""}, leave=("NATO",))}
    (found,) = check_text(lines, "STY002", checks=CheckSettings(words=words))
    assert "NATO" in found.message


def test_plurals_and_what_stands_around_do_not_hide_one() -> None:
    """They are one acronym, told once."""
    lines = 'template: information\nlanguage: fr\nbackground: "L’OCDE et lOCDE, les SMRs, un SMR."'
    assert len(check_text(lines, "STY002")) == 2


def test_a_glossary_defines() -> None:
    """Also a term of several words the acronyms that it has."""
    glossary = "glossary: {WFP: Food, COP28: Climate, UN COP: Meeting}"
    lines = f"template: information\nbackground: The WFP and COP met at COP28.\n{glossary}"
    assert check_text(lines, "STY002") == ()


@pytest.mark.parametrize(
    "lines",
    [
        "title: The WFP leaves\nbackground: The World Food Programme (WFP) leaves.",
        "participants: [{name: A. B, title: Head of the World Food Programme (WFP)}]\nagenda: [{topic: The WFP leaves}]",
    ],
)
def test_headings_and_names_may_go_before(lines: str) -> None:
    """What the text below a title spells out is known, and so is what a participant's title does."""
    template = "" if "template" in lines else "template: information\n"
    assert check_text(f"{template}{lines}", "STY002") == ()


def test_a_heading_alone_is_told() -> None:
    """Nothing below it says what it means."""
    lines = "template: information\ntitle: The WFP leaves\nbackground: It leaves."
    assert places_of(check_text(lines, "STY002"), "STY002") == [(2, "title")]
