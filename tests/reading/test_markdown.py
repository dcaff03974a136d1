"""Markdown into the tree of rich text: what becomes structure, what stays as typed, and that no word is lost."""

import re

import pytest
from hypothesis import given, settings, strategies

from briefmaker.model import TextKind
from briefmaker.model.rich_text import (
    Citation,
    ItemList,
    LineBreak,
    Paragraph,
    Reference,
    Run,
    Table,
    iterate_inlines,
    plain_text,
)
from briefmaker.reading.markdown import parse_markdown, prepare_parser
from briefmaker.reading.text_problems import find_text_problems

RICH, SHORT, WORDS = TextKind.RICH, TextKind.SHORT, TextKind.WORDS


def test_emphasis_and_links_become_runs() -> None:
    """Proves that styles nest, neighbours of one style are one run, and links keep their address."""
    (paragraph,) = parse_markdown("A *b **c*** [*d* e](https://f.int/?g=1&h=2) <https://i.int> <j@k.int>", SHORT)
    assert paragraph == Paragraph(
        (
            Run("A "),
            Run("b ", emphasis=True),
            Run("c", strong=True, emphasis=True),
            Run(" "),
            Run("d", emphasis=True, link="https://f.int/?g=1&h=2"),
            Run(" e", link="https://f.int/?g=1&h=2"),
            Run(" "),
            Run("https://i.int", link="https://i.int"),
            Run(" "),
            Run("j@k.int", link="mailto:j@k.int"),
        )
    )


@pytest.mark.parametrize(
    "address", ["javascript:a", "JAVASCRIPT:a", "data:text/html,a", "file:///a", "a.html", "//a.int", "#a", ""]
)
def test_a_link_elsewhere_keeps_its_words_and_loses_its_address(address: str) -> None:
    """Proves that only the web and mail can be reached from a document."""
    for inline in parse_markdown(f"See [it]({address}) now", SHORT)[0].inlines:  # type: ignore[union-attr]
        assert isinstance(inline, Run)
        assert inline.link == ""
    assert "it" in plain_text(parse_markdown(f"See [it]({address}) now", SHORT)[0].inlines)  # type: ignore[union-attr]


def test_citations_are_read_with_their_places() -> None:
    """Proves the forms of a citation, also within emphasis, beside words and across a line break."""
    source = "A [@b], **[@c-1.x, p. 3,  table 4; @d ]**\nand [@e,\nannex]."
    found = [inline for inline in parse_markdown(source, RICH)[0].inlines if isinstance(inline, Citation)]  # type: ignore[union-attr]
    assert found == [
        Citation((Reference("b"),)),
        Citation((Reference("c-1.x", "p. 3, table 4"), Reference("d"))),
        Citation((Reference("e", "annex"),)),
    ]


@pytest.mark.parametrize("text", ["[@]", "[@a p. 3]", "[see @a]", "@a", "[@a", r"\[@a]", "[@a;]", "[@a; b]", "[@ a]"])
def test_what_is_no_citation_stays_as_typed(text: str) -> None:
    """Proves that nothing disappears into a citation that cannot be looked up."""
    assert parse_markdown(text, SHORT) == (Paragraph((Run(text.replace("\\[", "[")),)),)


@pytest.mark.parametrize(
    "text",
    [
        "AT&T",
        "R&D <5 %",
        "&amp; &lt; &nbsp; &#65;",
        "a < b > c",
        "<b>bold</b>",
        "![alt](x.png)",
        "`code`",
        "~~no~~",
        "(c) -- ... \"q\" 'r'",
        "https://a.int",
        "2 * 3 * 4",
        "snake_case_name",
        "[text][ref]",
        "[^1]",
        "$5 {{ x }} {% y %}",
        "50 % | 60 %",
        "a  b",
    ],
)
def test_signs_are_printed_as_typed(text: str) -> None:
    """Proves that what people type is what is printed: no entity, HTML, picture, code or typography is made of it."""
    assert parse_markdown(text, SHORT) == (Paragraph((Run(text),)),)


@pytest.mark.parametrize(
    "text", ["# Head", "> quote", "```\ncode\n```", "---", "    indented", "Head\n====", "[a]: https://b.int"]
)
def test_blocks_that_a_brief_has_not_are_printed_as_typed(text: str) -> None:
    """Proves that headings, quotes, code, rules and link definitions lose nothing."""
    (block,) = parse_markdown(text, RICH)
    assert block == Paragraph((Run(" ".join(text.split())),))


def test_line_breaks_are_kept_where_they_are_asked_for() -> None:
    """Proves that a plain line break is a blank, and that a backslash or two blanks break the line."""
    assert parse_markdown("a\nb  \nc\\\nd", RICH) == (
        Paragraph((Run("a b"), LineBreak(), Run("c"), LineBreak(), Run("d"))),
    )


def test_lists_nest_and_restart() -> None:
    """Proves that lists keep their kind, their first number, and the blocks within their items."""
    source = "Text:\n\n3. a\n4. b\n   - c\n\n     d\n\nbetween\n\n1. e"
    inner = ItemList(((Paragraph((Run("c"),)), Paragraph((Run("d"),))),))
    numbered = ItemList(((Paragraph((Run("a"),)),), (Paragraph((Run("b"),)), inner)), ordered=True, start=3)
    restarted = ItemList(((Paragraph((Run("e"),)),),), ordered=True, start=1)
    assert parse_markdown(source, RICH) == (
        Paragraph((Run("Text:"),)),
        numbered,
        Paragraph((Run("between"),)),
        restarted,
    )


def test_tables_have_alignments_and_even_rows() -> None:
    """Proves that columns carry their alignment, cells their styles, and short rows are filled up."""
    source = "| A | B | C |\n|---|--:|:-:|\n| **1** | [@s] |\n| 2 \\| 3 | 4 | 5 |"
    assert parse_markdown(source, RICH) == (
        Table(
            ((Run("A"),), (Run("B"),), (Run("C"),)),
            (
                ((Run("1", strong=True),), (Citation((Reference("s"),)),), ()),
                ((Run("2 | 3"),), (Run("4"),), (Run("5"),)),
            ),
            ("left", "right", "center"),
        ),
    )


def test_a_table_within_a_list_stays_there() -> None:
    """Proves that any block can stand in an item."""
    (block,) = parse_markdown("- a\n\n  | B |\n  |---|\n  | c |", RICH)
    assert isinstance(block, ItemList)
    assert [type(inner) for inner in block.items[0]] == [Paragraph, Table]


def test_short_texts_are_one_paragraph() -> None:
    """Proves that signs of lists, tables and headings mean nothing in one line."""
    for text in ("- a", "1. a", "+ 3 %", "| a |", "# 3", ""):
        assert parse_markdown(text, SHORT) == (Paragraph((Run(text),) if text else ()),)


def test_words_are_kept_exactly() -> None:
    """Proves that a text of the kind words is not looked into."""
    assert parse_markdown("  *a* [@b] \\* ", WORDS) == (Paragraph((Run("  *a* [@b] \\* "),)),)


def test_nothing_gives_nothing() -> None:
    """Proves that an empty rich text has no paragraph."""
    assert parse_markdown("", RICH) == ()
    assert parse_markdown(" \n\n ", RICH) == ()


WORD = strategies.text(
    strategies.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=8
)
PROSE = strategies.lists(WORD, min_size=1, max_size=12).map(" ".join)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _letters(text: str) -> str:
    return "".join(_words(text)).replace("_", "")


def _print(source: str, kind: TextKind) -> str:
    return " ".join(plain_text(inlines) for inlines in iterate_inlines(parse_markdown(source, kind)))


@settings(max_examples=200, deadline=None)
@given(PROSE)
def test_no_word_of_prose_is_lost(prose: str) -> None:
    """Proves that a short text prints all its letters in order, whatever signs stand around them."""
    if "](" in prose or "[@" in prose or re.search(r"<[^\s>]+[:@][^\s>]*>", prose):
        return
    assert _letters(_print(prose, SHORT)) == _letters(prose)


LINE = strategies.sampled_from(
    ["", "- ", "  - ", "1. ", "# ", "> ", "    ", "**", "| ", "+ ", "```", "---", "*a* ", "[x](https://y.int) "]
)
WRITTEN = strategies.lists(
    strategies.tuples(LINE, strategies.sampled_from(["alpha", "beta gamma", "delta *epsilon*", ""])), max_size=12
)


@settings(max_examples=200, deadline=None)
@given(WRITTEN)
def test_no_word_of_a_rich_text_is_lost(lines: list[tuple[str, str]]) -> None:
    """Proves that blocks of any mixture keep all their words; what cannot be kept is an error."""
    source = "\n".join(mark + words for mark, words in lines)
    if any(problem.severity == "error" for problem in find_text_problems(source, RICH)):
        return
    printed = _print(source, RICH)
    named = {"alpha", "beta", "gamma", "delta", "epsilon"}
    assert [word for word in _words(printed) if word in named] == [word for word in _words(source) if word in named]


@settings(max_examples=200, deadline=None)
@given(strategies.text(alphabet="ab .,:;-+1)(&#>=~!\"'@\t\n%", max_size=30), strategies.sampled_from([SHORT, RICH]))
def test_the_quick_way_gives_what_the_parser_gives(source: str, kind: TextKind) -> None:
    """Proves that a text without markup is the same tree with and without the Markdown parser."""
    text = source.strip().replace("\n", " ") if kind is SHORT else source
    tokens = prepare_parser().parseInline(text) if kind is SHORT else prepare_parser().parse(text)
    parsed = " ".join(token.content for token in tokens if token.type == "inline")
    assert _print(text, kind).split() == parsed.split()


HOSTILE = [
    "[",
    "]",
    "*",
    "_",
    "<",
    ">",
    "> ",
    "- ",
    "1. ",
    "|",
    "![",
    "[@a",
    "[](",
    "](",
    "\\",
    "`",
    "[a](",
    "*a_ ",
    "[@;",
    "<a:",
    "- a\n",
    "|a\n",
    "[@a, ",
    "**a*",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_four_thousand_signs_are_read_or_told_of(piece: str) -> None:
    """Proves that no repetition of a sign is too much for the parser or the look for problems, and that none is lost."""
    for kind in (SHORT, RICH):
        blocks = parse_markdown(piece * 4_000, kind)
        problems = find_text_problems(piece * 4_000, kind)
        assert blocks or problems


def test_a_text_of_nothing_but_markup_is_printed_as_typed() -> None:
    """Proves that past 50,000 signs the parser is left alone, and that this is an error."""
    source = "[" * 60_000
    assert parse_markdown(source, RICH) == (Paragraph((Run(source),)),)
    assert [problem.severity for problem in find_text_problems(source, RICH)] == ["error"]


def test_lists_a_thousand_deep_are_refused_and_do_no_harm() -> None:
    """Proves that depth is an error and never an exception."""
    source = "".join("  " * level + "- a\n" for level in range(1000))
    assert parse_markdown(source, RICH)
    assert [problem.code for problem in find_text_problems(source, RICH)] == ["TXT004"]
