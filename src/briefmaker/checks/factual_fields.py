"""Which fields tell what is so: not what is to be said, asked, wished or done."""

from bisect import bisect_right
from operator import attrgetter

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.judging_texts import JUDGING, REPORTING, belongs_to
from briefmaker.checks.plain_text import BlockKind, TextBlock
from briefmaker.checks.text_in_brief import TextInBrief

SOURCED = REPORTING | {"agenda.our_position", "implications.basis", "items.basis"}
"""Fields whose claims have to come from somewhere: those that report, and what a position or a judgement rests on."""
_CELLS = (BlockKind.CELL, BlockKind.HEAD_CELL)
_OF_A_REPORT = ("summary", "issue", "background", "key_points", "agenda.issue", "agenda.background", "items")


def list_texts_of(checked: CheckedBrief, fields: frozenset[str]) -> tuple[TextInBrief, ...]:
    """Give the texts that the reader meets in some fields, in the order of the file."""
    return tuple(text for text in checked.shown_texts if belongs_to(text, fields))


def is_report(text: TextInBrief, offset: int, checked: CheckedBrief) -> bool:
    """Tell whether a word of a text reports or judges: not in a table, nor on a card that is read out as it stands."""
    if belongs_to(text, JUDGING):
        return text.field != "bottom_line" or any(checked.shows_field(field) for field in _OF_A_REPORT)
    return belongs_to(text, SOURCED) and block_at(text, offset).kind not in _CELLS


def block_at(text: TextInBrief, offset: int) -> TextBlock:
    """Give the paragraph, entry or cell around an offset of a text that has words."""
    index = bisect_right(text.blocks, offset, key=attrgetter("start")) - 1
    return text.blocks[max(index, 0)]
