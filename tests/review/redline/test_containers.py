"""Tests of bodies and cells with tracked changes: where a mark cannot be tracked, the one before it says it."""

from typing import Any

import pytest
from lxml import etree
from tests.review.redline.settled import settle_container

from briefmaker.review.redline.blocks import Side
from briefmaker.review.redline.carrying import Carrier, Lists
from briefmaker.review.redline.containers import ContainerWriter
from briefmaker.review.redline.package import Package, Relations
from briefmaker.review.redline.revisions import Reviser
from briefmaker.writing.word.wordml import WORD_NAMESPACE, W


def paragraph(text: str) -> str:
    """Give a paragraph whose style is named after its first letter."""
    words = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{text[:1]}"/></w:pPr>{words}</w:p>'


def table(*rows: str) -> str:
    """Give a table; the cells of a row are parted by ``|``."""
    written = ["".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in row.split("|")) for row in rows]
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{row}</w:tr>" for row in written) + "</w:tbl>"


def body_of(*blocks: str) -> Any:
    """Give a body: a text is a paragraph, one in angle brackets is as it stands."""
    inside = "".join(each if each.startswith("<") else paragraph(each) for each in blocks)
    return etree.fromstring(f'<w:body xmlns:w="{WORD_NAMESPACE}">{inside}</w:body>')


def rewrite(old: Any, new: Any) -> Any:
    """Put what both bodies hold into the new one, with revisions."""
    package = Package.__new__(Package)
    package.parts = {}
    relations, lists = Relations(package, "word/document.xml"), Lists(package, package)
    sides = Side(relations, lists, is_old=True), Side(relations, lists, is_old=False)
    ContainerWriter(*sides, Carrier(relations, relations, lists), Reviser("A", "2025-01-01T00:00:00Z")).rewrite(
        old, new
    )
    return new


T = table("a one|b two", "c three|d four")
CASES = {
    "a paragraph at the end": (["A one"], ["A one", "B two"]),
    "several at the end": (["A one"], ["A one", "B two", "C three"]),
    "others at the end": (["A one", "B two words here"], ["A one", "X other things", "Y still others"]),
    "one before a table": (["A one", T, "Z"], ["A one", "B two", T, "Z"]),
    "all before a table": ([T, "Z"], ["A one", "B two", T, "Z"]),
    "a table after the last paragraph": (["A one"], ["A one", T, "B two"]),
    "other paragraphs around a table": (["A one", T, "B two"], ["X other", T, "Y things", "Z"]),
    "another table in its place": (["A one", T, "Z"], ["A one", table("x|y|z"), "Z"]),
    "a table that is gone": (["A one", "B caption", T, "Z"], ["A one", "Z"]),
    "rows that are gone, new and changed": (
        ["A", table("a one|b two", "c three|d four", "e|f"), "Z"],
        ["A", table("a one|b two", "n new|m row", "c three|d five"), "Z"],
    ),
    "nothing in common": (["A one", "B two"], [T, "Z nothing"]),
    "another order": (
        ["A one two three", "B four five six", "C seven"],
        ["C seven", "A one two three", "B four five six"],
    ),
}


@pytest.mark.parametrize("way", ["to", "fro"])
@pytest.mark.parametrize("name", CASES)
def test_each_case_is_exact_both_ways(name: str, way: str) -> None:
    """Words, styles, paragraphs, rows: of the new body once all is accepted, of the old one once all is rejected."""
    blocks = CASES[name] if way == "to" else CASES[name][::-1]
    old, new = (body_of(*each) for each in blocks)
    wanted = settle_container(new, accept=True), settle_container(old, accept=True)
    written = rewrite(old, new)
    assert (settle_container(written, accept=True), settle_container(written, accept=False)) == wanted
    assert wanted[0] != wanted[1]


def test_what_is_typed_at_the_end_is_told_by_the_mark_before() -> None:
    """The last paragraph's own mark stays, as the format wants it, and keeps how the one before it looked."""
    first, last = rewrite(body_of("A one"), body_of("A one", "B two")).findall(f"{W}p")
    assert first.find(f"{W}pPr/{W}rPr/{W}ins") is not None
    assert last.find(f"{W}pPr/{W}rPr/{W}ins") is None
    former = last.find(f"{W}pPr/{W}pPrChange/{W}pPr/{W}pStyle")
    assert former is not None
    assert former.get(f"{W}val") == "A"


def test_what_stayed_is_not_touched() -> None:
    """A body against itself has no revision, and every element of it is the one that was there."""
    body = body_of("A one", T, "Z")
    before = list(body)
    assert list(rewrite(body_of("A one", T, "Z"), body)) == before
