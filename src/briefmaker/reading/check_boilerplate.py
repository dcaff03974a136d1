"""Tells of fixed texts that could not be printed as they stand, or that a language of the house lacks."""

from collections.abc import Iterator

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model.house_style import Boilerplate, find_text
from briefmaker.model.rich_text import Block, Blocks, Inlines, ItemList, LineBreak, Paragraph, Table, plain_text
from briefmaker.model.settings import Settings
from briefmaker.model.text import TextKind
from briefmaker.reading.citations import find_references
from briefmaker.reading.markdown import parse_markdown
from briefmaker.reading.read_model import ModelReading
from briefmaker.reading.suggest import list_words
from briefmaker.reading.text_checks import TextChecker
from briefmaker.reading.walk import walk_fields
from briefmaker.reading.yaml_nodes import Scalar

MOST_LINES_AT_FOOT = 20
"""How long the text at the foot of page one may be: a foot cannot go on over the page, and what has no room is lost."""

_LETTERS_A_LINE = 100  # of the small type at the foot, on the narrower sheet, a few less than it holds


def check_boilerplate(read: ModelReading[Settings]) -> Iterator[Diagnostic]:
    """Give what is wrong with the texts of all languages; they cite nothing, since each brief has sources of its own."""
    checker = TextChecker(read.text, read.places, citable=None)
    for found in walk_fields(read.root, Settings):
        if found.part is Boilerplate and isinstance(found.node, Scalar):
            yield from checker.check(found)
            if next(iter(find_references(found.node.text)), None):
                message = "a fixed text cannot cite a source: each brief has sources of its own"
                yield read.places.finding(Code.SETTINGS_BOILERPLATE, found.path, message, "take the citation out")
            if found.name == "first_page" and _is_too_long(found.node.text):
                message = (
                    f"this takes more than {MOST_LINES_AT_FOOT} lines at the foot of page one, which has no room for it"
                )
                yield read.places.finding(
                    Code.SETTINGS_BOILERPLATE, found.path, message, "put the longer part under `end`"
                )


def _is_too_long(text: str) -> bool:
    return _count_lines(parse_markdown(text, TextKind.RICH)) > MOST_LINES_AT_FOOT


def _count_lines(blocks: Blocks) -> int:
    """Give about how many lines blocks take at the foot of a page, rather too many than too few."""
    return sum(_count_lines_of(block) for block in blocks)


def _count_lines_of(block: Block) -> int:
    match block:
        case Paragraph():
            return _count_lines_of_words(block.inlines, _LETTERS_A_LINE)
        case ItemList():
            return sum(max(1, _count_lines(item)) for item in block.items)
        case Table():
            width = max(1, _LETTERS_A_LINE // len(block.header))
            rows = (block.header, *block.rows)
            return sum(max(_count_lines_of_words(cell, width) for cell in row) for row in rows if row)


def _count_lines_of_words(words: Inlines, width: int) -> int:
    breaks = sum(isinstance(each, LineBreak) for each in words)
    return breaks + max(1, -(-len(plain_text(words)) // width))


def find_missing_texts(settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Give an error for each fixed text that is not there in one of the languages that the house issues in."""
    for name in Boilerplate.model_fields:
        texts = getattr(settings.boilerplate, name)
        missing = [each for each in settings.languages if texts and find_text(texts, each) is None]
        if missing:
            message = f"`{name}` has no text in {list_words(missing)}, in which the house issues"
            hint = "add it, or take the language out of `languages`"
            yield places.finding(Code.SETTINGS_BOILERPLATE, f"boilerplate.{name}", message, hint)
