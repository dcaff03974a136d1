"""What the house adds to a view: its name, its logo, its texts, in the brief's language; and no picture that is not shown."""

import dataclasses
from pathlib import Path

import pytest
from tests.briefs import EVERYTHING, read_text, words_of
from tests.pictures import LOGO, paint

from briefmaker.diagnostics import Code, Severity
from briefmaker.model import Brief
from briefmaker.model.settings import Paper, Settings
from briefmaker.model.style import PLAIN_STYLE, Palette, Style
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading.picture_file import read_picture
from briefmaker.view.build_view import Viewing, build_view
from briefmaker.view.shape import HouseView, View
from briefmaker.workspace.files import BriefFolder

TEXTS = {"first_page": {"en": "Return *it*.", "fr": "À rendre."}, "end": {"en-US": "Box 1.", "en": "Quay 1."}}


def look(
    lines: str,
    settings: dict[str, object],
    style: Style = PLAIN_STYLE,
    shows: tuple[str, ...] = EVERYTHING,
    folder: BriefFolder | None = None,
) -> Viewing:
    """View lines of YAML in a house."""
    reading = read_text(lines, folder)
    assert isinstance(reading.brief, Brief)
    description = TemplateDescription(name={"en": "Brief"}, description="Shows what a test wants.", shows=shows)
    return build_view(reading.brief, reading, Settings.model_validate(settings), description, Paper.A4, style)


def view(*arguments: object, **options: object) -> View:
    """View lines of YAML, which has to go well."""
    viewing = look(*arguments, **options)  # type: ignore[arg-type]  # handed on as they are
    assert viewing.view is not None, viewing.diagnostics
    return viewing.view


def test_a_house_that_sets_nothing_adds_nothing() -> None:
    """A name is not printed unless that is wanted."""
    plain = view("language: en-GB", {"organisation": "Ministry"})
    assert (plain.house, plain.style, plain.pictures) == (HouseView(), PLAIN_STYLE, ())


def test_the_name_is_printed_where_the_house_wants_it() -> None:
    """As plain words."""
    assert (
        view("language: en", {"organisation": "*Ministry*", "print_organisation": "true"}).house.organisation
        == "Ministry"
    )


@pytest.mark.parametrize(
    ("language", "first_page", "end"),
    [("en-GB", "Return it.", "Quay 1."), ("en-US", "Return it.", "Box 1."), ("fr", "À rendre.", "")],
)
def test_the_texts_are_those_of_the_brief_s_language(language: str, first_page: str, end: str) -> None:
    """The region's own come before the language's; they belong to no field of the brief."""
    house = view(f"language: {language}", {"boilerplate": TEXTS}).house
    assert (words_of(house.first_page), words_of(house.end)) == (first_page, end)
    assert house.first_page is not None
    assert house.first_page.path == ""


def test_a_logo_is_as_large_as_its_box_lets_it_be() -> None:
    """38 mm by 14 mm; who cannot see it is told the organisation."""
    logo = read_picture(LOGO.encode(), "logo.svg", (38, 14), may_be_drawn=True)
    made = view("language: en", {"organisation": "Ministry"}, Style(Palette(accent="#000000"), logo=logo))
    shown = made.house.logo
    assert shown is not None
    assert (shown.key, shown.width, shown.height, shown.alt) == (logo.key, 28.0, 14.0, "Ministry")
    assert (made.pictures, made.style.colours.accent) == ((logo,), "#000000")


@pytest.fixture
def folder(tmp_path: Path) -> BriefFolder:
    """Give a folder with two portraits."""
    (tmp_path / "a.png").write_bytes(paint(250, 320))
    (tmp_path / "b.png").write_bytes(paint(320, 320))
    return BriefFolder(tmp_path, tmp_path)


PEOPLE = "participants: [{name: Anna *Berg*, portrait: a.png}, {name: Bo, portrait: b.png}, {name: Cy}]"


def test_a_portrait_stands_with_its_person(folder: BriefFolder) -> None:
    """In its size on the page, with the name for those who cannot see it."""
    made = view(PEOPLE, {}, folder=folder)
    portraits = [each.portrait for each in made.sides[0].participants]
    assert [portrait and (portrait.width, portrait.height, portrait.alt) for portrait in portraits] == [
        (25.0, 32.0, "Anna Berg"),
        (25.0, 25.0, "Bo"),
        None,
    ]
    assert {picture.key for picture in made.pictures} == {portrait.key for portrait in portraits if portrait}


def test_a_picture_that_is_not_shown_is_not_in_the_view(folder: BriefFolder) -> None:
    """So that no document can hold it; what it would have shown is told."""
    viewing = look(PEOPLE, {}, shows=("title", "date", "participants.name"), folder=folder)
    assert viewing.view is not None
    assert viewing.view.pictures == ()
    assert all(each.portrait is None for each in viewing.view.sides[0].participants)
    assert [found.code for found in viewing.diagnostics] == [Code.TEMPLATE_NOT_SHOWN] * 2


def test_a_name_that_is_not_shown_is_not_read_aloud_either(folder: BriefFolder) -> None:
    """The words for a picture are those on the page, and no others."""
    made = view(PEOPLE, {}, shows=("title", "participants.portrait"), folder=folder)
    assert [each.portrait.alt for each in made.sides[0].participants if each.portrait] == ["", ""]


@pytest.mark.parametrize(("language", "is_told"), [("en-GB", False), ("fr-CA", False), ("en-US", True), ("es", True)])
def test_a_brief_in_a_language_of_no_issue_is_told(language: str, is_told: bool) -> None:
    """At its line, and made all the same."""
    viewing = look(f"language: {language}", {"languages": ["en-GB", "fr"]})
    assert viewing.view is not None
    told = [(found.code, found.severity, found.span.line) for found in viewing.diagnostics]
    assert told == ([(Code.SETTINGS_LANGUAGE, Severity.WARNING, 1)] if is_told else [])


def test_a_text_that_the_house_has_not_in_the_language_is_told() -> None:
    """A disclaimer that is left out is a decision, not an accident."""
    (found,) = look("language: fr", {"boilerplate": TEXTS}).diagnostics
    assert found.code is Code.SETTINGS_LANGUAGE
    assert "`end`" in found.message


def test_dates_follow_the_house() -> None:
    """Those of the brief, wherever they stand."""
    made = view("date: 2025-10-21\nlanguage: en-GB", {"date_style": "iso"})
    assert words_of(made.date) == "2025-10-21"


def test_a_view_cannot_be_changed() -> None:
    """Nor what the house adds to it."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        view("language: en", {}).house.organisation = "x"  # type: ignore[misc]  # what is tried here
