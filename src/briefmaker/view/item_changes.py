"""Says of each short entry what has become of it since last time: it is new, its judgement moved, or stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefmaker.model import Brief
from briefmaker.model.house_style import DateStyle
from briefmaker.view.change_sentences import is_of_judgement, write_values
from briefmaker.view.change_shape import Change, ChangeKind
from briefmaker.view.compared_brief import ComparedBrief

_MOVES = {ChangeKind.LIKELIHOOD: "item_likelihood", ChangeKind.CONFIDENCE: "item_confidence"}

Label = Callable[..., str]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What has become of an entry, in words, with the changes that these quote; ``has_changed`` is False where it stands."""

    words: str
    quoted: tuple[Change, ...] = ()
    has_changed: bool = True


def write_item_changes(
    changes: Sequence[Change], withheld: Sequence[Change], brief: Brief, label: Label, style: DateStyle
) -> dict[int, ItemChange]:
    """Give for each entry of ``items``, by its place in the brief, what has become of it; nothing where there is none to tell.

    Of an entry with a change that is ``withheld`` nothing is said: that it stands would be wrong.
    """
    written: dict[int, ItemChange] = {}
    names = ComparedBrief(brief)
    for index, item in enumerate(brief.items):
        path, name = f"items[{index}]", names.name_entry(item)
        own = [each for each in changes if _is_at(each, path, name)]
        if any(_is_at(each, path, name) for each in withheld):
            continue
        if any(each.kind is ChangeKind.ADDED and each.new_path == path for each in own):
            written[index] = ItemChange(label("item_new"))
        elif judged := tuple(each for each in own if is_of_judgement(each)):
            written[index] = ItemChange(_write_moves(judged, brief, label, style), judged)
        elif item.judgement:
            written[index] = ItemChange(label("item_unchanged"), has_changed=False)
    return written


def _is_at(change: Change, path: str, name: str) -> bool:
    """Tell whether a change is one of an entry; what was dropped from it has no place in it, and is told by its name."""
    is_dropped_from_it = not change.new_path and change.field.startswith("items.") and change.entry == name
    return change.new_path == path or change.new_path.startswith(f"{path}.") or is_dropped_from_it


def _write_moves(judged: Sequence[Change], brief: Brief, label: Label, style: DateStyle) -> str:
    """Give each move with both values, and whatever else has become of a judgement in one word."""
    words: list[str] = []
    for each in judged:
        if each.kind in _MOVES:
            before, after = write_values(each, brief, style)
            words.append(label(_MOVES[each.kind], before=before, after=after))
    if len(words) < len(judged):
        words.append(label("item_judgement"))
    return " · ".join(words)
