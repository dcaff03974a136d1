"""What is wrong within a text: broken citations, links that lead elsewhere, Markdown that is printed as typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefmaker.diagnostics import Code, Severity
from briefmaker.model.text import TextKind
from briefmaker.reading.citations import find_broken_citations
from briefmaker.reading.markdown import has_allowed_scheme, has_too_much_markup, prepare_parser
from briefmaker.reading.yaml_problems import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

MAX_LIST_DEPTH = 6
_HTML_TAGS = (
    "a|abbr|b|big|blockquote|br|center|code|del|div|em|figure|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p|pre|q|s|"
    "script|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|u|ul|video"
)
_AS_TYPED_ANYWHERE = (
    (
        re.compile(r"(?<!\\)!\[[^\[\]\n]*\]\([^()\n]*\)"),
        "a picture cannot stand in a text",
        "name a portrait in the field `portrait`, or take the picture out",
    ),
    (
        re.compile(rf"</?(?:{_HTML_TAGS})(?:\s[^<>]*)?/?>|<!--", re.IGNORECASE),
        "HTML has no effect in a text",
        "write *emphasis* and **strong** with asterisks",
    ),
)
_AS_TYPED_AT_LINES = (
    (
        re.compile(r"^ {0,3}#{1,6}(?=[ \t])", re.MULTILINE),
        "a heading cannot stand in a text",
        "use `sections`, or **strong** words",
    ),
    (
        re.compile(r"^ {0,3}>(?=[ \t]|\w)", re.MULTILINE),
        "a block quote cannot stand in a text",
        "take the `>` away, and use quotation marks",
    ),
    (re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE), "a block of code cannot stand in a text", "take the marks away"),
    (
        re.compile(r"^ {0,3}(?:=+|(?:[-*_][ \t]*){3,})[ \t]*$", re.MULTILINE),
        "a rule cannot stand in a text",
        "leave an empty line, or use `sections`",
    ),
)
# Importing the parser takes 0.04 s; links to the web, most tables and most lists are seen to be right without it.
_NEEDS_PARSING = re.compile(
    r"\]\((?!(?:https?://|mailto:)[^\s()<>]+\))|<(?!https?:|mailto:)[A-Za-z][A-Za-z0-9+.-]+:"
    r"|^(?: {8,}|\t{2,}|(?:[ \t]*[-*+][ \t]+){3})",
    re.MULTILINE,
)
_DELIMITER_ROW = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")


# To lay out one word of many thousand characters takes minutes; the longest address in a text is far shorter.
_LONG_WORD = re.compile(r"\S{2001,}")


@dataclass(frozen=True, slots=True)
class TextProblem:
    """A finding about ``length`` characters at an offset in a text."""

    code: Code
    message: str
    hint: str
    offset: int
    length: int
    severity: Severity = Severity.ERROR


@lru_cache(maxsize=4096)
def find_text_problems(source: str, kind: TextKind) -> tuple[TextProblem, ...]:
    """Give all that is wrong with a short or rich text, in its order; words are printed as typed, so nothing is."""
    if kind is TextKind.WORDS:
        return ()
    if has_too_much_markup(source):
        message = "this text has more brackets, stars and bars than can be read"
        return (TextProblem(Code.TEXT_TOO_DEEP, message, "make several texts of it", 0, 1),)
    if word := _LONG_WORD.search(source):
        message = f"a word of {len(word[0]):,} characters has no place to break"
        return (TextProblem(Code.TEXT_TOO_DEEP, message, "put blanks into it", word.start(), 1),)
    found = [*_find_broken_citations(source), *_find_as_typed(source, kind)]
    if kind is TextKind.RICH and "|" in source:
        found += _find_lost_cells(source)
    if _NEEDS_PARSING.search(source):
        found += _find_in_tokens(source, kind)
    return tuple(sorted(found, key=lambda problem: problem.offset))


def _find_broken_citations(source: str) -> Iterator[TextProblem]:
    for offset, written in find_broken_citations(source):
        hint = "write [@id], [@id, page 3] or [@one; @two], with a comma after the id"
        message = f"`{shorten(written)}` is not a citation"
        yield TextProblem(Code.TEXT_CITATION, message, hint, offset, len(written))


def _find_as_typed(source: str, kind: TextKind) -> Iterator[TextProblem]:
    patterns = _AS_TYPED_ANYWHERE if kind is TextKind.SHORT else (*_AS_TYPED_ANYWHERE, *_AS_TYPED_AT_LINES)
    for pattern, message, hint in patterns:
        for found in pattern.finditer(source):
            written = found.group()
            offset = found.end() - len(written.lstrip())
            told = f"{message}: `{shorten(written)}` is printed as typed"
            length = len(written.strip())
            yield TextProblem(Code.TEXT_UNSUPPORTED, told, hint, offset, length, Severity.WARNING)


def _find_in_tokens(source: str, kind: TextKind) -> Iterator[TextProblem]:
    parser = prepare_parser()
    tokens = parser.parseInline(source.strip()) if kind is TextKind.SHORT else parser.parse(source)
    yield from _find_links(source, tokens)
    yield from _find_deep_lists(source, tokens)


def _find_links(source: str, tokens: "Sequence[Token]") -> Iterator[TextProblem]:
    position = 0
    for token in tokens:
        for child in token.children or ():
            if child.type != "link_open":
                continue
            written = str(child.meta["source"])
            offset = max(source.find(written.split("\n", maxsplit=1)[0], position), 0)
            position = max(position, offset + 1)
            address = str(child.attrs["href"])
            if not has_allowed_scheme(address):
                message = f"the link to `{shorten(address)}` leads neither to the web nor to a mail address"
                hint = "begin the address with https:// or mailto:"
                yield TextProblem(Code.TEXT_LINK, message, hint, offset, len(written))
            elif "title" in child.attrs:
                message = f"the words `{shorten(str(child.attrs['title']))}` behind the address are not printed"
                yield TextProblem(Code.TEXT_LINK, message, "put them before the link, or into it", offset, len(written))


def _find_deep_lists(source: str, tokens: "Sequence[Token]") -> Iterator[TextProblem]:
    depth = 0
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
            if depth > MAX_LIST_DEPTH:
                message = f"lists stand more than {MAX_LIST_DEPTH} deep in each other"
                offset = _line_offset(source, token.map[0] if token.map else 0)
                yield TextProblem(Code.TEXT_TOO_DEEP, message, "make the list flatter", offset, 1)
                return
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1


def _find_lost_cells(source: str) -> Iterator[TextProblem]:
    """Tell of rows that have more cells than their table's head; Markdown leaves the last ones out."""
    columns, before, start = 0, "", 0
    for line in source.split("\n"):
        if not line.strip():
            columns = 0
        elif "|" in line and _DELIMITER_ROW.fullmatch(line) and _count_cells(before) == _count_cells(line):
            columns = _count_cells(line)
        elif columns and _count_cells(line) > columns:
            message = (
                f"this row has {_count_cells(line)} cells, the head of the table {columns}: the last would be lost"
            )
            hint = "add a column to the head, or write \\| for a bar within a cell"
            offset = start + len(line) - len(line.lstrip())
            yield TextProblem(Code.TEXT_UNSUPPORTED, message, hint, offset, 1)
        before, start = line, start + len(line) + 1


def _count_cells(line: str) -> int:
    inner = re.sub(r"\\.|^(?:(?:[-*+]|[0-9]+[.)])[ \t]+)+", "", line.strip())
    return inner.removeprefix("|").removesuffix("|").count("|") + 1


def _line_offset(source: str, line: int) -> int:
    start = 0
    for _ in range(line):
        start = source.find("\n", start) + 1
    rest = source[start:].split("\n", maxsplit=1)[0]
    return start + len(rest) - len(rest.lstrip())
