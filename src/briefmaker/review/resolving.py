"""Where the fields of a document stand in the brief by now: by the ids of entries, else by what they say, else by number."""

from collections.abc import Mapping

from briefmaker.review.kinds import list_of
from briefmaker.writing.word.anchors import Anchor

Digests = Mapping[str, str]


def resolve_anchors(
    anchors: Mapping[int, Anchor], ids: Mapping[str, str], digests: Digests, *, is_same: bool
) -> dict[int, str]:
    """Give the path that each anchor has in the brief by now; anchors of entries that are gone are left out.

    ``ids`` and ``digests`` are those of the brief as it is: the id of an entry by its path, and what each field says, hashed.
    ``is_same`` holds when the brief has not changed since.
    """
    if is_same:
        return {number: anchor.path for number, anchor in anchors.items()}
    resolver = _Resolver(anchors, ids, digests)
    found = ((number, resolver.resolve(anchor)) for number, anchor in anchors.items())
    return {number: path for number, path in found if path is not None}


class _Resolver:
    def __init__(self, anchors: Mapping[int, Anchor], ids: Mapping[str, str], digests: Digests) -> None:
        self._now = {(list_of(path) or ("", 0))[0] + f"={each}": path for path, each in ids.items()}
        self._ids = dict(ids)
        self._then: dict[str, dict[str, str]] = {}
        for anchor in anchors.values():
            for entry in _entries_around(anchor.path):
                self._then.setdefault(entry, {})[anchor.path[len(entry) :]] = anchor.digest
        self._digests = digests
        self._known: dict[str, str | None] = {}

    def resolve(self, anchor: Anchor) -> str | None:
        """Give the path of an anchor by now."""
        named = dict(anchor.ids)
        path, then = "", ""
        for piece in _pieces(anchor.path):
            path, then = path + piece, then + piece
            if not piece.endswith("]"):
                continue
            if then not in self._known:
                self._known[then] = self._find_entry(path, then, named.get(then, ""))
            found = self._known[then]
            if found is None:
                return None
            path = found
        return path

    def _find_entry(self, path: str, then: str, named: str) -> str | None:
        container = (list_of(path) or (path, 0))[0]
        if named:
            return self._now.get(f"{container}={named}")
        count = self._count(container)
        rated = [
            (self._alike(f"{container}[{number}]", then), f"{container}[{number}]" == path, number)
            for number in range(count)
        ]
        best = max(rated, default=(0, False, -1))
        if best[0] > 0:
            return f"{container}[{best[2]}]"
        is_there = any(number for _, is_own, number in rated if is_own) or path == f"{container}[0]"
        return path if is_there and count and path not in self._ids else None

    def _alike(self, entry: str, then: str) -> int:
        """Tell how many fields of an entry say what those of another said."""
        return sum(
            1
            for suffix, digest in self._then.get(then, {}).items()
            if digest and self._digests.get(entry + suffix) == digest
        )

    def _count(self, container: str) -> int:
        numbers = [around[1] for path in self._digests for around in _around(path) if around[0] == container]
        return max(numbers, default=-1) + 1


def _pieces(path: str) -> list[str]:
    pieces, rest = [], path
    while "]" in rest:
        cut = rest.index("]") + 1
        pieces.append(rest[:cut])
        rest = rest[cut:]
    return [*pieces, rest] if rest else pieces


def _entries_around(path: str) -> list[str]:
    return [f"{container}[{number}]" for container, number in _around(path)]


def _around(path: str) -> list[tuple[str, int]]:
    found = []
    while (around := list_of(path)) is not None:
        found.append(around)
        path = around[0]
    return found
