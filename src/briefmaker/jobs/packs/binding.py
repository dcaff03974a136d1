"""Puts a pack together: its file read, its briefs and annexes found fit, its marking and view worked out; nothing is laid out."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefmaker.diagnostics import BriefmakerError, Diagnostic, has_errors
from briefmaker.jobs.desk import Desk, shown_path
from briefmaker.jobs.packs.parts import (
    BoundAnnex,
    BoundBrief,
    PackShelf,
    bind_annexes_of_pack,
    bind_brief,
    check_pack,
    check_steps,
    find_briefs_of_pack,
    find_tab,
)
from briefmaker.jobs.request import Request
from briefmaker.model import Status
from briefmaker.model.pack import Pack
from briefmaker.model.settings import Settings
from briefmaker.reading.pack_file import read_pack
from briefmaker.view.pack_shape import EntryView, PackStepView, PackView
from briefmaker.workspace.output import read_if_there
from briefmaker.writing.template import Template

if TYPE_CHECKING:
    from briefmaker.view.pack_marking import Enclosed

PACK_TEMPLATE = "pack"


@dataclass(frozen=True, slots=True)
class Bound:
    """A pack with all that goes into it, found fit to be made."""

    pack: Pack
    shelf: PackShelf
    files: tuple[Path | None, ...]
    briefs: tuple[BoundBrief, ...]
    annexes: tuple[BoundAnnex, ...]
    view: PackView
    request: Request
    template: Template


def bind_pack(file: Path, desk: Desk, request: Request) -> tuple[Bound | None, tuple[Diagnostic, ...]]:
    """Read a pack and all that goes into it; None where anything has an error, and all that was found."""
    reading, found = read_pack(_read(file), shown_path(file))
    pack, shelf = reading.value, PackShelf(file, desk, reading.places)
    if pack is None or has_errors(found):
        return None, found
    if not request.is_checked and pack.status is Status.FINAL:
        pack = pack.model_copy(update={"status": Status.DRAFT})
    files, missing = find_briefs_of_pack(pack, shelf)
    annexes, refused = bind_annexes_of_pack(pack, shelf)
    found = (*found, *missing, *refused, *check_steps(pack, files, shelf))
    briefs: list[BoundBrief] = []
    for index, brief in enumerate(files):
        if brief is not None and brief not in files[:index]:
            # What the pack replaces is no version of its briefs, whose pages say what they are themselves.
            bound, told = bind_brief(f"tabs[{index}]", brief, shelf, replace(request, replaces=None))
            found = (*found, *told)
            briefs += [bound] if bound else []
    found = (*found, *check_pack(pack, tuple(briefs), shelf))
    if has_errors(found):
        return None, found
    view, told = _view(pack, tuple(briefs), annexes, files, shelf, request)
    if view is None or has_errors(told):
        return None, (*found, *told)
    template = Template(PACK_TEMPLATE, _template_folders(desk))
    return Bound(pack, shelf, files, tuple(briefs), annexes, view, request, template), (*found, *told)


def _read(file: Path) -> bytes:
    try:
        content = read_if_there(file)
    except OSError as failure:
        raise BriefmakerError(f"{shown_path(file)} cannot be read: {failure.strerror}", exit_code=1) from failure
    return content or b""


def _template_folders(desk: Desk) -> tuple[Path, ...]:
    collections = desk.workspace.template_collections
    names = (PACK_TEMPLATE, "shared")
    return tuple(folder / name for name in names for folder in collections if (folder / name).is_dir())


def _view(
    pack: Pack,
    briefs: tuple[BoundBrief, ...],
    annexes: tuple[BoundAnnex, ...],
    files: tuple[Path | None, ...],
    shelf: PackShelf,
    request: Request,
) -> tuple[PackView | None, tuple[Diagnostic, ...]]:
    from briefmaker.view.build_pack import build_annex_entry, build_pack, with_entries
    from briefmaker.view.pack_marking import mark_pack
    from briefmaker.view.replaced import mark_replaced

    settings = shelf.desk.settings
    enclosed = list_enclosed(briefs, annexes, settings)
    carried, found = mark_pack(pack, enclosed, settings, shelf.places)
    if has_errors(found):
        return None, found
    viewing = build_pack(pack, shelf.places, carried, settings, request.paper, shelf.desk.style)
    view = viewing.view
    if view is None:
        return None, viewing.diagnostics
    if request.replaces is not None:
        view = mark_replaced(view, request.replaces, settings.date_style)
    if not request.is_checked:
        view = replace(view, draft_notice=f"{view.draft_notice} · {view.labels['not_checked']}")
    entries = [_view_tab(index, pack.tabs[index].title, each, view) for index, each in enumerate(briefs)]
    entries += (build_annex_entry(number, each.annex, view) for number, each in enumerate(annexes, 1))
    return with_entries(view, entries, _view_steps(pack, entries, files, shelf)), (*found, *viewing.diagnostics)


def list_enclosed(
    briefs: tuple[BoundBrief, ...], annexes: tuple[BoundAnnex, ...], settings: Settings
) -> "list[Enclosed]":
    """Give what is bound into a pack as its marking sees it."""
    from briefmaker.view.carried import Carried
    from briefmaker.view.pack_marking import Enclosed, enclose_brief

    enclosed = [enclose_brief(each.path, each.file.stem, each.brief, settings) for each in briefs]
    return enclosed + [Enclosed(each.path, each.annex.title, Carried(each.annex.marking)) for each in annexes]


def _view_tab(index: int, title: str | None, bound: BoundBrief, view: PackView) -> EntryView:
    from briefmaker.view.build_pack import build_entry

    return build_entry(name_tab(index), title, bound.view, view)


def _view_steps(
    pack: Pack, entries: list[EntryView], files: tuple[Path | None, ...], shelf: PackShelf
) -> tuple[PackStepView, ...]:
    from briefmaker.view.build_pack import build_steps

    tabs = [find_tab(step.brief, files, shelf) if step.brief else None for step in pack.programme]
    return build_steps(pack, [entries[tab] if tab is not None else None for tab in tabs], shelf.desk.settings)


def name_tab(index: int) -> str:
    """Give the letter of a tab: A to Z, then AA, AB."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
