"""What mail is about: a brief, that of a row, or a pack, and what is made of it for the readers of one edition."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Protocol

from briefmaker.delivery.postings import Issued
from briefmaker.diagnostics import Diagnostic
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.mailing.compose import Attachment
from briefmaker.jobs.mailing.enclosed_marking import EnclosedMarking
from briefmaker.jobs.mailing.mailed import Mailed
from briefmaker.model import Brief
from briefmaker.model.pack import Pack
from briefmaker.model.replaced import Replaced
from briefmaker.view.change_sentences import ChangeLine

if TYPE_CHECKING:
    from briefmaker.view.pack_shape import PackView
    from briefmaker.view.shape import View

WHOLE = ""
"""What stands for no edition: the whole brief or pack."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What the readers of an edition get: documents by format, what they carry, and the view of them, for the letter.

    ``issued`` is the edition as it is kept: what a later correction changes is told by comparing it. ``content`` is the
    fingerprint of what its readers see, and of nothing that is withheld from them.
    """

    edition: str
    view: "View | PackView"
    marking: EnclosedMarking
    documents: Mapping[DocumentFormat, Attachment]
    issued: str
    content: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a brief or pack before anything is made of it.

    ``place`` is its file as seen from the workspace's folder; ``row`` names a row's brief. ``key`` is the reference, or for want
    of one the place.
    """

    place: str
    key: str
    version: int
    date: datetime.date
    row: str = ""

    @property
    def name(self) -> str:
        """Give what it is called in a sentence."""
        return f"{self.place} (row {self.row})" if self.row else self.place


class Matter(Protocol):
    """A brief or a pack without errors, which can be made for the readers of an edition."""

    @property
    def desk(self) -> Desk:
        """Give the workspace in which it was read."""

    @property
    def facts(self) -> Facts:
        """Give what is known of it."""

    @property
    def mailed(self) -> Mailed:
        """Give it as those see it who choose its recipients."""

    @property
    def source(self) -> Brief | Pack:
        """Give the brief, or the pack."""

    def make(
        self, edition: str, formats: tuple[DocumentFormat, ...], replaces: Replaced | None
    ) -> tuple[Enclosed | None, tuple[Diagnostic, ...]]:
        """Make it; None where it has an error, and all that was found. Raises BriefmakerError where nothing can be made."""

    def list_changes(
        self, edition: str, version: int, issued: Sequence[Issued]
    ) -> tuple[tuple[ChangeLine, ...], tuple[Diagnostic, ...]]:
        """Give a sentence for each change since ``version`` for the readers of an edition, and what cannot be told of it."""


def find_place(file: Path, desk: Desk) -> str:
    """Give a file as it is seen from the workspace's folder."""
    return PurePath(file.resolve().relative_to(desk.workspace.root.resolve())).as_posix()


def name_key(reference: str | None, place: str, row: str = "") -> str:
    """Give what names something that is issued in versions: its reference, or for want of one its file, and the row."""
    return reference or (f"{place}#{row}" if row else place)
