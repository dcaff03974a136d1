"""The version of a document that a corrected one replaces, and how a document keeps it among its properties."""

import datetime
import re
from dataclasses import dataclass

_KEPT = re.compile(r"([1-9][0-9]{0,5})(?: ([0-9]{4}-[0-9]{2}-[0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class Replaced:
    """A version that its readers already have; ``date`` is its day of issue, None where it is not known or not to be told."""

    version: int
    date: datetime.date | None = None

    def __str__(self) -> str:
        """Write it as a document keeps it: ``2 2025-10-24``."""
        return str(self.version) if self.date is None else f"{self.version} {self.date.isoformat()}"


def read_replaced(text: str) -> Replaced | None:
    """Give what a document says that it replaces, by its properties; None for nothing, or for what nobody can read."""
    found = _KEPT.fullmatch(text)
    if found is None:
        return None
    try:
        return Replaced(int(found[1]), datetime.date.fromisoformat(found[2]) if found[2] else None)
    except ValueError:
        return None
