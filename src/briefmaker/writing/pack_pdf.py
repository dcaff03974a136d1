"""Writes a pack as one accessible PDF: each part laid out by its own template, then numbered, linked and bound as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from briefmaker.diagnostics import Diagnostic
from briefmaker.model.lengths import Lengths
from briefmaker.workspace.garbage import without_garbage_collector
from briefmaker.writing.lengths import measure_lengths
from briefmaker.writing.pack_bound import BoundPages
from briefmaker.writing.pack_changes import Changes, FormerPack
from briefmaker.writing.pack_job import Job, PackPages, PackPart, iterate_sheets, lay_out_page
from briefmaker.writing.pack_plan import Plan, plan_pages
from briefmaker.writing.pdf import load_weasyprint

FRONT_GUESS = 2
"""Pages that cover and contents take in most packs; where they take others, they are laid out once more."""


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


def write_pack_pdf(pages: PackPages, copies: Sequence[int] = (0,), former: FormerPack | None = None) -> PackWriting:
    """Give a pack as PDF, once for each of ``copies``: the number of a copy, 0 for one that has none.

    Given the ``former`` pack, only the pages that are new since are written, after a note that says which they replace; where
    none is, there are no contents. Diagnostics are those of each template, as ``write_pdf`` gives them. Raises BriefmakerError
    when WeasyPrint's libraries are missing, and when there are no numbers left for what came in between.
    """
    job = Job(pages, load_weasyprint(), former)
    with without_garbage_collector():
        parts = [_lay_out_part(job, index, part) for index, part in enumerate(pages.parts)]
        bound = _lay_out_rest(job, parts)
        bound.link()
        is_unchanged = former is not None and not bound.changes.changed
        contents = () if is_unchanged else tuple(bound.write(copy) for copy in copies)
    measured = tuple(measure_lengths(part) if part else None for part in parts)
    return PackWriting(contents, bound.plan, measured, tuple(dict.fromkeys(job.faults)), bound.changes)


def _lay_out_part(job: Job, index: int, part: PackPart) -> Any:
    if part.template is None or part.style is None:
        return None
    return lay_out_page(
        job, part.html, part.template, part.style, part.pictures, _write_thumb(index, part.entry.direction, job.pages)
    )


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


def _lay_out_rest(job: Job, parts: Sequence[Any]) -> "BoundPages":
    """Lay out single pages, cover and contents; again where the length of these, which moves all pages, was misguessed."""
    lengths = [
        len(part.pages) if part else len(source.frames) for part, source in zip(parts, job.pages.parts, strict=True)
    ]
    guess, pages = FRONT_GUESS, job.pages
    while True:
        plan = _plan(job, guess, lengths)
        bound = BoundPages(job, plan, _lay_out_sheets(job, plan), parts)
        bound.name_pages()
        front = lay_out_page(job, pages.write_front(bound.first_pages()), pages.template, pages.style, pages.pictures)
        if len(front.pages) == guess:
            bound.add_front(front)
            return bound
        guess = len(front.pages)


def _plan(job: Job, front: int, lengths: Sequence[int]) -> Plan:
    return plan_pages(front, lengths, is_double_sided=job.pages.is_double_sided, has_dividers=job.pages.has_dividers)


def _lay_out_sheets(job: Job, plan: Plan) -> Any:
    """Lay out the single pages, one for each slot that is no page of a brief or of the front."""
    sheets = tuple(iterate_sheets(job.pages.parts, plan))
    if not sheets:
        return None
    pages = job.pages
    brought = (*pages.pictures, *(picture for part in pages.parts if part.frames for picture in part.pictures))
    return lay_out_page(
        job, pages.write_sheets(tuple(sheet for _, sheet in sheets)), pages.template, pages.style, brought
    )
