"""What is asked for of a pack, as it was said, and as an order that any process can take."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from briefmaker.jobs.building.making import PACK, Order
from briefmaker.jobs.formats import USUAL_FORMATS


@dataclass(frozen=True, slots=True)
class PackWishes:
    """What a user asks of ``pack``, as it was said: names that are not looked up yet; ``output`` None is the workspace's."""

    formats: tuple[str, ...] = USUAL_FORMATS
    output: str | Path | None = None
    paper: str | None = None
    copies: int | None = None
    copy: int | None = None
    former: str | Path | None = None
    force: bool = False
    check: bool = True
    jobs: int | None = None
    deadline: float | None = None
    memory: int | None = None


@dataclass(frozen=True, slots=True)
class PackOrder(Order):
    """One pack to bind; its file is ``brief``.

    ``copies`` are those to be made, each as its number and how many there are, none where they have no numbers. ``former`` is
    the PDF of the pack as it was issued, where only pages that have changed are wanted, with the SHA-256 of the file.
    """

    copies: tuple[tuple[int, int], ...] = ()
    former: Path | None = None
    former_sha256: str = ""

    what: ClassVar[str] = PACK

    def list_wishes(self) -> list[Any]:
        """Give all that was asked for; a former pack counts by what stands in it."""
        # super() knows no class that was made anew to have slots.
        return [*Order.list_wishes(self), PACK, list(self.copies), self.former_sha256]

    def tell_kind(self) -> dict[str, Any]:
        """Give that it is a pack, and whether its documents hold nothing but the pages that take the place of others."""
        return {"pack": True, "replacement": self.former is not None}


def name_copies(name: str, numbers: Sequence[tuple[int, int]]) -> list[str]:
    """Give what the documents of each copy are called, without an ending; the name itself where copies have no numbers."""
    return [f"{name}-copy-{number:0{len(str(total))}}" for number, total in numbers] or [name]
