"""Whoever has a PDF read aloud hears all that stands on the page, in its order, once, and nothing else."""

import itertools
import re
from pathlib import Path

import lxml.html
import pytest
from tests.end_to_end.large_brief import write_large_brief
from tests.reading_aloud import list_artifacts, read_aloud
from tests.writing.word.desk import EXAMPLES, open_brief

from briefmaker.model.settings import Paper
from briefmaker.writing.html import write_html
from briefmaker.writing.pdf import write_pdf

# Where a line ends within a word, the page has a hyphen that the text has not; PDFium gives it as a sign of its own.
_NOT_SPOKEN = re.compile(r"[\s\x02\u00ad\u2010-]+")


def write_example(file: Path, paper: Paper = Paper.A4) -> tuple[str, bytes, str]:
    """Give the HTML page of a brief, its PDF, and the direction in which it is read."""
    _, view, template, _ = open_brief(file, paper)
    html = write_html(view, template)
    return html, write_pdf(html, template).content, view.direction


def list_letters(words: str) -> str:
    """Give what is read without blanks and hyphens: where one word ends is for the eye."""
    return _NOT_SPOKEN.sub("", words)


def list_words_of_page(html: str) -> str:
    """Give the words of a page of HTML that are there to be read, in their order; drawings have words of their own."""
    body = lxml.html.document_fromstring(html).body
    for hidden in body.xpath('//*[@aria-hidden="true" or local-name()="svg"]'):
        hidden.drop_tree()
    return str(body.text_content())


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: path.stem)
def test_everything_is_read_in_the_order_of_the_page(file: Path, paper: Paper) -> None:
    """Marking, draft notice and reference once at the beginning, then the brief; signs of lists and drawings apart."""
    html, content, direction = write_example(file, paper)
    if direction == "rtl":
        pytest.skip("PDFium gives letters as they stand, from the left")
    heard = list_letters(read_aloud(content).words("Lbl", "Figure"))
    assert len(heard) > 1000
    assert heard == list_letters(list_words_of_page(html))


def test_only_what_repeats_is_left_out() -> None:
    """Running titles, page numbers, the second marking, and the heads of tables that stand again on the next page."""
    _, content, _ = write_example(EXAMPLES[-1])
    heard = list_letters(read_aloud(content).words())
    left_out = [list_letters(piece) for piece in list_artifacts(content)]
    assert "OFFICIAL" in left_out
    assert "Página" in left_out
    others = {piece for piece in left_out if piece not in heard}
    assert others <= {"Página", "de5", *"12345"}


def test_a_long_brief_is_read_whole(tmp_path: Path) -> None:
    """Tables, rows, lists and links that go over pages are each one thing, and no word is lost or read twice."""
    file = tmp_path / "large.yaml"
    file.write_text(write_large_brief(), "utf-8")
    html, content, _ = write_example(file)
    document = read_aloud(content)
    assert list_letters(document.words("Lbl", "Figure")) == list_letters(list_words_of_page(html))
    assert len(document.find("Table")) == html.count("<table")
    assert len(document.find("TR")) == html.count("<tr")
    assert len(document.find("Link")) == html.count("<a ")


def test_headings_go_down_step_by_step() -> None:
    """One heading of the first level, and below it none that leaves a level out."""
    for file in EXAMPLES:
        levels = [int(each.kind[1]) for each in read_aloud(write_example(file)[1]) if re.fullmatch("H[1-6]", each.kind)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
