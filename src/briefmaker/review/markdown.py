"""Writes rich text as Markdown that reads back to the same: as plainly as it can, with backslashes only where it must."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from briefmaker.model.rich_text import (
    Block,
    Blocks,
    Citation,
    Inline,
    Inlines,
    ItemList,
    LineBreak,
    Paragraph,
    Run,
    Table,
    join_runs,
)
from briefmaker.model.text import TextKind
from briefmaker.reading.markdown import parse_markdown, prepare_parser
from briefmaker.reading.text_problems import find_text_problems
from briefmaker.review.citing import NOTHING_CITED, Citing
from briefmaker.review.tidy import tidy_blocks, tidy_inlines

# What would begin a list, a heading, a quotation, code or a rule at the beginning of a line; an asterisk may begin words in bold.
_OPENING = re.compile(r"^(?P<blank>\s*)(?:(?P<mark>[-+>#=~`]|\*(?=\s|$))|(?P<number>[0-9]{1,9})(?P<stop>[.)])(?=\s|$))")
_DELIMITERS = {"left": "---", "right": "--:", "center": ":-:"}


def write_markdown(blocks: Blocks, kind: TextKind, citing: Citing = NOTHING_CITED) -> str:
    """Give the Markdown of a text in its plainest form; of one line for a short text.

    What asterisks cannot say is left out: emphasis within a word, or all of it; the words are always there.
    """
    if kind is TextKind.WORDS:
        return " ".join(_plain(inline) for block in blocks for inline in _inlines_of(block)).strip()
    writer = _Writer(kind, citing)
    return "\n\n".join(writer.block(block, bullet) for block, bullet in _with_bullets(blocks)).strip("\n")


def write_rich(blocks: Blocks) -> str:
    """Give Markdown of any number of blocks, without a line break at its end."""
    return write_markdown(blocks, TextKind.RICH)


def write_short(inlines: Inlines) -> str:
    """Give one line of Markdown; line breaks become blanks."""
    return write_markdown((Paragraph(inlines),), TextKind.SHORT)


def _plain(inline: Inline) -> str:
    return inline.text if isinstance(inline, Run) else ""


def _inlines_of(block: Block) -> Inlines:
    return block.inlines if isinstance(block, Paragraph) else ()


def _with_bullets(blocks: Blocks) -> Iterator[tuple[Block, str]]:
    """Give each block with the bullet of its entries: another one parts a list from the list right before it."""
    bullet = "-"
    for before, block in pairwise((None, *blocks)):
        if block is None:
            continue
        is_beside = isinstance(before, ItemList) and isinstance(block, ItemList) and before.ordered == block.ordered
        bullet = {"-": "*", "*": "-"}[bullet] if is_beside else "-"
        yield block, bullet


class _Writer:
    def __init__(self, kind: TextKind, citing: Citing) -> None:
        self._kind = kind
        self._citing = citing

    def block(self, block: Block, bullet: str) -> str:
        match block:
            case Paragraph():
                return self.inlines(block.inlines)
            case ItemList():
                return self._list(block, bullet)
            case Table():
                return self._table(block)

    def _list(self, block: ItemList, bullet: str) -> str:
        entries = []
        for number, item in enumerate(block.items, start=block.start):
            mark = f"{number}{'.' if bullet == '-' else ')'} " if block.ordered else f"{bullet} "
            separator = "\n" if all(_follows_at_once(each) for each in item[1:]) else "\n\n"
            content = separator.join(self.block(each, own) for each, own in _with_bullets(item))
            lines = content.split("\n")
            indented = [lines[0], *(" " * len(mark) + line if line else "" for line in lines[1:])]
            entries.append(mark + "\n".join(indented))
        return "\n".join(entries)

    def _table(self, table: Table) -> str:
        cells = _Writer(TextKind.SHORT, self._citing)
        alignments = (*table.alignments, *["left"] * len(table.header))[: len(table.header)]
        delimiters = [_DELIMITERS.get(each, "---") for each in alignments]
        # A table takes one backslash away before each bar, whatever stands before that.
        rows = [[cells.inlines(cell).replace("|", "\\|") for cell in row] for row in (table.header, *table.rows)]
        return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], delimiters, *rows[1:]))

    def inlines(self, inlines: Inlines) -> str:
        """Give one paragraph: the plainest way of writing that reads back to it, with as much emphasis as can be said."""
        if self._kind is TextKind.SHORT:
            inlines = tuple(Run(" ") if isinstance(each, LineBreak) else each for each in inlines)
        for simplify in (_as_it_is, _without_inner_emphasis, _without_emphasis):
            written = self._write_plainest(simplify(inlines))
            if written is not None:
                return written
        return self._join(_without_emphasis(inlines), _escape_fully)

    def _write_plainest(self, inlines: Inlines) -> str | None:
        """Give the first way that reads back, and that nothing is told of if there is one; None where none reads back."""
        told: str | None = None
        for way in (_escape_nothing, _escape_openings, _escape_lightly, _escape_fully):
            written = self._join(inlines, way)
            if self._reads_back(written, inlines):
                if not find_text_problems(written, self._kind):
                    return written
                told = told or written
        return told

    def _reads_back(self, written: str, inlines: Inlines) -> bool:
        wanted = tidy_inlines(_with_links_as_read(inlines), self._citing)
        read = tidy_blocks(parse_markdown(written, self._kind), self._citing)
        return read == ((Paragraph(wanted),) if wanted else ())

    def _join(self, inlines: Inlines, escape: "Escape") -> str:
        written = ""
        for inline in inlines:
            piece = _write_inline(inline, escape)
            needs_blank = isinstance(inline, Citation) and written and not written[-1].isspace()
            written += f" {piece}" if needs_blank else piece
        if self._kind is TextKind.SHORT or escape is _escape_nothing:
            return written
        return "\n".join(_OPENING.sub(_set_off, line) for line in written.split("\n"))


def _follows_at_once(block: Block) -> bool:
    """Tell whether a block of an item may stand on the line behind its words: numbers may do so that begin at 1."""
    return isinstance(block, ItemList) and (not block.ordered or block.start == 1)


def _write_inline(inline: Inline, escape: "Escape") -> str:
    match inline:
        case LineBreak():
            return "\\\n"
        case Citation():
            return _write_citation(inline)
        case Run(text=text) if text:
            sign = "*" * (2 * inline.strong + inline.emphasis)
            words = f"{sign}{escape(text)}{sign}"
            return f"[{words}]({_write_address(inline.link)})" if inline.link else words
        case _:
            return ""


def _write_citation(citation: Citation) -> str:
    references = (f"@{each.id}, {each.place}" if each.place else f"@{each.id}" for each in citation.references)
    return f"[{'; '.join(references)}]"


def _write_address(link: str) -> str:
    link = re.sub(r"[<>\\\s]", lambda found: f"%{ord(found[0]):02X}", link)
    return f"<{link}>" if re.search(r"[()]", link) else link


def _with_links_as_read(inlines: Inlines) -> Inlines:
    """Give addresses as Markdown gives them back, which writes some signs of them in its own way."""
    normalise = prepare_parser().normalizeLink
    return tuple(
        replace(each, link=normalise(_write_address(each.link).strip("<>")))
        if isinstance(each, Run) and each.link
        else each
        for each in inlines
    )


def _as_it_is(inlines: Inlines) -> Inlines:
    return inlines


def _without_inner_emphasis(inlines: Inlines) -> Inlines:
    """Take emphasis from runs that begin or end within a word, where asterisks cannot always say it."""
    around = zip((None, *inlines), inlines, (*inlines[1:], None), strict=False)
    return join_runs(
        _without_looks(each) if _touches(before, each) or _touches(each, after) else each
        for before, each, after in around
    )


def _touches(first: Inline | None, second: Inline | None) -> bool:
    return (
        isinstance(first, Run)
        and isinstance(second, Run)
        and not first.text[-1:].isspace()
        and not second.text[:1].isspace()
    )


def _without_emphasis(inlines: Inlines) -> Inlines:
    return join_runs(map(_without_looks, inlines))


def _without_looks(inline: Inline) -> Inline:
    return replace(inline, strong=False, emphasis=False) if isinstance(inline, Run) else inline


Escape = Callable[[str], str]
_LIGHT = re.compile(r"[\\*<]|(?<![^\W_])_|_(?![^\W_])|\[(?=@)|\](?=\()")
_FULL = re.compile(r"[\\*_<>|\[\]]")


def _escape_nothing(text: str) -> str:
    return text


def _escape_openings(text: str) -> str:
    """Leave all within a line as it is; its beginning is looked at once the line is whole."""
    return text


def _escape_lightly(text: str) -> str:
    return _LIGHT.sub(r"\\\g<0>", text)


def _escape_fully(text: str) -> str:
    return _FULL.sub(r"\\\g<0>", text)


def _set_off(found: re.Match[str]) -> str:
    """Keep what looks like the sign of a list, or the like, at the beginning of a line from being one."""
    sign = rf"{found['number']}\{found['stop']}" if found["number"] else rf"\{found['mark']}"
    return found["blank"] + sign
