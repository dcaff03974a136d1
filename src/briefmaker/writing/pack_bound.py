"""The pages of a pack in their order, laid out: they are named, linked, and written as one PDF."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import Any

from briefmaker.view.house import write_plainly
from briefmaker.view.pack_shape import SheetView
from briefmaker.writing.pack_changes import (
    PAGES_PROPERTY,
    KnownPage,
    add_backs,
    add_front,
    compare_pages,
    name_pages,
    write_pages,
)
from briefmaker.writing.pack_job import Job, lay_out_page
from briefmaker.writing.pack_plan import Plan, Slot, SlotKind
from briefmaker.writing.pdf import MANY_PAGES, VARIANT, collected_warnings, tell_faults
from briefmaker.writing.xmp import complete_metadata


class BoundPages:
    """The parts of one pack in their order, laid out, to be numbered, linked and written."""

    def __init__(self, job: Job, plan: Plan, sheets: Any, parts: Sequence[Any]) -> None:
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
            _bookmark(page, laid_out, f"{source.entry.name}: {write_plainly(source.entry.title)}")

    def write(self, copy: int) -> bytes:
        """Give the PDF of one copy."""
        from briefmaker.writing.tags import recorded_tags

        self._mark_pages(copy)
        places = sorted(self.changes.changed) if self._job.former else range(len(self.plan.slots))
        note = self._lay_out_note(copy)
        document = self._front.combine([*note, *(self._page_at(place) for place in places)])
        document.metadata.custom[PAGES_PROPERTY] = self._listed_pages
        if len(document.pages) > MANY_PAGES:
            gc.collect()
        beginnings = [
            0,
            *sorted({places.index(each) + len(note) for each in self._list_beginnings() if each in places} - {0}),
        ]
        with recorded_tags(frozenset(beginnings)), collected_warnings() as warnings:
            content: bytes = document.write_pdf(
                finisher=partial(_finish, beginnings=beginnings), pdf_variant=VARIANT, custom_metadata=True
            )
        if self._job.former is None:  # else links lead to pages that are not written again
            self._job.faults += tell_faults(self._job.pages.template, [], warnings)
        return content

    def _lay_out_note(self, copy: int) -> list[Any]:
        """Give the page that says what is to be exchanged; none for a whole pack."""
        from briefmaker.writing.pack_layout import PageMarks

        if self._job.former is None:
            return []
        pages = self._job.pages
        html = pages.write_sheets((SheetView("exchange", exchanges=self.changes.exchanges),))
        note = lay_out_page(self._job, html, pages.template, pages.style, pages.pictures)
        words = {"pack-note": "", "pack-tab": ""}
        note.mark_pages(PageMarks(0, self._total, copy=copy, words=words) for _ in note.pages)
        return list(note.pages)

    @property
    def _total(self) -> int:
        return self._job.former.total if self._job.former else len(self.plan.slots)

    @cached_property
    def _listed_pages(self) -> str:
        """The pages as the PDF lists them: for all copies the same."""
        prints = zip(self.changes.names, self._fingerprint_pages(), self.plan.slots, strict=True)
        known = (KnownPage(name, str(each), slot.kind is SlotKind.FRONT) for name, each, slot in prints)
        return write_pages(self._total, known)

    def _mark_pages(self, copy: int) -> None:
        from briefmaker.writing.pack_layout import PageMarks

        marks = []
        for place, (slot, name) in enumerate(zip(self.plan.slots, self.changes.names, strict=True)):
            note = self._job.pages.replacement if place in self.changes.changed else ""
            words = {"pack-note": note, "pack-tab": self._letter(slot)}
            marks.append(PageMarks(name.number, self._total, name.letter, copy, words))
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
    if laid_out is not None:
        own = [each.bookmarks for each in laid_out.pages]
        if own[0] and own[0][0][0] == 1:
            del own[0][0]
        for bookmarks in own:
            bookmarks[:] = [(max(level, 2), *rest) for level, *rest in bookmarks]
    page.bookmarks.insert(0, (1, label, (0, 0), "open"))


def _finish(document: Any, pdf: Any, *, beginnings: Sequence[int]) -> None:
    from briefmaker.writing.characters import mend_characters
    from briefmaker.writing.compression import compress_streams
    from briefmaker.writing.tags import finish_tags
    from briefmaker.writing.tags.parts import gather_parts

    finish_tags(pdf)
    gather_parts(pdf, beginnings)
    mend_characters(document.fonts.values(), pdf)
    complete_metadata(pdf, document.metadata.lang or "", document.metadata.custom, is_archive=False)
    compress_streams(pdf)
