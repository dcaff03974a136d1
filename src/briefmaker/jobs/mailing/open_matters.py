"""Opens what is to be mailed: a brief, the briefs of all rows of a file, or a pack."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic
from briefmaker.jobs.building.build import plan_build
from briefmaker.jobs.building.making import open_desk_once
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.mailing.brief import BriefMatter, open_brief
from briefmaker.jobs.mailing.matter import Matter
from briefmaker.jobs.mailing.pack import open_pack
from briefmaker.jobs.request import Wishes
from briefmaker.workspace.workspace import Workspace, find_pack, find_workspace


def open_matters(path: str | Path) -> tuple[Desk, tuple[Matter, ...], tuple[Diagnostic, ...]]:
    """Give the workspace, and what is to be mailed of it; of what has an error only the findings.

    ``path`` is the file of a brief or of a pack, or the name of a pack. Raises BriefmakerError where there is none, and where it
    lies in no workspace, whose settings say who gets it.
    """
    file, workspace = find_mailed_file(path)
    open_desk_once.cache_clear()
    if file.resolve().parent != workspace.packs_folder.resolve():
        return _open_briefs(file, workspace)
    desk = open_desk_once(workspace)
    pack, found = open_pack(file, desk)
    return desk, (pack,) if pack else (), found


def find_mailed_file(path: str | Path) -> tuple[Path, Workspace]:
    """Give the file that is to be mailed, and its workspace. Raises BriefmakerError as ``open_matters`` does."""
    file = Path(path) if Path(path).is_file() else _find_pack(path)
    workspace = find_workspace(file.parent)
    if workspace.is_lone or not workspace.settings_file.is_file():
        hint = "write briefmaker.yaml, with mail: {sender: ...}; the manual shows one"
        raise BriefmakerError(f"{file} lies in no workspace whose settings say who sends it, and to whom", hint)
    return file, workspace


def _find_pack(name: str | Path) -> Path:
    try:
        return find_pack(str(name))
    except BriefmakerError as missing:
        hint = missing.hint
        if Path(name).suffix:
            hint = f"it was looked for in {Path.cwd()}: go to the folder of the workspace, or give the whole path"
        raise BriefmakerError(f"there is no brief `{name}`, and no pack of that name", hint) from None


def _open_briefs(file: Path, workspace: Workspace) -> tuple[Desk, tuple[Matter, ...], tuple[Diagnostic, ...]]:
    matters: list[BriefMatter] = []
    found: tuple[Diagnostic, ...] = ()
    for order in plan_build([file], Wishes(force=True)):
        matter, told = open_brief(order)
        found = (*found, *told)
        matters += [matter] if matter else []
    found = (*found, *_tell_shared_references(matters))
    return open_desk_once(workspace), tuple(matters), tuple(dict.fromkeys(found))


def _tell_shared_references(matters: Iterable[BriefMatter]) -> Iterator[Diagnostic]:
    """Tell of rows whose briefs have one reference: a correction of one would go to whoever has any of them."""
    rows = Counter(matter.facts.key for matter in matters)
    for matter in matters:
        key = matter.facts.key
        if rows[key] > 1:
            message = f"the briefs of {rows[key]} rows have the reference `{key}`, and nothing would tell their versions apart"
            hint = 'give each its own, such as `reference: "PBN-{{ row.code }}"`, or leave it out'
            yield matter.mailed.places.finding(Code.SHARED_REFERENCE, "reference", message, hint)
