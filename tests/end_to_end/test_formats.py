"""Every kind of document is whole: built from much and from little, alike in both formats, no longer than it may be."""

import io
import json
import re
from itertools import pairwise
from pathlib import Path

import docx
import lxml.html
import pytest
from tests.end_to_end.same_words import count_words, read_page_body, read_word_body
from tests.end_to_end.specimens import NAMES, view_specimen
from tests.writing.word.desk import open_brief
from tests.writing.word.soundness import W, find_faults

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.jobs.building.render import Rendering, render_brief
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.model.settings import Paper
from briefmaker.verifying.check import State, Subject
from briefmaker.verifying.verify_document import open_document, verify_document
from briefmaker.writing.html import write_html
from briefmaker.writing.pdf import write_pdf
from briefmaker.writing.word import write_word

LENGTH_CODES = {Code.LENGTH_PAGES, Code.LENGTH_LINES, Code.LENGTH_ENTRIES, Code.LENGTH_TEXT}
JUST_LONG_ENOUGH = 4  # lines of a bottom line


def write_file(folder: Path, template: str, **fields: object) -> Path:
    """Write a brief of this template with these fields beside the four that have to be there."""
    file = folder / "brief.yaml"
    data = {"format": 1, "template": template, "title": "Grain talks", "date": "2026-03-02", **fields}
    file.write_text(json.dumps(data), "utf-8")
    return file


def build(file: Path) -> Rendering:
    """Make the PDF of a brief."""
    path, desk = find_desk(file)
    return render_brief(read_at_desk(path, desk), desk, Request((DocumentFormat.PDF,), Paper.A4))


def lengths_told(folder: Path, template: str, **fields: object) -> list[Diagnostic]:
    """Give what is told of the length of such a brief, whose documents have been made."""
    rendering = build(write_file(folder, template, **fields))
    assert rendering.documents
    return [found for found in rendering.diagnostics if found.code in LENGTH_CODES]


def lines(count: int) -> str:
    """Give a text of so many lines."""
    return "\\\n".join(f"Line {number}." for number in range(count))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("name", NAMES)
def test_a_full_brief_says_the_same_in_both_formats(name: str, paper: Paper) -> None:
    """Every field is filled: no word is lost, and neither document has one that the other lacks."""
    view, template, word = view_specimen(name, paper)
    page = write_html(view, template)
    one, other = open_document("brief.pdf", write_pdf(page, template).content), open_document("brief.docx", word)
    for subject in (Subject(one, view, other), Subject(other, view, one)):
        assert [each for each in verify_document(subject) if each.state is State.FAILED] == []
    assert count_words(read_page_body(page)) == count_words(read_word_body(word))
    assert find_faults(word) == []


@pytest.mark.parametrize("language", ["ar", "he"])
@pytest.mark.parametrize("name", NAMES)
def test_a_full_brief_from_right_to_left_says_the_same_in_both_formats(name: str, language: str) -> None:
    """Every field is filled, in English, under labels that are read from the right."""
    view, template, word = view_specimen(name, language=language)
    pdf = write_pdf(write_html(view, template), template, view.style, view.pictures).content
    one, other = open_document("brief.pdf", pdf), open_document("brief.docx", word)
    for subject in (Subject(one, view, other), Subject(other, view, one)):
        assert [each for each in verify_document(subject) if each.state is State.FAILED] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_brief_with_nothing_but_a_title_is_one_page(tmp_path: Path, name: str) -> None:
    """A draft can be looked at while it grows: no label stands without its text."""
    reading, view, template, _ = open_brief(write_file(tmp_path, name))
    page, word = write_html(view, template), write_word(view, template, fingerprint=reading.fingerprint)
    writing = write_pdf(page, template, view.style, view.pictures)
    assert (writing.lengths.pages, writing.diagnostics) == (1, ())
    assert read_page_body(page).split() == [*view.kind.split(), "Grain", "talks"]
    assert count_words(read_page_body(page)) == count_words(read_word_body(word))
    assert find_faults(word) == []


def find_skipped(levels: list[int]) -> list[tuple[int, int]]:
    """Give each heading that stands more than one level below the one before it."""
    return [(before, after) for before, after in pairwise(levels) if after > before + 1]


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_in_order(name: str) -> None:
    """On the page one heading of the first level, and no level left out; in Word none left out either."""
    view, template, word = view_specimen(name)
    body = lxml.html.document_fromstring(write_html(view, template))
    levels = [int(each.tag[1]) for each in body.iter("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert len(levels) > 3
    assert find_skipped(levels) == []
    document = docx.Document(io.BytesIO(word))
    outline = {each.style_id: each.element.find(f"{W}pPr/{W}outlineLvl") for each in document.styles}
    styles = [each.get(f"{W}val") for each in document.element.body.iter(f"{W}pStyle")]
    shown = [int(outline[style].get(f"{W}val")) for style in styles if outline[style] is not None]
    assert find_skipped([0, *shown]) == []


def test_the_guard_of_headings_sees_a_level_left_out() -> None:
    """One that goes back up is none."""
    assert find_skipped([1, 2, 4, 2, 3]) == [(2, 4)]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "speaking-points"])
def test_a_bottom_line_over_four_lines_is_told(tmp_path: Path, name: str) -> None:
    """Four lines as they are printed are none too many, five are told where they stand."""
    assert lengths_told(tmp_path, name, bottom_line=lines(JUST_LONG_ENOUGH)) == []
    (found,) = lengths_told(tmp_path, name, bottom_line=lines(JUST_LONG_ENOUGH + 1))
    assert (found.code, found.path) == (Code.LENGTH_LINES, "bottom_line")


@pytest.mark.parametrize(
    ("name", "most", "field"),
    [
        ("submission", 2, "background"),
        ("information", 2, "background"),
        ("summary", 1, "drafted_with"),
        ("speaking-points", 1, "drafted_with"),
    ],
)
def test_a_page_too_many_is_told(tmp_path: Path, name: str, most: int, field: str) -> None:
    """The longest text that still fits is not told, and one line more is."""

    def is_told(count: int) -> bool:
        text = lines(count) if field == "background" else "word " * 24 * count
        found = lengths_told(tmp_path, name, **{field: text})
        assert {each.code for each in found} <= {Code.LENGTH_PAGES}
        assert all(f"has {most + 1} pages, and may have {most}" in each.message for each in found)
        return bool(found)

    fits, is_too_long = 1, 128
    assert not is_told(fits)
    while is_too_long - fits > 1:
        middle = (fits + is_too_long) // 2
        if middle < is_too_long and _takes(tmp_path, name, field, middle) <= most:
            fits = middle
        else:
            is_too_long = middle
    assert not is_told(fits)
    assert is_told(fits + 1)


def _takes(folder: Path, name: str, field: str, count: int) -> int:
    """Give the pages that a text of so many lines makes."""
    text = lines(count) if field == "background" else "word " * 24 * count
    return build(write_file(folder, name, **{field: text})).documents[0].pages or 0


def test_a_summary_over_fifteen_lines_is_told(tmp_path: Path) -> None:
    """All its paragraphs count together, also under headings of their own; judgements and what is asked do not."""
    others = {
        "sections": [{"heading": "Spending", "text": lines(5)}],
        "objectives": ["One.", "Two."],
        "bottom_line": lines(JUST_LONG_ENOUGH),
    }
    assert lengths_told(tmp_path, "summary", summary=lines(6), **others) == []
    (found,) = lengths_told(tmp_path, "summary", summary=lines(7), **others)
    assert (found.code, found.path) == (Code.LENGTH_TEXT, "summary")
    assert "takes 16 lines" in found.message


@pytest.mark.parametrize(
    ("name", "most", "path"),
    [
        ("meeting", 6, "agenda[0].lines_to_take"),
        ("speaking-points", 6, "agenda"),
        ("speaking-points", 6, "agenda[0].lines_to_take"),
        ("submission", 4, "decision.options"),
        ("information", 6, "key_points"),
        ("summary", 3, "objectives"),
        ("summary", 3, "implications"),
    ],
)
def test_an_entry_too_many_is_told(tmp_path: Path, name: str, most: int, path: str) -> None:
    """At the list that has it."""

    def told(count: int) -> list[tuple[Code, str]]:
        found = lengths_told(tmp_path, name, **_fields(path, count))
        return [(each.code, each.path) for each in found if each.code is Code.LENGTH_ENTRIES]

    assert told(most) == []
    assert told(most + 1) == [(Code.LENGTH_ENTRIES, path)]


def _fields(path: str, count: int) -> dict[str, object]:
    words = [f"word {number}" for number in range(count)]
    return {
        "agenda": {"agenda": [{"topic": word} for word in words]},
        "agenda[0].lines_to_take": {"agenda": [{"topic": "Grain", "lines_to_take": words}]},
        "decision.options": {"decision": {"ask": "Agree.", "options": [{"name": word} for word in words]}},
        "implications": {"implications": [{"statement": word} for word in words]},
    }.get(path, {path: words})


def test_an_entry_of_a_weekly_brief_over_six_lines_is_told(tmp_path: Path) -> None:
    """Each by itself."""
    items = [{"title": "Corridor", "text": lines(6)}, {"title": "Storage", "text": lines(7)}]
    (found,) = lengths_told(tmp_path, "weekly", items=items)
    assert (found.code, found.path) == (Code.LENGTH_LINES, "items[1].text")


def test_a_workspace_may_allow_more(tmp_path: Path) -> None:
    """By template; the other templates keep their limits."""
    (tmp_path / "briefmaker.yaml").write_text("limits: {weekly: {lines: {bottom_line: 5}}}", "utf-8")
    assert lengths_told(tmp_path, "weekly", bottom_line=lines(5)) == []
    assert len(lengths_told(tmp_path, "information", bottom_line=lines(5))) == 1


def test_page_one_of_a_submission_answers(tmp_path: Path) -> None:
    """What is asked, by when, why, what is recommended, and where to sign, before anything else is read."""
    decision = {
        "ask": "Agree to host.",
        "by": "2026-03-10",
        "because": "The call closes.",
        "options": [{"name": "Two days", "recommended": True, "text": "The chair."}, {"name": "None"}],
    }
    file = write_file(tmp_path, "submission", decision=decision, bottom_line="We gain the chair.", background=lines(80))
    _, view, template, _ = open_brief(file)
    pdf = open_document("brief.pdf", write_pdf(write_html(view, template), template).content)
    page = "\n".join(block.text for block in pdf.outline.blocks)
    first = re.sub(r"\s+", " ", page.split("Line 0.")[0])
    for words in ("Agree to host.", "10 March 2026 · The call closes.", "We gain the chair.", "Two days recommended"):
        assert words in first
    assert first.count("Not agreed") == 2
    assert "Signature" in first
