"""Tests of Word documents with tracked changes: accepting all gives the new document, rejecting all the old one, exactly."""

import io
import re
import zipfile
from itertools import zip_longest

import pytest
from tests.review.redline.random_briefs import BRIEFS, NAMES, make_pair
from tests.review.redline.settled import list_running, settle

from briefmaker.jobs.building.render import render
from briefmaker.reading.office_package import read_custom_properties
from briefmaker.review.redline.write_word import WordRedline, write_redline_word
from briefmaker.writing.word import is_untouched

MOMENT = "2025-10-22T00:00:00Z"


def redline_of(old: bytes, new: bytes) -> WordRedline:
    """Give the redline of two documents."""
    return write_redline_word(old, new, author="A. Author", moment=MOMENT, compared="1 to 2", marking="SECRET")


def find_differences(old: bytes, new: bytes, redline: bytes) -> list[tuple[object, ...]]:
    """Give the first line of each part in which the settled redline is not the old document, or not the new one."""
    found: list[tuple[object, ...]] = []
    for part in ("word/document.xml", *list_running(new)):
        for accept, wanted in ((True, new), (False, old)):
            lines = zip_longest(settle(redline, accept=accept, part=part), settle(wanted, accept=True, part=part))
            found += [(part, accept, *pair) for pair in lines if pair[0] != pair[1]][:1]
    return found


@pytest.mark.parametrize("seed", range(20))
def test_random_changes_are_accepted_and_rejected_exactly(seed: int) -> None:
    """Words, looks, paragraphs, rows and cells of body, heads and feet, of twenty random pairs of briefs."""
    old, new = make_pair(seed)
    assert find_differences(old, new, redline_of(old, new).content) == []


@pytest.mark.conformance
def test_two_hundred_random_redlines_are_exact() -> None:
    """The figure that the manual names; each pair has up to some forty changes."""
    for seed in range(200):
        old, new = make_pair(seed)
        assert find_differences(old, new, redline_of(old, new).content) == [], seed


@pytest.fixture(scope="module")
def examples() -> dict[str, bytes]:
    """Give the Word documents of examples of several templates."""
    return {name: render(BRIEFS / f"{name}.yaml", "docx", check=False) for name in NAMES}


@pytest.mark.parametrize("old", NAMES)
def test_even_two_documents_that_share_nothing_are_exact(old: str, examples: dict[str, bytes]) -> None:
    """Of other templates and languages, with charts, nested lists and tables of other columns."""
    for name, new in examples.items():
        assert find_differences(examples[old], new, redline_of(examples[old], new).content) == [], name


def test_a_planted_fault_is_seen(examples: dict[str, bytes]) -> None:
    """The comparison of the tests looks: a redline against a third document differs, in both readings."""
    old, new, third = (examples[name] for name in NAMES[:3])
    found = find_differences(third, third, redline_of(old, new).content)
    assert {accept for _, accept, *_ in found} == {True, False}


def test_the_same_documents_have_no_revision(examples: dict[str, bytes]) -> None:
    """A document against itself: not one tracked change, and every word of it as it was."""
    for content in examples.values():
        redline = redline_of(content, content)
        assert redline.revisions == 0
        assert open_part(redline.content) == open_part(content)


def test_the_same_input_gives_the_same_bytes() -> None:
    """Neither clock nor chance comes into it; every change has the author and the moment that were given."""
    old, new = make_pair(3)
    first, second = redline_of(old, new), redline_of(old, new)
    assert first == second
    text = open_part(first.content).decode()
    changes = re.findall(r"<w:(?:ins|del|rPrChange|pPrChange) ([^>]*)>", text)
    assert len(changes) > 5
    assert all(f'w:date="{MOMENT}"' in each and 'w:author="A. Author"' in each for each in changes)
    numbers = re.findall(r'<w:(?:ins|del|rPrChange|pPrChange) w:id="(\d+)"', text)
    assert len(numbers) == len(set(numbers))


def test_bookmarks_stay_unique_and_whole() -> None:
    """Every bookmark of the new document is there once, with its beginning and its end; none of the old one's is."""
    old, new = make_pair(7)
    marks = re.findall(r'bookmarkStart w:id="(\d+)" w:name="([^"]+)"', open_part(redline_of(old, new).content).decode())
    wanted = re.findall(r'bookmarkStart w:id="(\d+)" w:name="([^"]+)"', open_part(new).decode())
    assert sorted(marks) == sorted(wanted)


def test_the_document_says_what_it_is_and_that_nobody_has_edited_it() -> None:
    """Its properties name what is compared and the marking of both; its seal is whole."""
    old, new = make_pair(1)
    content = redline_of(old, new).content
    properties = read_custom_properties(open_part(content, "docProps/custom.xml"))
    assert (properties["briefmaker-redline"], properties["briefmaker-marking"]) == ("1 to 2", "SECRET")
    assert is_untouched(content)


def test_pictures_are_those_of_the_new_document(examples: dict[str, bytes]) -> None:
    """A chart that is gone is left out, one that is new is a tracked change, one that was there before stays as it is now."""
    with_chart, without = examples[NAMES[0]], examples["haiti-2025-10-16"]
    assert b"c:chart" not in open_part(redline_of(with_chart, without).content)
    added = open_part(redline_of(without, with_chart).content).decode()
    assert re.search(r"<w:ins [^>]*>(?:(?!</w:ins>).)*<w:drawing>", added)
    kept = open_part(redline_of(with_chart, with_chart).content).decode()
    assert kept.count("<c:chart ") == 1


@pytest.mark.parametrize("old", NAMES)
def test_lists_styles_and_links_lead_somewhere(old: str, examples: dict[str, bytes]) -> None:
    """Whatever came over from the old document: its lists have definitions, its styles are there, its links their addresses."""
    for new in examples.values():
        content = redline_of(examples[old], new).content
        text, numbering = (open_part(content, f"word/{name}.xml").decode() for name in ("document", "numbering"))
        styles, relations = open_part(content, "word/styles.xml").decode(), read_relations(content)
        assert set(re.findall(r'<w:numId w:val="(\d+)"', text)) <= set(re.findall(r'<w:num w:numId="(\d+)"', numbering))
        assert set(re.findall(r'abstractNumId w:val="(\d+)"', numbering)) <= set(
            re.findall(r'abstractNum w:abstractNumId="(\d+)"', numbering)
        )
        named = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', text))
        assert named <= set(re.findall(r'w:styleId="([^"]+)"', styles))
        gone = re.findall(r'<w:hyperlink r:id="([^"]+)"><w:del ', text)
        assert {relations[each] for each in gone} <= set(read_relations(examples[old]).values())
        assert set(re.findall(r'r:(?:id|embed)="([^"]+)"', text)) <= set(relations)


def read_relations(content: bytes) -> dict[str, str]:
    """Give what a document's relations lead to, by their ids."""
    found = re.findall(r"<Relationship ([^>]*)/>", open_part(content, "word/_rels/document.xml.rels").decode())
    pairs = [dict(re.findall(r'(\w+)="([^"]*)"', each)) for each in found]
    return {each["Id"]: each["Target"] for each in pairs}


def open_part(content: bytes, name: str = "word/document.xml") -> bytes:
    """Give one part of a document."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name)
