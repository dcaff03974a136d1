"""Characters that the shipped fonts have, and those that they have not."""

from dataclasses import replace

import pytest
from tests.briefs import view_text

from briefmaker.model.font_family import SOURCE_SERIF
from briefmaker.model.style import PLAIN_STYLE
from briefmaker.writing.glyphs import find_missing_glyphs, has_glyph


@pytest.mark.parametrize("character", "aÉßŁżçńІґЄЖωάהابي–“”«»…€≤≥%\u00a0\u202f\u200f")
def test_the_languages_of_europe_and_arabic_and_hebrew_are_there(character: str) -> None:
    """Latin, Greek, Cyrillic, Arabic and Hebrew letters, and what stands between them."""
    assert has_glyph(character)


@pytest.mark.parametrize("character", "中한カไꙮ🙂")
def test_other_scripts_and_pictures_are_not(character: str) -> None:
    """Chinese, Korean, Japanese, Thai and emoji come from another font or from none."""
    assert not has_glyph(character)


def test_missing_characters_are_told_by_field() -> None:
    """Each once, under the field that has them."""
    view = view_text("objectives: [Plain., 'Meet 李强 and 李克强']\n")
    assert find_missing_glyphs(view) == {"objectives[1]": "李强克"}


def test_what_the_fonts_of_the_house_have_is_not_missing() -> None:
    """If both have it, since a text may stand in either."""
    view = view_text("objectives: ['Meet 李强']\n")
    family = replace(SOURCE_SERIF, name="Harbour", characters=frozenset(map(ord, "李")))
    serif_only = replace(view, style=replace(PLAIN_STYLE, serif=family))
    both = replace(view, style=replace(PLAIN_STYLE, serif=family, sans=family))
    assert find_missing_glyphs(serif_only) == {"objectives[0]": "李强"}
    assert find_missing_glyphs(both) == {"objectives[0]": "强"}


@pytest.mark.parametrize(
    "letters",
    [
        "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”",
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяҐЄІЇ’«»№",
        "çğıiöşüÇĞIİÖŞÜâîû",
        "äöüßÄÖÜẞ„“‚‘",
        "àèéìíòóùúÀÈÉ",
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةًٌٍَُِّْ،؛؟",
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת־׳״₪",
    ],
    ids=["pl", "uk", "tr", "de", "it", "ar", "he"],
)
def test_the_fonts_have_the_letters_of_every_language(letters: str) -> None:
    """Nothing falls back on a font that another machine may lack."""
    assert [letter for letter in letters if not has_glyph(letter)] == []
