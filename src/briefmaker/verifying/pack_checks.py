"""Checks of a pack: what stands on every page, in its contents, and that each tab says what its brief says."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefmaker.verifying.brief_pages import compare_language, compare_properties
from briefmaker.verifying.check import Deviation, Kept, Needs, NotRunError, Subject, check, pack_of, pdf_of
from briefmaker.verifying.expected import list_all_words, words_of
from briefmaker.verifying.looking import NOTHING, has_words, tell_missing, write_plain_digits
from briefmaker.verifying.outline import Row
from briefmaker.verifying.pack_flow import (
    cut_tabs,
    find_bookmark,
    find_contents,
    list_titles,
    read_edges,
    read_page_number,
)
from briefmaker.verifying.squeezing import count_words, is_right_to_left, keep_words, shorten, squeeze

_MOST_TOLD = 20


@check(Needs.PACK, kept=Kept.PACK)
def pack_marking(subject: Subject) -> Iterator[Deviation]:
    """The marking of the pack, with its caveats, stands at the head and at the foot of every page."""
    wanted = words_of(pack_of(subject).view.marking)
    for page in read_edges(subject.document) if wanted else ():
        for place, words in (("head", page.head), ("foot", page.foot)):
            if not has_words(words, wanted):
                yield Deviation(wanted, shorten(words) or "nothing", f"{page.where}, {place}")


@check(Needs.PACK, kept=Kept.PACK)
def pack_count(subject: Subject) -> Iterator[Deviation]:
    """Every page says which it is, and of how many, in one count through the pack."""
    pages, labels = read_edges(subject.document), pack_of(subject).list_labels("page_of")
    is_pdf = subject.document.format == "pdf"
    for number, page in enumerate(pages, start=1):
        values = {"page": number, "pages": len(pages)} if is_pdf else {"page": "{PAGE}", "pages": "{NUMPAGES}"}
        wanted = [label.format(**values) for label in labels]
        if not any(_has_number(page.foot, each) for each in wanted):
            yield Deviation(wanted[0], shorten(page.foot) or "nothing", page.where)


def _has_number(text: str, wanted: str) -> bool:
    """Tell whether a text has words with numbers in them, of which none is only a part of a longer number there."""
    words = r"\s*".join(map(re.escape, write_plain_digits(wanted).split()))
    is_there = re.search(rf"(?<!\d){words}(?!\d)", " ".join(write_plain_digits(text).split())) is not None
    return is_there or (is_right_to_left(wanted) and has_words(text, wanted))


@check(Needs.PACK, kept=Kept.PACK)
def pack_copy(subject: Subject) -> Iterator[Deviation]:
    """A numbered copy bears the number of its file's name on every page, and any other document none."""
    pack = pack_of(subject)
    label = str(pack.view.labels["copy_of"])
    wanted = label.format(n=pack.copy, all="…") if pack.copy else "no number of a copy"
    for page in read_edges(subject.document):
        if pack.copy not in _find_copies(page.foot, label):
            yield Deviation(wanted, shorten(page.foot) or "nothing", page.where)


def _find_copies(foot: str, label: str) -> set[int]:
    """Give what may be the number of a copy at the foot of a page, 0 where there is none.

    From right to left a PDF keeps words as they lie, so there it may be any number beside the word.
    """
    text = write_plain_digits(foot)
    if is_right_to_left(label):
        word = label.split("{", maxsplit=1)[0]
        return set(map(int, re.findall(r"\d+", text))) if has_words(text, word) else {0}
    pattern = re.escape(squeeze(label)).replace(r"\{n\}", r"(\d+)").replace(r"\{all\}", r"\d+")
    return set(map(int, re.findall(pattern, squeeze(text)))) or {0}


@check(Needs.PACK, kept=Kept.PACK)
def pack_parts(subject: Subject) -> Iterator[Deviation]:
    """The pack's title, then every tab with its brief's title follow one another in order, and no other."""
    document = subject.document
    wanted = [words for words, _ in pack_of(subject).list_titles(in_word=document.format == "docx")]
    titles = [block for _, block in list_titles(document)]
    for number in range(max(len(wanted), len(titles))):
        title = wanted[number] if number < len(wanted) else "no further tab"
        found = titles[number] if number < len(titles) else None
        if found is None or squeeze(found.text) != squeeze(title):
            where = found.where if found else ""
            yield Deviation(shorten(title), shorten(found.text) if found else NOTHING, where)
            return


@check(Needs.PACK, kept=Kept.PACK)
def pack_annexes(subject: Subject) -> Iterator[Deviation]:
    """Every annex follows with all its pages, in order, each named for readers who cannot see it."""
    annexes = pack_of(subject).annexes
    if not annexes:
        raise NotRunError("the pack has no annexes")
    named = {f"{part.name}: {part.title}": part for part in annexes}
    pictures = [picture.alt for picture in subject.document.outline.pictures]
    bound = [next((name for name in named if squeeze(alt).startswith(squeeze(name))), "") for alt in pictures]
    found = [name for name in bound if name]
    for name, part in named.items():
        if found.count(name) != part.pages:
            yield Deviation(f"{shorten(name)}, {part.pages} pages", f"{found.count(name)} pages")
    if list(dict.fromkeys(found)) != [name for name in named if name in found]:
        yield Deviation("the annexes in the order of the contents", ", ".join(map(shorten, dict.fromkeys(found))))


@check(Needs.PACK, kept=Kept.PACK)
def pack_contents(subject: Subject) -> Iterator[Deviation]:
    """The contents name every tab and annex in order, with title, kind, reference, status and marking, and nothing else."""
    pack = pack_of(subject)
    rows = find_contents(subject.document, pack)
    for part, row in zip(pack.parts, rows, strict=False):
        name, title, marking = (" ".join(row.cells[start:stop]) for start, stop in ((0, 1), (1, -2), (-2, -1)))
        wanted = (part.name, f"{part.title} {part.details}", part.marking)
        if not all(map(_is_same, (name, title, marking), wanted)):
            yield Deviation(shorten(" ".join(wanted)), shorten(" ".join(row.cells)))
    if len(rows) != len(pack.parts):
        yield Deviation(f"{len(pack.parts)} tabs and annexes", f"{len(rows)} in the contents")


def _is_same(found: str, wanted: str) -> bool:
    """Tell whether two texts have the same words; from right to left in whatever order."""
    return keep_words(found) == keep_words(wanted) or (
        is_right_to_left(wanted) and count_words(found) == count_words(wanted)
    )


@check(Needs.PACK, ("pdf",), kept=Kept.PACK)
def pack_pages(subject: Subject) -> Iterator[Deviation]:
    """Contents and programme name the page on which each tab and annex begins, to which its bookmark leads too."""
    pack, document = pack_of(subject), pdf_of(subject)
    rows = find_contents(document, pack)
    starts = {}
    for part in pack.parts:
        bookmark = find_bookmark(document, part)
        if bookmark is None:
            yield Deviation(f"a bookmark {part.name}: {shorten(part.title)}", NOTHING)
            continue
        starts[part.name] = str(bookmark.page)
        row = next((each for each in rows if squeeze(each.cells[0]) == squeeze(part.name)), None)
        if row is not None and read_page_number(row.cells[-1]) != str(bookmark.page):
            yield Deviation(
                f"{part.name} begins on page {bookmark.page}", f"the contents say {row.cells[-1] or NOTHING}"
            )
    yield from _check_titles(subject, starts)
    for step in pack.view.programme:
        if step.key and not any(
            _names_page(row.cells[-1], step.tab, starts.get(step.tab, "")) for row in _list_rows(subject)
        ):
            yield Deviation(f"the programme names {step.tab}, page {starts.get(step.tab, '')}", NOTHING)


def _check_titles(subject: Subject, starts: dict[str, str]) -> Iterator[Deviation]:
    """Tell of a bookmark that leads behind its tab's title, or before the tab in front of it."""
    titles = [block for _, block in list_titles(subject.document)]
    for (part, _), before, title in zip(pack_of(subject).briefs, titles, titles[1:], strict=False):
        start = int(starts.get(part.name, title.page))
        if not before.page < start <= title.page:
            yield Deviation(f"{part.name} begins on page {title.page}", f"its bookmark leads to page {start}")


def _list_rows(subject: Subject) -> Iterator[Row]:
    return (row for table in subject.document.outline.tables for row in table.rows if row.cells)


def _names_page(cell: str, tab: str, page: str) -> bool:
    return has_words(cell, tab) and page in re.findall(r"\d+", write_plain_digits(cell))


@check(Needs.PACK, kept=Kept.PACK)
def pack_briefs(subject: Subject) -> Iterator[Deviation]:
    """All that a brief says beside its title stands in its tab."""
    document = subject.document
    for (part, view), blocks in zip(pack_of(subject).briefs, cut_tabs(document, pack_of(subject)), strict=False):
        outline = replace(document.outline, blocks=blocks)
        tab = replace(subject, document=replace(document, outline=outline), view=view)
        said = dict.fromkeys(words for words in list_all_words(view) if words != words_of(view.title))
        lost = [words for words in said if squeeze(words) in tab.lost]
        for words in lost[:_MOST_TOLD]:
            yield tell_missing(words, blocks, part.name)


@check(Needs.PACK, kept=Kept.PACK)
def pack_properties(subject: Subject) -> Iterator[Deviation]:
    """The document's properties give the pack's title, author, kind, keywords, marking and status, and its language."""
    view = pack_of(subject).view
    yield from compare_properties(view.properties, subject.document.outline.properties)
    yield from compare_language(view.language, subject.document)


CHECKS = (
    pack_marking,
    pack_count,
    pack_copy,
    pack_parts,
    pack_annexes,
    pack_contents,
    pack_pages,
    pack_briefs,
    pack_properties,
)
