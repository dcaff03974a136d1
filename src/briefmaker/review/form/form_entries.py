"""Entries of lists in a form: rows of its tables, and blocks that repeat, with what hangs on each."""

from dataclasses import dataclass, field
from typing import Any

from briefmaker.review.form.form_values import Reading, read_value
from briefmaker.review.importing.blocks import Blocks, words_of_all
from briefmaker.review.importing.draft import Draft
from briefmaker.review.importing.field_words import Sureness, find_side, fold
from briefmaker.review.importing.people import find_picture
from briefmaker.workspace.slug import safe_slug

Typed = dict[str, Blocks]
_STAND_IN = "–"
# What an entry cannot be without.
_NEEDED = {
    "participants": ("name",), "next_steps": ("action",), "clearances": ("unit",), "meeting.programme": ("step",),
    "decision.options": ("name",), "sources": ("title",), "agenda": ("topic",), "implications": ("statement",),
    "sections": ("heading", "text"), "annexes": ("title", "text"), "items": ("title",),
    "agenda.if_raised": ("they_say", "we_say"),
}  # fmt: skip
_LONGEST_NAME = 40
_ABOUT = {"wants", "perspective", "approach", "biography"}


@dataclass
class Entries:
    """What was typed into tables and blocks, in the order of the form; ``blocks`` hold their rows and what follows them."""

    rows: dict[str, list[Typed]] = field(default_factory=dict)
    blocks: dict[str, list[Typed]] = field(default_factory=dict)
    exchanges: dict[int, list[Typed]] = field(default_factory=dict)
    _is_open: str = ""

    def add_row(self, root: str, typed: Typed) -> None:
        """Add a row of a table; one of questions and answers belongs to the point above it."""
        if root == "agenda.if_raised":
            if typed:
                self.exchanges.setdefault(len(self.blocks.get("agenda", ())) - 1, []).append(typed)
        elif typed:
            self.rows.setdefault(root, []).append(typed)

    def add_to_block(self, root: str, path: str, typed: Blocks) -> None:
        """Add a row of a block; a table begins a new one, and so does a row that the block has already."""
        blocks = self.blocks.setdefault(root, [])
        if self._is_open != root or not blocks or path in blocks[-1]:
            blocks.append({})
            self._is_open = root
        blocks[-1][path] = typed

    def close_block(self) -> None:
        """Say that a table has ended."""
        self._is_open = ""


def put_entries(draft: Draft, entries: Entries, reading: Reading) -> None:
    """Put all entries in which something was typed into the draft."""
    _put_people(draft, entries, reading)
    for root, rows in entries.rows.items():
        if root == "sources":
            _put_sources(draft, rows, reading)
        elif root == "glossary":
            _put_glossary(draft, rows, reading)
        elif root != "participants":
            _put_list(draft, root, [_read_entry(root, each, reading) for each in rows])
    for root, blocks in entries.blocks.items():
        if root == "agenda":
            _put_agenda(draft, blocks, entries.exchanges, reading)
        else:
            _put_list(draft, root, [_read_entry(root, each, reading) for each in blocks if any(each.values())])
    if "agenda" not in entries.blocks and entries.exchanges:
        _put_agenda(draft, [], entries.exchanges, reading)


def _put_list(draft: Draft, root: str, values: list[dict[str, Any]]) -> None:
    values = [each for each in values if each]
    if values:
        steps = tuple(root.split("."))
        draft.extend(steps, values, Sureness.CERTAIN, "", "")
        _tell_stand_ins(draft, steps, values)


def _tell_stand_ins(draft: Draft, steps: tuple[str, ...], values: list[dict[str, Any]]) -> None:
    for at, value in enumerate(values):
        if _STAND_IN in value.values():
            draft.tell((*steps, at), Sureness.GUESS, "", f"“{_STAND_IN}” stands where nothing was typed")


def _read_entry(root: str, typed: Typed, reading: Reading) -> dict[str, Any]:
    """Give the fields of an entry in which something was typed; what it cannot be without has a dash."""
    entry: dict[str, Any] = {}
    for path, blocks in typed.items():
        value = read_value(path, blocks, reading)
        if value is not None:
            entry[path.rpartition(".")[2]] = value
    if not entry:
        return {}
    needed = {name: entry.get(name, _STAND_IN) for name in _NEEDED.get(root, ())}
    return {**needed, **entry}


def _put_people(draft: Draft, entries: Entries, reading: Reading) -> None:
    """Put the participants: who they are from one table, what they want and how they work from another, joined by name."""
    people: list[dict[str, Any]] = []
    for typed in entries.rows.get("participants", ()):
        side = words_of_all(typed.get("participants.side", ()))
        if side and find_side(side) is None:  # kept with the role, where a person can read it
            typed["participants.role"] = typed.get("participants.role", ()) + typed.pop("participants.side")
        person = _read_entry("participants", typed, reading)
        name = person.get("name", _STAND_IN)
        known = next((each for each in people if _is_same(each, person, name)), None)
        picture = find_picture(tuple(block for blocks in typed.values() for block in blocks))
        person |= {"portrait": picture} if picture else {}
        if known is None:
            people.append(person)
        else:
            known |= person
    if people := [each for each in people if each]:
        draft.extend(("participants",), people, Sureness.CERTAIN, "", "")
        _tell_stand_ins(draft, ("participants",), people)


def _is_same(known: dict[str, Any], person: dict[str, Any], name: str) -> bool:
    """Tell whether a row tells of somebody's wants and ways: only of these, and nothing that is known already."""
    told = person.keys() - {"name"}
    return bool(told) and told <= _ABOUT and not known.keys() & told and fold(known.get("name", "")) == fold(name)


def _put_agenda(draft: Draft, blocks: list[Typed], exchanges: dict[int, list[Typed]], reading: Reading) -> None:
    """Put the points with their questions and answers; one of which only these were typed has a dash for its topic."""
    items = []
    for at in range(min([0, *exchanges]), max(len(blocks), max(exchanges, default=-1) + 1)):
        item = _read_entry("agenda", blocks[at], reading) if 0 <= at < len(blocks) else {}
        raised = [_read_entry("agenda.if_raised", each, reading) for each in exchanges.get(at, ())]
        if raised := [each for each in raised if each]:
            item = {"topic": _STAND_IN, **item, "if_raised": raised}
        items.append(item)
    _put_list(draft, "agenda", items)


def _put_sources(draft: Draft, rows: list[Typed], reading: Reading) -> None:
    """Put the sources, each under a name made of its title."""
    sources = draft.data.setdefault("sources", {})
    for typed in rows:
        source = _read_entry("sources", typed, reading)
        name = (
            safe_slug(words_of_all(typed.get("sources.title", ()))[:_LONGEST_NAME])
            .replace(".", "-")
            .lower()
            .strip("-_")
        )
        name = name if name.isascii() and name[:1].isalnum() else "source"
        while name in sources:
            name = f"{name}-{len(sources) + 1}"
        if source:
            sources[name] = source
    if not sources:
        del draft.data["sources"]


def _put_glossary(draft: Draft, rows: list[Typed], reading: Reading) -> None:
    """Put acronyms with what they stand for; a row with one of the two, or one that is there already, is kept outside."""
    glossary: dict[str, str] = draft.data.setdefault("glossary", {})
    for typed in rows:
        short = words_of_all(typed.get("glossary.acronym", ()))
        meaning = read_value("glossary.meaning", typed.get("glossary.meaning", ()), reading)
        if short and meaning and short not in glossary:
            glossary[short] = meaning
        else:
            reading.outside += [block for blocks in typed.values() for block in blocks]
    if not glossary:
        del draft.data["glossary"]
