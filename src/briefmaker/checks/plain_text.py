"""A text as its reader meets it, without the signs of Markdown, and from each of its letters the way back to what was typed.

Paragraphs, entries of lists and cells of tables are blocks. A citation of sources is left out together with the blank before
it; one of a fact gives the fact's value, which is what is printed there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from briefmaker.model.text import TextKind
from briefmaker.reading.citations import CITATION, read_references
from briefmaker.reading.markdown import has_too_much_markup, prepare_parser

if TYPE_CHECKING:
    from markdown_it.token import Token

_OTHER_MARKUP = re.compile(r"[*_<\\|\0\t]|\[(?!@)|^\s*(?:[-+]|[0-9]+[.)])(?:\s|$)|^ {4}", re.MULTILINE)
"""What only the parser can read; a text without it is words, citations and line breaks."""
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE_BREAK = re.compile(r"[ ]*\n[ ]*")
_BREAK_OR_CITATION = re.compile(rf"{_LINE_BREAK.pattern}|{CITATION.pattern}")
_BETWEEN_BLOCKS = "\n"


class BlockKind(StrEnum):
    """What a block is to its reader."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEAD_CELL = "head cell"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A stretch of the plain text that stands by itself."""

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class WrittenCitation:
    """A citation: where in the plain text it stands, what it names, and whether it gave words to the text (a fact did)."""

    start: int
    end: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Plain text from ``start`` on, and what it was typed as; letter by letter where both are equally long."""

    start: int
    end: int
    typed_start: int
    typed_end: int


@dataclass(frozen=True, slots=True)
class PlainText:
    """The words of one text; all offsets count its characters from 0. Blocks are parted by a line break."""

    words: str
    blocks: tuple[TextBlock, ...]
    citations: tuple[WrittenCitation, ...]
    _pieces: tuple[_Piece, ...]

    def find_typed(self, start: int, end: int) -> tuple[int, int]:
        """Give where a stretch of the plain text begins and ends in the text as it was typed."""
        if not self._pieces:
            return 0, 0
        first, last = self._piece_at(start), self._piece_at(max(start, end - 1))
        begin = first.typed_start + min(max(start - first.start, 0), first.typed_end - first.typed_start)
        if last.end - last.start != last.typed_end - last.typed_start:
            return (first.typed_start if last is first else begin), last.typed_end
        return begin, max(begin, last.typed_start + min(end - last.start, last.typed_end - last.typed_start))

    def _piece_at(self, offset: int) -> _Piece:
        index = bisect_right(self._pieces, offset, key=lambda piece: piece.start) - 1
        return self._pieces[max(index, 0)]


def read_plain_text(source: str, kind: TextKind, facts: Mapping[str, str]) -> PlainText:
    """Give the plain text of a field as it was typed; ``facts`` are the printed values by id. Never raises."""
    reader = _Reader(source, facts)
    if kind is TextKind.WORDS or has_too_much_markup(source):
        reader.add_block([(source, 0)], BlockKind.PARAGRAPH)
    elif not _OTHER_MARKUP.search(source):
        for found in _PARAGRAPH.finditer(source):
            reader.add_block(_split(found.group(), found.start()), BlockKind.PARAGRAPH)
    elif kind is TextKind.SHORT:
        stripped = source.strip()
        start = source.find(stripped)
        reader.read_inline(prepare_parser().parseInline(stripped)[0], [start], BlockKind.PARAGRAPH)
    else:
        reader.read_blocks(prepare_parser().parse(source))
    return reader.close()


Part = tuple[str, int]
"""Words with where they were typed; a citation or a line break as it was typed."""


def _split(paragraph: str, start: int) -> Iterator[Part]:
    """Give the words, line breaks and citations of a paragraph without other markup."""
    end = len(paragraph.rstrip())
    position = len(paragraph) - len(paragraph.lstrip())
    for found in _BREAK_OR_CITATION.finditer(paragraph, position, end):
        yield paragraph[position : found.start()], start + position
        yield found.group(), start + found.start()
        position = found.end()
    yield paragraph[position:end], start + position


@dataclass(slots=True)
class _Reader:
    source: str
    facts: Mapping[str, str]
    written: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[TextBlock] = field(default_factory=list)
    citations: list[WrittenCitation] = field(default_factory=list)
    pieces: list[_Piece] = field(default_factory=list)

    def close(self) -> PlainText:
        words = "".join(self.written)
        return PlainText(words, tuple(self.blocks), tuple(self.citations), tuple(self.pieces))

    def add_block(self, parts: Iterable[Part], kind: BlockKind) -> None:
        start = self._begin()
        for typed, offset in parts:
            if typed.startswith("[@"):
                self._cite(typed, offset)
            elif typed.strip(" ") == "\n":
                self._add(" ", offset, offset + len(typed))
            else:
                self._add(typed, offset, offset + len(typed))
        self._end(start, kind)

    def _begin(self) -> int:
        if self.length:
            self._write(_BETWEEN_BLOCKS)
        return self.length

    def _end(self, start: int, kind: BlockKind) -> None:
        if self.length > start:
            self.blocks.append(TextBlock(start, self.length, kind))
        elif self.length:
            self.length -= len(self.written.pop())

    def _write(self, words: str) -> None:
        self.written.append(words)
        self.length += len(words)

    def _add(self, words: str, typed_start: int, typed_end: int) -> None:
        if words:
            self.pieces.append(_Piece(self.length, self.length + len(words), typed_start, typed_end))
            self._write(words)

    def _cite(self, typed: str, offset: int) -> None:
        ids = tuple(reference.id for reference in read_references(typed))
        values = [self.facts[each] for each in ids if each in self.facts]
        start = self.length
        if values:
            self._add("; ".join(values), offset, offset + len(typed))
        elif self.written and self.written[-1].endswith(" "):
            self._drop_blank()
            start = self.length
        self.citations.append(WrittenCitation(start, self.length, ids))

    def _drop_blank(self) -> None:
        last = self.pieces.pop()
        self.written[-1] = self.written[-1][:-1]
        self.length -= 1
        if last.end - last.start > 1:
            self.pieces.append(_Piece(last.start, last.end - 1, last.typed_start, last.typed_end - 1))

    def read_blocks(self, tokens: "list[Token]") -> None:
        lines = _list_lines(self.source)
        depth, cursor, row = 0, 0, -1
        cell: BlockKind | None = None
        for token in tokens:
            match token.type:
                case "list_item_open" | "list_item_close":
                    depth += token.nesting
                case "th_open" | "td_open":
                    cell = BlockKind.HEAD_CELL if token.type == "th_open" else BlockKind.CELL
                case "inline" if cell is not None:
                    line = (token.map or [0])[0]
                    cursor, row = cursor if line == row else 0, line
                    cursor = self._read_cell(token, lines[line], cursor, cell)
                    cell = None
                case "inline":
                    kind = BlockKind.ITEM if depth else BlockKind.PARAGRAPH
                    self.read_inline(token, _find_line_starts(token, lines), kind)
                case _:
                    pass

    def _read_cell(self, token: "Token", line: Part, cursor: int, kind: BlockKind) -> int:
        """Read a cell of a table; cells follow one another on the line, and give back where the next may begin."""
        text, start = line
        typed = token.content if token.content in text[cursor:] else token.content.replace("|", "\\|")
        begin = max(text.find(typed, cursor), cursor)
        self.read_inline(token, [start + begin], kind)
        return begin + len(typed)

    def read_inline(self, token: "Token", starts: list[int], kind: BlockKind) -> None:
        """Read a paragraph from its tokens; ``starts`` are where each of its lines begins in the source."""
        start = self._begin()
        walk = _InlineWalk(token.content, starts)
        for child in token.children or ():
            for words, first, last in walk.read(child):
                if child.type == "citation":
                    self._cite(str(child.meta["source"]), first)
                else:
                    self._add(words, first, last)
        self._end(start, kind)


class _InlineWalk:
    """Walks through the source of one paragraph beside its tokens."""

    def __init__(self, content: str, starts: list[int]) -> None:
        self.content = content
        self.position = 0
        self.link_end = 0
        self._starts = starts
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", content))]

    def read(self, token: "Token") -> Iterator[tuple[str, int, int]]:
        """Give the words of one token with where they were typed; a citation with its beginning."""
        match token.type:
            case "em_open" | "em_close" | "strong_open" | "strong_close":
                self.position += len(token.markup)
            case "link_open":
                self.link_end = self.position + len(str(token.meta["source"]))
                self.position += 1
            case "link_close":
                self.position = self.link_end
            case "citation":
                yield "", self._typed(self.position), 0
                self.position += len(str(token.meta["source"]))
            case "softbreak" | "hardbreak":
                begin = self.position
                found = re.compile(r"[ \\]*\n[ ]*").match(self.content, begin)
                self.position = found.end() if found else begin
                yield " ", self._typed(begin), self._typed(max(begin, self.position - 1)) + 1
            case _:
                yield from self._read_words(token.content)

    def _read_words(self, words: str) -> Iterator[tuple[str, int, int]]:
        """Give words as they were typed, and each letter that a backslash sets off by itself."""
        while words:
            equal = _count_equal(words, self.content, self.position)
            if words[:equal].endswith("\\") and self.content.startswith("\\\\", self.position + equal - 1):
                equal -= 1
            if equal:
                begin = self.position
                self.position += equal
                yield words[:equal], self._typed(begin), self._typed(begin) + equal
                words = words[equal:]
            elif self.content.startswith("\\" + words[0], self.position):
                self.position += 2
                yield words[0], self._typed(self.position - 1), self._typed(self.position - 1) + 1
                words = words[1:]
            else:
                yield words, self._typed(self.position), self._typed(self.position) + len(words)
                return

    def _typed(self, position: int) -> int:
        """Give the offset in the source of an offset in the paragraph, whose lines lost their indentation."""
        line = bisect_right(self._line_starts, position) - 1
        return self._starts[min(line, len(self._starts) - 1)] + position - self._line_starts[line]


def _count_equal(words: str, content: str, position: int) -> int:
    """Give how many letters are the same from here on; most often all."""
    if content.startswith(words, position):
        return len(words)
    pairs = zip(words, content[position : position + len(words)], strict=False)
    return next((count for count, (one, other) in enumerate(pairs) if one != other), 0)


def _list_lines(source: str) -> list[Part]:
    lines, start = [], 0
    for line in source.split("\n"):
        lines.append((line, start))
        start += len(line) + 1
    return lines


def _find_line_starts(token: "Token", lines: list[Part]) -> list[int]:
    """Give where each line of a paragraph begins in the source: its words stand at the end of the line in the file."""
    starts = []
    for number, written in enumerate(token.content.split("\n"), (token.map or [0])[0]):
        line, start = lines[min(number, len(lines) - 1)]
        starts.append(start + max(line.rfind(written), 0))
    return starts
