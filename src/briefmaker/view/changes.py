"""Compares two versions of a brief, field by field and entry by entry: what a reader of both would find changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefmaker.model import Brief, Line, Part, TextKind
from briefmaker.model.fields import field_of, has_shown_part, is_content, is_shown
from briefmaker.model.part import Marked, PortionMark
from briefmaker.model.substance import Item
from briefmaker.reading.fields import FieldShape, shapes_of
from briefmaker.reading.reading import DataTable
from briefmaker.view.change_shape import Change, ChangeKind
from briefmaker.view.compare_tables import compare_tables
from briefmaker.view.compared_brief import ComparedBrief, write_mark
from briefmaker.view.match_entries import match_entries

# Each of these is no text of its own on a page, and yet a reader sees what it does: which option is recommended, until when
# a meeting lasts, whose side somebody is on, what a cited fact says, how a figure is drawn. Each with the fields that show it;
# none for what texts of any field may show.
_SEEN: dict[str, tuple[str, ...]] = {
    "timezone": ("meeting", "as_of"),
    "home_timezone": ("meeting",),
    "likelihood_scale": ("implications", "items"),
    "decision.options.recommended": ("decision.options",),
    "meeting.end": ("meeting.start",),
    "participants.side": ("participants",),
    "figures.chart": ("figures",),
    "figures.highlight": ("figures",),
    "figures.reference_line.value": ("figures.reference_line",),
    "facts": (),
    "facts.value": (),
    "facts.unit": (),
    "facts.as_of": (),
}
# A new version has another version and status by its nature, and how far it is cleared is no content; what was told of changes
# then is told no more; markings are compared as one with their caveats, and rows of figures by their names.
_APART = ("version", "status", "changes", "clearances", "marking", "handling", "figures.rows")
_DATED = ("date", "as_of")
_POSITIONS = ("agenda.our_position", "agenda.their_position")


def compare_briefs(
    old: Brief,
    new: Brief,
    *,
    old_tables: Mapping[str, DataTable] | None = None,
    new_tables: Mapping[str, DataTable] | None = None,
    shows: tuple[str, ...] | None = None,
) -> tuple[Change, ...]:
    """Give what has changed for a reader, in the order of the new brief's fields; nothing for briefs that say the same.

    ``old_tables`` and ``new_tables`` hold the data of figures by their names; a figure without any is compared by its own
    rows. ``shows`` are the fields that the template shows, None for all. What no reader sees does not count: ids, editions,
    facts that no text cites, what a source is called in the file; nor do version, status and clearances.
    """
    renamed = {now: former for former, now in _match_names(old.sources, new.sources, is_hidden=True) if former != now}
    sides = ComparedBrief(old, old_tables or {}), ComparedBrief(new, new_tables or {}, renamed)
    return tuple(_Comparison(*sides, shows).compare())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something stands in both briefs, and the entries of a list that it belongs to."""

    old: str = ""
    new: str = ""
    old_entry: Part | None = None
    new_entry: Part | None = None

    def at(self, name: str) -> "_Place":
        return replace(self, old=_join(self.old, name), new=_join(self.new, name))

    def moved(self, old: str, new: str, entries: tuple[Part | None, Part | None]) -> "_Place":
        """Give the place of entries of this list, or under this name; within another entry they belong to that."""
        old_entry, new_entry = (self.old_entry, self.new_entry) if self._is_within else entries
        return _Place(f"{self.old}{old}", f"{self.new}{new}", old_entry, new_entry)

    @property
    def field(self) -> str:
        return field_of(self.new)

    @property
    def _is_within(self) -> bool:
        return self.old_entry is not None or self.new_entry is not None


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


@dataclass(frozen=True, slots=True)
class _Comparison:
    old: ComparedBrief
    new: ComparedBrief
    shows: tuple[str, ...] | None

    def compare(self) -> Iterator[Change]:
        return self._compare_parts(self.old.brief, self.new.brief, _Place())

    def _counts(self, field: str) -> bool:
        """Tell whether a reader sees the field, or something that stands under it."""
        if field in _APART:
            return False
        if field in _SEEN:
            return self.shows is None or not _SEEN[field] or any(map(self._is_shown, _SEEN[field]))
        return is_content(field) and (self.shows is None or self._is_shown(field))

    def _is_shown(self, field: str) -> bool:
        assert self.shows is not None  # noqa: S101 - the caller has looked
        return is_shown(field, self.shows) or has_shown_part(field, self.shows)

    def _compare_parts(self, old: Part, new: Part, place: _Place) -> Iterator[Change]:
        for name, shape in shapes_of(type(new)).items():
            inner = place.at(name)
            before, after = getattr(old, name), getattr(new, name)
            if name == "figures" and isinstance(new, Brief):
                yield from self._compare_figures(before, after, inner) if self._counts(name) else ()
            elif before != after and self._counts(inner.field):
                yield from self._compare_values(before, after, shape, inner)
        yield from self._compare_marks(old, new, place)

    def _compare_values(self, old: object, new: object, shape: FieldShape, place: _Place) -> Iterator[Change]:
        if isinstance(old, tuple) and isinstance(new, tuple) and shape.entries and shape.entries.part:
            yield from self._compare_entries(old, new, place)
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from self._compare_named(old, new, shape.named or FieldShape(), place)
        elif shape.part is not None and isinstance(old, Part) and isinstance(new, Part):
            yield from self._compare_parts(old, new, place)
        elif shape.part is not None:
            yield from self._tell_whole(old, new, place)
        else:
            yield from self._compare_texts(old, new, shape.text, place)

    def _compare_texts(self, old: object, new: object, kind: TextKind | None, place: _Place) -> Iterator[Change]:
        field = place.field
        before, after = self.old.write(old, kind, field), self.new.write(new, kind, field)
        old_blocks, new_blocks = self.old.read_blocks(old, kind, field), self.new.read_blocks(new, kind, field)
        if before != after or self.old.identify(old_blocks) != self.new.identify(new_blocks):
            found = self._make(self._name_kind(before, after, field), place, before, after)
            yield replace(found, old_blocks=old_blocks, new_blocks=new_blocks)

    def _name_kind(self, before: str, after: str, field: str) -> ChangeKind:
        if field in _DATED:
            return ChangeKind.DATED
        if not before or not after:
            return ChangeKind.DROPPED if before else ChangeKind.ADDED
        if field in _POSITIONS:
            return ChangeKind.POSITION
        if field.endswith(".confidence"):
            return ChangeKind.CONFIDENCE
        is_likelihood = field.endswith(".likelihood") and not self.new.is_one_range(before, after)
        return ChangeKind.LIKELIHOOD if is_likelihood else ChangeKind.CHANGED

    def _make(self, kind: ChangeKind, place: _Place, before: str = "", after: str = "") -> Change:
        """Give a change; a path stays empty where there is nothing, and the entry is called as it is called now."""
        entry = self._name_judgement(kind, place)
        entry = entry or self.new.name_entry(place.new_entry) or self.old.name_entry(place.old_entry)
        old = "" if kind is ChangeKind.ADDED else place.old
        new = "" if kind is ChangeKind.DROPPED else place.new
        return Change(kind, place.field or field_of(place.old), old, new, before, after, entry)

    def _name_judgement(self, kind: ChangeKind, place: _Place) -> str:
        """Give the judgement of a short entry whose likelihood or confidence moved: of the title, which is news, it did not."""
        is_move = kind in (ChangeKind.LIKELIHOOD, ChangeKind.CONFIDENCE)
        if not is_move or not isinstance(place.new_entry, Item) or not self._counts("items.judgement"):
            return ""
        return self.new.write(place.new_entry.judgement, shapes_of(Item)["judgement"].text, "items.judgement")

    def _tell_whole(self, old: object, new: object, place: _Place) -> Iterator[Change]:
        """Tell of a part, or an entry, that is there in one of both alone."""
        if isinstance(new, Part):
            yield self._make(ChangeKind.ADDED, place, after=self.new.write_entry(new))
        elif isinstance(old, Part):
            yield self._make(ChangeKind.DROPPED, place, before=self.old.write_entry(old))

    def _compare_entries(self, old: tuple[Part, ...], new: tuple[Part, ...], place: _Place) -> Iterator[Change]:
        if place.field == "facts":
            old, new = self._list_cited(old, self.old), self._list_cited(new, self.new)
        matching = match_entries([self.old.describe(each) for each in old], [self.new.describe(each) for each in new])
        for i, j in matching.pairs:
            inner = place.moved(f"[{i}]", f"[{j}]", self._list_owners(old[i], new[j]))
            if j in matching.moved and place.field != "facts":
                words = self.old.name_entry(old[i]), self.new.name_entry(new[j])
                yield self._make(ChangeKind.MOVED, inner, *words)
            yield from self._compare_entry(old[i], new[j], inner)
        if place.field == "facts":
            return  # One that is cited anew, or no more, is told with the text that cites it.
        for i in matching.list_dropped(len(old)):
            inner = place.moved(f"[{i}]", f"[{i}]", self._list_owners(old[i], None))
            yield from self._tell_whole(old[i], None, inner)
        for j in matching.list_added(len(new)):
            inner = place.moved(f"[{j}]", f"[{j}]", self._list_owners(None, new[j]))
            yield from self._tell_whole(None, new[j], inner)

    def _list_owners(self, old: Part | None, new: Part | None) -> tuple[Part | None, Part | None]:
        """Give the entries that something in them belongs to; a line is no such entry, but the text itself."""
        return (None, None) if isinstance(old or new, Line) else (old, new)

    def _compare_entry(self, old: Part, new: Part, place: _Place) -> Iterator[Change]:
        if isinstance(old, Line) and isinstance(new, Line):
            yield from self._compare_texts(old.text, new.text, TextKind.SHORT, place)
            yield from self._compare_marks(old, new, place)
        else:
            yield from self._compare_parts(old, new, place)

    def _list_cited(self, facts: tuple[Part, ...], side: ComparedBrief) -> tuple[Part, ...]:
        return tuple(each for each in facts if getattr(each, "id", "") in side.uses.facts)

    def _compare_named(
        self, old: dict[str, object], new: dict[str, object], shape: FieldShape, place: _Place
    ) -> Iterator[Change]:
        """Compare what stands under names: sources, the glossary, the columns of a figure."""
        for before, after in _match_names(old, new, is_hidden=shape.part is not None):
            gone, come = old.get(before), new.get(after)
            owners = (_part(gone), _part(come))
            inner = place.moved(f".{before}", f".{after}", owners)
            if gone != come:
                found = self._compare_values(gone, come, shape, inner)
                # An acronym of the glossary is what readers know its meaning by.
                yield from (replace(each, entry=after) if place.field == "glossary" else each for each in found)

    def _compare_figures(self, old: dict[str, Part], new: dict[str, Part], place: _Place) -> Iterator[Change]:
        yield from self._compare_named(dict(old), dict(new), FieldShape(part=Part), place)
        for before, after in _match_names(old, new, is_hidden=True):
            tables = self.old.find_table(before), self.new.find_table(after)
            if tables[0] is not None and tables[1] is not None and tables[0] != tables[1]:
                paths = f"{place.old}.{before}", f"{place.new}.{after}"
                yield from compare_tables(tables[0], tables[1], paths, self.new.name_entry(_part(new.get(after))))

    def _compare_marks(self, old: Part, new: Part, place: _Place) -> Iterator[Change]:
        """Tell of what a part says of its own marking, and of those of its fields."""
        if not isinstance(old, Marked | Brief) or not isinstance(new, Marked | Brief):
            return
        marks = [(place.at("marking"), write_mark(old), write_mark(new))]
        for name in dict.fromkeys((*old.portions, *new.portions)):
            stated = [write_mark(each.portions.get(name) or PortionMark()) for each in (old, new)]
            marks.append((place.at(name), stated[0], stated[1]))
        for where, before, after in marks:
            if before != after and self._is_marked_place(where):
                yield self._make(ChangeKind.MARKING, where, before, after)

    def _is_marked_place(self, place: _Place) -> bool:
        """Tell whether the marking of a place is seen: that of a field that is shown, or of an entry of such a list."""
        field = place.field.removesuffix(".marking")
        return field == "marking" or self._counts(field)


def _part(value: object) -> Part | None:
    return value if isinstance(value, Part) else None


def _match_names(old: Mapping[str, object], new: Mapping[str, object], *, is_hidden: bool) -> Iterator[tuple[str, str]]:
    """Give the names that mean the same in both, in the order of the new, then those that are in one alone.

    Where no reader sees the names (``is_hidden``), something under a new name that says the same is still the same.
    """
    renamed: dict[str, str] = {}
    left = [name for name in old if name not in new]
    for name in new:
        if name not in old and is_hidden:
            same = next((each for each in left if old[each] == new[name]), None)
            if same is not None:
                left.remove(same)
                renamed[name] = same
    yield from ((renamed.get(name, name), name) for name in new)
    yield from ((name, name) for name in left)
