"""Which fields tell what is so: not what is to be said, asked, wished or done."""

from bisect import bisect_right
from operator import attrgetter

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.plain_text import BlockKind, TextBlock
from briefmaker.checks.text_in_brief import TextInBrief

REPORTING_FIELDS = frozenset(
    {
        "summary",
        "issue",
        "background",
        "considerations",
        "key_points",
        "sections.text",
        "annexes.text",
        "agenda.issue",
        "agenda.our_position",
        "agenda.their_position",
        "agenda.background",
        "participants.perspective",
        "participants.biography",
        "meeting.last_met.outcome",
        "implications.basis",
        "items.text",
        "items.basis",
    }
)
"""Fields that report: what they say has to come from somewhere."""
JUDGING_FIELDS = frozenset({"bottom_line", "implications.statement", "items.judgement"})
"""Fields that sum up or judge what the others report."""
_ENTRY = ".text"
_CELLS = (BlockKind.CELL, BlockKind.HEAD_CELL)
_OF_A_REPORT = ("summary", "issue", "background", "key_points", "agenda.issue", "agenda.background", "items")


def list_texts_of(checked: CheckedBrief, fields: frozenset[str]) -> tuple[TextInBrief, ...]:
    """Give the texts that the reader meets in some fields, in the order of the file."""
    return tuple(text for text in checked.shown_texts if stands_in(text, fields))


def stands_in(text: TextInBrief, fields: frozenset[str]) -> bool:
    """Tell whether a text stands in one of some fields, also as an entry that is written ``{text: ...}``."""
    return text.field in fields or text.field.removesuffix(_ENTRY) in fields


def is_report(text: TextInBrief, offset: int, checked: CheckedBrief) -> bool:
    """Tell whether a word of a text reports or judges: not in a table, nor on a card that is read out as it stands."""
    if stands_in(text, JUDGING_FIELDS):
        return text.field != "bottom_line" or any(checked.shows_field(field) for field in _OF_A_REPORT)
    return stands_in(text, REPORTING_FIELDS) and block_at(text, offset).kind not in _CELLS


def block_at(text: TextInBrief, offset: int) -> TextBlock:
    """Give the paragraph, entry or cell around an offset of a text that has words."""
    index = bisect_right(text.blocks, offset, key=attrgetter("start")) - 1
    return text.blocks[max(index, 0)]
