"""Says in the document's language what has changed, a sentence each: as plain words, and as rich text."""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefmaker.model import Brief
from briefmaker.model.house_style import DateStyle
from briefmaker.model.rich_text import Inlines, Run, plain_text
from briefmaker.model.when import read_moment
from briefmaker.view.build_view import locale_of
from briefmaker.view.calendar import Calendar
from briefmaker.view.change_excerpt import cut_to_changes, shorten
from briefmaker.view.change_fields import name_field
from briefmaker.view.change_shape import Change, ChangeKind
from briefmaker.view.labels import Labels, load_labels, write_label

MOST_LINES = 12
_NAME = 80
"""Characters that are shown of the name of an entry."""
_WHOLE = (ChangeKind.ADDED, ChangeKind.DROPPED, ChangeKind.MOVED)
_NAMED = (ChangeKind.LIKELIHOOD, ChangeKind.CONFIDENCE, ChangeKind.MARKING)
"""Changes whose sentence names them, and so gives both values without quotes."""
_NAMED_ENTRIES = ("sources", "figures")
"""Entries that stand in the file under names that no reader sees."""
_DAYS = ("date", "decision.by", "meeting.last_met.date", "next_steps.due", "sources.accessed")
_MOMENTS = ("as_of", "meeting.start", "meeting.end")
_TIMES = (*_DAYS, *_MOMENTS, "sources.date", "facts.as_of")
# What a reader has to know first comes first, as the list is cut at its end.
_RANKS = {
    ChangeKind.LIKELIHOOD: 0,
    ChangeKind.CONFIDENCE: 0,
    ChangeKind.POSITION: 1,
    ChangeKind.MARKING: 3,
    ChangeKind.DATED: 5,
}
# Fields that say what is judged, how likely and how sure; an added or dropped entry of the first is a judgement of its own.
_JUDGEMENTS = re.compile(r"implications(\.(statement|likelihood|confidence))?|items\.(judgement|likelihood|confidence)")
_FRAME = re.compile(
    r"(reference|to|through|copies|prepared_by|contact|translation_of|drafted_with|distribution|sources|glossary)\b"
)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One sentence; in ``inlines`` the place of the change is strong, in ``words`` it is plain."""

    inlines: Inlines

    @property
    def words(self) -> str:
        """Give the sentence in plain words."""
        return plain_text(self.inlines)


def write_changes(
    changes: Sequence[Change],
    brief: Brief,
    style: DateStyle = DateStyle.LANGUAGE,
    *,
    most: int = MOST_LINES,
    longest: int = 0,
) -> tuple[ChangeLine, ...]:
    """Give a sentence for each change, in the language of ``brief``, which is the new one, and with its dates in ``style``.

    Judgements and positions come first, dates last. Of more than ``most`` sentences the last one says how many more there are.
    Of a text that is quoted no more than ``longest`` characters are shown, or as many as usual for 0.
    """
    labels = load_labels(brief.language) or load_labels("en") or {}
    writer = _Writer(labels, brief, Calendar(locale_of(brief), style=style), longest)
    ranked = rank_changes(changes)
    lines = tuple(writer.write(change) for change in ranked[:most])
    left = len(ranked) - len(lines)
    return (*lines, ChangeLine((Run(writer.label("change_more", n=left)),))) if left else lines


def rank_changes(changes: Sequence[Change]) -> list[Change]:
    """Give changes with those first that a reader has to know first: judgements, positions, the substance, then the frame."""
    return sorted(changes, key=_rank)


def is_of_judgement(change: Change) -> bool:
    """Tell whether a change is one of a judgement: of what is judged, how likely it is, or how sure one is of it."""
    return _JUDGEMENTS.fullmatch(change.field) is not None and change.kind not in (ChangeKind.MOVED, ChangeKind.MARKING)


def _rank(change: Change) -> int:
    if is_of_judgement(change):
        return 0
    return 4 if _FRAME.match(change.field) else _RANKS.get(change.kind, 2)


def write_values(change: Change, brief: Brief, style: DateStyle = DateStyle.LANGUAGE) -> tuple[str, str]:
    """Give what a place said and what it says, as both are printed."""
    labels = load_labels(brief.language) or load_labels("en") or {}
    return _Writer(labels, brief, Calendar(locale_of(brief), style=style)).write_both(change)


@dataclass(frozen=True, slots=True)
class _Writer:
    labels: Labels
    brief: Brief
    calendar: Calendar
    longest: int = 0
    """Characters that are shown of a text, 0 for as many as usual."""

    def label(self, key: str, **values: object) -> str:
        return write_label(self.labels, key, self.calendar.locale, **values)

    def write(self, change: Change) -> ChangeLine:
        values = {
            "where": self._write_where(change),
            "entry": self._quote(shorten(change.entry or change.after, _NAME)),
        }
        before, after = self.write_both(change)
        key = self._choose(change)
        if change.kind is ChangeKind.MOVED:
            values |= {"old": str(_number(change.old_path)), "new": str(_number(change.new_path))}
            values |= {"entry": self._quote(shorten(change.row or change.after, _NAME))}
        is_plain = change.kind in _NAMED and change.field != "marking"
        none = self.label("change_none") if change.kind is ChangeKind.MARKING else ""
        words = {"before": before or none, "after": after or none}
        values |= words if is_plain else {name: self._quote(each) for name, each in words.items()}
        return ChangeLine(_fill(str(self.labels[key]), values))

    def _choose(self, change: Change) -> str:
        """Give the label that words a change of its kind."""
        if change.field == "marking":
            return "change_reads"
        if change.kind in (*_WHOLE, *_NAMED):
            return f"change_{change.kind.split()[0]}"
        if not change.before or not change.after:
            return "change_dropped" if change.before else "change_added"
        return "change_set" if change.before == change.after else "change_reads"

    def write_both(self, change: Change) -> tuple[str, str]:
        """Give what it said and what it says, each short enough for a sentence."""
        if change.kind in _WHOLE and _is_entry(change):
            said = change.entry or change.after or change.before
            said = said if name_field(change.field, self.labels) else _cut_name(change)
            name = shorten(said, self.longest or _NAME)
            return (name, "") if change.kind is ChangeKind.DROPPED else ("", name)
        before, after = self._write_value(change.before, change.field), self._write_value(change.after, change.field)
        before, after = cut_to_changes(before, after) if before and after else (shorten(before), shorten(after))
        return (shorten(before, self.longest), shorten(after, self.longest)) if self.longest else (before, after)

    def _write_value(self, value: str, field: str) -> str:
        """Give a value as it is printed: a day, a moment, minutes, a choice."""
        name = field.rpartition(".")[2]
        if not value:
            return ""
        if field in _TIMES:
            return self._write_time(value, field)
        if name == "minutes":
            return self.label("minutes", n=int(value))
        if name in ("confidence", "side"):
            return self.label(f"{name}_{value}")
        return self.label("recommended") if name == "recommended" else value

    def _write_time(self, value: str, field: str) -> str:
        if field in _MOMENTS:
            return self.calendar.moment(read_moment(value))
        if field in _DAYS:
            return self.calendar.day(datetime.date.fromisoformat(value))
        return self.calendar.partial_day(value)

    def _quote(self, words: str) -> str:
        return self.label("quoted", words=words)

    def _write_where(self, change: Change) -> str:
        """Give the place of a change in words: ``Agenda, “Burden-sharing”, Lines to take (2)``."""
        path = change.new_path or change.old_path
        parts: list[str] = []
        is_mark = change.kind is ChangeKind.MARKING and change.field != "marking"
        steps = _list_steps(path, change.field.removesuffix(".marking") if is_mark else change.field)
        owner = next((index for index, (_, number) in enumerate(steps) if number), 0)
        for index, (field, number) in enumerate(steps):
            label = name_field(field, self.labels)
            is_last = index == len(steps) - 1
            is_named = index == owner and change.entry
            is_told = number and not is_named and not (is_last and change.kind in _WHOLE)
            parts += [f"{label} ({number})" if is_told else label] if label else []
            if is_named and not (_is_entry(change) and change.kind in _WHOLE):
                parts.append(self._quote(shorten(change.entry, _NAME)))
        parts += [each for each in (change.row, change.column) if each and change.kind is not ChangeKind.MOVED]
        return f"{self.label('comma')} ".join(dict.fromkeys(parts)) or self._name_unnamed(change)

    def _name_unnamed(self, change: Change) -> str:
        """Give the place of a change in a field without a name: a section is known by its own heading."""
        if change.entry:
            return self._quote(shorten(change.entry, _NAME))
        return name_field("title", self.labels) if change.field == "title" else self.label("other_matters")


def _is_entry(change: Change) -> bool:
    """Tell whether a change is of a whole entry of a list, which is known by its name."""
    path = change.new_path or change.old_path
    is_of_list = path.endswith("]") and "." not in path
    return (is_of_list or change.field in _NAMED_ENTRIES) and bool(change.entry)


def _cut_name(change: Change) -> str:
    """Give what an entry says behind its name; the name where it says nothing else."""
    said = change.after or change.before
    return said.removeprefix(change.entry).strip() or change.entry


def _list_steps(path: str, field: str) -> list[tuple[str, int]]:
    """Give the fields on the way to a place, each with its number in a list or 0: ``agenda`` 1, ``agenda.issue`` 0."""
    names = field.split(".")
    numbers = {match[1]: int(match[2]) + 1 for match in re.finditer(r"(\w+)\[([0-9]+)\]", path)}
    return [(".".join(names[: index + 1]), numbers.get(name, 0)) for index, name in enumerate(names)]


def _number(path: str) -> int:
    """Give the number of an entry in its list, from 1."""
    return int(path[path.rfind("[") + 1 : -1]) + 1


def _fill(label: str, values: Mapping[str, str]) -> Inlines:
    """Give a label with its words filled in; the place of the change is strong."""
    pieces = re.split(r"\{(\w+)\}", label)
    runs = [Run(values[piece], strong=piece == "where") if odd % 2 else Run(piece) for odd, piece in enumerate(pieces)]
    return tuple(run for run in runs if run.text)
