"""Rich text of a letter as HTML: everything escaped, links to the web and to mail only, one direction at a time."""

import pytest

from briefmaker.model.rich_text import Block, ItemList, LineBreak, Paragraph, Run, Table
from briefmaker.model.style import Palette
from briefmaker.writing.letters.letter_styles import LetterStyles
from briefmaker.writing.letters.write_blocks import BlockWriter


def _write(*blocks: Block, direction: str = "ltr") -> str:
    return str(BlockWriter(LetterStyles(Palette(), direction)).write_blocks(blocks, "text"))


def test_every_sign_of_html_is_escaped() -> None:
    """In words and in addresses."""
    written = _write(Paragraph((Run("<b>&\"'", link='https://x.int/"onclick='),)))
    assert "&lt;b&gt;&amp;&#34;&#39;" in written
    assert 'href="https://x.int/&#34;onclick="' in written


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///x", "//example.int", "data:text/html,x"])
def test_other_kinds_of_links_are_left_out(link: str) -> None:
    """A mail program may follow what it should not."""
    assert "href" not in _write(Paragraph((Run("x", link=link),)))


def test_styles_are_nested_as_they_are_meant() -> None:
    """And a broken line is one."""
    written = _write(Paragraph((Run("a", strong=True, emphasis=True), LineBreak(), Run("b"))))
    assert "<strong><em>a</em></strong><br />\nb</p>" in written


def test_a_list_begins_at_its_number_and_stands_in_at_its_own_side() -> None:
    """As a margin, which Outlook keeps; from right to left at the right."""
    items = ((Paragraph((Run("a"),)), ItemList(((Paragraph((Run("b"),)),),))),)
    assert '<ol class="ink" start="3"' in _write(ItemList(items, ordered=True, start=3))
    assert _write(ItemList(items)).count("margin-left:24px") == 2
    assert "margin-right:24px" in _write(ItemList(items), direction="rtl")


def test_a_table_has_heads_and_its_columns_stand_as_they_should() -> None:
    """Heads say that they are heads of columns."""
    cells = ((Run("Ally"),), (Run("2024"),))
    written = _write(Table(cells, (cells,), ("left", "right")))
    assert written.count('<th scope="col"') == 2
    assert written.count("text-align:right") == 2
    assert _write(Table(cells, (cells,), ("left", "right")), direction="rtl").count("text-align:right") == 4
