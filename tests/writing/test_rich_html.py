"""Tests of writing rich text as HTML."""

import pytest

from briefmaker.model.rich_text import (
    Block,
    Cited,
    CitedSource,
    Inline,
    ItemList,
    LineBreak,
    Paragraph,
    Run,
    Table,
)
from briefmaker.view.shown_text import Text
from briefmaker.writing.import_weasyprint import import_weasyprint
from briefmaker.writing.rich_html import LONG_WORD, LONGEST_TIED, write_blocks, write_inline

BLANK = "\u202f"


def paragraph(*inlines: Inline) -> Paragraph:
    """Give a paragraph."""
    return Paragraph(inlines)


def inline(*inlines: Inline) -> str:
    """Give the HTML of one line."""
    return str(write_inline(Text("title", (Paragraph(inlines),))))


def blocks(*found: Block, portion: str = "") -> str:
    """Give the HTML of a text."""
    return str(write_blocks(Text("issue", found, portion)))


def test_every_sign_of_html_is_escaped() -> None:
    """Proves that a brief's words cannot become markup, nor leave an attribute."""
    assert inline(Run("AT&T <5 R&D> \"x\" 'y'")) == "AT&amp;T &lt;5 R&amp;D&gt; &#34;x&#34; &#39;y&#39;"
    assert inline(Run("a", link='https://x.int/"onclick=')) == '<a href="https://x.int/&#34;onclick=">a</a>'


def test_styles_and_links_become_elements() -> None:
    """Proves that strong, emphasis and links are written, blanks standing outside them."""
    assert (
        inline(Run("a "), Run("b c", strong=True), Run(" "), Run("d", emphasis=True))
        == "a <strong>b c</strong> <em>d</em>"
    )
    assert inline(Run("see", link="https://nato.int")) == '<a href="https://nato.int">see</a>'


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "//nato.int", "data:text/html,x"])
def test_other_kinds_of_links_are_left_out(link: str) -> None:
    """Proves that a link leads to the web or to a mailbox only."""
    assert inline(Run("x", link=link)) == "x"


def test_a_citation_is_a_link_tied_to_the_word_before_it() -> None:
    """Proves that neither a line's end nor a typed blank parts a citation from its word and its full stop."""
    cited = Cited((CitedSource(3),), "[3]")
    link = '<a class="citation" href="#source-3">[3]</a>'
    expected = f'It was<span> </span><span class="unbroken">2021{BLANK}{link}.</span> Then'
    assert inline(Run("It was 2021 "), cited, Run(". Then")) == expected
    assert inline(Run("It was 2021"), cited, Run(". Then")) == expected


def test_each_source_of_a_citation_is_a_link_of_its_own() -> None:
    """Proves that ``[1, table 3; 14]`` leads to both sources and keeps its words."""
    cited = Cited((CitedSource(1, "table 3"), CitedSource(14)), "[1, table 3; 14]")
    assert inline(cited) == (
        '<span class="citation">[<a href="#source-1">1, table 3</a>; <a href="#source-14">14</a>]</span>'
    )


def test_a_word_in_two_styles_is_not_torn() -> None:
    """Proves that a full stop after a strong word stays with it."""
    written = inline(Run("on "), Run("Article 5", strong=True), Run(", and"))
    assert written == 'on <strong>Article</strong><span> </span><span class="unbroken"><strong>5</strong>,</span> and'


def test_a_very_long_word_may_be_cut() -> None:
    """Proves that neither a long word nor many tied pieces can be wider than a column."""
    word = "x" * LONG_WORD
    assert inline(Run(f"a {word} b")) == f'a<span> </span><span class="long">{word}</span> b'
    pieces = [Run("y" * 20, strong=number % 2 == 0) for number in range(LONGEST_TIED // 20 + 1)]
    assert inline(*pieces).startswith('<span class="long"><strong>')


@pytest.mark.parametrize("span", ["15:00–16:00", "2024-25", "80–95\u00a0%"])
def test_times_and_ranges_are_not_broken(span: str) -> None:
    """Proves that a line never ends within a range."""
    assert inline(Run(f"At {span} we meet")) == f'At<span> </span><span class="unbroken">{span}</span> we meet'


def test_a_line_break_stays() -> None:
    """Proves that a break within a paragraph is kept."""
    assert inline(Run("a"), LineBreak(), Run("b")) == "a<br>b"


def test_lists_nest_and_begin_at_their_number() -> None:
    """Proves that a numbered list restarts where it was told to, with lists inside its entries."""
    inner = ItemList(((paragraph(Run("deep")),),))
    outer = ItemList(((paragraph(Run("one")), inner), (paragraph(Run("two")),)), ordered=True, start=4)
    assert (
        blocks(outer)
        == '<ol start="4" style="counter-reset:list-item 3"><li>one<ul><li>deep</li></ul></li><li>two</li></ol>'
    )


def test_an_entry_of_two_paragraphs_keeps_both() -> None:
    """Proves that paragraphs within an entry stay apart."""
    entry = (paragraph(Run("a")), paragraph(Run("b")))
    assert blocks(ItemList((entry,))) == "<ul><li><p>a</p><p>b</p></li></ul>"


def test_a_table_has_a_head_with_scope_and_its_alignments() -> None:
    """Proves that a reader who cannot see the table hears which column a cell belongs to."""
    table = Table(((Run("Ally"),), (Run("2025"),)), (((Run("Spain"),), (Run("2.00"),)),), ("left", "right"))
    assert blocks(table) == (
        '<table class="data whole"><colgroup><col style="width:50.0%"><col style="width:50.0%"></colgroup>'
        '<thead><tr><th scope="col">Ally</th><th scope="col" class="right">2025</th></tr></thead>'
        '<tbody><tr><td>Spain</td><td class="right">2.00</td></tr></tbody></table>'
    )


def test_a_portion_mark_stands_before_each_paragraph() -> None:
    """Proves that every paragraph of a marked text shows its mark, and a list has one before it."""
    mark = '<span class="portion">(NR)</span> '
    assert blocks(paragraph(Run("a")), paragraph(Run("b")), portion="(NR)") == f"<p>{mark}a</p><p>{mark}b</p>"
    marked = blocks(ItemList(((paragraph(Run("a")),),)), portion="(NR)")
    assert marked == f"<p>{mark}</p><ul><li>a</li></ul>"
    assert str(write_inline(Text("title", (paragraph(Run("a")),), "(NR)"))) == f"{mark}a"


def test_a_text_that_is_not_there_is_nothing() -> None:
    """Proves that a template may show a field that is not filled."""
    assert (write_inline(None), write_blocks(None)) == ("", "")


def test_a_name_in_arabic_is_one_element_with_all_its_words() -> None:
    """Proves that no word is taken out of a name written from right to left, which would be set on its wrong side."""
    name = "فيصل بن فرحان آل سعود"
    assert inline(Run("Meet "), Run(name, strong=True), Run(".")) == f"Meet <strong>{name}</strong>."


def test_a_citation_is_tied_to_a_word_from_right_to_left() -> None:
    """Proves that no line begins with a citation, nor a line ends early before it; other words stay in one element."""
    link = '<a class="citation" href="#source-3">[3]</a>'
    cited = inline(Run("שלום רב עולם "), Cited((CitedSource(3),), "[3]"), Run(". עוד"), LineBreak(), Run("B"))
    assert cited == f'שלום רב <span class="unbroken">עולם{BLANK}{link}.</span> עוד<br>B'
    year = inline(Run("שלום 2025 "), Cited((CitedSource(3),), "[3]"))
    assert year == f'שלום <span class="unbroken">2025{BLANK}{link}</span>'
    latin = inline(Run("שלום עולם Suez "), Cited((CitedSource(3),), "[3]"))
    assert latin == f"שלום עולם Suez {BLANK}{link}"
    english = inline(Run("A man called דניאל "), Cited((CitedSource(3),), "[3]"))
    assert english == f"A man called דניאל {BLANK}{link}"


def test_where_every_portion_is_marked_each_entry_of_a_list_is() -> None:
    """Once each, and no mark stands alone before the list; a table has one of its own."""
    entries = ItemList(((paragraph(Run("one")),), (paragraph(Run("two")), paragraph(Run("more")))))
    written = str(write_blocks(Text("issue", (entries,), "(U)", marks_items=True)))
    mark = '<span class="portion">(U)</span> '
    assert written == f"<ul><li>{mark}one</li><li><p>{mark}two</p><p>more</p></li></ul>"
    assert str(write_blocks(Text("issue", (entries,), "(U)"))).count(mark) == 1
    table = Table(((Run("a"),),), (), ("left",))
    assert str(write_blocks(Text("issue", (table,), "(U)", marks_items=True))).startswith(f"<p>{mark}</p>")


@pytest.mark.parametrize(
    ("portion", "kind"),
    [("(NR)", "portion"), ("(S//NF)", "portion unbroken"), (f"(S//REL TO {'USA, ' * 6}GBR)", "portion")],
)
def test_a_mark_with_caveats_is_kept_on_one_line(portion: str, kind: str) -> None:
    """Unless it is longer than the narrowest column."""
    assert blocks(paragraph(Run("a")), portion=portion) == f'<p><span class="{kind}">{portion}</span> a</p>'


def list_first_lines(paragraph: str) -> list[str]:
    """Give the first line of a paragraph of HTML as it is laid out in columns of many widths."""
    weasyprint = import_weasyprint()
    style = "<style>@page {{ size: 300mm 100mm }} body {{ width: {}px }} .unbroken {{ white-space: nowrap }}</style>"
    found = []
    for width in range(560, 700, 2):
        page = weasyprint.HTML(string=f"{style.format(width)}<p>{paragraph}").render().pages[0]
        line = next(box for box in page._page_box.descendants() if type(box).__name__ == "LineBox")
        found.append("".join(box.text for box in line.descendants() if hasattr(box, "text")))
    return found


def test_a_line_before_a_tied_word_is_full() -> None:
    """Whatever the width; with a plain blank, WeasyPrint leaves lines of one word, which proves that the guard is needed."""
    words = "Europe and Canada rose from 1.40\u00a0% of GDP in 2014 to an estimated 2.27\u00a0% in "
    cited = Cited((CitedSource(1),), "[1]")
    written = inline(Run(f"{words}2025"), cited, Run(". The pledge of 25 June 2025 is five."))
    assert all(len(line.split()) > 5 for line in list_first_lines(written))
    assert any(len(line.split()) == 1 for line in list_first_lines(written.replace("<span> </span>", " ")))


def test_a_name_with_a_hyphen_is_parted_there_and_nowhere_else() -> None:
    """Only a stretch too long for the narrowest column may be cut within."""
    assert inline(Run("Anna Featherstonehaugh-Cholmondeley")) == "Anna Featherstonehaugh-Cholmondeley"
    assert inline(Run("Anna Featherstonehaughcholmondeley")) == (
        'Anna<span> </span><span class="long">Featherstonehaughcholmondeley</span>'
    )
