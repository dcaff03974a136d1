"""One file changes every document: what a house sets is looked for in the finished PDF, Word and HTML files."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from lxml import etree
from tests.house_style import COLOURS, SETTINGS, make_house
from tests.pictures import open_picture
from tests.writing.word.soundness import find_faults

from briefmaker import BriefmakerError, build, render
from briefmaker.jobs.templates.check_templates import check_templates
from briefmaker.model.font_family import COMPANIONS
from briefmaker.model.settings import Settings
from briefmaker.model.style import PLAIN_STYLE, ROLES
from briefmaker.workspace.workspace import built_in_templates
from briefmaker.writing.pdf import _read_styles
from briefmaker.writing.word.document import _compile

NOT_OF_THE_LOOK = {"timezone", "marking_scheme", "paper", "limits", "checks", "workers"}
NOT_OF_THE_LOOK |= {"mail", "distribution_lists", "schedules", "runs", "retention"}
USUAL = {role: getattr(PLAIN_STYLE.colours, role) for role in ROLES}
WORD_NAMES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a workspace in which everything is set."""
    return make_house(tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="module")
def made(house: Path) -> dict[str, bytes]:
    """Give every document of the workspace, by brief and format."""
    names = [(name, form) for name in ("talks", "talks-fr", "faces") for form in ("pdf", "docx", "html")]
    return {f"{name}.{form}": render(house / "briefs" / f"{name}.yaml", form) for name, form in names}


def list_colours(pdf: bytes, page: int = 0) -> set[str]:
    """Give the colours that a page shows on more than some dots of it."""
    image = pypdfium2.PdfDocument(pdf)[page].render(scale=2).to_pil().convert("RGB")
    counted = image.getcolors(maxcolors=image.width * image.height) or []
    return {"#" + bytes(colour).hex() for count, colour in counted if count > 15 and isinstance(colour, tuple)}


def read_pages(pdf: bytes) -> list[str]:
    """Give the words of each page."""
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def list_fonts(pdf: bytes) -> set[str]:
    """Give the fonts that the pages of a PDF use, by the names of their rules."""
    pages = pikepdf.open(io.BytesIO(pdf)).pages
    fonts: list[Any] = [font for page in pages for font in page.Resources.Font.values()]  # type: ignore[operator]
    return {str(font.BaseFont).partition("+")[2] for font in fonts}


def open_word(content: bytes) -> dict[str, str]:
    """Give the XML parts of a Word document."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith((".xml", ".rels"))}


def words_of(part: str) -> str:
    """Give the words of a part."""
    return " ".join("".join(etree.fromstring(part.encode()).itertext()).split())


def test_each_setting_is_tried_here() -> None:
    """A setting that joins has to be tried too."""
    assert set(SETTINGS) | NOT_OF_THE_LOOK >= set(Settings.model_fields) - {"editions", "marking_schemes"}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the documents of a house that sets nothing but its name."""
    root = make_house(tmp_path_factory.mktemp("plain"), ["organisation"])
    names = [(name, form) for name in ("talks", "talks-fr") for form in ("pdf", "docx")]
    return {f"{name}.{form}": render(root / "briefs" / f"{name}.yaml", form) for name, form in names}


@pytest.mark.parametrize("setting", [each for each in SETTINGS if each not in ("organisation", "languages")])
def test_every_setting_changes_the_documents(setting: str, tmp_path: Path, plain: dict[str, bytes]) -> None:
    """Each by itself, in PDF and Word; only what fonts Word holds is Word's own affair."""
    brief = make_house(tmp_path, ["organisation", setting]) / "briefs" / "talks.yaml"
    differ = {form: render(brief, form) != plain[f"talks.{form}"] for form in ("pdf", "docx")}
    assert differ == {"pdf": setting != "embed_fonts", "docx": True}


def test_the_first_language_of_the_house_is_that_of_its_briefs(tmp_path: Path, plain: dict[str, bytes]) -> None:
    """Of those that name none: it then reads as one that names it."""
    root = make_house(tmp_path, ["organisation"])
    (root / "briefmaker.yaml").write_text("organisation: Ministry of the North Sea\nlanguages: [fr]\n", "utf-8")
    french = read_pages(render(root / "briefs" / "talks.yaml", "pdf"))
    assert french == read_pages(plain["talks-fr.pdf"])
    assert french != read_pages(plain["talks.pdf"])


def test_the_pages_have_the_colours_of_the_house_and_none_of_the_usual(made: dict[str, bytes]) -> None:
    """As they are seen, dot by dot."""
    seen = set[str]().union(*(list_colours(made["talks.pdf"], page) for page in range(2)))
    assert {COLOURS["accent"], COLOURS["tint"], COLOURS["ink"], "#b08d3c"} <= seen
    assert seen & (set(USUAL.values()) - {"#ffffff"}) == set()


def test_the_pages_have_the_fonts_of_the_house(made: dict[str, bytes]) -> None:
    """And none of the usual, as no letter is missing in them."""
    fonts = list_fonts(made["talks.pdf"])
    assert fonts
    assert all(font.startswith("House-") for font in fonts), fonts


def test_the_page_is_a_letter(made: dict[str, bytes]) -> None:
    """612 by 792 points."""
    assert pypdfium2.PdfDocument(made["talks.pdf"])[0].get_size() == (612, 792)


@pytest.mark.parametrize(
    ("brief", "first", "last"),
    [("talks", "Return to the registry.", "1 Quay Street."), ("talks-fr", "À rendre au greffe.", "1 rue du Quai.")],
)
def test_the_fixed_texts_stand_in_both_formats(made: dict[str, bytes], brief: str, first: str, last: str) -> None:
    """At the foot of page one alone, and at the end."""
    pages = read_pages(made[f"{brief}.pdf"])
    assert len(pages) > 1
    assert [first in page for page in pages] == [True] + [False] * (len(pages) - 1)
    assert [last in page for page in pages] == [False] * (len(pages) - 1) + [True]
    parts = open_word(made[f"{brief}.docx"])
    footers = [name for name in parts if "/footer" in name and not name.endswith(".rels")]
    (footer,) = [name.removeprefix("word/") for name in footers if first in words_of(parts[name])]
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"].encode())
    (key,) = [relation.get("Id") for relation in relations if relation.get("Target") == footer]
    assert f'footerReference w:type="first" r:id="{key}"' in parts["word/document.xml"]
    assert last in words_of(parts["word/document.xml"])
    assert first in made[f"{brief}.html"].decode()


def test_the_name_and_the_dates_are_as_the_house_wants_them(made: dict[str, bytes]) -> None:
    """The month first in English; French keeps its order."""
    page, french = read_pages(made["talks.pdf"])[0], read_pages(made["talks-fr.pdf"])[0]
    assert "Ministry of the North Sea · Meeting brief" in page
    assert "Tuesday, March 3, 2026" in page
    assert "mardi 3 mars 2026" in french
    words = words_of(open_word(made["talks.docx"])["word/document.xml"])
    assert "Ministry of the North Sea · Meeting brief" in words
    assert "Tuesday, March 3, 2026" in words


def test_the_logo_is_drawn_in_the_page_with_words(made: dict[str, bytes]) -> None:
    """Once, as a figure that is read aloud as the organisation; as lines, so that it is sharp at any size."""
    document = pikepdf.open(io.BytesIO(made["talks.pdf"]))
    figures = [
        item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
    ]
    assert [str(figure.Alt) for figure in figures] == ["Ministry of the North Sea"]
    images = [
        item for item in document.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
    ]
    assert images == []


def test_word_s_styles_borders_and_shading_are_those_of_the_house(made: dict[str, bytes]) -> None:
    """No colour or font of the usual ones is left in any part."""
    for name in ("talks.docx", "faces.docx"):
        parts = open_word(made[name])
        everything = "".join(parts.values())
        left = [value for value in USUAL.values() if f'"{value[1:].upper()}"' in everything]
        assert left == []
        assert "Source S" not in everything
        styles = parts["word/styles.xml"]
        for role in ("ink", "accent", "quiet", "background", "caution"):
            assert f'w:color w:val="{COLOURS[role][1:].upper()}"' in styles, role
    body = open_word(made["talks.docx"])["word/document.xml"]
    assert f'w:fill="{COLOURS["tint"][1:].upper()}"' in body
    for role in ("accent", "ink", "hairline", "bar"):
        assert f'w:color="{COLOURS[role][1:].upper()}"' in body, role


def test_word_names_the_fonts_of_the_house_and_holds_them(made: dict[str, bytes]) -> None:
    """With what stands in their place; the title, for which there is no display font, is bold."""
    table = etree.fromstring(open_word(made["talks.docx"])["word/fontTable.xml"].encode())
    fonts = {
        str(font.get(f"{{{WORD_NAMES['w']}}}name")): [etree.QName(each).localname for each in font] for font in table
    }
    assert sorted(set(fonts) - {family.name for family in COMPANIONS}) == ["Harbour Sans", "Harbour Serif"]
    assert {"embedRegular", "embedBold", "embedItalic"} <= set(fonts["Harbour Sans"])
    fallback = table.xpath("w:font[@w:name='Harbour Serif']/w:altName/@w:val", namespaces=WORD_NAMES)
    assert fallback == ["Georgia"]
    styles = etree.fromstring(open_word(made["talks.docx"])["word/styles.xml"].encode())
    assert len(styles.xpath("w:style[@w:styleId='Title']/w:rPr/w:b", namespaces=WORD_NAMES)) == 1
    with zipfile.ZipFile(io.BytesIO(made["talks.docx"])) as package:
        assert len([name for name in package.namelist() if name.endswith(".odttf")]) == 6


def test_word_shows_the_logo_on_page_one_with_words(made: dict[str, bytes]) -> None:
    """In the head of the first page, as a picture whose words are the organisation."""
    parts = open_word(made["talks.docx"])
    (header,) = [name for name, part in parts.items() if "/header" in name and "<wp:anchor" in part]
    assert 'descr="Ministry of the North Sea"' in parts[header]
    rels = parts[header.replace("word/", "word/_rels/") + ".rels"]
    file = re.search(r'Target="(media/[^"]+\.png)"', rels)
    assert file is not None
    with zipfile.ZipFile(io.BytesIO(made["talks.docx"])) as package:
        logo = open_picture(package.read(f"word/{file[1]}"))
    assert abs(logo.width / logo.height - 2) < 0.01
    assert find_faults(made["talks.docx"]) == []


def test_a_portrait_stands_in_all_formats_with_the_name_for_words(made: dict[str, bytes]) -> None:
    """And nothing of what the camera wrote into it."""
    document = pikepdf.open(io.BytesIO(made["faces.pdf"]))
    alts = [
        str(item.Alt)
        for item in document.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
    ]
    assert alts == ["Ministry of the North Sea", "Anna Berg"]
    body = open_word(made["faces.docx"])["word/document.xml"]
    assert 'distT="0" distB="0" distL="0" distR="0"' in body
    assert 'descr="Anna Berg"' in body
    assert f'cx="{25 * 36000}"' in body
    page = made["faces.html"].decode()
    assert re.findall(r'<img[^>]* src="(data:image/[^;]+);', page) == ["data:image/svg+xml", "data:image/jpeg"]
    with zipfile.ZipFile(io.BytesIO(made["faces.docx"])) as package:
        inside = b"".join(package.read(name) for name in package.namelist())
    assert b"TAKEN BY" not in made["faces.pdf"] + inside + made["faces.html"]
    assert find_faults(made["faces.docx"]) == []


def test_a_portrait_is_in_no_document_that_does_not_show_it(made: dict[str, bytes]) -> None:
    """The meeting brief has no place for it."""
    with zipfile.ZipFile(io.BytesIO(made["talks.docx"])) as package:
        media = [name for name in package.namelist() if "media" in name]
    assert len(media) == 1
    assert b"data:image/jpeg" not in made["talks.html"]


def test_the_page_for_a_screen_is_whole(made: dict[str, bytes]) -> None:
    """In the colours of the house, and fetching nothing."""
    page = made["talks.html"].decode()
    assert COLOURS["accent"] in page
    assert not any(value in page for value in USUAL.values())
    assert "var(--" not in page
    assert re.findall(r'(?:src|href)="(?!data:|#)', page) == []


def test_the_same_house_gives_the_same_bytes(house: Path, made: dict[str, bytes]) -> None:
    """Also when nothing is left from before."""
    _read_styles.cache_clear()
    _compile.cache_clear()
    for name, content in made.items():
        stem, form = name.split(".")
        assert render(house / "briefs" / f"{stem}.yaml", form) == content, name


def test_two_houses_do_not_mix(house: Path, made: dict[str, bytes], plain: dict[str, bytes]) -> None:
    """What is kept of one is not given to another, whichever comes first."""
    for form in ("pdf", "docx"):
        assert plain[f"talks.{form}"] != made[f"talks.{form}"]
        assert render(house / "briefs" / "talks.yaml", form) == made[f"talks.{form}"]


def test_the_check_of_templates_sees_portraits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that names them and does not show them is told, and so is one that has them in one format only."""
    monkeypatch.chdir(tmp_path)
    house = make_house(tmp_path, ["organisation"])
    assert [check.diagnostics for check in check_templates("faces")] == [()]
    page = house / "templates" / "faces" / "page.html.j2"
    page.write_text(page.read_text("utf-8").replace("{{ parts.portrait(each) }}", ""), "utf-8")
    (check,) = check_templates("faces")
    told = [found.message for found in check.diagnostics]
    assert told == ["`shows` names `participants.portrait`, and page.html.j2 does not show it"]


def test_wrong_settings_stop_the_build_with_all_that_is_wrong(tmp_path: Path) -> None:
    """And nothing is written."""
    root = make_house(tmp_path)
    (root / "briefmaker.yaml").write_text(
        "logo: none.svg\ncolours: {quiet: '#999999'}\nfonts: {sans: Arial}\norganisation: M\n", "utf-8"
    )
    with pytest.raises(BriefmakerError) as raised:
        build([root / "briefs"], output=tmp_path / "out")
    found: Any = raised.value
    assert (found.exit_code, [each.code.value for each in found.diagnostics]) == (2, ["PIC001", "SET003", "SET004"])
    assert not (tmp_path / "out").exists()


def test_the_shipped_templates_have_no_look_of_their_own() -> None:
    """Every colour in a shipped Word template is one that a house can set."""
    known = {value[1:].upper() for value in USUAL.values()} | {"AUTO"}
    templates = sorted(built_in_templates().glob("*/word.docx"))
    assert templates
    for template in templates:
        everything = "".join(open_word(template.read_bytes()).values())
        named = re.findall(r'w:(?:color|fill)="(\w+)"|w:color w:val="(\w+)"', everything)
        used = {color.upper() for found in named for color in found if color}
        assert used <= known, template
