"""Markdown into the small tree of rich text: emphasis, links, citations, lists and tables; everything else as typed."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

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
from briefmaker.reading.citations import CITATION, read_references

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    InlineRule = Callable[[StateInline, bool], bool]

LINK_SCHEMES = ("http://", "https://", "mailto:")
_RULES = ("list", "table", "newline", "escape", "link", "autolink", "emphasis")
# Lists take two of these levels each; deeper ones are an error (find_text_problems), so nothing is lost unseen.
_MAX_NESTING = 40
_MOST_MARKUP = 50_000
_MARKUP_CHARACTERS = "*_[<\\|"
_MAY_BE_MARKUP = re.compile(r"[*_\[<\\\n\0|]|^\s*(?:[-+]|[0-9]+[.)])(?:\s|$)")


@lru_cache(maxsize=4096)
def parse_markdown(source: str, kind: TextKind) -> Blocks:
    """Give a text as a tree of paragraphs, lists and tables.

    Words are one run exactly as typed; a short text is one paragraph; a rich text has any number of blocks. A link that
    is not http, https or mailto gives its words without the link. Never raises.
    """
    if kind is TextKind.WORDS:
        return (Paragraph((Run(source),)),) if source else (Paragraph(()),)
    text = source.strip()
    if not _MAY_BE_MARKUP.search(text) or has_too_much_markup(text):
        if kind is TextKind.RICH and not text:
            return ()
        return (Paragraph((Run(text),) if text else ()),)
    if kind is TextKind.SHORT:
        tokens = prepare_parser().parseInline(text)
        return (Paragraph(_read_inlines(tokens[0].children or []) if tokens else ()),)
    return _read_blocks(prepare_parser().parse(source))


@cache
def prepare_parser() -> "MarkdownIt":
    """Give the Markdown parser; it is imported here because many briefs are told their errors without it."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import autolink, link

    parser = MarkdownIt("zero", {"maxNesting": _MAX_NESTING})
    parser.enable(list(_RULES))
    # Every address is let through here and judged by has_allowed_scheme, so that a refused one can be told. To replace the
    # method is the way that markdown-it offers.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - called by position
    parser.inline.ruler.at("link", _keep_source(link))
    parser.inline.ruler.at("autolink", _keep_source(autolink))
    parser.inline.ruler.before("link", "citation", _read_citation)
    return parser


def has_too_much_markup(source: str) -> bool:
    """Tell whether reading a text's markup could take seconds; such a text is printed as typed."""
    return len(source) > _MOST_MARKUP and count_markup(source) > _MOST_MARKUP


def count_markup(source: str) -> int:
    """Give the number of characters that may be markup, by which the cost of reading a text can be told beforehand."""
    return sum(map(source.count, _MARKUP_CHARACTERS))


def has_allowed_scheme(address: str) -> bool:
    """Tell whether a link may go where it says: to the web, or to somebody's mail."""
    lowered = address.lower()
    return any(lowered.startswith(scheme) and len(address) > len(scheme) for scheme in LINK_SCHEMES)


def _read_citation(state: "StateInline", silent: bool) -> bool:
    if not state.src.startswith("[@", state.pos):
        return False
    found = CITATION.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {"source": found.group()}
    state.pos = found.end()
    return True


def _keep_source(rule: "InlineRule") -> "InlineRule":
    """Give a rule that also keeps, with the link it finds, the text that the link was written as."""

    def read_link(state: "StateInline", silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        if _is_image(state) or not rule(state, silent):
            return False
        if not silent:
            opening = next(token for token in state.tokens[known:] if token.type == "link_open")
            opening.meta = {"source": state.src[start : state.pos]}
        return True

    return read_link


def _is_image(state: "StateInline") -> bool:
    return state.src.startswith("![", state.pos - 1) and not state.src.startswith("\\", state.pos - 2)


@dataclass(slots=True)
class _Style:
    strong: int = 0
    emphasis: int = 0
    link: str = ""


def _read_inlines(tokens: "Sequence[Token]") -> Inlines:
    style = _Style()
    inlines: list[Inline] = []
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                style.strong += token.nesting
            case "em_open" | "em_close":
                style.emphasis += token.nesting
            case "link_open":
                address = str(token.attrs["href"])
                style.link = address if has_allowed_scheme(address) else ""
            case "link_close":
                style.link = ""
            case "citation":
                inlines.append(Citation(read_references(token.meta["source"])))
            case "hardbreak":
                inlines.append(LineBreak())
            case "softbreak":
                _add_words(inlines, " ", style)
            case _:
                _add_words(inlines, token.content, style)
    return tuple(inlines)


def _add_words(inlines: list[Inline], words: str, style: _Style) -> None:
    if not words:
        return
    run = Run(words, strong=style.strong > 0, emphasis=style.emphasis > 0, link=style.link)
    last = inlines[-1] if inlines else None
    if isinstance(last, Run) and (last.strong, last.emphasis, last.link) == (run.strong, run.emphasis, run.link):
        inlines[-1] = Run(last.text + words, run.strong, run.emphasis, run.link)
    else:
        inlines.append(run)


@dataclass(slots=True)
class _OpenTable:
    rows: list[list[Inlines]] = field(default_factory=list)
    alignments: list[str] = field(default_factory=list)

    def read(self, token: "Token") -> None:
        match token.type:
            case "tr_open":
                self.rows.append([])
            case "th_open":
                style = str(token.attrs.get("style", ""))
                self.alignments.append(style.removeprefix("text-align:") or "left")
            case "inline":
                self.rows[-1].append(_read_inlines(token.children or ()))
            case _:
                pass

    def close(self) -> Table:
        header, *rows = (tuple(row) for row in self.rows)
        return Table(header, tuple(rows), tuple(self.alignments))


@dataclass(slots=True)
class _OpenList:
    opening: "Token"
    items: list[tuple[Block, ...]] = field(default_factory=list)

    def close(self) -> ItemList:
        ordered = self.opening.type == "ordered_list_open"
        return ItemList(tuple(self.items), ordered, int(self.opening.attrs.get("start", 1)) if ordered else 1)


def _read_blocks(tokens: "Sequence[Token]") -> Blocks:
    lists: list[_OpenList] = []
    blocks: list[list[Block]] = [[]]
    rest = iter(tokens)
    for token in rest:
        match token.type:
            case "inline":
                blocks[-1].append(Paragraph(_read_inlines(token.children or ())))
            case "table_open":
                blocks[-1].append(_read_table(rest))
            case "bullet_list_open" | "ordered_list_open":
                lists.append(_OpenList(token))
            case "list_item_open":
                blocks.append([])
            case "list_item_close":
                lists[-1].items.append(tuple(blocks.pop()))
            case "bullet_list_close" | "ordered_list_close":
                blocks[-1].append(lists.pop().close())
            case _:
                pass
    return tuple(blocks[0])


def _read_table(tokens: "Iterator[Token]") -> Table:
    table = _OpenTable()
    for token in tokens:
        if token.type == "table_close":
            break
        table.read(token)
    return table.close()
