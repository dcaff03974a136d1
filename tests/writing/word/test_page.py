"""Rows of a Word table do not stand alone on a page."""

import pytest
from lxml import etree
from tests.writing.word.soundness import W

from briefmaker.writing.word.page import LONG_ROW, keep_rows_together

NAMESPACE = W[1:-1]


def make_table(*rows: str, has_header: bool = True) -> etree._Element:
    """Give a body with one table, a row for each text."""
    made = []
    for number, text in enumerate(rows):
        header = "<w:trPr><w:tblHeader/></w:trPr>" if has_header and number == 0 else ""
        paragraph = f'<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        made.append(f"<w:tr>{header}<w:tc>{paragraph}<w:p/></w:tc></w:tr>")
    return etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}"><w:tbl>{"".join(made)}</w:tbl></w:body>')


def list_kept(body: etree._Element) -> str:
    """Give a letter a row: ``k`` for one whose paragraphs all stay with the next, ``-`` for one where none does."""
    kept = ""
    for row in body.iter(f"{W}tr"):
        flags = {paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in row.iter(f"{W}p")}
        assert len(flags) == 1
        kept += "k" if flags.pop() else "-"
    return kept


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        (["head", "a"], "k-"),
        (["head", "a", "b", "c", "d", "e"], "kkkkk-"),
        (["head", "a", "b", "c", "d", "e", "f"], "kk---k-"),
        (["head", "a", "b" * (LONG_ROW + 1), "c"], "k---"),
        (["head", *("a" * LONG_ROW for _ in range(5))], "kk--k-"),
    ],
)
def test_no_row_is_left_alone(rows: list[str], kept: str) -> None:
    """A short table stays whole, a long one keeps its ends; a row as high as half a page may go by itself."""
    body = make_table(*rows)
    keep_rows_together(body)
    assert list_kept(body) == kept
    style = body.find(f".//{W}pPr/{W}pStyle")
    assert style.getnext().tag == f"{W}keepNext"


def test_a_table_without_a_header_row_is_left_as_it_is() -> None:
    """It is no table of data, such as the block of lines to take."""
    body = make_table("a", "b", "c", has_header=False)
    keep_rows_together(body)
    assert list_kept(body) == "---"
