"""Words are divided only where columns are narrow, on the page and in Word alike."""

import io
import re
import zipfile
from pathlib import Path

import pypdfium2
import pyphen
import pytest
from lxml import etree
from tests.writing.word.desk import HEAD, ROOT, open_brief, write_brief

from briefmaker.writing.html import write_html
from briefmaker.writing.pdf import write_pdf
from briefmaker.writing.word.hyphenation import HYPHENATED_LANGUAGES
from briefmaker.writing.word.wordml import W

LONG = "Bundesausbildungsförderungsgesetzgebungszuständigkeit"
GERMAN = f"""\
language: de
agenda:
  - topic: {LONG}
    lines_to_take: [Wir sagen {LONG} und {LONG} und {LONG}.]
    if_raised:
      - they_say: Sie sagen {LONG} und Verteidigungsausgabensteigerung und Donaudampfschifffahrtsgesellschaft.
        we_say: Wir antworten mit Verteidigungsausgabensteigerung und mit Donaudampfschifffahrtsgesellschaft.
"""


def open_part(content: bytes, name: str) -> etree._Element:
    """Give one part of a document."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def test_page_and_word_divide_words_in_the_same_languages() -> None:
    """Each has a dictionary."""
    css = (ROOT / "templates" / "shared" / "brief.css").read_text("utf-8")
    named = re.search(r":lang\(([a-z, ]+)\)", css)
    assert named is not None
    assert tuple(named[1].split(", ")) == HYPHENATED_LANGUAGES
    assert all(pyphen.language_fallback(language) for language in HYPHENATED_LANGUAGES)


def test_word_divides_only_what_they_say_and_what_we_answer(tmp_path: Path) -> None:
    """Everything else is in a style that is based on Normal, which divides none."""
    content = write_brief(tmp_path, GERMAN)
    settings = open_part(content, "word/settings.xml")
    assert settings.find(f"{W}autoHyphenation") is not None
    found = {
        style.get(f"{W}styleId"): style.find(f"{W}pPr/{W}suppressAutoHyphens")
        for style in open_part(content, "word/styles.xml").iter(f"{W}style")
    }
    assert {name: each.get(f"{W}val") for name, each in found.items() if each is not None} == {
        "Normal": None,
        "TheySay": "0",
        "WeSay": "0",
    }


@pytest.mark.parametrize("language", ["en-GB", "tr", "ar"])
def test_other_languages_divide_no_words(tmp_path: Path, language: str) -> None:
    """In English they are short; Turkish has no dictionary here, Arabic needs none."""
    content = write_brief(tmp_path, GERMAN.replace("language: de", f"language: {language}"))
    assert open_part(content, "word/settings.xml").find(f"{W}autoHyphenation") is None


def test_the_page_divides_words_in_narrow_columns_and_nowhere_else(tmp_path: Path) -> None:
    """Not in a topic, and not in what is to be spoken."""
    file = tmp_path / "brief.yaml"
    file.write_text(HEAD + GERMAN, "utf-8")
    _, view, template, _ = open_brief(file)
    content = write_pdf(write_html(view, template), template).content
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    divided = re.findall(r"(\w+)[\ufffe\x02\u2010]\s*(\w+)", text)
    assert divided
    assert all(first + second in GERMAN for first, second in divided)
    assert text.count(LONG) >= 4  # whole in the heading and in all three places of the line to take
