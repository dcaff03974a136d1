"""Makes the documents of a pack that was found fit: the PDF first, since only there it is known which page is which."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefmaker.diagnostics import Diagnostic
from briefmaker.jobs.building.outcome import WrittenDocument
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.packs.binding import Bound
from briefmaker.jobs.templates.open_template import find_limits
from briefmaker.model.lengths import Lengths
from briefmaker.view.check_limits import check_lengths
from briefmaker.view.pack_shape import PackView, SheetView
from briefmaker.view.shape import View
from briefmaker.writing.html import write_html
from briefmaker.writing.pack_annex import bind_annexes, frame_annex
from briefmaker.writing.pack_changes import FormerPack
from briefmaker.writing.pack_job import PackPages, PackPart
from briefmaker.writing.pack_pdf import write_pack_pdf

SHEETS_FILE = "sheets.html.j2"
Made = dict[WrittenDocument, bytes]
"""The documents of a pack with their bytes; their paths are names in a folder that is not said yet."""


def make_documents(
    bound: Bound, numbers: Sequence[tuple[int, int]], name: str, former: FormerPack | None = None
) -> tuple[Made, tuple[Diagnostic, ...]]:
    """Give the documents of a pack, one for each copy and format, and what was found when its briefs were laid out.

    Given the ``former`` pack, they are PDFs of the pages that are new, none where none is.
    """
    copies = [bound.view.labels["copy_of"].format(n=number, all=total) for number, total in numbers] or [""]
    names = [f"{name}-copy-{number:0{len(str(total))}}" for number, total in numbers] or [name]
    writing = write_pack_pdf(_gather_pages(bound, numbers), [number for number, _ in numbers] or [0], former)
    found = (*writing.diagnostics, *_check_lengths(bound, writing.lengths))
    made: Made = {}
    if DocumentFormat.PDF in bound.request.formats:
        files = [annex.file for annex in bound.annexes]
        pages = len(writing.changes.changed) + 1 if former else len(writing.plan.slots)
        for each, content in zip(names, writing.contents, strict=False):
            made[WrittenDocument(Path(f"{each}.pdf"), DocumentFormat.PDF, pages)] = bind_annexes(content, files)
    if DocumentFormat.DOCX in bound.request.formats and former is None:
        from briefmaker.jobs.packs.word import write_pack_word

        begins = {entry.key: str(writing.plan.first_page(part)) for part, entry in enumerate(bound.view.entries)}
        for each, copy in zip(names, copies, strict=True):
            content = write_pack_word(bound, begins, copy)
            made[WrittenDocument(Path(f"{each}.docx"), DocumentFormat.DOCX, None)] = content
    return made, found


def _gather_pages(bound: Bound, numbers: Sequence[tuple[int, int]]) -> PackPages:
    return PackPages(
        parts=_gather_parts(bound),
        template=bound.template,
        style=bound.view.style,
        pictures=bound.view.pictures,
        write_front=lambda pages: write_html(number_entries(bound.view, pages), bound.template),
        write_sheets=lambda sheets: write_html(_with_sheets(bound.view, sheets), bound.template, SHEETS_FILE),
        is_double_sided=bound.pack.double_sided,
        has_dividers=bound.pack.dividers,
        copy_words=_split_copy(bound.view.labels["copy_of"], numbers[0][1]) if numbers else None,
        marking=bound.view.properties.marking,
        replacement=bound.view.labels["replacement"],
    )


def _split_copy(label: str, total: int) -> tuple[str, str]:
    """Give what stands before and after the number of a copy."""
    before, _, after = label.replace("{all}", str(total)).partition("{n}")
    return before, after


def _gather_parts(bound: Bound) -> tuple[PackPart, ...]:
    parts = []
    for each, entry in zip(bound.briefs, bound.view.entries, strict=False):
        view = mark_as_pack(each.view, bound.view)
        html = write_html(view, each.template)
        parts.append(PackPart(entry, html, each.template, view.style, view.pictures))
    count = 0
    for annex, entry in zip(bound.annexes, bound.view.entries[len(bound.briefs) :], strict=True):
        frames, pictures = frame_annex(annex.file, entry, bound.view, count)
        parts.append(PackPart(entry, frames=frames, pictures=pictures))
        count += len(frames)
    return tuple(parts)


def mark_as_pack(view: View, pack: PackView) -> View:
    """Give a brief's view with the marking of the pack, which every page of it carries."""
    return replace(view, marking=pack.marking, properties=replace(view.properties, marking=pack.properties.marking))


def number_entries(view: PackView, pages: Mapping[str, str]) -> PackView:
    """Give the view with the pages on which its entries begin, by key."""
    entries = tuple(replace(each, page=pages[each.key]) for each in view.entries)
    steps = tuple(replace(step, page=pages.get(step.key, "")) for step in view.programme)
    return replace(view, entries=entries, programme=steps)


def _with_sheets(view: PackView, sheets: tuple[SheetView, ...]) -> PackView:
    return replace(view, sheets=sheets)


def _check_lengths(bound: Bound, lengths: Sequence[Lengths | None]) -> tuple[Diagnostic, ...]:
    """Give what can be told of each brief only when it is laid out: what is too long, and what rules say of that."""
    found: tuple[Diagnostic, ...] = ()
    for brief, measured in zip(bound.briefs, lengths, strict=False):
        if measured is not None:
            told = tuple(check_lengths(measured, find_limits(brief.template, bound.shelf.desk), brief.reading.places))
            found += brief.asking.ask_rendered(measured, told) if brief.asking else told
    return found
