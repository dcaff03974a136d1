"""How long a document came out: plain data, for whoever compares it with what is allowed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefmaker.model.fields import field_of, is_shown


@dataclass(frozen=True, slots=True)
class Lengths:
    """The pages of a document, and the printed lines of each of its texts by path, such as ``agenda[0].background``.

    A line is one as it stands on the page, whatever its height; what stands beside it at the same height is no second one.
    """

    pages: int
    lines: Mapping[str, int]

    def lines_of(self, fields: Iterable[str]) -> dict[str, int]:
        """Give the lines of each text that belongs to one of these fields, or to one that stands under it."""
        wanted = tuple(fields)
        return {path: count for path, count in self.lines.items() if is_shown(field_of(path), wanted)}
