"""Brings the changes of several reviewers together; where two of them, or one and the brief itself, disagree, nobody wins."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefmaker.review.changes import Change, Review, What, unite_hands

BRIEF = "yaml"
"""Names the brief itself where somebody chooses between texts."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Changes of one field that cannot all be made: what it said when the document was made, says now, and shall say."""

    path: str
    then: str
    now: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Combined:
    """The changes that can be made together, and those that somebody has to choose between."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


def combine(reviews: Sequence[Review], texts: Mapping[str, str], takes: Mapping[str, str]) -> Combined:
    """Bring reviews of one brief together.

    ``texts`` is what fields say in the brief by now, as Markdown; ``takes`` names, for the path of a field, the document whose
    change is made, or ``yaml`` for none.
    """
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in (each for review in reviews for each in review.changes):
        groups.setdefault(_target(change), []).append(change)
    united = {target: _unite(changes) for target, changes in groups.items()}
    removed = {each.path: each for changes in united.values() for each in changes if each.what is What.REMOVED}
    chosen: list[Change] = []
    conflicts: list[Conflict] = []
    for (kind, path), changes in united.items():
        rivals = [
            *changes,
            *(each for entry, each in removed.items() if kind == "text" and path.startswith(f"{entry}.")),
        ]
        taken = _choose(path, rivals, takes)
        if taken is not None:
            chosen += [each for each in taken if each in changes]
        elif kind != "added" and (len(rivals) > 1 or any(each.is_stale for each in rivals)):
            conflicts.append(Conflict(path, rivals[0].before, texts.get(path, ""), tuple(rivals)))
        else:
            chosen += changes
    disputed = {each for conflict in conflicts for each in conflict.changes}
    return Combined(tuple(each for each in chosen if each not in disputed), tuple(conflicts))


def _target(change: Change) -> tuple[str, str]:
    kind = {What.ADDED: "added", What.MOVED: "order"}.get(change.what, "text")
    return kind, change.path


def _unite(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Make one change of those that say the same."""
    united: list[Change] = []
    for change in changes:
        same = next((place for place, each in enumerate(united) if _is_same(each, change)), None)
        if same is None:
            united.append(change)
        else:
            hands = unite_hands((*united[same].hands, *change.hands))
            documents = f"{united[same].document}, {change.document}"
            united[same] = replace(united[same], hands=hands, document=documents)
    return tuple(united)


def _is_same(one: Change, other: Change) -> bool:
    ignored = {"document": "", "hands": (), "is_tracked": True}
    return one.document != other.document and replace(one, **ignored) == replace(other, **ignored)  # type: ignore[arg-type]  # names and values belong together


def _choose(path: str, rivals: Sequence[Change], takes: Mapping[str, str]) -> list[Change] | None:
    """Give the changes that somebody chose for a field; None where nobody did."""
    wanted = takes.get(path) or next((takes[each.path] for each in rivals if each.path in takes), None)
    if wanted is None:
        return None
    return [each for each in rivals if wanted != BRIEF and wanted in each.document.split(", ")]


def iterate_targets(combined: Combined) -> Iterator[str]:
    """Give the paths of all that is to be changed or chosen."""
    yield from (change.path for change in combined.changes)
    yield from (conflict.path for conflict in combined.conflicts)
