"""What is bound into a pack: its briefs, each checked and viewed as ``build`` does, and its annexes, each opened."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import Code, Diagnostic, Places, has_errors, in_order
from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.checking.asking import Asking, prepare_asking
from briefmaker.jobs.desk import Desk, shown_path
from briefmaker.jobs.read import read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.model import Brief, Status
from briefmaker.model.pack import Pack, PackAnnex
from briefmaker.reading import Reading
from briefmaker.reading.annex_file import MAX_BYTES, AnnexFile, AnnexRefusedError, read_annex
from briefmaker.reading.suggest import did_you_mean, list_words
from briefmaker.view.check_brief import tell_unknown_lists
from briefmaker.view.shape import View
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError
from briefmaker.writing.template import Template


@dataclass(frozen=True, slots=True)
class BoundBrief:
    """One brief of a pack, ready to be placed; ``asking`` is there where its rules are asked once more of its length."""

    path: str
    file: Path
    reading: Reading
    brief: Brief
    view: View
    template: Template
    asking: Asking | None


@dataclass(frozen=True, slots=True)
class BoundAnnex:
    """One annex of a pack."""

    path: str
    annex: PackAnnex
    file: AnnexFile


@dataclass(frozen=True, slots=True)
class PackShelf:
    """Where the parts of a pack are looked for: beside its file ``file``, and in the workspace of ``desk``."""

    file: Path
    desk: Desk
    places: Places

    def find_brief(self, name: str) -> Path | None:
        """Give the file of a brief by its name in briefs/, or as seen from the pack's file; None where there is none."""
        for folder, relative in self._list_places(name):
            try:
                found = folder.find(relative)
            except (PathOutsideError, UnreadableFileError):
                continue
            if found.is_file():
                return found
        return None

    def _list_places(self, name: str) -> Iterator[tuple[BriefFolder, str]]:
        workspace = self.desk.workspace
        if "/" in name:
            yield BriefFolder(self.file.parent.resolve(), workspace.root), name
            return
        for ending in ("", ".yaml", ".yml"):
            yield BriefFolder(workspace.root, workspace.root), f"{workspace.briefs_folder.name}/{name}{ending}"


def find_briefs_of_pack(pack: Pack, shelf: PackShelf) -> tuple[tuple[Path | None, ...], tuple[Diagnostic, ...]]:
    """Give the files of a pack's briefs, and what is wrong: one that is not there, or stands in the pack twice."""
    files = tuple(shelf.find_brief(tab.brief) for tab in pack.tabs)
    found = []
    for index, (tab, file) in enumerate(zip(pack.tabs, files, strict=True)):
        path = f"tabs[{index}].brief" if f"tabs[{index}].brief" in shelf.places.values else f"tabs[{index}]"
        if file is None:
            known = sorted(each.stem for each in shelf.desk.workspace.briefs_folder.glob("*.y*ml"))
            hint = did_you_mean(tab.brief, known, "a brief is named as its file in briefs/, without .yaml")
            found.append(shelf.places.finding(Code.PACK_BRIEF_MISSING, path, f"there is no brief `{tab.brief}`", hint))
        elif file in files[:index]:
            message = f"the brief `{tab.brief}` is in the pack already"
            found.append(shelf.places.finding(Code.PACK_BRIEF_TWICE, path, message, "take one of the two out"))
    return files, tuple(found)


def bind_brief(
    path: str, file: Path, shelf: PackShelf, request: Request
) -> tuple[BoundBrief | None, tuple[Diagnostic, ...]]:
    """Read, check and view one brief; None, and a finding at its line in the pack, where it has errors."""
    reading = read_at_desk(file, shelf.desk)
    asking = prepare_asking(reading, shelf.desk) if request.is_checked else None
    found = asking.ask() if asking else reading.diagnostics
    view = template = None
    if not has_errors(found) and reading.brief is not None:
        view, template, told = view_brief(reading, shelf.desk, request)
        # What rules keep quiet about by the brief's own settings is not told by viewing either.
        found = in_order((*found, *(asking.ask_rendered(None, told) if asking else told)))
    if view is None or template is None or reading.brief is None or has_errors(found):
        message = f"{shown_path(file)} has errors, so the pack is not made"
        failed = shelf.places.finding(Code.PACK_BRIEF_FAILED, path, message, "they are told with it: mend them first")
        return None, (*found, failed)
    return BoundBrief(path, file, reading, reading.brief, view, template, asking), found


def bind_annexes_of_pack(pack: Pack, shelf: PackShelf) -> tuple[tuple[BoundAnnex, ...], tuple[Diagnostic, ...]]:
    """Open the annexes of a pack; what is no PDF, is encrypted, or has no pages is told at its line."""
    bound, found = [], []
    folder = BriefFolder(shelf.file.parent.resolve(), shelf.desk.workspace.root)
    for index, annex in enumerate(pack.annexes):
        path = f"annexes[{index}]"
        try:
            bound.append(BoundAnnex(path, annex, read_annex(folder.read(annex.file, MAX_BYTES), annex.file)))
        except (AnnexRefusedError, PathOutsideError, UnreadableFileError) as refused:
            hint = "an annex is a PDF file in the workspace that anybody can open, named as seen from the pack's file"
            found.append(shelf.places.finding(Code.PACK_ANNEX, f"{path}.file", str(refused), hint))
    return tuple(bound), tuple(found)


def check_pack(pack: Pack, bound: tuple[BoundBrief, ...], shelf: PackShelf) -> Iterator[Diagnostic]:
    """Tell of lists that the workspace does not define, and of a final pack that holds a brief which is not."""
    yield from tell_unknown_lists("lists", pack.lists, shelf.desk.settings, shelf.places)
    if pack.status is not Status.FINAL:
        return
    for each in bound:
        if each.brief.status is not Status.FINAL:
            message = f"the pack is final, and {shown_path(each.file)} is `{each.brief.status}`"
            yield shelf.places.finding(
                Code.PACK_STATUS, each.path, message, "make the brief final first, or the pack a draft"
            )


def check_steps(pack: Pack, files: tuple[Path | None, ...], shelf: PackShelf) -> Iterator[Diagnostic]:
    """Tell of steps of the programme that name a brief which is not in the pack."""
    for index, step in enumerate(pack.programme):
        if step.brief is not None and find_tab(step.brief, files, shelf) is None:
            message = f"the brief `{step.brief}` is not in the pack"
            names = [tab.brief for tab in pack.tabs]
            hint = did_you_mean(step.brief, names, f"its tabs are {list_words(names)}") if names else ""
            yield shelf.places.finding(Code.PACK_STEP, f"programme[{index}].brief", message, hint)


def find_tab(brief: str, files: tuple[Path | None, ...], shelf: PackShelf) -> int | None:
    """Give the place of the tab of a brief that a step names."""
    file = shelf.find_brief(brief)
    return files.index(file) if file is not None and file in files else None
