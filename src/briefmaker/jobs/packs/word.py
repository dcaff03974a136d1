"""Makes the Word document of a pack: cover and contents, then each brief as it is written alone, bound as sections."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from briefmaker.jobs.packs.binding import Bound
from briefmaker.jobs.packs.documents import mark_as_pack, number_entries
from briefmaker.model.picture import Picture
from briefmaker.view.pack_shape import EntryView, PackView, SheetView
from briefmaker.view.shape import View
from briefmaker.writing.pack_annex import draw_annex, frame_annex
from briefmaker.writing.word import write_word
from briefmaker.writing.word.bind import BoundSection, bind_sections
from briefmaker.writing.word.document import name_bookmark

_HEAD_IN_WORD = 14.0
"""Millimetres by which the head of a page may be higher in Word, where another font is installed."""

ViewType = TypeVar("ViewType", View, PackView)


def write_pack_word(bound: Bound, pages: Mapping[str, str], copy: str) -> bytes:
    """Give a pack as a Word document; ``pages`` are those of the PDF, by entry, which Word shows until it counts for itself.

    ``copy`` is the words by which a copy is known, empty for one that has no number.
    """
    view = _number_copy(number_entries(bound.view, pages), copy)
    sections = [BoundSection(_write(view, bound)), *_iterate_briefs(bound, view, copy), *_iterate_annexes(bound, view)]
    said = {"marking": view.properties.marking, "status": view.properties.status, "pack": "yes"}
    said |= {"replaces": view.properties.replaces} if view.properties.replaces else {}
    properties = {f"briefmaker-{name}": value for name, value in said.items()}
    return bind_sections(sections, properties)


def _write(view: PackView, bound: Bound) -> bytes:
    return write_word(view, bound.template, fingerprint="", with_fonts=bound.shelf.desk.settings.embed_fonts)


def _iterate_briefs(bound: Bound, view: PackView, copy: str) -> Iterator[BoundSection]:
    for brief, entry in zip(bound.briefs, bound.view.entries, strict=False):
        yield from _divide(bound, view, entry)
        shown = _name_tab(_number_copy(mark_as_pack(brief.view, bound.view), copy), entry)
        written = write_word(shown, brief.template, fingerprint="")
        yield _begin(bound, entry, written, shown.language if shown.language != view.language else "")


def _divide(bound: Bound, view: PackView, entry: EntryView) -> Iterator[BoundSection]:
    if bound.pack.dividers:
        divider = _write(replace(view, sheets=(SheetView("divider", entry),)), bound)
        yield BoundSection(divider, name_bookmark(entry.key), is_on_right_hand=bound.pack.double_sided)


def _begin(bound: Bound, entry: EntryView, content: bytes, language: str = "") -> BoundSection:
    bookmark = "" if bound.pack.dividers else name_bookmark(entry.key)
    return BoundSection(content, bookmark, language, bound.pack.double_sided)


def _iterate_annexes(bound: Bound, view: PackView) -> Iterator[BoundSection]:
    """Give each annex as one section of pictures, a page each."""
    for annex, entry in zip(bound.annexes, bound.view.entries[len(bound.briefs) :], strict=True):
        yield from _divide(bound, view, entry)
        frames, _ = frame_annex(annex.file, entry, view, spare=_HEAD_IN_WORD)
        drawn = draw_annex(annex.file, entry.key)
        sheets = tuple(replace(frame, picture=picture.key) for frame, picture in zip(frames, drawn, strict=True))
        yield _begin(bound, entry, _write(_with_pictures(view, sheets, drawn), bound))


def _with_pictures(view: PackView, sheets: tuple[SheetView, ...], pictures: tuple[Picture, ...]) -> PackView:
    return replace(view, sheets=sheets, pictures=(*view.pictures, *pictures))


def _number_copy(view: ViewType, copy: str) -> ViewType:
    """Give a view whose foot names the copy, after the page."""
    if not copy:
        return view
    return replace(view, labels={**view.labels, "page_of": f"{view.labels['page_of']} · {copy}"})


def _name_tab(view: View, entry: EntryView) -> View:
    """Give a brief's view whose head names its tab, before the kind of document."""
    return replace(view, kind=f"{entry.name} · {view.kind}")
