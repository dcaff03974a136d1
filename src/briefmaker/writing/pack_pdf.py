"""Writes a pack as one accessible PDF: each part laid out by its own template, then numbered, linked and bound as a whole."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from briefmaker.diagnostics import Diagnostic
from briefmaker.model.lengths import Lengths
from briefmaker.model.picture import Picture
from briefmaker.model.style import Style
from briefmaker.view.pack_shape import EntryView, SheetView
from briefmaker.writing.html import PICTURE_FOLDER
from briefmaker.writing.lengths import measure_lengths
from briefmaker.writing.pack_changes import (
    PAGES_PROPERTY,
    Changes,
    FormerPack,
    KnownPage,
    add_backs,
    add_front,
    compare_pages,
    name_pages,
    write_pages,
)
from briefmaker.writing.pack_plan import Plan, Slot, SlotKind, plan_pages
from briefmaker.writing.pdf import (
    MANY_PAGES,
    VARIANT,
    collected_warnings,
    find_paper_and_direction,
    load_weasyprint,
    read_styles,
    tell_faults,
    without_garbage_collector,
)
from briefmaker.writing.template import Template
from briefmaker.writing.xmp import complete_metadata

FRONT_GUESS = 2
"""Pages that cover and contents take in most packs; where they take others, they are laid out once more."""

_MARKS = "marks.css"


@dataclass(frozen=True, slots=True)
class PackPart:
    """One tab or annex: its entry, and the page of a brief with what that takes, or the frames for an annex's pages."""

    entry: EntryView
    html: str = ""
    template: Template | None = None
    style: Style | None = None
    pictures: tuple[Picture, ...] = ()
    frames: tuple[SheetView, ...] = ()


@dataclass(frozen=True, slots=True)
class PackPages:
    """Everything a pack's PDF is made of.

    ``write_front`` gives the page of cover and contents for the pages on which the entries begin, by key; ``write_sheets`` that
    of single pages. ``marking`` is what all pages carry; ``replacement`` is printed on those that replace others.
    """

    parts: tuple[PackPart, ...]
    template: Template
    style: Style
    pictures: tuple[Picture, ...]
    write_front: Callable[[Mapping[str, str]], str]
    write_sheets: Callable[[tuple[SheetView, ...]], str]
    is_double_sided: bool = False
    has_dividers: bool = False
    marking: str = ""
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class PackWriting:
    """What came of writing a pack: a PDF for each copy, the page on which each part begins, and what there is to tell.

    ``lengths`` are those of each part that is a brief, and None for an annex.
    """

    contents: tuple[bytes, ...]
    plan: Plan
    lengths: tuple[Lengths | None, ...]
    diagnostics: tuple[Diagnostic, ...]
    changes: Changes


@dataclass(slots=True)
class _Job:
    """What is at hand while one pack is made."""

    pages: PackPages
    weasyprint: Any
    former: FormerPack | None = None
    faults: list[Diagnostic] = field(default_factory=list)


def write_pack_pdf(
    pages: PackPages, copies: Sequence[str] = ("",), former: FormerPack | None = None
) -> PackWriting:
    """Give a pack as PDF, once for each of ``copies``: the words by which a copy is known, empty for one that has no number.

    Given the ``former`` pack, only the pages that are new since are written, after a note that says which they replace; where
    none is, there are no contents. Diagnostics are those of each template, as ``write_pdf`` gives them. Raises BriefmakerError
    when WeasyPrint's libraries are missing, and when there are no numbers left for what came in between.
    """
    job = _Job(pages, load_weasyprint(), former)
    with without_garbage_collector():
        parts = [_lay_out_part(job, index, part) for index, part in enumerate(pages.parts)]
        bound = _lay_out_rest(job, parts)
        bound.link()
        is_unchanged = former is not None and not bound.changes.changed
        contents = () if is_unchanged else tuple(bound.write(copy) for copy in copies)
    measured = tuple(measure_lengths(part) if part else None for part in parts)
    return PackWriting(contents, bound.plan, measured, tuple(dict.fromkeys(job.faults)), bound.changes)


def _lay_out_part(job: _Job, index: int, part: PackPart) -> Any:
    if part.template is None or part.style is None:
        return None
    return _lay_out(job, part.html, part.template, part.style, part.pictures, _write_thumb(index, part.entry.direction, job.pages))


def _write_thumb(index: int, direction: str, pages: PackPages) -> str:
    """Give the place of a tab's letter at the outer edge: each lower than the one before, as on a card index."""
    place = 20 + 13 * (index % 15)
    look = (
        f"content: string(pack-tab); margin-top: {place}mm; width: 8mm; height: 10mm; font: 600 10pt/10mm var(--sans);"
        "color: white; background: var(--accent); text-align: center; vertical-align: middle;"
    )
    verso = ":right" if direction == "rtl" else ":left"
    left = f"@page {verso} {{ @right-top {{ content: none }} @left-top {{ {look} margin-right: auto }} }}"
    return f"@page {{ @right-top {{ {look} margin-left: auto }} }}" + (left if pages.is_double_sided else "")


def _lay_out(  # noqa: PLR0913 - what one part is made of
    job: _Job, html: str, template: Template, style: Style, pictures: Iterable[Picture], thumb: str = ""
) -> Any:
    from briefmaker.writing.fetcher import BASE_ADDRESS, TemplateFetcher
    from briefmaker.writing.house_css import fill_in_style
    from briefmaker.writing.pack_layout import lay_out

    styles = read_styles(template, *find_paper_and_direction(html), style)
    brought = {f"{PICTURE_FOLDER}/{picture.key}": picture.content for picture in pictures}
    fetcher = TemplateFetcher(template, brought)
    with collected_warnings() as warnings:
        marks = fill_in_style(job.pages.template.read_text(_MARKS) + thumb, style)
        page = job.weasyprint.HTML(string=html, base_url=BASE_ADDRESS, url_fetcher=fetcher)
        laid_out = lay_out(page, styles.sheets, marks, styles.fonts, VARIANT)
    job.faults += tell_faults(template, [*styles.refused, *fetcher.refused], [*styles.warnings, *warnings])
    return laid_out


def _lay_out_rest(job: _Job, parts: Sequence[Any]) -> "_Bound":
    """Lay out single pages, cover and contents, whose own length moves the pages that they name; again where it was misguessed."""
    lengths = [len(part.pages) if part else len(source.frames) for part, source in zip(parts, job.pages.parts, strict=True)]
    guess, pages = FRONT_GUESS, job.pages
    while True:
        plan = _plan(job, guess, lengths)
        bound = _Bound(job, plan, _lay_out_sheets(job, plan), parts)
        bound.name_pages()
        front = _lay_out(job, pages.write_front(bound.first_pages()), pages.template, pages.style, pages.pictures)
        if len(front.pages) == guess:
            bound.add_front(front)
            return bound
        guess = len(front.pages)


def _plan(job: _Job, front: int, lengths: Sequence[int]) -> Plan:
    return plan_pages(
        front, lengths, is_double_sided=job.pages.is_double_sided, has_dividers=job.pages.has_dividers
    )


def _lay_out_sheets(job: _Job, plan: Plan) -> Any:
    """Lay out the single pages, one for each slot that is no page of a brief or of the front."""
    sheets = tuple(_iterate_sheets(job.pages.parts, plan))
    if not sheets:
        return None
    pages = job.pages
    brought = (*pages.pictures, *(picture for part in pages.parts if part.frames for picture in part.pictures))
    return _lay_out(job, pages.write_sheets(tuple(sheet for _, sheet in sheets)), pages.template, pages.style, brought)


def _iterate_sheets(parts: Sequence[PackPart], plan: Plan) -> Iterator[tuple[Slot, SheetView]]:
    for slot in plan.slots:
        if slot.kind is SlotKind.BLANK:
            yield slot, SheetView("blank")
        elif slot.kind is SlotKind.DIVIDER:
            yield slot, SheetView("divider", parts[slot.part].entry)
        elif slot.kind is SlotKind.PAGE and parts[slot.part].frames:
            yield slot, parts[slot.part].frames[slot.page]


class _Bound:
    """The parts of one pack in their order, laid out, to be numbered, linked and written."""

    def __init__(self, job: _Job, plan: Plan, sheets: Any, parts: Sequence[Any]) -> None:
        self.plan = plan
        self.changes = name_pages(len(plan.slots))
        self._job, self._sheets, self._parts = job, sheets, parts
        self._front: Any = None
        # Two blank pages of one part are the same slot: they are told apart by their places in the plan.
        places = (place for place, slot in enumerate(plan.slots) if self._is_sheet(slot))
        self._sheet_of = self._number_sheets(places)

    def _is_sheet(self, slot: Slot) -> bool:
        is_frame = slot.kind is SlotKind.PAGE and bool(self._job.pages.parts[slot.part].frames)
        return is_frame or slot.kind in (SlotKind.BLANK, SlotKind.DIVIDER)

    def _number_sheets(self, places: Iterable[int]) -> list[int | None]:
        numbers = {place: number for number, place in enumerate(places)}
        return [numbers.get(place) for place in range(len(self.plan.slots))]

    def _page_at(self, place: int) -> Any:
        slot, sheet = self.plan.slots[place], self._sheet_of[place]
        if sheet is not None:
            return self._sheets.pages[sheet]
        return (self._front if slot.kind is SlotKind.FRONT else self._parts[slot.part]).pages[slot.page]

    def name_pages(self) -> None:
        """Name the pages: as the former pack did, where there is one."""
        if self._job.former is not None:
            self.changes = compare_pages(self._job.former, self._fingerprint_pages())

    def first_pages(self) -> dict[str, str]:
        """Give the name of the page on which each part begins, by its key."""
        parts = enumerate(self._job.pages.parts)
        return {part.entry.key: str(self.changes.names[self.plan.first_page(index) - 1]) for index, part in parts}

    def add_front(self, front: Any) -> None:
        """Take cover and contents, laid out with the names of the pages."""
        self._front = front
        if self._job.former is not None:
            prints = [self._fingerprint(page) for page in front.pages]
            self.changes = add_front(self.changes, self._job.former, prints)
            self.changes = add_backs(self.changes) if self._job.pages.is_double_sided else self.changes

    def _fingerprint_pages(self) -> list[str | None]:
        """Give the fingerprints of all pages; None for those of the front while it is not laid out."""
        is_known = self._front is not None
        return [
            self._fingerprint(self._page_at(place)) if is_known or slot.kind is not SlotKind.FRONT else None
            for place, slot in enumerate(self.plan.slots)
        ]

    def _fingerprint(self, page: Any) -> str:
        from briefmaker.writing.pack_layout import fingerprint_page

        return fingerprint_page(page, self._job.pages.marking)

    def link(self) -> None:
        """Give every part anchors of its own, an anchor and a bookmark for its tab, and take away those that come twice."""
        for part, (source, laid_out) in enumerate(zip(self._job.pages.parts, self._parts, strict=True)):
            if laid_out is not None:
                _prefix_anchors(laid_out.pages, source.entry.key)
            place = self.plan.first_page(part) - 1
            page = self._page_at(place)
            page.anchors[source.entry.key] = (0, 0, page.width, page.height)
            _bookmark(page, laid_out, f"{source.entry.name}: {_plain(source.entry)}")

    def write(self, copy: str) -> bytes:
        """Give the PDF of one copy."""
        from briefmaker.writing.tags import recorded_tags

        self._mark_pages(copy)
        places = sorted(self.changes.changed) if self._job.former else range(len(self.plan.slots))
        note = self._lay_out_note(copy)
        document = self._front.combine([*note, *(self._page_at(place) for place in places)])
        document.metadata.custom[PAGES_PROPERTY] = self._list_pages()
        if len(document.pages) > MANY_PAGES:
            gc.collect()
        beginnings = [0, *sorted({places.index(each) + len(note) for each in self._list_beginnings() if each in places} - {0})]
        with recorded_tags(frozenset(beginnings)):
            content: bytes = document.write_pdf(
                finisher=partial(_finish, beginnings=beginnings), pdf_variant=VARIANT, custom_metadata=True
            )
        return content

    def _lay_out_note(self, copy: str) -> list[Any]:
        """Give the page that says what is to be exchanged; none for a whole pack."""
        from briefmaker.writing.pack_layout import PageMarks

        if self._job.former is None:
            return []
        pages = self._job.pages
        html = pages.write_sheets((SheetView("exchange", exchanges=self.changes.exchanges),))
        note = _lay_out(self._job, html, pages.template, pages.style, pages.pictures)
        words = {"pack-copy": copy, "pack-note": "", "pack-tab": ""}
        note.mark_pages(PageMarks(0, self._total, words=words) for _ in note.pages)
        return list(note.pages)

    @property
    def _total(self) -> int:
        return self._job.former.total if self._job.former else len(self.plan.slots)

    def _list_pages(self) -> str:
        prints = zip(self.changes.names, self._fingerprint_pages(), self.plan.slots, strict=True)
        known = (KnownPage(name, str(each), slot.kind is SlotKind.FRONT) for name, each, slot in prints)
        return write_pages(self._total, known)

    def _mark_pages(self, copy: str) -> None:
        from briefmaker.writing.pack_layout import PageMarks

        marks = []
        for place, (slot, name) in enumerate(zip(self.plan.slots, self.changes.names, strict=True)):
            note = self._job.pages.replacement if place in self.changes.changed else ""
            words = {"pack-copy": copy, "pack-note": note, "pack-tab": self._letter(slot)}
            marks.append(PageMarks(name.number, self._total, name.letter, words))
        for laid_out, places in self._list_places():
            laid_out.mark_pages(marks[place] for place in places)

    def _letter(self, slot: Slot) -> str:
        return self._job.pages.parts[slot.part].entry.letter if slot.part >= 0 else ""

    def _list_places(self) -> Iterator[tuple[Any, list[int]]]:
        """Give each that was laid out with the places of its pages in the pack."""
        slots = self.plan.slots
        yield self._front, [place for place, slot in enumerate(slots) if slot.kind is SlotKind.FRONT]
        if self._sheets is not None:
            yield self._sheets, [place for place, sheet in enumerate(self._sheet_of) if sheet is not None]
        for part, laid_out in enumerate(self._parts):
            if laid_out is not None:
                yield laid_out, [n for n, slot in enumerate(slots) if slot.part == part and slot.kind is SlotKind.PAGE]

    def _list_beginnings(self) -> list[int]:
        """Give the places, from 0, at which the front and each part begin."""
        return [0, *(self.plan.first_page(part) - 1 for part in range(len(self._parts)))]


def _prefix_anchors(pages: Iterable[Any], key: str) -> None:
    """Let the links of a part lead within it: other parts have an ``item-1`` too."""
    for page in pages:
        page.anchors = {f"{key}-{name}": place for name, place in page.anchors.items()}
        page.links[:] = [
            (kind, f"{key}-{target}" if kind == "internal" else target, *rest) for kind, target, *rest in page.links
        ]


def _bookmark(page: Any, laid_out: Any, label: str) -> None:
    """Put a part's own outline under its tab: the tab takes the place of the title, all else moves below it."""
    for each in laid_out.pages if laid_out else ():
        each.bookmarks[:] = [(max(level, 2), *rest) for level, *rest in each.bookmarks]
    if laid_out:
        first = laid_out.pages[0].bookmarks
        first[:] = first[1:] if first and _is_title(laid_out.pages[0]) else first
    page.bookmarks.insert(0, (1, label, (0, 0), "open"))


def _is_title(page: Any) -> bool:
    """Tell whether the first bookmark of a page is that of its title, at the head of the page."""
    return bool(page.bookmarks) and page.bookmarks[0][2][1] < page.height / 4


def _plain(entry: EntryView) -> str:
    from briefmaker.view.house import write_plainly

    return write_plainly(entry.title)


def _finish(document: Any, pdf: Any, *, beginnings: Sequence[int]) -> None:
    from briefmaker.writing.characters import mend_characters
    from briefmaker.writing.tags import finish_tags
    from briefmaker.writing.tags.parts import gather_parts

    finish_tags(pdf)
    gather_parts(pdf, beginnings)
    mend_characters(document.fonts.values(), pdf)
    complete_metadata(pdf, document.metadata.lang or "", document.metadata.custom, is_archive=False)
