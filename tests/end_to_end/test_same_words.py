"""Page and Word document say the same: each word of one stands in the other, and an altered one is found."""

import random
import re

import pytest
from tests.end_to_end.same_words import count_words, read_page_body, read_word_body
from tests.verifying.planting import pack, unpack
from tests.writing.word.desk import EXAMPLES, open_brief

from briefmaker.verifying.check import Needs, State, Subject
from briefmaker.verifying.verify_document import open_document, verify_document
from briefmaker.writing.html import write_html
from briefmaker.writing.pdf import write_pdf
from briefmaker.writing.template import Template
from briefmaker.writing.word import write_word

Documents = tuple[Template, str, bytes]


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.stem)
def documents(request: pytest.FixtureRequest) -> Documents:
    """Give each example's template, page and Word document."""
    reading, view, template, _ = open_brief(request.param)
    return template, write_html(view, template), write_word(view, template, fingerprint=reading.fingerprint)


def differ(content: bytes, other: bytes) -> bool:
    """Tell whether `briefmaker verify` finds that two formats do not say the same."""
    results = verify_document(Subject(open_document("one", content), sister=open_document("other", other)))
    return any(each.state is State.FAILED and each.check.needs is Needs.SISTER for each in results)


def test_page_and_word_document_have_the_same_words(documents: Documents) -> None:
    """Labels and texts together, word for word: neither template adds or leaves out anything."""
    _, page, word = documents
    on_page, in_word = count_words(read_page_body(page)), count_words(read_word_body(word))
    assert (on_page - in_word, in_word - on_page) == ({}, {})


def test_one_altered_word_in_the_word_document_is_found(documents: Documents) -> None:
    """Ten documents of each example, each with another word altered, label or text, all differ from the PDF."""
    template, page, word = documents
    pdf = write_pdf(page, template).content
    assert not differ(word, pdf)
    chance = random.Random(7)  # noqa: S311 - a fixed choice of words
    parts = unpack(word)
    body = parts["word/document.xml"].decode()
    found = re.finditer(r"(?<=>)[^<>]+(?=</w:t>)", body)
    places = [match for match in found if len(match[0]) > 8 and "&" not in match[0]]
    for place in chance.sample(places, 10):
        words = place[0].split()
        words[-1] = f"{words[-1]}x"
        altered = body[: place.start()] + " ".join(words) + body[place.end() :]
        assert differ(pack({**parts, "word/document.xml": altered.encode()}), pdf), place[0]


def test_one_altered_word_in_the_pdf_is_found() -> None:
    """Five PDFs of one brief, each with a passage altered by one letter, all differ from the Word document."""
    reading, view, template, _ = open_brief(EXAMPLES[-1])
    page, word = write_html(view, template), write_word(view, template, fingerprint=reading.fingerprint)
    chance = random.Random(7)  # noqa: S311 - a fixed choice of words
    found = re.finditer(r"(?<=>)[^<>{}]{20,}(?=<)", page[page.index("<h1") :])
    places = [match for match in found if "&" not in match[0]]
    for place in chance.sample(places, 5):
        start = page.index("<h1") + place.start()
        altered = page[: start + 10] + "x" + page[start + 10 :]
        assert differ(write_pdf(altered, template).content, word), place[0]
