"""What a sentence carries that quotes two versions of a brief: the highest of both, or more than may be said."""

from dataclasses import dataclass
from functools import cached_property

from briefmaker.model import Brief
from briefmaker.model.markings import MarkingScheme
from briefmaker.view.carried import Carried, Carrying, fits_into, join_carried
from briefmaker.view.change_shape import Change, ChangeKind

_JUDGED = (ChangeKind.LIKELIHOOD, ChangeKind.CONFIDENCE)
# Fields of an entry by which a sentence may name it.
_NAMES = ("topic", "name", "statement", "action", "heading", "title", "step", "they_say", "text", "caption", "unit")


@dataclass(frozen=True)
class QuotedPortions:
    """Two versions of a brief, and the scheme by which the new one is marked."""

    old: Brief
    new: Brief
    scheme: MarkingScheme

    @cached_property
    def _carrying(self) -> tuple[Carrying, Carrying]:
        return Carrying(self.old, self.scheme), Carrying(self.new, self.scheme)

    @cached_property
    def _whole(self) -> Carried:
        return Carried(self.new.marking, self.new.handling)

    def may_be_quoted(self, change: Change) -> bool:
        """Tell whether all that is quoted of a change may stand in the new version: none of it is marked above that."""
        return all(fits_into(each, self._whole, self.scheme) for each in self._list_carried(change))

    def mark(self, *changes: Change) -> str:
        """Give the mark that a sentence about changes bears; empty where it bears none."""
        if not changes or not (self.scheme.mark_every_portion or any(map(self._is_stated, changes))):
            return ""
        carried = join_carried([each for change in changes for each in self._list_carried(change)], self.scheme)
        return self.scheme.write_portion(carried.marking, carried.handling)

    def _is_stated(self, change: Change) -> bool:
        """Tell whether a marking was stated of the place, of what it stands in, or of what stands in it, then or now."""
        return any(
            statement.mark.is_marking
            for carrying, path in zip(self._carrying, self._list_paths(change), strict=True)
            for statement in carrying.statements.values()
            if path and (_is_within(path, statement.path) or _is_within(statement.path, path))
        )

    def _list_paths(self, change: Change) -> tuple[str, str]:
        """Give the path in the old and in the new version; a marking's own path is that of what it marks."""
        return change.old_path.removesuffix(".marking"), change.new_path.removesuffix(".marking")

    def _list_carried(self, change: Change) -> list[Carried]:
        """Give what each portion carries that a sentence may quote: the place, what stands in it, and its entry's name."""
        carried: list[Carried] = []
        for carrying, path in zip(self._carrying, self._list_paths(change), strict=True):
            if path:
                entry = path[: path.find("]") + 1]
                inner = [each for each in carrying.statements if _is_within(each, path)]
                named_by = (*_NAMES, "judgement") if change.kind in _JUDGED else _NAMES
                names = [f"{entry}.{name}" for name in named_by] if entry else []
                carried += [carrying.at(each) for each in (path, *inner, *names)]
        return carried


def _is_within(path: str, around: str) -> bool:
    """Tell whether a path is another one, or stands under it."""
    return path == around or path.startswith((f"{around}.", f"{around}["))
