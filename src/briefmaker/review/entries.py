"""What was done to the entries of lists: taken out, put in, moved."""

from collections.abc import Iterator
from functools import cached_property

from briefmaker.model.text import TextKind
from briefmaker.review.changes import Change, Leftover, What, unite_hands
from briefmaker.review.comparison import Comparison
from briefmaker.review.kinds import Kind, kind_of, list_of, lists_around
from briefmaker.review.markdown import write_markdown
from briefmaker.review.moved import find_moved
from briefmaker.review.said import Added
from briefmaker.review.structure import FieldParagraph

_NAMED = ("figures.", "sources.")


class EntryChanges:
    """Finds what was done to the entries of a brief's lists."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    @cached_property
    def _gone(self) -> set[str]:
        """Give the entries of lists of which nothing is left."""
        there: dict[str, bool] = {}
        for path, number in self._comparison.base.contents.texts:
            for container, entry in lists_around(path):
                is_there = (path, number) in self._comparison.now.contents.texts
                there[f"{container}[{entry}]"] = there.get(f"{container}[{entry}]", False) or is_there
        return {entry for entry, is_there in there.items() if not is_there}

    def is_removed(self, path: str) -> bool:
        """Tell whether a field went with the entry that it stands in."""
        return (path.startswith(_NAMED) and self._is_gone_whole(path)) or any(
            f"{container}[{entry}]" in self._gone for container, entry in lists_around(path)
        )

    def _is_gone_whole(self, path: str) -> bool:
        """Tell whether nothing is left of a figure or a source."""
        return _named(path) not in self._names_left

    @cached_property
    def _names_left(self) -> set[str]:
        return {_named(path) for path, _ in self._comparison.now.contents.texts}

    def removals(self) -> Iterator[Change | Leftover]:
        """Give the entries that were taken out; of figures and sources, that they were."""
        names = dict.fromkeys(
            _named(path) for path, _ in self._comparison.base.contents.texts if path.startswith(_NAMED)
        )
        for name in names:
            if self._is_gone_whole(name) and not self._is_in_removed(name):
                yield Leftover(
                    "",
                    name,
                    "it was taken out of the document: take it out of the brief by hand",
                    self._comparison.returned.name,
                )
        for entry in sorted(self._gone, key=self._position):
            around = [f"{container}[{number}]" for container, number in lists_around(entry)[1:]]
            if not any(each in self._gone for each in around) and not entry.startswith(_NAMED):
                yield self._removal(entry)

    def _is_in_removed(self, name: str) -> bool:
        """Tell whether a figure went with the entry that shows it."""
        keys = list(self._comparison.base.contents.texts)
        places = [place for place, key in enumerate(keys) if _named(key[0]) == name]
        before = keys[places[0] - 1][0] if places and places[0] else ""
        return any(f"{container}[{number}]" in self._gone for container, number in lists_around(before))

    def _position(self, entry: str) -> int:
        return next(place for place, key in enumerate(self._comparison.base.contents.texts) if key[0].startswith(entry))

    def _removal(self, entry: str) -> Change:
        keys = [
            key for key in self._comparison.base.contents.texts if key[0] == entry or key[0].startswith(f"{entry}.")
        ]
        said = " / ".join(
            write_markdown(
                self._comparison.blocks(self._comparison.base, key), TextKind.RICH, self._comparison.showing.citing
            )
            for key in keys
        )
        hands = unite_hands(hand for key in keys for hand in self._comparison.hands_of(key))
        is_tracked = any(key in self._comparison.rejected.contents.texts for key in keys)
        is_stale = any(self._comparison.is_stale(key[0]) for key in keys)
        return Change(
            What.REMOVED, entry, self._comparison.returned.name, said, "", hands, is_tracked, is_stale=is_stale
        )

    def additions(self) -> Iterator[Change | Leftover]:
        """Give the entries that were put in, and what of them has no place."""
        rejected = {each.words for each in self._comparison.rejected.contents.added}
        for added in self._comparison.now.contents.added:
            written = [(name, self._write_added(added, name, those)) for name, those in added.texts]
            fields = tuple((name, text) for name, text in written if text and not _is_worked_out(added, name))
            if not self._comparison.is_same and self._is_there(added):
                continue
            yield from (
                self._leave(added, name, text) for name, text in written if text and _is_worked_out(added, name)
            )
            if not fields:
                continue
            hands = self._comparison.hands_in(self._sources(added), None)
            is_tracked = added.words not in rejected
            said = " / ".join(text for _, text in fields)
            yield Change(
                What.ADDED,
                added.list,
                self._comparison.returned.name,
                after=said,
                hands=hands,
                is_tracked=is_tracked,
                fields=fields,
                after_entry=added.before,
                before_entry=added.behind,
                origin=added.origin,
            )

    def _sources(self, added: Added) -> list[int]:
        return [each for number in added.paragraphs for each in self._comparison.now.paragraphs[number].sources]

    def _leave(self, added: Added, name: str, text: str) -> Leftover:
        why = f"`{name}` of a new entry is no text: fill it in by hand"
        hands = self._comparison.hands_in(self._sources(added))
        return Leftover(text, added.list, why, self._comparison.returned.name, hands)

    def _is_there(self, added: Added) -> bool:
        """Tell whether a list of the brief has an entry that says the same by now."""
        said = [(name, self._comparison.read_added(_path_in(added, name), those)) for name, those in added.texts]
        texts = [(name, blocks) for name, blocks in said if not _is_worked_out(added, name)]
        entries = {f"{added.list}[{around[1]}]" for path in self._comparison.showing.texts if (around := list_of(path))}
        return bool(texts) and any(
            all(
                self._comparison.showing.blocks(f"{entry}.{name}" if name else entry) == blocks
                for name, blocks in texts
            )
            for entry in entries
        )

    def _write_added(self, added: Added, name: str, those: tuple[FieldParagraph, ...]) -> str:
        path = _path_in(added, name)
        blocks = self._comparison.read_added(path, those)
        return write_markdown(blocks, kind_of(path).text, self._comparison.showing.citing)

    def moves(self) -> Iterator[Change]:
        """Give the lists whose entries came into another order."""
        told: set[str] = set()
        for (container, suffix, occurrence), order in self._comparison.base.contents.orders.items():
            now = self._comparison.now.contents.orders.get((container, suffix, occurrence), [])
            before = [each for each in order if each in now]
            after = [each for each in now if each in before]
            if before == after or container in told or container.startswith("figures."):
                continue
            told.add(container)
            moved = tuple(find_moved(before, after))
            hands = unite_hands(
                hand
                for entry, _ in moved
                for hand in self._comparison.hands_of((f"{container}[{entry}]{suffix}", occurrence))
            )
            rejected = self._comparison.rejected.contents.orders.get((container, suffix, occurrence), [])
            is_tracked = [each for each in rejected if each in now] == before
            shown = ", ".join(
                f"entry {entry + 1} behind {behind + 1}" if behind is not None else f"entry {entry + 1} to the front"
                for entry, behind in moved
            )
            yield Change(
                What.MOVED, container, self._comparison.returned.name, "", shown, hands, is_tracked, order=moved
            )


def _is_worked_out(added: Added, name: str) -> bool:
    """Tell whether a field is a day, a number or a choice, which a document shows in words."""
    return bool(name) and kind_of(_path_in(added, name)) is Kind.WORKED_OUT


def _path_in(added: Added, name: str) -> str:
    """Give the path that a field of a new entry would have, were it the first of its list."""
    return f"{added.list}[0].{name}" if name else f"{added.list}[0]"


def _named(path: str) -> str:
    """Give the figure or source that a path stands in: ``figures.spending.caption`` -> ``figures.spending``."""
    return ".".join(path.split(".")[:2])
