"""What becomes of a parcel on another machine: it is unpacked in a folder for the purpose, and the brief made of it."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from briefmaker.batch.dask_workers import Lacking
from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.building.environment import describe_program
from briefmaker.jobs.building.making import Made, Order, make, open_desk_once
from briefmaker.jobs.building.parcels import FOLDER, OUTSIDE, UNREADABLE, Parcel
from briefmaker.workspace.files import MISSING
from briefmaker.workspace.workspace import Workspace

_MOST_KEPT = 200_000_000
"""Bytes of files that are kept for the next parcels, at the most."""
_NO_FILE = (MISSING, FOLDER, OUTSIDE, UNREADABLE)


def make_of_parcel(parcel: Parcel) -> Made | BriefmakerError | Lacking:
    """Make the brief of a parcel, as ``make`` does where its workspace is; or say which files of the workspace that takes.

    Nothing but the folder for the purpose is written. Given back, not raised, is also that documents would look otherwise
    here, as something is of another version.
    """
    differing = _compare_programs(parcel.program)
    if differing:
        hint = "install the same versions on all machines: pip freeze tells them"
        return BriefmakerError(f"a dask worker makes documents with something else: {differing}", hint)
    bench = _open_bench()
    lacking = bench.lay_out(parcel)
    if lacking:
        return Lacking(lacking)
    made = make(bench.place(parcel))
    if not isinstance(made, Made):
        return made
    asked = tuple(name for name, sha256 in made.seen.items() if sha256 == MISSING and name not in parcel.files)
    return Lacking(asked) if asked else made


def _compare_programs(there: Mapping[str, str]) -> str:
    """Give in what the program differs from the coordinator's, in words; empty where it does not."""
    here = describe_program()
    parts = [each for each in there if there[each] != here.get(each)]
    return ", ".join(f"{each} is {here.get(each)} there and {there[each]} here" for each in parts)


class _Bench:
    """The folder of this process for workspaces that are not here: what lies in it, and the contents that were kept."""

    def __init__(self) -> None:
        self._kept = Path(tempfile.mkdtemp())
        self._root = Path(tempfile.mkdtemp()).resolve()
        # Findings name files as they are seen from the current folder: here from the workspace.
        os.chdir(self._root)
        self._laid: dict[str, str] = {}
        self._size = 0

    def place(self, parcel: Parcel) -> Order:
        """Give the order of a parcel with its paths in this folder."""
        workspace = Workspace(self._root, parcel.order.workspace.is_lone)
        return replace(parcel.order, brief=self._root / parcel.order.brief, workspace=workspace, folder=self._root)

    def lay_out(self, parcel: Parcel) -> tuple[str, ...]:
        """Make the folder hold what the parcel says and nothing else; gives the names whose contents are lacking."""
        self._keep(parcel.contents)
        lacking = tuple(name for name, what in parcel.files.items() if not self._has(what))
        if lacking:
            return lacking
        changed = {name for name, what in parcel.files.items() if self._laid.get(name) != what}
        gone = self._laid.keys() - parcel.files.keys()
        for name in gone | changed:
            self._remove(name)
        for name in changed:
            self._lay(name, parcel.files[name])
        self._laid = dict(parcel.files)
        if (changed | gone) & parcel.shared:
            open_desk_once.cache_clear()
        return ()

    def _keep(self, contents: Mapping[str, bytes]) -> None:
        if self._size > _MOST_KEPT:
            shutil.rmtree(self._kept)
            self._kept.mkdir()
            self._size = 0
        for content in contents.values():
            # Named by what they are, not by what they are said to be.
            (self._kept / hashlib.sha256(content).hexdigest()).write_bytes(content)
            self._size += len(content)

    def _has(self, what: str) -> bool:
        return what in _NO_FILE or (self._kept / what).is_file()

    def _remove(self, name: str) -> None:
        path = self._root / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)

    def _lay(self, name: str, what: str) -> None:
        path = self._root / name
        if what == MISSING or not path.parent.resolve().is_relative_to(self._root):
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        if what == FOLDER:
            path.mkdir(exist_ok=True)
        elif what == OUTSIDE:
            path.symlink_to(self._kept)
        elif what == UNREADABLE:
            path.touch(mode=0)
        else:
            shutil.copyfile(self._kept / what, path)


@cache
def _open_bench() -> _Bench:
    return _Bench()
