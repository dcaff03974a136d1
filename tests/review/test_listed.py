"""How the lists of a document count, also where a damaged file does not say it."""

import pytest
from lxml import etree

from briefmaker.review.listed import read_lists
from briefmaker.review.paragraphs import Numbering
from briefmaker.writing.word.wordml import WORD_NAMESPACE


def read(definitions: str, number: int = 1, level: int = 0) -> Numbering | None:
    """Give a list of a document with these definitions."""
    root = etree.fromstring(f'<w:numbering xmlns:w="{WORD_NAMESPACE}">{definitions}</w:numbering>')
    return read_lists(root).find(number, level)


def define(level: str, number: str = "") -> str:
    """Give the definition of one list, its first level as told, and what its own number changes of that."""
    return (
        f'<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/>{number}</w:num>'
    )


@pytest.mark.parametrize(
    ("level", "is_ordered", "start"),
    [
        ('<w:numFmt w:val="bullet"/>', False, 1),
        ('<w:numFmt w:val="none"/>', False, 1),
        ('<w:start w:val="4"/><w:numFmt w:val="lowerLetter"/>', True, 4),
        ("", True, 1),
    ],
)
def test_a_list_has_bullets_or_counts_from_a_number(level: str, is_ordered: bool, start: int) -> None:
    """One that says nothing counts in digits, as Word takes it."""
    assert read(define(level)) == Numbering(1, 0, is_ordered, start)


def test_a_number_may_begin_anew() -> None:
    """By an override of its own, as each list that briefmaker writes does."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    assert read(define('<w:numFmt w:val="decimal"/>', override)) == Numbering(1, 0, True, 3)


def test_a_list_that_is_not_defined_has_bullets_and_zero_is_none() -> None:
    """The number 0 takes a paragraph out of every list."""
    assert read("", number=5, level=2) == Numbering(5, 2)
    assert read("", number=0) is None


@pytest.mark.parametrize("damage", ["", "abc", "-1", "9" * 40])
def test_damaged_numbers_are_no_traceback(damage: str) -> None:
    """Wherever they stand; the list is read as well as it can be."""
    told = (
        define('<w:numFmt w:val="decimal"/><w:start w:val="1"/>')
        .replace('"1"', f'"{damage}"')
        .replace('"0"', f'"{damage}"')
    )
    assert read(told) in (Numbering(1, 0), Numbering(1, 0, True, 1))
