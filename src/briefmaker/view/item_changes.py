"""Says of each short entry what has become of it since last time: it is new, its judgement moved, or stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefmaker.model import Brief
from briefmaker.model.house_style import DateStyle
from briefmaker.view.change_sentences import write_values
from briefmaker.view.change_shape import Change, ChangeKind
from briefmaker.view.compared_brief import ComparedBrief

_MOVES = {ChangeKind.LIKELIHOOD: "item_likelihood", ChangeKind.CONFIDENCE: "item_confidence"}
_JUDGED = ("items.judgement", "items.likelihood", "items.confidence")

Label = Callable[..., str]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What has become of an entry, in words; ``has_changed`` is False where its judgement stands."""

    words: str
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
        words = _write_moves(own, path, brief, label, style)
        if words:
            written[index] = ItemChange(" · ".join(words))
        elif item.judgement:
            written[index] = ItemChange(label("item_unchanged"), has_changed=False)
    return written


def _is_at(change: Change, path: str, name: str) -> bool:
    """Tell whether a change is one of an entry; what was dropped from it has no place in it, and is told by its name."""
    is_dropped_from_it = not change.new_path and change.field.startswith("items.") and change.entry == name
    return change.new_path == path or change.new_path.startswith(f"{path}.") or is_dropped_from_it


def _write_moves(own: Sequence[Change], path: str, brief: Brief, label: Label, style: DateStyle) -> list[str]:
    if any(each.kind is ChangeKind.ADDED and each.new_path == path for each in own):
        return [label("item_new")]
    judged = [each for each in own if each.field in _JUDGED and each.kind is not ChangeKind.MARKING]
    words: list[str] = []
    for each in judged:
        if each.kind in _MOVES:
            before, after = write_values(each, brief, style)
            words.append(label(_MOVES[each.kind], before=before, after=after))
    if len(words) < len(judged):
        words.append(label("item_judgement"))
    return words
