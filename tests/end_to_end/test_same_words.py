"""Page and Word document say the same: every word of the view stands in both, and a changed one is found."""

import io
import random
import re
import zipfile
from pathlib import Path

import pytest
from tests.end_to_end.same_words import (
    count_words,
    find_missing,
    find_missing_letters,
    read_page_body,
    read_pdf,
    read_pdf_body,
    read_word,
    read_word_body,
)
from tests.writing.word.desk import EXAMPLES, open_brief

from briefmaker.model.settings import Paper
from briefmaker.view.shape import View
from briefmaker.writing.html import write_html
from briefmaker.writing.pdf import write_pdf
from briefmaker.writing.template import Template
from briefmaker.writing.word import write_word


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.stem)
def documents(request: pytest.FixtureRequest) -> tuple[View, Template, str, bytes]:
    """Give each example's view, template, page and Word document."""
    reading, view, template, _ = open_brief(request.param)
    return view, template, write_html(view, template), write_word(view, template, fingerprint=reading.fingerprint)


def test_every_word_of_the_view_stands_in_the_word_document(documents: tuple[View, Template, str, bytes]) -> None:
    """The finished file is opened again, and every passage is looked for as often as the view has it."""
    view, _, _, word = documents
    assert find_missing(view, read_word(word)) == []


@pytest.mark.parametrize("paper", list(Paper))
def test_every_word_of_the_view_stands_in_the_pdf(documents: tuple[View, Template, str, bytes], paper: Paper) -> None:
    """The same for the PDF, on both papers."""
    view, template, page, _ = documents
    content = write_pdf(page.replace('data-paper="a4"', f'data-paper="{paper}"'), template).content
    if view.direction == "rtl":
        assert find_missing_letters(read_page_body(page), read_pdf_body(content)) == {}
    else:
        assert find_missing(view, read_pdf(content)) == []


def test_page_and_word_document_have_the_same_words(documents: tuple[View, Template, str, bytes]) -> None:
    """Labels and texts together, word for word: neither template adds or leaves out anything."""
    _, _, page, word = documents
    on_page, in_word = count_words(read_page_body(page)), count_words(read_word_body(word))
    assert (on_page - in_word, in_word - on_page) == ({}, {})


def test_one_altered_word_in_the_word_document_is_found(documents: tuple[View, Template, str, bytes]) -> None:
    """Thirty documents, each with another word altered, all fail the comparison."""
    _, _, page, word = documents
    chance = random.Random(7)  # noqa: S311 - a fixed choice of words
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode()
    places = [
        match for match in re.finditer(r"(?<=>)[^<>]+(?=</w:t>)", body) if len(match[0]) > 8 and "&" not in match[0]
    ]
    for place in chance.sample(places, 30):
        words = place[0].split()
        words[-1] = f"{words[-1]}x"
        altered = {
            **parts,
            "word/document.xml": (body[: place.start()] + " ".join(words) + body[place.end() :]).encode(),
        }
        content = _zip(altered)
        different = count_words(read_page_body(page)) != count_words(read_word_body(content))
        assert different, place[0]


def _zip(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return written.getvalue()


def test_one_altered_word_in_the_pdf_is_found() -> None:
    """Five PDFs of one brief, each with a passage altered by one letter, all fail the comparison."""
    _, view, template, _ = open_brief(Path(EXAMPLES[-1]))
    page = write_html(view, template)
    chance = random.Random(7)  # noqa: S311 - a fixed choice of words
    places = [
        match for match in re.finditer(r"(?<=>)[^<>{}]{20,}(?=<)", page[page.index("<h1") :]) if "&" not in match[0]
    ]
    for place in chance.sample(places, 5):
        start = page.index("<h1") + place.start()
        altered = page[: start + 10] + "x" + page[start + 10 :]
        assert find_missing(view, read_pdf(write_pdf(altered, template).content)), place[0]


def test_one_lost_word_in_a_pdf_from_right_to_left_is_found() -> None:
    """Of a page of which one word was taken away, letters are missing."""
    _, view, template, _ = open_brief(next(file for file in EXAMPLES if file.stem.endswith("-he")))
    page = write_html(view, template)
    start = page.index("<h1")
    place = re.search(r"(?<=>)[^<>{}&]{20,}(?=<)", page[start:])
    assert place is not None
    first, *others = place[0].split()
    altered = page[: start + place.start()] + " ".join(others) + page[start + place.end() :]
    missing = find_missing_letters(read_page_body(page), read_pdf_body(write_pdf(altered, template).content))
    assert sum(missing.values()) >= len(first) - 2
