"""Blocks into sections: what acts as a heading, be it by style, in bold, in capitals or as a label, and what stands under it."""

import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field, replace

from briefmaker.model.rich_text import Inline, Inlines, LineBreak, Run
from briefmaker.review.importing.blocks import Block, Blocks, GridBlock, TextBlock, plain, words_of_all
from briefmaker.review.importing.field_words import (
    Known,
    Sureness,
    find_column,
    find_heading,
    find_label,
    find_side,
    is_numbered,
    strip_item_word,
    strip_number,
)

LONGEST_HEADING, MOST_WORDS = 120, 14
_SENTENCE_WORDS = 7
_CAPITALS, _BOLD, _UNDERLINED, _LABEL, _RUN_IN = 20.0, 21.0, 22.0, 23.0, 24.0
_PSEUDO = _CAPITALS
_TWO, _FOUR = 2, 4
# What a label with a colon can say on its own line; what stands below it belongs to no label.
_ONE_LINE_WORDS = (
    "title reference date as_of marking to through copies prepared_by contact decision_by when place kind press interpreter "
    "purpose last_met"
)
ON_ONE_LINE = frozenset(_ONE_LINE_WORDS.split())
_INNER_WORDS = (
    "lines_to_take objective objectives if_raised avoid our_position their_position background issue key_points"
)
INNER = frozenset(_INNER_WORDS.split())
_CLEARLY_INNER = INNER - {"background", "issue", "key_points", "objectives"}
_RUN_IN_LABEL = re.compile(r"\s*([^:\t]{1,60}?)\s*(?::|\t)\s*")


@dataclass
class Section:
    """A heading and what stands under it; ``why`` says by what the heading was known, and is empty for text without one."""

    label: str
    level: float
    why: str
    heading: Inlines = ()
    known: Known | None = None
    is_numbered: bool = False
    is_question: bool = False
    body: list[Block] = field(default_factory=list)
    children: list["Section"] = field(default_factory=list)

    @property
    def concept(self) -> str:
        """What the heading stands for, or nothing."""
        return self.known.concept if self.known else ""

    @property
    def topic(self) -> str:
        """The heading as the topic of an agenda item: without its number."""
        return strip_item_word(self.label)

    @property
    def is_item_by_name(self) -> bool:
        """Tell whether the heading says of itself that it is a point of an agenda: ``Item 2: Trade``."""
        return self.topic != strip_number(self.label)

    def all_blocks(self) -> Blocks:
        """Give all that stands under the heading, headings further down as lines in bold."""
        blocks = list(self.body)
        for child in self.children:
            if child.heading:
                blocks.append(TextBlock(embolden(child.heading)))
            blocks += child.all_blocks()
        return tuple(blocks)

    def words(self) -> str:
        """Give all words under the heading."""
        return words_of_all(self.all_blocks())


def embolden(inlines: Inlines) -> Inlines:
    """Give a line in bold."""
    return tuple(replace(each, strong=True) if isinstance(each, Run) else each for each in inlines)


def split_sections(blocks: Iterable[Block]) -> list[Section]:
    """Give the sections of a document as a tree; what stands before the first heading has a section without one."""
    return _nest(_split(blocks))


def _split(blocks: Iterable[Block]) -> Iterator[Section]:
    """Give the sections one after another, each with what stands directly under its heading."""
    current = Section("", 0, "")
    has_begun = False
    for block in flatten_boxes(blocks):
        heading = find_section(block)
        if has_begun and heading is not None and heading.level >= _RUN_IN and heading.concept == "to":
            heading = None  # further down, "For: ... Against: ..." weighs arguments
        rows = split_label_table(block) if isinstance(block, GridBlock) else None
        if heading is None and rows is None:
            current = yield from _continue(current, block)
            continue
        yield current
        if rows is not None:
            yield from rows[:-1]
            current = rows[-1]
        elif heading is not None:
            current = heading
            has_begun = has_begun or bool(heading.known and heading.concept not in ON_ONE_LINE)
    yield current


def _continue(current: Section, block: Block) -> Generator[Section, None, Section]:
    """Add a block to the section that it stands in; a label that is done with its line is left."""
    if current.level >= _RUN_IN and current.body and current.concept in ON_ONE_LINE:
        yield current
        current = Section("", current.level, "")
    current.body.append(block)
    return current


def flatten_boxes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give the blocks with tables of a single column opened: they only draw a box around their text."""
    for block in blocks:
        if isinstance(block, GridBlock) and max((len(row) for row in block.rows), default=0) <= 1:
            yield from flatten_boxes(each for row in block.rows for cell in row for each in cell)
        elif isinstance(block, GridBlock):
            yield from _open_heads(block)
        else:
            yield block


def _open_heads(grid: GridBlock) -> Iterator[Block]:
    """Give a table of labels with the rows above them opened that are one cell wide: they say what the whole is."""
    count = next((at for at, row in enumerate(grid.rows) if len(row) > 1), 0)
    rest = replace(grid, rows=grid.rows[count:])
    if count and split_label_table(rest) is not None:
        yield from flatten_boxes(each for row in grid.rows[:count] for cell in row for each in cell)
        yield rest
    else:
        yield grid


def find_section(block: Block) -> Section | None:
    """Give the section that a paragraph begins, or None for one that is text."""
    if not isinstance(block, TextBlock):
        return None
    text = plain(block.inlines)
    if block.outline and text:
        return _begin(block, text, block.outline, "a heading by its style")
    if not text or block.style in ("title", "subtitle"):
        return None
    level, why = _judge_looks(block, text)
    if why:
        return _begin(block, text, level, why)
    return None if block.is_in_list else _find_run_in(block, text)


def _begin(block: TextBlock, text: str, level: float, why: str) -> Section:
    known = find_heading(text)
    if known is not None and level >= _PSEUDO and known.sure is Sureness.CERTAIN:
        known = replace(known, sure=Sureness.LIKELY)
    numbered = is_numbered(text) or (block.is_in_list and block.is_ordered)
    section = Section(text, level, why, _write_heading(block.inlines), known, numbered)
    if known is not None and known.rest:
        section.body.append(TextBlock((Run(known.rest),)))
    if block.pictures or block.anchors:
        section.body.append(TextBlock((), anchors=block.anchors, pictures=block.pictures))
    return section


def _judge_looks(block: TextBlock, text: str) -> tuple[float, str]:
    """Give the level and the reason for which a line looks like a heading; no reason where it does not."""
    is_short = len(text) <= LONGEST_HEADING and len(text.split()) <= MOST_WORDS
    is_label = find_label(text.rstrip(": ")) is not None
    is_bullet = block.is_in_list and not block.is_ordered
    if not is_short or (is_bullet and not is_label) or any(isinstance(each, LineBreak) for each in block.inlines):
        return 0, ""
    ends_like_text = text.endswith((".", ";", ",")) and len(text.split()) > _SENTENCE_WORDS
    looks = [] if ends_like_text else list(_iterate_looks(block, text))
    if is_label and not is_bullet:
        looks.append((_LABEL, "a line that is a label"))
    return looks[0] if looks else (0, "")


def _iterate_looks(block: TextBlock, text: str) -> Iterator[tuple[float, str]]:
    if not block.is_in_list and _is_in_capitals(text):
        yield _CAPITALS, "a line in capitals"
    runs = [each for each in block.inlines if isinstance(each, Run) and each.text.strip()]
    if runs and all(each.strong for each in runs) and not _has_own_text(text):
        yield _BOLD, "a line in bold"
    if block.is_underlined and not block.is_in_list:
        yield _UNDERLINED, "an underlined line"


def _has_own_text(text: str) -> bool:
    """Tell whether a line in bold is a label with its text behind it, as ``Date: 3 March 2026``."""
    before, colon, rest = text.partition(":")
    return bool(colon and rest.strip()) and find_label(before) is not None


def _is_in_capitals(text: str) -> bool:
    letters = [each for each in text if each.isalpha()]
    return len(letters) >= _FOUR and text.upper() == text and any(each.lower() != each for each in letters)


def _find_run_in(block: TextBlock, text: str) -> Section | None:
    """Give the section of a line such as ``To: the Minister``, whose label we know."""
    first = "".join(each.text for each in block.inlines if isinstance(each, Run))
    found = _RUN_IN_LABEL.match(first)
    known = find_label(found[1]) if found else None
    if found is None or known is None:
        return None
    rest = _cut(block.inlines, found.end())
    if not plain(rest):
        return None
    sure = Sureness.CERTAIN if known.concept in ON_ONE_LINE else Sureness.LIKELY
    known = replace(known, sure=sure)
    section = Section(found[1], _RUN_IN, "a label before its text", (Run(found[1]),), known, is_numbered(text))
    section.body.append(replace(block, inlines=rest, outline=0))
    return section


def _cut(inlines: Inlines, count: int) -> Inlines:
    """Give a line without its first characters."""
    rest: list[Inline] = []
    for each in inlines:
        if isinstance(each, Run):
            taken = min(count, len(each.text))
            count -= taken
            if each.text[taken:]:
                rest.append(replace(each, text=each.text[taken:]))
        elif count <= 0:
            rest.append(each)
    return tuple(rest)


def _write_heading(inlines: Inlines) -> Inlines:
    """Give a heading without what makes it look like one: the bold of all its words, and the colon behind it."""
    runs = [each for each in inlines if isinstance(each, Run) and each.text.strip()]
    if all(each.strong for each in runs):
        inlines = tuple(replace(each, strong=False) if isinstance(each, Run) else each for each in inlines)
    last = inlines[-1] if inlines else None
    return (*inlines[:-1], replace(last, text=last.text.rstrip(": "))) if isinstance(last, Run) else inlines


def split_label_table(grid: GridBlock) -> list[Section] | None:
    """Give a section a row for a table whose left column holds labels; None for a table of another kind."""
    rows = [row for row in grid.rows if any(words_of_all(cell) for cell in row)]
    pairs = [pair for row in rows for pair in _pair_cells(row)]
    labelled = [words_of_all(label) for label, _ in pairs]
    known = [find_label(each.rstrip(": ")) is not None for each in labelled if each]
    if not rows or len(rows[0]) not in (_TWO, _FOUR) or _is_header(rows[0]) or sum(known) * 2 < len(known):
        return None
    if not any(known) or any(len(each) > LONGEST_HEADING for each in labelled):
        return None
    return [_section_of_row(label, content) for label, content in pairs]


def _pair_cells(row: tuple[Blocks, ...]) -> list[tuple[Blocks, Blocks]]:
    if len(row) == _FOUR and find_label(words_of_all(row[2]).rstrip(": ")):
        return [(row[0], row[1]), (row[2], row[3])]
    return [(row[0], tuple(block for cell in row[1:] for block in cell))]


def _is_header(row: tuple[Blocks, ...]) -> bool:
    """Tell whether a row names columns, and not a label with its text."""
    cells = [words_of_all(cell) for cell in row]
    if not all(cells):
        return False
    return all(find_column(each) for each in cells)


def _section_of_row(label: Blocks, content: Blocks) -> Section:
    text = words_of_all(label).rstrip(": ")
    known = find_heading(text) if text else None
    section = Section(text, _RUN_IN, "the left column of a table" if text else "", (Run(text),) if text else (), known)
    section.is_numbered = is_numbered(text)
    if known is not None and known.rest:
        section.body.append(TextBlock((Run(known.rest),)))
    section.body += content
    return section


def _nest(sections: Iterable[Section]) -> list[Section]:
    """Put each section under the one it belongs to: by level, and by what it says where levels are not kept."""
    roots: list[Section] = []
    stack: list[Section] = []
    for section in sections:
        if not section.label and not section.body:
            continue
        item = _find_exchanges(stack, section) or _find_item(stack, section)
        if item is not None:
            del stack[stack.index(item) + 1 :]
            section.level = max(section.level, item.level + 0.5)
        else:
            while stack and stack[-1].level >= section.level:
                stack.pop()
        (stack[-1].children if stack else roots).append(section)
        if section.label:
            stack.append(section)
    return roots


def _find_exchanges(stack: list[Section], section: Section) -> Section | None:
    """Give the questions and answers that a question of the same rank belongs to."""
    found = next((each for each in reversed(stack) if each.concept == "if_raised"), None)
    if found is None or section.known is not None or not section.label.endswith("?") or section.level < found.level:
        return None
    section.is_question = True
    return found


def _find_item(stack: list[Section], section: Section) -> Section | None:
    """Give the point of an agenda that a heading of the same rank belongs to, such as ``Lines to take`` under ``1. Trade``."""
    if section.concept not in INNER or section.is_numbered:
        return None
    item = next((each for each in reversed(stack) if not each.known and not each.is_question), None)
    if item is None or (section.level < item.level and not (section.level >= _PSEUDO and item.level >= _PSEUDO)):
        return None
    is_under_agenda = any(each.concept in ("agenda", "lines_to_take") for each in stack[: stack.index(item)])
    is_item = item.is_numbered or is_under_agenda or item.is_item_by_name
    is_item = is_item or (not item.body and section.concept in _CLEARLY_INNER)
    is_item = is_item or any(child.concept in _CLEARLY_INNER for child in item.children)
    has_it_already = any(child.concept == section.concept for child in item.children)
    return item if is_item and not has_it_already and not find_side(item.label) else None
