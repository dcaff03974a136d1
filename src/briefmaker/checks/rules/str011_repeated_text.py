"""The same sentence stands in two places of the brief.

Sentences of more than eight words are compared, in capitals or not, with or without citations. Names and offices, sources,
figures and the cells of tables may say the same twice, two judgements may rest on one basis, and texts that are for
different editions have no common reader.

Why: a reader who meets a sentence again stops to look for the difference, and once one of the two is changed there is
one. An executive summary of the US Army has fifteen lines, and none to spare. This is briefmaker's own rule.

Wrong:

    template: meeting
    bottom_line: Ask for a date on which the corridor opens again for grain.
    objectives:
      - Ask for a date on which the corridor opens again for grain.   # STR011

Right:

    template: meeting
    bottom_line: Ask for a date on which the corridor opens again for grain.
    objectives:
      - The minister names a day in March.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.plain_text import BlockKind
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.diagnostics import parent_path
from briefmaker.model import Brief
from briefmaker.model.fields import iterate_parts
from briefmaker.model.part import Marked, PortionMark
from briefmaker.model.text import TextKind

_MOST_WORDS = 8
_AT_ENDS = " .!?…;:,\"'“”‘’«»"
_MAY_REPEAT = ("sources", "figures", "glossary", "to", "through", "copies", "prepared_by", "contact", "clearances")
_NAMES = (
    *("participants.name", "participants.title", "participants.organisation", "participants.address_as"),
    *("participants.role", "agenda.lead", "next_steps.owner", "implications.concerns", "implications.horizon"),
    *("meeting.place", "meeting.last_met.place", "meeting.programme.lead", "items.theme"),
)
_CELLS = (BlockKind.CELL, BlockKind.HEAD_CELL)
_BASIS = ("implications.basis", "items.basis")


@rule()
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find each long sentence that has stood before, where a reader of one also meets the other."""
    first: dict[str, TextInBrief] = {}
    readers: dict[str, set[str]] | None = None
    for text in checked.shown_texts:
        for stretch in _list_long(text):
            words = " ".join(text.quote(stretch).split()).strip(_AT_ENDS).casefold()
            if words not in first:
                first[words] = text
                continue
            readers = dict(_list_readers(checked.brief)) if readers is None else readers
            if _meet(first[words], text, readers):
                message = f"this sentence stands in `{first[words].path}` already"
                yield text.finding(stretch, message, "say it once, and use this place for what the other does not say")


def _list_long(text: TextInBrief) -> Iterator[Stretch]:
    """Give the sentences of more than eight words that are to stand once."""
    if text.words.count(" ") < _MOST_WORDS or text.kind is TextKind.WORDS:
        return
    if text.field in _NAMES or text.field.split(".")[0] in _MAY_REPEAT:
        return
    starts = [block.start for block in text.blocks]
    for stretch in text.sentences:
        block = text.blocks[bisect_right(starts, stretch.start) - 1]
        if block.kind not in _CELLS and len(text.quote(stretch).split()) > _MOST_WORDS:
            yield stretch


def _meet(one: TextInBrief, other: TextInBrief, stated: Mapping[str, set[str]]) -> bool:
    """Tell whether a reader of one text meets the other, and the two are not the basis of two judgements."""
    if one.field in _BASIS and other.field in _BASIS:
        return False
    readers, others = _find_readers(one.path, stated), _find_readers(other.path, stated)
    return readers is None or others is None or not readers.isdisjoint(others)


def _list_readers(brief: Brief) -> Iterator[tuple[str, set[str]]]:
    """Give each place for which parts of a brief say to which editions it belongs."""
    for path, part in iterate_parts(brief):
        if isinstance(part, Marked | PortionMark) and part.editions is not None:
            yield path.replace("portions.", ""), set(part.editions)


def _find_readers(path: str, stated: Mapping[str, set[str]]) -> set[str] | None:
    """Give the editions of which the nearest part around a text says that it is for them; None for all."""
    while path and path not in stated:
        path = parent_path(path)
    return stated.get(path)
