"""Labels: every language has all of them, counts as its speakers do, and keeps to the width of the label column."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from fontTools.ttLib import TTFont
from tests.briefs import view_text, words_of

import briefmaker.view
from briefmaker.model import ClearanceState, Confidence, Side, Status
from briefmaker.reading import read_template_description
from briefmaker.view.labels import Label, Labels, languages_with_labels, load_labels, plain_labels, write_label
from briefmaker.view.likelihood import load_scale
from briefmaker.view.shipped_data import load_shipped, names_of_shipped
from briefmaker.writing.fetcher import FONT_FOLDER
from briefmaker.writing.glyphs import has_glyph

LANGUAGES = languages_with_labels()
REGIONS = tuple(name for name in names_of_shipped("labels") if "-" in name)
VIEW = Path(briefmaker.view.__file__).parent
TEMPLATES = Path(__file__).parents[2] / "templates"
# Where the key stands among what each is called with.
_KEY_OF = {"label": 0, "labelled": 1}
# Labels of the 32 mm column, which have 31 mm of it in 9 points.
COLUMN = [
    "when",
    "where",
    "purpose",
    "format",
    "press",
    "interpretation",
    "logistics",
    "last_met",
    "bottom_line",
    "objectives",
    "participants",
    "agenda",
    "objective",
    "lines_to_take",
    "issue",
    "our_position",
    "their_position",
    "if_raised",
    "avoid",
    "background",
    "summary",
    "considerations",
    "recommendation",
    "key_points",
    "decision",
    "decision_by",
    "options",
    "side_ours",
    "side_theirs",
    "side_other",
    "how_likely",
    "ask",
    "open_with",
    "to_note",
    "comments",
    "signature",
    "do_not_say",
    "why_it_matters",
    "in_the_room",
    "we_ask_for",
    "in_this_issue",
]
COLUMN_POINTS = 31 / 25.4 * 72
LINES_INSET = 7  # the label within the block of lines to take begins this far in
# Label, and the size and width in millimetres of the narrow column that it heads.
HEADS = {"time_set": 16.0, "grade": 14.0, "number": 30.0, "how_likely": 30.0, "due": 30.0, "at": 30.0}


def labels_of(tag: str) -> Labels:
    """Give the labels of a language that there is."""
    labels = load_labels(tag)
    assert labels is not None
    return labels


def forms_of(label: Label) -> list[str]:
    """Give the texts of a label: one, or one for each way of counting."""
    return [label] if isinstance(label, str) else list(label.values())


def placeholders(label: str) -> set[str]:
    """Give the words in braces of a label."""
    return set(re.findall(r"\{(\w*)\}", label))


def find_faults(english: Labels, own: Labels) -> list[str]:
    """Give what is wrong with a language's labels: keys missing or too many, other words to fill in, empty texts."""
    faults = [f"key {key}" for key in sorted(english.keys() ^ own.keys())]
    for key in english.keys() & own.keys():
        wanted = set().union(*map(placeholders, forms_of(english[key])))
        faults += [f"words of {key}" for form in forms_of(own[key]) if not _fits(form, own[key], wanted)]
        faults += [f"text of {key}" for form in forms_of(own[key]) if not form or form != form.strip()]
    return faults


def _fits(form: str, label: Label, wanted: set[str]) -> bool:
    """Tell whether a form has the words it should; one for exactly one or two may say so instead of printing the number."""
    allowed = [wanted] if isinstance(label, str) else [wanted, wanted - {"n"}]
    return placeholders(form) in allowed


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_labels(language: str) -> None:
    """With the same words to fill in, and none empty."""
    assert len(LANGUAGES) >= 11
    assert find_faults(labels_of("en"), labels_of(language)) == []
    assert all(isinstance(form, str) for label in labels_of(language).values() for form in forms_of(label))


@pytest.mark.parametrize("name", REGIONS)
def test_a_region_s_file_holds_what_differs_and_nothing_else(name: str) -> None:
    """What it repeats would be forgotten when the language's own file changes."""
    language = labels_of(name.partition("-")[0])
    own = load_shipped("labels", name)
    assert own
    assert own.keys() <= language.keys()
    assert [key for key in own if own[key] == language[key]] == []
    assert find_faults(language, labels_of(name)) == []


def test_planted_faults_in_a_language_are_found() -> None:
    """A key missing, one too many, another word to fill in, a blank too many."""
    english = {"to": "To", "version": "version {n}", "from": "From"}
    own: Labels = {"to": "Aan ", "version": {"one": "versie", "other": "versie {x}"}, "via": "Via"}
    assert sorted(find_faults(english, own)) == ["key from", "key via", "text of to", "words of version"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_that_counts_has_a_form_for_every_number(language: str) -> None:
    """A category that the language uses for whole numbers up to 200 falls back on no other; none is there in vain."""
    rule = Locale(language).plural_form
    used = {rule(number) for number in range(1, 201)}
    for label in labels_of(language).values():
        if isinstance(label, Mapping):
            assert used | {"other"} <= label.keys() <= rule.tags | {"other"}
            assert "other" in label


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("en-GB", 1, "1 min"),
        ("ar", 1, "دقيقة واحدة"),
        ("ar", 2, "دقيقتان"),
        ("ar", 5, "5 دقائق"),
        ("ar", 15, "15 دقيقة"),
        ("ar", 100, "100 دقيقة"),
        ("de", 15, "15 Min."),
    ],
)
def test_minutes_are_counted_as_the_language_counts(language: str, number: int, written: str) -> None:
    """Arabic has a form of its own for two, and another from three to ten."""
    view = view_text(f"language: {language}\nagenda: [{{topic: Grain, minutes: {number}}}]")
    assert words_of(view.agenda[0].minutes) == written


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("pl", 1, "oczekuje 1 z 22"),
        ("pl", 3, "oczekują 3 z 22"),
        ("pl", 5, "oczekuje 5 z 22"),
        ("uk", 21, "очікує 21 з 22"),
        ("uk", 22, "очікують 22 з 22"),
        ("es", 1, "1 de 22 pendiente"),
    ],
)
def test_clearances_are_counted_as_the_language_counts(language: str, number: int, written: str) -> None:
    """Ukrainian takes 21 for one, Polish only 1."""
    assert write_label(labels_of(language), "clearance_open", Locale(language), n=number, all=22) == written


def test_a_region_overrides_its_language() -> None:
    """However its tag is typed; a region without a file is its language."""
    assert labels_of("en-US")["programme"] == labels_of("EN-us")["programme"] == "Program"
    assert labels_of("en-GB")["programme"] == labels_of("en")["programme"] == "Programme"
    assert labels_of("en-US")["sources"] == labels_of("en")["sources"]
    assert load_labels("xx") is None
    assert load_labels("xx-US") is None


def list_terms(scale: str, tag: str) -> list[str]:
    """Give the terms of a scale in a language."""
    loaded = load_scale(scale)
    assert loaded is not None
    return [term for row in loaded.rows for term in row.terms[tag.partition("-")[0]]]


def find_keys() -> Iterator[str]:
    """Give the keys that the view's code asks for; one made from a choice ends in an underscore."""
    for file in VIEW.glob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in _KEY_OF:
                key = call.args[_KEY_OF[call.func.attr]]
                part = key.values[0] if isinstance(key, ast.JoinedStr) else key
                if isinstance(part, ast.Constant):
                    yield str(part.value)


def test_every_label_that_the_view_asks_for_exists() -> None:
    """Those asked for by name, and those made from the words of a choice."""
    labels, asked = labels_of("en"), set(find_keys())
    assert {"version", "draft_notice", "minutes", "accessed"} <= asked
    made = {key for key in asked if key.endswith("_")}
    assert asked - made <= labels.keys()
    choices = {"status_": Status, "state_": ClearanceState, "side_": Side, "confidence_": Confidence}
    assert made == choices.keys()
    for start, words in choices.items():
        assert {start + word.replace("-", "_") for word in words} <= labels.keys()


def test_templates_place_only_labels_that_need_no_counting() -> None:
    """In every language: one that is counted somewhere is written by the view."""
    sources = [file.read_text("utf-8") for file in TEMPLATES.rglob("*.j2")]
    placed = {key for source in sources for key in re.findall(r"\blabels\.(\w+)", source)}
    assert {"when", "page_of"} <= placed
    for language in LANGUAGES:
        assert placed <= plain_labels(labels_of(language)).keys(), language


@pytest.mark.parametrize("file", sorted(TEMPLATES.glob("*/template.yaml")), ids=lambda file: file.parent.name)
def test_every_template_has_its_name_in_every_language(file: Path) -> None:
    """Otherwise a German brief would say in English what kind of paper it is."""
    description = read_template_description(file.read_bytes(), file.name).value
    assert description is not None
    assert set(LANGUAGES) - description.name.keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_can_be_filled_in(language: str) -> None:
    """Braces are only those of words to fill in."""
    for label in labels_of(language).values():
        for form in forms_of(label):
            filled = form.format(**dict.fromkeys(placeholders(form), "x"))
            assert "{" not in filled
            assert "}" not in filled


@cache
def _widths(file: str) -> tuple[dict[int, int], int]:
    font = TTFont(FONT_FOLDER / file)
    widths = {code: font["hmtx"][name][0] for code, name in font.getBestCmap().items()}
    return widths, font["head"].unitsPerEm


def measure(text: str, size: float, *files: str) -> float:
    """Give about how many points a text is wide: the widths of its letters, unjoined, each from the first font that has it."""
    width = 0.0
    for letter in text:
        widths, em = next((_widths(file) for file in files if ord(letter) in _widths(file)[0]), ({}, 1))
        width += widths.get(ord(letter), em) / em * size
    return width


FONTS = ("SourceSans3-Semibold.ttf", "NotoNaskhArabic-Bold.ttf", "NotoSerifHebrew-Bold.ttf")


@pytest.mark.parametrize("tag", [*LANGUAGES, *REGIONS])
def test_labels_of_the_label_column_stay_on_one_line(tag: str) -> None:
    """Measured in the font they are set in; Arabic and Hebrew are a point larger. Joined, Arabic letters are narrower still."""
    size = 10 if tag in ("ar", "he") else 9
    widths = {key: measure(plain_labels(labels_of(tag))[key], size, *FONTS) for key in COLUMN}
    for inset in ("lines_to_take", "open_with", "ask"):
        widths[inset] += LINES_INSET
    assert {key: round(width) for key, width in widths.items() if width > COLUMN_POINTS} == {}


@pytest.mark.parametrize("tag", [*LANGUAGES, *REGIONS])
def test_the_fonts_have_every_letter_of_every_label(tag: str) -> None:
    """And of every term of likelihood."""
    terms = [term for name in names_of_shipped("likelihood_scales") for term in list_terms(name, tag)]
    words = "".join([*terms, *(form for label in labels_of(tag).values() for form in forms_of(label))])
    assert [letter for letter in sorted(set(words)) if not has_glyph(letter)] == []


@pytest.mark.parametrize("tag", [*LANGUAGES, *REGIONS])
def test_the_head_of_a_narrow_column_stays_on_one_line(tag: str) -> None:
    """How long an item takes, what grade a source has."""
    labels = plain_labels(labels_of(tag))
    widths = {key: measure(labels[key], 8.5, *FONTS) / 72 * 25.4 for key in HEADS}
    assert {key: round(width, 1) for key, width in widths.items() if width > HEADS[key]} == {}


def test_the_measure_is_that_of_the_font() -> None:
    """Ten digits of Source Sans are ten times as wide as one; a longer label is wider than its column."""
    assert measure("0" * 10, 9, *FONTS) == pytest.approx(10 * measure("0", 9, *FONTS))
    assert 3 < measure("0", 9, *FONTS) < 6
    assert measure("Gesprächsführungsvorschläge", 9, *FONTS) > COLUMN_POINTS
