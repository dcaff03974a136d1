"""The house style in stylesheets: values where the roles stand, and the fonts that the rules name."""

import re
from dataclasses import replace

from briefmaker.model.font_family import SOURCE_SANS, FontFace, FontFamily
from briefmaker.model.style import PLAIN_STYLE, ROLES, Palette, Style
from briefmaker.workspace.workspace import built_in_templates
from briefmaker.writing.house_css import fill_in_style, list_font_files, write_font_faces

HARBOUR = FontFamily(
    "Harbour Serif",
    "Cambria",
    is_serif=True,
    faces=(
        FontFace(400, False, "one.ttf", b"1"),
        FontFace(400, True, "two.ttf", b"2"),
        FontFace(700, False, "three.otf", b"3"),
    ),
)


def test_roles_become_colours_and_fonts() -> None:
    """A variable that is none of briefmaker's stays for the template's own use."""
    css = "a{color:var(--accent);font:9pt var(--sans);margin:var(--gap)}"
    filled = fill_in_style(css, Style(Palette(accent="#123456")))
    assert (
        filled == 'a{color:#123456;font:9pt "Brief Sans", "Brief Arabic", "Brief Hebrew", sans-serif;margin:var(--gap)}'
    )


def test_a_font_of_the_house_comes_before_the_shipped_one() -> None:
    """Which has the letters that it may lack."""
    filled = fill_in_style("var(--serif)|var(--display)|var(--sans)", replace(PLAIN_STYLE, serif=HARBOUR))
    serif, display, sans = filled.split("|")
    assert serif.startswith('"House Serif", "Brief Serif", ')
    assert display.startswith('"Brief Display", ')
    assert sans.startswith('"Brief Sans", ')


def test_the_usual_faces_are_always_there() -> None:
    """Serif and sans in two weights; the display's only one stands for both."""
    faces = re.findall(
        r'font-family: "(.+?)"; font-weight: (\d+);( font-style: italic;)?', write_font_faces(PLAIN_STYLE)
    )
    assert [(name, weight) for name, weight, slant in faces if not slant] == [
        ("Brief Serif", "400"),
        ("Brief Serif", "600"),
        ("Brief Sans", "400"),
        ("Brief Sans", "600"),
        ("Brief Display", "400"),
        ("Brief Display", "600"),
    ]
    assert [(name, weight) for name, weight, slant in faces if slant] == [
        ("Brief Serif", "400"),
        ("Brief Serif", "600"),
        ("Brief Sans", "400"),
    ]


def test_a_house_without_semibold_has_its_bold() -> None:
    """And its files are handed out under the addresses that the rules name."""
    style = replace(PLAIN_STYLE, serif=HARBOUR, display=HARBOUR)
    rules = write_font_faces(style)
    assert '"House Serif"; font-weight: 600; src: url(house/three.otf)' in rules
    assert '"House Display"; font-weight: 400; font-style: italic; src: url(house/two.ttf)' in rules
    assert list_font_files(style) == {"house/one.ttf": b"1", "house/two.ttf": b"2", "house/three.otf": b"3"}
    assert list_font_files(PLAIN_STYLE) == {}


def test_a_shipped_family_may_play_another_part() -> None:
    """Its files are those that ship."""
    rules = write_font_faces(replace(PLAIN_STYLE, serif=SOURCE_SANS))
    assert '"House Serif"; font-weight: 600; src: url(fonts/SourceSans3-Semibold.ttf)' in rules


def find_fixed_looks(css: str) -> list[str]:
    """Give the colours and the families of its own that a stylesheet names by value."""
    without_faces = re.sub(r"@font-face\s*\{[^}]*\}|/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.findall(r"#[0-9A-Fa-f]{3,8}\b(?=[\s;}!,)])|\brgba?\(|\"Brief \w+\"", without_faces)


def test_no_shipped_stylesheet_names_a_colour_or_font_by_value() -> None:
    """Else a house could not change it."""
    sheets = sorted(built_in_templates().glob("*/*.css"))
    assert len(sheets) >= 4
    assert {sheet.name: found for sheet in sheets if (found := find_fixed_looks(sheet.read_text("utf-8")))} == {}
    assert find_fixed_looks('a { color: #1b365d; font: 9pt "Brief Sans" }') == ["#1b365d", '"Brief Sans"']


def test_every_colour_is_used() -> None:
    """A role that no stylesheet has would be a setting that changes nothing."""
    css = "".join(sheet.read_text("utf-8") for sheet in built_in_templates().glob("*/*.css"))
    assert [role for role in ROLES if f"var(--{role})" not in css] == []
