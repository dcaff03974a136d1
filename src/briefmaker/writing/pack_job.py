"""What one pack is made of while its PDF is made, and how any page of it is laid out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefmaker.diagnostics import Diagnostic
from briefmaker.model.picture import Picture
from briefmaker.model.style import Style
from briefmaker.view.pack_shape import EntryView, SheetView
from briefmaker.writing.html import PICTURE_FOLDER
from briefmaker.writing.pack_changes import FormerPack
from briefmaker.writing.pack_plan import Plan, Slot, SlotKind
from briefmaker.writing.pdf import VARIANT, collected_warnings, find_paper_and_direction, read_styles, tell_faults
from briefmaker.writing.template import Template

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
    of single pages. ``copy_words`` stand before and after the number of a copy, None where copies have none; ``marking`` is what
    all pages carry; ``replacement`` is printed on those that replace others.
    """

    parts: tuple[PackPart, ...]
    template: Template
    style: Style
    pictures: tuple[Picture, ...]
    write_front: Callable[[Mapping[str, str]], str]
    write_sheets: Callable[[tuple[SheetView, ...]], str]
    is_double_sided: bool = False
    has_dividers: bool = False
    copy_words: tuple[str, str] | None = None
    marking: str = ""
    replacement: str = ""


@dataclass(slots=True)
class Job:
    """What is at hand while one pack is made."""

    pages: PackPages
    weasyprint: Any
    former: FormerPack | None = None
    faults: list[Diagnostic] = field(default_factory=list)


def lay_out_page(
    job: Job, html: str, template: Template, style: Style, pictures: Iterable[Picture], thumb: str = ""
) -> Any:
    """Lay out a page of HTML with what a pack adds to its margins; what is wrong with its template is kept in the job."""
    from briefmaker.writing.fetcher import TemplateFetcher
    from briefmaker.writing.house_css import fill_in_style
    from briefmaker.writing.pack_layout import lay_out
    from briefmaker.writing.page_tree import open_page

    styles = read_styles(template, *find_paper_and_direction(html), style)
    brought = {f"{PICTURE_FOLDER}/{picture.key}": picture.content for picture in pictures}
    fetcher = TemplateFetcher(template, brought)
    with collected_warnings() as warnings:
        marks = fill_in_style(job.pages.template.read_text(_MARKS) + _write_copy(job.pages.copy_words) + thumb, style)
        page = open_page(html, template, fetcher)
        laid_out = lay_out(page, styles.sheets, marks, styles.fonts, VARIANT)
    job.faults += tell_faults(template, [*styles.refused, *fetcher.refused], [*styles.warnings, *warnings])
    return laid_out


def _write_copy(words: tuple[str, str] | None) -> str:
    """Give the rule that puts the number of a copy below that of the page; the words are quoted letter by letter."""
    if words is None:
        return ""
    before, after = ("".join(f"\\{ord(letter):x} " for letter in each) for each in words)
    return f'.page-total::after {{ content: "\\A {before}" counter(pack-copy) "{after}"; white-space: pre }}'


def iterate_sheets(parts: Sequence[PackPart], plan: Plan) -> Iterator[tuple[Slot, SheetView]]:
    """Give the single pages of a pack, each with the slot that it fills."""
    for slot in plan.slots:
        if slot.kind is SlotKind.BLANK:
            yield slot, SheetView("blank")
        elif slot.kind is SlotKind.DIVIDER:
            yield slot, SheetView("divider", parts[slot.part].entry)
        elif slot.kind is SlotKind.PAGE and parts[slot.part].frames:
            yield slot, parts[slot.part].frames[slot.page]
