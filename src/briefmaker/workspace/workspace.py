"""A workspace: the folder around ``briefs/``, with its settings, templates and output."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError
from briefmaker.workspace.package import shipped_folder

SETTINGS_NAME = "briefmaker.yaml"
BRIEFS_NAME = "briefs"
PACKS_NAME = "packs"
_BRIEF_ENDINGS = {".yaml", ".yml"}


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder that reads stay inside; ``is_lone`` when it only happens to hold a brief and has nothing of its own."""

    root: Path
    is_lone: bool = False

    @property
    def briefs_folder(self) -> Path:
        """Give the folder of the briefs."""
        return self.root / BRIEFS_NAME

    @property
    def packs_folder(self) -> Path:
        """Give the folder of the packs."""
        return self.root / PACKS_NAME

    @property
    def output_folder(self) -> Path:
        """Give the folder that documents go to; a lone brief's go to output/ where the command was called."""
        return (Path.cwd() if self.is_lone else self.root) / "output"

    @property
    def records_folder(self) -> Path:
        """Give the folder of what must not be lost: the outbox, and what was done by schedule."""
        return self.root / ".briefmaker"

    @property
    def settings_file(self) -> Path:
        """Give the place of the settings, whether or not there is a file."""
        return self.root / SETTINGS_NAME

    def read_settings(self) -> bytes | None:
        """Give the content of briefmaker.yaml, or None when the workspace has none.

        Raises BriefmakerError when the file cannot be read.
        """
        if self.is_lone or not self.settings_file.is_file():
            return None
        try:
            return self.settings_file.read_bytes()
        except OSError as failure:
            raise BriefmakerError(f"{self.settings_file} cannot be read: {failure.strerror}") from failure

    @property
    def template_collections(self) -> tuple[Path, ...]:
        """Give the folders of templates: the workspace's own come before the built-in ones."""
        own, built_in = (self.root / "templates").resolve(), built_in_templates()
        return (own, built_in) if own.is_dir() and own != built_in and not self.is_lone else (built_in,)


def built_in_templates() -> Path:
    """Give the folder of the templates that ship with briefmaker."""
    return shipped_folder("templates").resolve()


def find_workspace(start: Path) -> Workspace:
    """Give the workspace around a folder: the nearest one, upwards, that has briefmaker.yaml or a folder briefs/.

    Where there is none, the folder itself stands alone.
    """
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / SETTINGS_NAME).is_file() or (candidate / BRIEFS_NAME).is_dir():
            return Workspace(candidate)
    return Workspace(folder, is_lone=True)


def find_own_workspace() -> Workspace:
    """Give the workspace around the current folder. Raises BriefmakerError where there is none, but a folder on its own."""
    workspace = find_workspace(Path.cwd())
    if workspace.is_lone:
        raise BriefmakerError("there is no workspace here", "go to the folder that has briefmaker.yaml or briefs/")
    return workspace


def find_default_briefs() -> Path:
    """Give the folder of the briefs of the workspace around the current folder. Raises BriefmakerError when there is none."""
    workspace = find_workspace(Path.cwd())
    if not workspace.briefs_folder.is_dir():
        raise BriefmakerError(
            "there is no folder briefs/ here", "name a brief, or begin one with `briefmaker new NAME`"
        )
    return workspace.briefs_folder


def find_briefs(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Give the brief files that paths name, each once: a file itself, or all of a folder's ``*.yaml`` and ``*.yml``.

    Raises BriefmakerError for a path that is not there and for a folder without briefs.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for brief in _briefs_at(path):
            found.setdefault(brief.resolve(), brief)
    return tuple(found.values())


def _briefs_at(path: Path) -> list[Path]:
    if path.is_dir():
        try:
            inside = sorted(file for file in path.iterdir() if _is_brief_file(file))
        except PermissionError as refused:
            raise BriefmakerError(f"{path} may not be read", "ask for the right to read the folder") from refused
        if not inside:
            raise BriefmakerError(f"there are no briefs in {path}", "`briefmaker new NAME` begins one")
        return inside
    if not path.exists():
        raise BriefmakerError(f"there is no file or folder {path}", "`briefmaker new NAME` begins a brief")
    return [path]


def iterate_saved(paths: Iterable[Path], since: float) -> Iterator[str]:
    """Give the names of briefs that were saved after a moment, in seconds since 1970, by a glance at the folders.

    What is not there, and what may not be read, is passed over: who reads the briefs tells of it.
    """
    for path in paths:
        with contextlib.suppress(OSError):
            yield from (name for name, moment in _iterate_moments(path) if moment > since)


def _iterate_moments(path: Path) -> Iterator[tuple[str, float]]:
    if path.is_dir():
        with os.scandir(path) as entries:
            yield from ((entry.name, entry.stat().st_mtime) for entry in entries if _is_brief_name(entry.name))
    else:
        yield path.name, path.stat().st_mtime


def _is_brief_file(file: Path) -> bool:
    return _is_brief_name(file.name) and file.is_file()


def _is_brief_name(name: str) -> bool:
    return Path(name).suffix.lower() in _BRIEF_ENDINGS and not name.startswith(".")


def find_pack(name: str) -> Path:
    """Give the file of a pack: the file itself, or the one of that name in packs/ of the workspace here.

    Raises BriefmakerError when there is none.
    """
    if Path(name).is_file():
        return Path(name)
    return find_pack_in(find_workspace(Path.cwd()).packs_folder, name)


def find_packs(names: Iterable[str]) -> tuple[Path, ...]:
    """Give the files of packs, each once: those of these names, or without any all of packs/ of the workspace here.

    Raises BriefmakerError for a name that is none, and where there are no packs at all.
    """
    found: dict[Path, Path] = {}
    for file in [find_pack(name) for name in names] or _list_packs(find_workspace(Path.cwd()).packs_folder):
        found.setdefault(file.resolve(), file)
    return tuple(found.values())


def _list_packs(folder: Path) -> list[Path]:
    found = sorted(file for file in folder.iterdir() if _is_brief_file(file)) if folder.is_dir() else []
    if not found:
        raise BriefmakerError("there are no packs here", "`briefmaker new NAME --pack` begins one")
    return found


def find_pack_in(folder: Path, name: str) -> Path:
    """Give the file of the pack of that name in a folder of packs. Raises BriefmakerError when there is none."""
    found = (folder / f"{name}{ending}" for ending in ("", *sorted(_BRIEF_ENDINGS, reverse=True)))
    file = next((each for each in found if each.is_file()), None)
    if file is None:
        names = sorted(each.stem for each in folder.glob("*.y*ml")) if folder.is_dir() else []
        hint = f"there are: {', '.join(names)}" if names else "a pack is a file packs/NAME.yaml; the manual shows one"
        raise BriefmakerError(f"there is no pack `{name}`", hint)
    return file
