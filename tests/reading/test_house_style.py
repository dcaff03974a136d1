"""The house style of a workspace: read whole, and with all that is wrong told at once, at its line."""

from pathlib import Path

import pytest
from tests.fonts import STYLES, make_font, make_postscript_font
from tests.pictures import LOGO, paint

from briefmaker.diagnostics import Code
from briefmaker.model.style import PLAIN_STYLE, Palette
from briefmaker.reading import StyleReading, read_house_style, read_settings
from briefmaker.workspace.files import BriefFolder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the folder of a workspace with a logo and the files of a family."""
    (tmp_path / "logo.svg").write_text(LOGO, "utf-8")
    (tmp_path / "logo.png").write_bytes(paint(800, 200))
    (tmp_path / "fonts").mkdir()
    for style, ending in STYLES.items():
        (tmp_path / "fonts" / f"{style}.ttf").write_bytes(make_font(f"SourceSerif4-{ending}.ttf", "Harbour Serif"))
    (tmp_path / "fonts" / "drawn.otf").write_bytes(make_postscript_font())
    (tmp_path / "fonts" / "viewing.ttf").write_bytes(make_font("SourceSans3-Regular.ttf", "Harbour Sans", 4))
    return tmp_path


FILES = "{regular: fonts/regular.ttf, italic: fonts/italic.ttf, bold: fonts/bold.ttf}"


def read(root: Path, yaml: str) -> StyleReading:
    """Read lines of settings as a house style; a name that a logo needs stands after them."""
    text = yaml if yaml.endswith("\n") else f"{yaml}\norganisation: Ministry"
    return read_house_style(read_settings(text.encode(), "briefmaker.yaml"), BriefFolder(root, root))


def told(root: Path, yaml: str) -> list[tuple[Code, int, int]]:
    """Give code and place of each finding."""
    return [(found.code, found.span.line, found.span.column) for found in read(root, yaml).diagnostics]


def test_a_house_that_sets_nothing_has_the_usual_style(root: Path) -> None:
    """Also one that sets other things."""
    assert read(root, "paper: letter").style == PLAIN_STYLE
    assert read(root, "paper: letter").diagnostics == ()


def test_colours_take_the_place_of_the_usual_ones(root: Path) -> None:
    """The bar follows an accent of the house's own, unless it is set too."""
    colours = read(root, 'colours: {accent: "#1E5B45", ink: "#000000"}').style.colours
    assert colours == Palette(accent="#1e5b45", ink="#000000", bar="#1e5b45")
    assert read(root, 'colours: {accent: "#1e5b45", bar: "#647b98"}').style.colours.bar == "#647b98"
    assert read(root, 'colours: {ink: "#000000"}').style.colours.bar == PLAIN_STYLE.colours.bar


def test_a_family_of_files_is_known_by_its_own_name(root: Path) -> None:
    """Its titles are set in it too, and Word is told what to take in its place."""
    style = read(root, f"fonts: {{serif: {FILES}}}").style
    assert (style.serif.name, style.serif.fallback, style.serif.is_serif) == ("Harbour Serif", "Cambria", True)
    assert style.display == style.serif
    assert style.sans == PLAIN_STYLE.sans
    assert {(face.weight, face.is_italic) for face in style.serif.faces} == {(400, False), (400, True), (700, False)}
    other = FILES.replace("}", ", fallback: Georgia}")
    assert read(root, f"fonts: {{serif: {other}}}").style.serif.fallback == "Georgia"
    assert read(root, f"fonts: {{sans: {FILES}}}").style.sans.is_serif is False


def test_a_display_font_needs_one_file(root: Path) -> None:
    """And comes before the serif for titles."""
    style = read(root, f"fonts: {{serif: {FILES}, display: {{regular: fonts/drawn.otf}}}}").style
    assert (style.serif.name, style.display.name) == ("Harbour Serif", "Drawn")


@pytest.mark.parametrize(("logo", "ending"), [("logo.svg", ".svg"), ("logo.png", ".png")])
def test_a_logo_is_drawn_or_painted(root: Path, logo: str, ending: str) -> None:
    """Either way it is read once, when the workspace is opened."""
    style = read(root, f"logo: {logo}").style
    assert style.logo is not None
    assert style.logo.key.endswith(ending)


@pytest.mark.parametrize(
    ("yaml", "code", "column", "words"),
    [
        ("logo: none.svg", Code.PICTURE_UNREADABLE, 7, "workspace's folder"),
        ("logo: fonts", Code.PICTURE_UNREADABLE, 7, "workspace's folder"),
        ("logo: ../logo.svg", Code.PATH_OUTSIDE, 7, "into the workspace"),
        ("logo: /etc/passwd", Code.PATH_OUTSIDE, 7, "into the workspace"),
        ("logo: fonts/bold.ttf", Code.PICTURE_UNUSABLE, 7, "PNG, JPEG or SVG"),
        ("fonts: {serif: Source Serif}", Code.SETTINGS_FONT, 16, "`Source Serif 4`?"),
        ("fonts: {serif: Times}", Code.SETTINGS_FONT, 16, "name its files"),
        ("fonts: {sans: Source Serif 4 Display Semibold}", Code.SETTINGS_FONT, 15, "`Source Serif 4`"),
        ("fonts: {serif: {}}", Code.SETTINGS_FONT, 16, "TTF or OTF"),
        ("fonts: {serif: {regular: fonts/regular.ttf}}", Code.SETTINGS_FONT, 16, "TTF or OTF"),
        ("fonts: {serif: {family: Source Sans 3, bold: fonts/bold.ttf}}", Code.SETTINGS_FONT, 16, "one of the two"),
        ("fonts: {display: {regular: fonts/none.ttf}}", Code.SETTINGS_FONT, 28, "workspace's folder"),
        ("fonts: {display: {regular: ../a.ttf}}", Code.PATH_OUTSIDE, 28, "into the workspace"),
        ("fonts: {display: {regular: logo.png}}", Code.SETTINGS_FONT, 28, "TTF or OTF"),
    ],
)
def test_what_is_wrong_is_told_at_its_setting(root: Path, yaml: str, code: Code, column: int, words: str) -> None:
    """With what to do about it; and no file outside is read."""
    (found,) = read(root, yaml).diagnostics
    assert (found.code, found.span.line, found.span.column, found.file) == (code, 1, column, "briefmaker.yaml")
    assert words in found.hint


def test_a_logo_without_a_name_is_told(root: Path) -> None:
    """It would say nothing to those who cannot see it."""
    (found,) = read(root, "logo: logo.svg\n").diagnostics
    assert (found.code, found.path) == (Code.SETTINGS, "logo")
    assert "organisation" in found.hint


@pytest.mark.parametrize("file", ["drawn.otf", "viewing.ttf"])
def test_a_font_that_word_cannot_hold_is_told_when_it_should(root: Path, file: str) -> None:
    """Without `embed_fonts` it is only named there, and all is well."""
    yaml = f"fonts: {{display: {{regular: fonts/{file}}}}}\n"
    assert read(root, yaml).diagnostics == ()
    assert told(root, f"{yaml}embed_fonts: true") == [(Code.SETTINGS_FONT, 1, 28)]


def test_all_is_told_at_once(root: Path) -> None:
    """Also beside settings that cannot be read at all."""
    yaml = (
        "logo: none.svg\npaper: a5\ncolours: {quiet: '#999999', caution: '#cc8888'}\nfonts: {sans: Arial}\n"
        "languages: [en, fr]\nboilerplate:\n  end: {en: 'See [@a].'}"
    )
    found = [(found.code, found.span.line) for found in read(root, yaml).diagnostics]
    assert sorted(found, key=lambda each: each[1]) == [
        (Code.PICTURE_UNREADABLE, 1),
        (Code.SETTINGS_CONTRAST, 3),
        (Code.SETTINGS_CONTRAST, 3),
        (Code.SETTINGS_FONT, 4),
        (Code.SETTINGS_BOILERPLATE, 7),
        (Code.SETTINGS_BOILERPLATE, 7),
    ]
