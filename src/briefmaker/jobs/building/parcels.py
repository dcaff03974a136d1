"""What travels to another machine so that a brief can be made there: its order, and the files that it is made of."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from briefmaker.jobs.building.environment import describe_program
from briefmaker.jobs.building.making import Order, open_desk_once
from briefmaker.jobs.building.rows import make_row
from briefmaker.workspace.files import (
    MISSING,
    BriefFolder,
    PathOutsideError,
    UnreadableFileError,
    read_plain_file,
)
from briefmaker.workspace.workspace import Workspace

FOLDER, OUTSIDE, UNREADABLE = "folder", "outside", "unreadable"
"""Stand for what a name leads to that is no file to read, beside ``MISSING``."""
LONGEST = 50_000_001
"""Of a longer file so many bytes travel: one more than anything that is read may have, so that it is refused there too."""
_MOST_KNOWN = 20
"""Of so many files it is remembered that the rows of a brief ask for them; each may have a picture of its own."""
HERE = Path()


@dataclass(frozen=True, slots=True)
class Parcel:
    """An order with its paths seen from the workspace, and the workspace's files, as far as they are needed.

    ``files`` tells for each name the SHA-256 of its content, or what else it leads to; ``contents`` are by SHA-256, and those
    that were sent before may be left out. ``shared`` names the files that all briefs of the workspace are made with.
    ``program`` is what the documents are to be made with.
    """

    order: Order
    files: Mapping[str, str]
    contents: Mapping[str, bytes]
    shared: frozenset[str]
    program: Mapping[str, str]


class Packer:
    """Packs orders for one run; what was sent once is left out until somebody lacks it."""

    def __init__(self) -> None:
        self._sent: set[str] = set()
        self._shared: dict[Workspace, frozenset[str]] = {}
        self._asked: dict[Path, frozenset[str]] = {}
        self._looked: dict[Path, str] = {}

    def pack(self, order: Order, asked: frozenset[str], is_whole: bool) -> Parcel:
        """Give the parcel of an order, with the files that were ``asked`` for; with all contents where it ``is_whole``.

        The briefs of the rows of one file are likely to ask for the same: what one of them asked for goes with the next.
        """
        brief = name_brief(order)
        shared = self._share(order.workspace)
        known = self._asked.get(order.brief, frozenset())
        if len(known) <= _MOST_KNOWN:
            self._asked[order.brief] = known | asked
        files: dict[str, str] = {}
        contents: dict[str, bytes] = {}
        for name in sorted({*shared, *known, *asked, *(() if order.row else (brief,))}):
            place = order.workspace.root / name
            before = self._looked.get(place, "") if name in shared and not is_whole else ""
            files[name], content = (before, None) if before else _look(order.workspace.root, name)
            if name in shared:
                self._looked[place] = files[name]
            if content is not None and (is_whole or files[name] not in self._sent):
                contents[files[name]] = content
        self._sent |= contents.keys()
        return Parcel(_seen_from_workspace(order, brief), files, contents, shared, describe_program())

    def _share(self, workspace: Workspace) -> frozenset[str]:
        if workspace not in self._shared:
            seen = open_desk_once(workspace).seen
            own = (each for each in workspace.template_collections if each.is_relative_to(workspace.root))
            templates = (file for folder in own for file in _iterate_files(folder))
            names = (file.relative_to(workspace.root).as_posix() for file in templates)
            self._shared[workspace] = frozenset((*seen, *names))
        return self._shared[workspace]


def name_brief(order: Order) -> str:
    """Give the name of an order's file, seen from its workspace."""
    return (order.brief.parent.resolve() / order.brief.name).relative_to(order.workspace.root).as_posix()


def _seen_from_workspace(order: Order, brief: str) -> Order:
    """Give an order that means the same in another folder: what a row makes is made before, as bytes.

    Whether a document was changed by somebody is looked at where it will be written.
    """
    content = make_row(order).content if order.row else order.content
    workspace = Workspace(HERE, order.workspace.is_lone)
    return replace(
        order, brief=Path(brief), workspace=workspace, folder=HERE, is_forced=True, content=content, row=None
    )


def _iterate_files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)


def _look(root: Path, name: str) -> tuple[str, bytes | None]:
    """Give what a name in the workspace leads to; never anything of a file outside."""
    if ".." in PurePosixPath(name).parts:
        return OUTSIDE, None
    try:
        found = BriefFolder(root, root).find(name)
        content = read_plain_file(found, LONGEST)
    except PathOutsideError:
        return OUTSIDE, None
    except (FileNotFoundError, NotADirectoryError, UnreadableFileError):
        return MISSING, None
    except IsADirectoryError:
        return FOLDER, None
    except (OSError, ValueError):
        return UNREADABLE, None
    return (FOLDER, None) if content is None else (hashlib.sha256(content).hexdigest(), content)
