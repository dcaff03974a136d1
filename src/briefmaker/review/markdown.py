"""Writes rich text as Markdown that reads back to the same: as plainly as it can, with backslashes only where it must."""

import re
from collections.abc import Iterator
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
)
from briefmaker.model.text import TextKind
from briefmaker.reading.markdown import parse_markdown
from briefmaker.review.citing import Citing
from briefmaker.review.tidy import tidy_blocks, tidy_inlines

_SIGNS = re.compile(r"[\\*_\[\]<|]")
_LINE_SIGN = re.compile(r"^(\s*)([-+*]|[0-9]+[.)])(?=\s|$)")
_DELIMITERS = {"left": "---", "right": "--:", "center": ":-:"}


def write_markdown(blocks: Blocks, kind: TextKind, citing: Citing) -> str:
    """Give the Markdown of a text in its plainest form; of one line for a short text."""
    if kind is TextKind.WORDS:
        return " ".join(_plain(inline) for block in blocks for inline in _inlines_of(block)).strip()
    writer = _Writer(kind, citing)
    return "\n\n".join(writer.block(block, bullet) for block, bullet in _with_bullets(blocks)).strip("\n")


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
            separator = "\n" if all(isinstance(each, ItemList) for each in item[1:]) else "\n\n"
            content = separator.join(self.block(each, own) for each, own in _with_bullets(item))
            lines = content.split("\n")
            indented = [lines[0], *(" " * len(mark) + line if line else "" for line in lines[1:])]
            entries.append(mark + "\n".join(indented))
        return "\n".join(entries)

    def _table(self, table: Table) -> str:
        alignments = (*table.alignments, *["left"] * len(table.header))[: len(table.header)]
        delimiters = [_DELIMITERS.get(each, "---") for each in alignments]
        rows = [[self._cell(cell) for cell in row] for row in (table.header, *table.rows)]
        return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], delimiters, *rows[1:]))

    def _cell(self, inlines: Inlines) -> str:
        return re.sub(r"(?<!\\)\|", r"\\|", self.inlines(inlines)).replace("\\\n", " ")

    def inlines(self, inlines: Inlines) -> str:
        """Give one paragraph: the plainest way of writing that reads back to it."""
        for escape in (_escape_nothing, _escape_some, _escape_all):
            written = self._join(inlines, escape)
            if self._reads_back(written, inlines):
                return written
        return self._join(inlines, _escape_all)

    def _reads_back(self, written: str, inlines: Inlines) -> bool:
        wanted = tidy_inlines(inlines, self._citing)
        read = tidy_blocks(parse_markdown(written, self._kind), self._citing)
        return read == ((Paragraph(wanted),) if wanted else ())

    def _join(self, inlines: Inlines, escape: "Escape") -> str:
        written = ""
        for inline in inlines:
            piece = self._inline(inline, escape)
            needs_blank = isinstance(inline, Citation) and written and not written[-1].isspace()
            written += f" {piece}" if needs_blank else piece
        return _escape_line_start(written) if escape is not _escape_nothing else written

    def _inline(self, inline: Inline, escape: "Escape") -> str:
        match inline:
            case LineBreak():
                return "\\\n" if self._kind is TextKind.RICH else " "
            case Citation():
                return _write_citation(inline)
            case Run(link=link) as run if link:
                return f"[{escape(run.text)}]({_write_address(link)})"
            case Run() as run:
                sign = "*" * (2 * run.strong + run.emphasis)
                return f"{sign}{escape(run.text)}{sign}"
            case _:
                return ""


def _write_citation(citation: Citation) -> str:
    references = (f"@{each.id}, {each.place}" if each.place else f"@{each.id}" for each in citation.references)
    return f"[{'; '.join(references)}]"


def _write_address(link: str) -> str:
    return f"<{link}>" if re.search(r"[\s()]", link) else link


class Escape:
    """A way of writing words so that Markdown takes none of them for a sign."""

    def __init__(self, pattern: re.Pattern[str] | None) -> None:
        self._pattern = pattern

    def __call__(self, text: str) -> str:
        """Give the words, with backslashes before what could be a sign."""
        return text if self._pattern is None else self._pattern.sub(lambda found: f"\\{found[0]}", text)


_escape_nothing = Escape(None)
_escape_some = Escape(re.compile(r"[\\*]|\[(?=@)|(?<!\w)_|_(?!\w)"))
_escape_all = Escape(_SIGNS)


def _escape_line_start(text: str) -> str:
    """Keep what looks like the sign of a list at the beginning of a line from being one."""
    return "\n".join(_LINE_SIGN.sub(_set_off, line) for line in text.split("\n"))


def _set_off(found: re.Match[str]) -> str:
    sign = found[2]
    return f"{found[1]}{sign[:-1]}\\{sign[-1]}"
