"""The points of the agenda: from sections of their own, from a list or table under ``Agenda``, from groups of lines to take."""

from typing import Any

from briefmaker.model.rich_text import Run
from briefmaker.review.importing.blocks import Block, GridBlock, TextBlock, plain
from briefmaker.review.importing.draft import Draft, sureness_of
from briefmaker.review.importing.exchanges import read_exchanges
from briefmaker.review.importing.field_words import Sureness, fold
from briefmaker.review.importing.rich_blocks import tidy
from briefmaker.review.importing.sections import INNER, Section, embolden
from briefmaker.review.importing.table_rows import header_words, read_columns, read_mappings
from briefmaker.review.importing.text_values import has_list, write_line, write_lines, write_text
from briefmaker.review.markdown import write_short

_RICH = ("issue", "our_position", "their_position", "background")
_LINES = {"lines_to_take": "lines_to_take", "key_points": "lines_to_take", "avoid": "avoid"}
_ONE_LINE = {"objective": "objective", "objectives": "objective"}
_COLUMNS = ("topic", "lead", "minutes", "objective", "background", "our_position", "their_position", "lines_to_take")
Item = dict[str, Any]


def is_agenda_item(section: Section) -> bool:
    """Tell whether a section is a point of an agenda: it says so, or it has what only such a point has."""
    inner = {child.concept for child in section.children if child.known}
    if section.is_item_by_name:
        return bool(inner & INNER or section.body)
    return inner <= INNER and bool(inner - {"background", "issue", "key_points", "objectives"})


def place_item(draft: Draft, section: Section, sure: Sureness = Sureness.LIKELY) -> bool:
    """Put one section into the agenda as a point of its own, or into the point of the same topic."""
    at = find_item(draft, section.topic)
    item = draft.data["agenda"][at]
    draft.tell_section(("agenda", at), section, sure)
    others: list[Block] = []
    for child in section.children:
        if not _place_inner(draft, at, child):
            others += [TextBlock(embolden(child.heading)), *child.all_blocks()]
    if others:
        _add_text(draft, at, "background", others, section)
    if section.body:
        _place_own_words(draft, at, item, section)
    return True


def find_item(draft: Draft, topic: str) -> int:
    """Give the place of the point with this topic; a new one where there is none."""
    agenda = draft.data.setdefault("agenda", [])
    for at, item in enumerate(agenda):
        if fold(item["topic"]) == fold(topic):
            draft.beside.append(topic)
            return at
    return _add_item(draft, write_short((Run(topic),)))


def _add_item(draft: Draft, topic: str) -> int:
    """Add a point of its own; gives its place."""
    agenda = draft.data.setdefault("agenda", [])
    agenda.append({"topic": topic or "–"})
    return len(agenda) - 1


def _place_own_words(draft: Draft, at: int, item: Item, section: Section) -> None:
    """Put what stands directly under the topic: bullets are lines to take where there are no others, text is the issue."""
    blocks = section.body
    is_list = all(isinstance(each, TextBlock) and each.is_in_list for each in blocks)
    if is_list and "lines_to_take" not in item and write_lines(blocks):
        item["lines_to_take"] = write_lines(blocks)
        draft.tell_section(("agenda", at, "lines_to_take"), section, Sureness.GUESS, "bullets directly under the topic")
    elif any(plain(each.inlines) if isinstance(each, TextBlock) else True for each in blocks):
        _add_text(draft, at, "issue", blocks, section)


def _add_text(draft: Draft, at: int, name: str, blocks: list[Block], section: Section) -> None:
    """Add to a text of a point; what stands there already comes first."""
    item = draft.data["agenda"][at]
    text = write_text(blocks)
    if text:
        item[name] = type(text)(f"{item[name]}\n\n{text}") if name in item else text
        draft.tell_section(("agenda", at, name), section, Sureness.GUESS, "text under the topic without a label")


def _place_inner(draft: Draft, at: int, section: Section) -> bool:
    """Put what stands under a label within a point; False for a heading that no point has."""
    item, concept = draft.data["agenda"][at], section.concept
    blocks = section.all_blocks()
    steps = ("agenda", at, _LINES.get(concept) or _ONE_LINE.get(concept) or concept)
    if not section.words():
        return False
    if concept == "if_raised":
        read = read_exchanges(section)
        item.setdefault("if_raised", []).extend(read.entries)
        draft.beside += read.beside
        draft.tell_section(steps, section, sureness_of(section, read.sure))
    elif concept in _LINES:
        lines = write_lines(blocks)
        item.setdefault(_LINES[concept], []).extend(lines)
        draft.tell_section(steps, section, sureness_of(section, _sure_of_lines(blocks)))
    elif concept in _ONE_LINE and _ONE_LINE[concept] not in item:
        item["objective"] = write_line(blocks)
        draft.tell_section(
            steps, section, sureness_of(section, Sureness.LIKELY if len(blocks) > 1 else Sureness.CERTAIN)
        )
    elif concept in _RICH and concept not in item:
        item[concept] = write_text(blocks)
        draft.tell_section(steps, section, sureness_of(section))
    else:
        return False
    return True


def _sure_of_lines(blocks: tuple[Block, ...]) -> Sureness:
    return Sureness.CERTAIN if has_list(blocks) else Sureness.LIKELY


def place_agenda(draft: Draft, section: Section) -> bool:
    """Put the points under ``Agenda``: a section each, a row of a table each, or an item of a list each."""
    if not section.children and not section.body:
        return False
    if any(isinstance(each, TextBlock) and plain(each.inlines) and not each.is_in_list for each in section.body):
        return False
    _place_list(draft, section)
    for block in section.body:
        if isinstance(block, GridBlock):
            _place_table(draft, section, block)
    for child in section.children:
        place_item(draft, child, Sureness.LIKELY if child.known else sureness_of(section))
    return True


def _place_list(draft: Draft, section: Section) -> None:
    """Make a point of each outermost item of a list, of what is nested under it its issue."""
    items: list[tuple[TextBlock, list[Block]]] = []
    for block in section.body:
        if not isinstance(block, TextBlock) or not plain(block.inlines):
            continue
        if items and block.list_level > items[0][0].list_level:
            items[-1][1].append(block)
        else:
            items.append((block, []))
    for topic, nested in items:
        at = _add_item(draft, write_short(tidy(topic.inlines)))
        draft.tell_section(("agenda", at), section, sureness_of(section))
        if nested:
            _add_text(draft, at, "issue", nested, section)


def _place_table(draft: Draft, section: Section, grid: GridBlock) -> None:
    columns = read_columns(grid, _COLUMNS, ("topic", "lead"))
    draft.beside += [header_words(grid, columns)] if columns.first else []
    entries, _ = read_mappings(grid, _COLUMNS, ("topic", "lead"), "topic")
    for entry in entries:
        at = _add_item(draft, entry.pop("topic", ""))
        item = draft.data["agenda"][at]
        minutes = entry.pop("minutes", "")
        if minutes.isdigit() and len(minutes) <= len("999"):
            item["minutes"] = minutes
        elif minutes:
            entry["objective"] = "; ".join(filter(None, (entry.get("objective", ""), minutes)))
        if lines := entry.pop("lines_to_take", ""):
            item.setdefault("lines_to_take", []).append(lines)
        item |= entry
        draft.tell_section(("agenda", at), section, sureness_of(section, columns.sure))


def place_lines(draft: Draft, section: Section) -> bool:
    """Put lines to take that stand outside of any point: under their topics, or as a point of their own."""
    if not draft.is_shown("agenda.lines_to_take"):
        return False
    for child in section.children:
        at = find_item(draft, child.topic)
        draft.tell_section(("agenda", at), child, sureness_of(section, Sureness.LIKELY))
        _place_inner_of(draft, at, child, section)
    if any(not isinstance(each, TextBlock) or plain(each.inlines) for each in section.body):
        at = find_item(draft, section.label)
        draft.tell_section(("agenda", at), section, Sureness.GUESS, "these lines stand under no topic")
        draft.data["agenda"][at].setdefault("lines_to_take", []).extend(write_lines(section.body))
        draft.tell_section(("agenda", at, "lines_to_take"), section, sureness_of(section, Sureness.LIKELY))
    return True


def _place_inner_of(draft: Draft, at: int, topic: Section, around: Section) -> None:
    """Put the lines under one topic, and what stands under labels of their own within it."""
    item = draft.data["agenda"][at]
    if topic.body:
        item.setdefault("lines_to_take", []).extend(write_lines(topic.body))
        draft.tell_section(("agenda", at, "lines_to_take"), topic, sureness_of(around, Sureness.LIKELY))
    for child in topic.children:
        if not _place_inner(draft, at, child):
            _add_text(draft, at, "background", [TextBlock(embolden(child.heading)), *child.all_blocks()], topic)


def place_exchanges(draft: Draft, section: Section) -> bool:
    """Put questions and answers that stand outside of any point into one of their own."""
    if not draft.is_shown("agenda.if_raised"):
        return False
    read = read_exchanges(section)
    if not read.entries:
        return False
    agenda = draft.data.get("agenda", [])
    at = 0 if len(agenda) == 1 else find_item(draft, section.label)
    draft.data["agenda"][at].setdefault("if_raised", []).extend(read.entries)
    draft.beside += read.beside
    draft.tell_section(("agenda", at, "if_raised"), section, sureness_of(section, min(read.sure, Sureness.LIKELY)))
    return True


def place_avoid(draft: Draft, section: Section) -> bool:
    """Put what is not to be said, and stands outside of any point, into the only one, or one of its own."""
    if not draft.is_shown("agenda.avoid") or not section.all_blocks():
        return False
    agenda = draft.data.get("agenda", [])
    at = 0 if len(agenda) == 1 else find_item(draft, section.label)
    draft.data["agenda"][at].setdefault("avoid", []).extend(write_lines(section.all_blocks()))
    draft.tell_section(("agenda", at, "avoid"), section, sureness_of(section, Sureness.LIKELY))
    return True
