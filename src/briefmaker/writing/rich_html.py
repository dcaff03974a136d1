"""Writes rich text as HTML: everything escaped, citations tied to the word before them, times and ranges unbroken."""

import re
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup, escape

from briefmaker.model.rich_text import (
    Block,
    Blocks,
    Citation,
    Cited,
    Inline,
    Inlines,
    ItemList,
    LineBreak,
    Paragraph,
    Run,
    Table,
    plain_text,
    write_cited_source,
)
from briefmaker.view.portion_marks import is_marked_alone
from briefmaker.view.shown_text import Text
from briefmaker.writing.bidirectional import has_right_to_left
from briefmaker.writing.columns import weigh_columns

THIN_BLANK = "\u202f"
"""The narrow blank that never breaks: thin space itself would let a citation fall onto the next line."""

_NO_MARK = Markup()
_LINK_SCHEMES = ("https://", "http://", "mailto:")
_BLANK = re.compile(r"[ \t\n]+")
_BREAKING = re.compile(r"[/ ]")
_RANGE = re.compile(r"\d[–-]\d")

LONGEST_TIED = 60
"""Most characters that are kept on one line, so that no line is wider than its column."""

LONGEST_WHOLE_TABLE = 8
"""Most rows of a table that is never parted by the end of a page."""

LONG_WORD = 25
"""From this many characters on, a word may be cut where it does not fit: about what the narrowest column holds."""


def write_inline(text: Text | None) -> Markup:
    """Give a text as HTML within one line: its portion mark, then its words; paragraphs are joined by blanks."""
    if text is None:
        return Markup()
    paragraphs = (_write_inlines(inlines) for inlines in _paragraphs(text.blocks))
    return _mark(text) + Markup(" ").join(paragraphs)


def write_blocks(text: Text | None) -> Markup:
    """Give a text as HTML paragraphs, lists and tables; its portion mark stands before each paragraph of its own."""
    if text is None:
        return Markup()
    mark = _mark(text)
    if mark and is_marked_alone(text):
        return Markup("<p>{}</p>").format(mark) + _write_all(text.blocks, Markup())
    return _write_all(text.blocks, mark, mark if text.marks_items else _NO_MARK)


def count_lines(text: Text | None, width: int) -> int:
    """Give about how many lines a text takes where ``width`` characters stand in one."""
    if text is None:
        return 0
    return sum(len(plain_text(inlines)) // width + 1 for inlines in _paragraphs(text.blocks))


def _mark(text: Text) -> Markup:
    if not text.portion:
        return _NO_MARK
    # A line may break after a slash: a mark with caveats is kept whole where the narrowest column has room for it.
    is_kept = _BREAKING.search(text.portion) and len(text.portion) <= LONG_WORD
    kind = "portion unbroken" if is_kept else "portion"
    return Markup('<span class="{}">{}</span> ').format(kind, text.portion)


def _paragraphs(blocks: Blocks) -> list[Inlines]:
    found: list[Inlines] = []
    for block in blocks:
        match block:
            case Paragraph():
                found.append(block.inlines)
            case ItemList():
                for item in block.items:
                    found += _paragraphs(item)
            case Table():
                found += [cell for row in (block.header, *block.rows) for cell in row]
    return found


def _write_all(blocks: Blocks, mark: Markup, item_mark: Markup = _NO_MARK) -> Markup:
    return Markup().join(_write_block(block, mark, item_mark) for block in blocks)


def _write_block(block: Block, mark: Markup, item_mark: Markup) -> Markup:
    match block:
        case Paragraph():
            return Markup("<p>{}{}</p>").format(mark, _write_inlines(block.inlines))
        case ItemList():
            return _write_list(block, item_mark)
        case Table():
            return _write_table(block)


def _write_list(block: ItemList, mark: Markup) -> Markup:
    items = Markup().join(Markup("<li>{}</li>").format(_write_item(item, mark)) for item in block.items)
    if not block.ordered:
        return Markup("<ul>{}</ul>").format(items)
    # WeasyPrint numbers by the counter alone; browsers and readers who listen know `start`.
    first = Markup(' start="{}" style="counter-reset:list-item {}"').format(block.start, block.start - 1)
    start = first if block.start != 1 else Markup()
    return Markup("<ol{}>{}</ol>").format(start, items)


def _write_item(item: Blocks, mark: Markup) -> Markup:
    """Write what one list entry holds; its only paragraph needs no element of its own."""
    paragraphs = sum(isinstance(block, Paragraph) for block in item)
    if paragraphs == 1 and isinstance(item[0], Paragraph):
        return mark + _write_inlines(item[0].inlines) + _write_all(item[1:], Markup())
    return _write_all(item[:1], mark) + _write_all(item[1:], Markup())


def _write_table(block: Table) -> Markup:
    head = _write_cells(block.header, block.alignments, Markup('<th scope="col"{}>{}</th>'))
    rows = (_write_cells(row, block.alignments, Markup("<td{}>{}</td>")) for row in block.rows)
    body = Markup().join(Markup("<tr>{}</tr>").format(row) for row in rows)
    whole = " whole" if len(block.rows) <= LONGEST_WHOLE_TABLE else ""
    table = Markup('<table class="data{}"><colgroup>{}</colgroup><thead><tr>{}</tr></thead><tbody>{}</tbody></table>')
    return table.format(whole, _write_columns(block), head, body)


def _write_columns(block: Table) -> Markup:
    weights = weigh_columns([[len(plain_text(cell)) for cell in row] for row in (block.header, *block.rows)])
    column = Markup('<col style="width:{}%">')
    return Markup().join(column.format(round(100 * weight / sum(weights), 1)) for weight in weights)


def _write_cells(cells: tuple[Inlines, ...], alignments: tuple[str, ...], cell: Markup) -> Markup:
    written = Markup()
    for index, inlines in enumerate(cells):
        alignment = alignments[index] if index < len(alignments) else "left"
        written += cell.format(write_alignment(alignment), _write_inlines(inlines))
    return written


def write_alignment(alignment: str) -> Markup:
    """Give the class of a cell that is not set to the left: `` class="right"``."""
    return Markup(' class="{}"').format(alignment) if alignment in ("right", "center") else Markup()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text in one style, with no blank in it."""

    style: Run | Cited
    text: str


_Word = list[_Piece]
"""What stands between two blanks: one piece, or several that must not be torn apart."""


def _write_inlines(inlines: Inlines) -> Markup:
    """Write one paragraph, from right to left or from left to right."""
    if any(has_right_to_left(inline.text) for inline in inlines if isinstance(inline, Run)):
        return Markup().join(_write_untied(each) for each in _tie_citations(inlines))
    return _write_tied_words(inlines)


@dataclass(frozen=True, slots=True)
class _Tied:
    """A word with the citation after it, and the signs that follow both without a blank."""

    word: Run
    cited: Cited
    signs: Run


def _write_untied(inline: Inline | _Tied) -> Markup:
    """Write a run as one element: WeasyPrint orders Arabic and Hebrew words within an element only, not across several."""
    match inline:
        case Run():
            return _write_piece(inline, inline.text)
        case Cited():
            return escape(THIN_BLANK) + _write_citation(inline)
        case _Tied():
            pieces = (_write_untied(each) for each in (inline.word, inline.cited, inline.signs))
            return Markup('<span class="unbroken">{}</span>').format(Markup().join(pieces))
        case LineBreak():
            return Markup("<br>")
        case Citation():
            return Markup()


def _tie_citations(inlines: Inlines) -> list[Inline | _Tied]:
    """Tie each citation to the word before it, where that runs from right to left as the paragraph does."""
    text = plain_text(inlines)
    if 2 * sum(has_right_to_left(letter) for letter in text) < sum(letter.isalpha() for letter in text):
        return list(inlines)
    tied = list[Inline | _Tied]()
    for inline in inlines:
        before = tied[-1] if tied else None
        if isinstance(inline, Cited) and isinstance(before, Run):
            head, blank, word = before.text.rstrip(" ").rpartition(" ")
            if has_right_to_left(word) or not any(map(str.isalpha, word)):
                tied[-1:] = [replace(before, text=head + blank), _Tied(replace(before, text=word), inline, Run(""))]
                continue
        elif isinstance(inline, Run) and isinstance(before, _Tied) and not before.signs.text:
            signs = re.match(r"[^\w\s]*", inline.text)
            length = signs.end() if signs else 0
            tied[-1] = replace(before, signs=replace(inline, text=inline.text[:length]))
            tied.append(replace(inline, text=inline.text[length:]))
            continue
        tied.append(inline)
    return tied


def _write_tied_words(inlines: Inlines) -> Markup:
    """Write a paragraph word by word; one of several pieces, such as ``**2021**`` with a citation and a full stop, never breaks.

    WeasyPrint may break a line far too early at such a word, so the tie also keeps lines full.
    """
    written, words = Markup(), list[_Word]()
    is_tied = False
    for inline in inlines:
        match inline:
            case Run():
                is_tied = _add_words(words, inline, is_tied=is_tied)
            case Cited():
                _add_citation(words, inline)
                is_tied = True
            case LineBreak():
                written += _write_words(words) + Markup("<br>")
                words, is_tied = [], False
            case Citation():
                pass
    return written + _write_words(words)


def _add_words(words: list[_Word], run: Run, *, is_tied: bool) -> bool:
    """Add the words of one run; its first belongs to the last word before it unless a blank stands between.

    Gives whether what follows belongs to the last word.
    """
    for index, text in enumerate(_BLANK.split(run.text)):
        if text and index == 0 and is_tied and words:
            words[-1].append(_Piece(run, text))
        elif text:
            words.append([_Piece(run, text)])
    return is_tied if not run.text else _BLANK.fullmatch(run.text[-1]) is None


def _add_citation(words: list[_Word], cited: Cited) -> None:
    """Tie a citation to the word before it, whatever blank was typed there."""
    if words:
        words[-1].append(_Piece(cited, THIN_BLANK))
        words[-1].append(_Piece(cited, cited.text))
    else:
        words.append([_Piece(cited, cited.text)])


def _write_words(words: list[_Word]) -> Markup:
    """Write words with blanks between them; neighbours in one style share their element."""
    written = Markup()
    for (style, is_tied), group in groupby(words, key=_style_of):
        if is_tied:
            for word in group:
                written += (_BLANK_BEFORE_TIED if written else Markup()) + _write_tied(word)
        elif style is not None:
            blank = Markup(" ") if written else Markup()
            written += blank + _write_piece(style, " ".join(word[0].text for word in group))
    return written


# Where the last word of a line fits and the blank after it does not, WeasyPrint breaks at the first blank of the text before
# a word that must not be torn, and leaves a line of one word; a blank in an element of its own is weighed by itself.
_BLANK_BEFORE_TIED = Markup("<span> </span>")


def _style_of(word: _Word) -> tuple[Run | Cited | None, bool]:
    """Give the style of a plain word, or that it is written by itself."""
    if len(word) > 1 or _is_long(word) or _RANGE.search(word[0].text):
        return None, True
    return word[0].style, False


def _is_long(word: _Word) -> bool:
    """Tell whether a word has a stretch so long that it may have to be cut; a line may end after a hyphen anyway."""
    return any(len(part) >= LONG_WORD for piece in word for part in piece.text.split("-"))


def _write_tied(word: _Word) -> Markup:
    """Write a word that is kept whole, or one so long that it may be cut; letting every word be cut costs a tenth more."""
    pieces = Markup().join(_write_piece(piece.style, piece.text) for piece in word)
    if _is_long(word) or sum(len(piece.text) for piece in word) > LONGEST_TIED:
        return Markup('<span class="long">{}</span>').format(pieces)
    return Markup('<span class="unbroken">{}</span>').format(pieces)


def _write_piece(style: Run | Cited, text: str) -> Markup:
    if isinstance(style, Cited):
        return escape(text) if text == THIN_BLANK else _write_citation(style)
    written = escape(text)
    if style.link.startswith(_LINK_SCHEMES):
        written = Markup('<a href="{}">{}</a>').format(style.link, written)
    if style.emphasis:
        written = Markup("<em>{}</em>").format(written)
    if style.strong:
        written = Markup("<strong>{}</strong>").format(written)
    return written


def _write_citation(cited: Cited) -> Markup:
    """Write ``[3]`` as one link to its source, ``[1, table 3; 4]`` with a link to each."""
    link = Markup('<a href="#source-{}">{}</a>')
    if len(cited.sources) == 1:
        return Markup('<a class="citation" href="#source-{}">{}</a>').format(cited.sources[0].number, cited.text)
    written = (link.format(source.number, write_cited_source(source)) for source in cited.sources)
    links = Markup("{} ").format(cited.semicolon).join(written)
    return Markup('<span class="citation">[{}]</span>').format(links)
