"""Checks that a document is built as its brief is: title, headings, lists, tables, and the order of all."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefmaker.verifying.check import Deviation, Needs, Subject, check, view_of
from briefmaker.verifying.expected import (
    ExpectedItem,
    ExpectedList,
    Passage,
    iterate_lists,
    iterate_passages,
    iterate_tables,
    iterate_texts,
    list_paragraphs,
    words_of,
)
from briefmaker.verifying.looking import has_words, tell_missing, write_plain_digits
from briefmaker.verifying.outline import Block, Kind
from briefmaker.verifying.squeezing import count_words, is_right_to_left, shorten, squeeze
from briefmaker.verifying.table_matching import compare_tables

# What may stand before a label: its number, the mark of its portion
_NUMBER = re.compile(r"^[0-9]+[.)]?|^\([^()]*\)")


@check(Needs.BRIEF)
def title(subject: Subject) -> Iterator[Deviation]:
    """The title is the one heading of the first level, and says what the brief's title says."""
    wanted = words_of(view_of(subject).title)
    headings = [block for block in subject.document.outline.of_kind(Kind.HEADING) if block.level == 1]
    if wanted and not any(has_words(block.text, wanted) for block in headings):
        yield tell_missing(wanted, headings or subject.document.outline.blocks, "title")


@check(Needs.BRIEF)
def headings(subject: Subject) -> Iterator[Deviation]:
    """Every topic of the agenda, section and annex has its heading, or its label, in the order of the brief."""
    by_family: dict[str, list[Passage]] = defaultdict(list)
    for passage in iterate_passages(view_of(subject), "headings"):
        by_family[passage.path.partition("[")[0]].append(passage)
    for passages in by_family.values():
        yield from _compare_headings(passages, _list_candidates(passages, subject))


def _list_candidates(passages: Sequence[Passage], subject: Subject) -> list[Block]:
    """Give the headings; where a template sets none of these as headings, the blocks that begin with them: their labels."""
    outline = subject.document.outline
    found = outline.of_kind(Kind.HEADING)
    if any(has_words(block.text, passage.words) for block in found for passage in passages):
        return list(found)
    starts = [squeeze(passage.words) for passage in passages]
    return [block for block in outline.blocks if _NUMBER.sub("", squeeze(block.text)).startswith(tuple(starts))]


def _compare_headings(passages: Sequence[Passage], found: Sequence[Block]) -> Iterator[Deviation]:
    last = -1
    for passage in passages:
        places = [place for place, block in enumerate(found) if has_words(block.text, passage.words)]
        if not places:
            yield tell_missing(passage.words, found, passage.path)
            continue
        # A topic may be part of a longer one: the shortest heading that has it is its own.
        place = min((each for each in places if each > last), key=lambda each: len(found[each].text), default=-1)
        if place < 0:
            where = found[places[0]].where
            yield Deviation(
                f"{passage.path}: {shorten(passage.words)} after the one before it", "it stands before", where
            )
        last = max(last, place)


@check(Needs.BRIEF)
def lists(subject: Subject) -> Iterator[Deviation]:
    """Every list of a text has its entries in order, at the right depth, with the right numbers."""
    items = _join_torn_items(subject.document.outline.of_kind(Kind.ITEM))
    for wanted in iterate_lists(view_of(subject)):
        yield from _compare_list(wanted, items)


def _join_torn_items(items: Sequence[Block]) -> list[Block]:
    """Give the items with those put together again that a page break has torn: the second half has no marker."""
    joined: list[Block] = []
    for item in items:
        if joined and not item.marker and joined[-1].marker and item.page == joined[-1].page + 1:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {item.text}", page=item.page)
        else:
            joined.append(item)
    return joined


def _compare_list(wanted: ExpectedList, items: Sequence[Block]) -> Iterator[Deviation]:
    entries = [each for each in wanted.items if squeeze(each.words)]
    size = len(entries)
    starts = [place for place in range(len(items)) if entries and is_same_item(entries[0], items[place].text)]
    for place in starts:
        run = items[place : place + size]
        if len(run) == size and all(is_same_item(one, own.text) for one, own in zip(entries, run, strict=True)):
            depth = run[0].level - entries[0].depth
            signs = zip(entries, run, strict=True)
            wrong = [(one, own) for one, own in signs if own.level - one.depth != depth or number_of(own) != one.number]
            if not wrong:
                return
            one, own = wrong[0]
            shown = f"{one.number}." if one.number is not None else "•"
            yield Deviation(
                f"{wanted.path}: {shown} {shorten(one.words)}, depth {one.depth + depth}", _show(own), own.where
            )
            return
    missing = [one for one in entries if not any(is_same_item(one, own.text) for own in items)]
    for one in missing:
        yield tell_missing(one.words, items, wanted.path)
    if entries and not missing:
        order = "; ".join(shorten(one.words, 30) for one in entries)
        yield Deviation(
            f"{wanted.path}: a list of {size} entries: {order}", "the entries in another order, or not together"
        )


def _show(item: Block) -> str:
    return f"{item.marker} {shorten(item.text)}, depth {item.level}".strip()


def is_same_item(wanted: ExpectedItem, text: str) -> bool:
    """Tell whether an item of a document says what an entry says, with the mark of its portion before it or without."""
    forms = (wanted.words, f"{wanted.portion} {wanted.words}")
    if squeeze(text) in map(squeeze, forms):
        return True
    return is_right_to_left(wanted.words + text) and count_words(text) in map(count_words, forms)


def number_of(item: Block) -> int | None:
    """Give the number of a list item; None for one with a bullet."""
    digits = "".join(letter for letter in write_plain_digits(item.marker) if letter.isdecimal())
    return int(digits) if digits else None


@check(Needs.BRIEF)
def tables(subject: Subject) -> Iterator[Deviation]:
    """Every table of a text has its rows and columns, and each cell says what the brief says."""
    yield from compare_tables(list(iterate_tables(view_of(subject))), subject.document.outline.tables)


@check(Needs.BRIEF)
def order(subject: Subject) -> Iterator[Deviation]:
    """Paragraphs of a text, and entries such as lines to take, follow one another as in the brief."""
    groups: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for text in iterate_texts(view_of(subject)):
        before, _, after = text.path.rpartition("[")
        key = (before, after.partition("]")[2]) if before else (text.path, "")
        whole = [Passage(text.path, words) for words in list_paragraphs(text.blocks)]
        groups[key] += whole[:1]
        groups[text.path, "all"] = whole
    for passages in groups.values():
        yield from _compare_order(passages, subject)


def _compare_order(passages: Sequence[Passage], subject: Subject) -> Iterator[Deviation]:
    """Tell of the first passage that stands before the one it should follow; what stands there twice tells nothing."""
    placed = [(each, subject.flow.find(each.words)) for each in passages if _is_unique(each, subject)]
    for (one, first), (other, second) in pairwise(placed):
        if second < first:
            yield Deviation(f"{other.path}: {shorten(other.words)} after {shorten(one.words, 40)}", "it stands before")
            return


def _is_unique(passage: Passage, subject: Subject) -> bool:
    return bool(squeeze(passage.words)) and subject.flow.text.count(squeeze(passage.words)) == 1


CHECKS = (title, headings, lists, tables, order)
