"""Fields are followed from their beginning to their end, one within another."""

import pytest
from lxml import etree

from briefmaker.review.word_fields import Field, OpenFields
from briefmaker.writing.word.wordml import W


def mark(kind: str, text: str = "") -> etree._Element:
    """Give where a field begins, turns to its result or ends, or a piece of its instruction."""
    if kind == "instruction":
        element = etree.Element(f"{W}instrText")
        element.text = text
        return element
    return etree.Element(f"{W}fldChar", {f"{W}fldCharType": kind})


@pytest.mark.parametrize(
    ("instruction", "link"),
    [
        ('HYPERLINK "https://a.example" \\o "a tip"', "https://a.example"),
        (' HYPERLINK \\l "source_3"', "#source_3"),
        ("PAGE", ""),
    ],
)
def test_a_field_leads_where_its_instruction_says(instruction: str, link: str) -> None:
    """To the web, to a place in the document, or nowhere."""
    assert Field(instruction, is_result=True).link == link


def test_what_stands_in_a_field_is_its_instruction_and_then_its_result() -> None:
    """A link may hold the number of a page, of which nothing counts; behind it the link goes on."""
    fields, told = OpenFields(), []
    steps = [
        mark("begin"),
        mark("instruction", 'HYPERLINK "https://a'),
        mark("instruction", '.example"'),
        mark("separate"),
        mark("begin"),
        mark("instruction", "PAGE"),
        mark("separate"),
        mark("end"),
        mark("end"),
        mark("end"),
    ]
    for step in steps:
        fields.read(step)
        told.append((fields.is_in_instruction, fields.are_hidden, bool(fields.link)))
    instruction, result = (True, True, False), (False, False, True)
    assert told[:5] == [instruction, instruction, instruction, result, (True, True, True)]
    assert told[5:] == [(True, True, True), (False, True, True), result, (False, False, False), (False, False, False)]
