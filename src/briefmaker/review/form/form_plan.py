"""What a form asks for: the fields that a template shows, in its order, as rows, tables and blocks that repeat."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefmaker.model.fields import is_shown


class GroupKind(StrEnum):
    """How a group of fields is laid out."""

    ROWS = "rows"
    """One table, a row for each field: the label, and the place."""
    TABLE = "table"
    """A column for each field, a row for each entry."""
    BLOCKS = "blocks"
    """A table like ROWS for each entry."""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand together. ``name`` is the field whose label heads them; ``count`` are the empty entries."""

    kind: GroupKind
    name: str
    fields: tuple[str, ...]
    count: int = 1
    after: "Group | None" = None
    """A table that belongs to each block and follows it."""


_HEAD = (
    "title", "reference", "date", "as_of", "marking", "handling", "to", "through", "copies",
    "prepared_by.name", "prepared_by.unit", "prepared_by.email",
    "contact.name", "contact.unit", "contact.email", "contact.phone",
)  # fmt: skip
_MEETING = tuple(
    f"meeting.{name}"
    for name in (
        "purpose", "start", "end", "place", "kind", "press", "interpreter", "logistics",
        "last_met.date", "last_met.place", "last_met.outcome",
    )
)  # fmt: skip
LINES = frozenset(
    (
        "handling",
        "to",
        "through",
        "copies",
        "objectives",
        "key_points",
        "agenda.lines_to_take",
        "agenda.avoid",
        "participants.wants",
    )
)
"""Fields that are lists of texts, one a line."""
_AGENDA = (
    "topic",
    "lead",
    "minutes",
    "objective",
    "issue",
    "our_position",
    "their_position",
    "lines_to_take",
    "avoid",
    "background",
)
_JUDGED = ("likelihood", "confidence", "basis", "so_what")
ROOTS: dict[str, tuple[Group, ...]] = {
    "bottom_line": (Group(GroupKind.ROWS, "", ("bottom_line",)),),
    "objectives": (Group(GroupKind.ROWS, "", ("objectives",)),),
    "key_points": (Group(GroupKind.ROWS, "", ("key_points",)),),
    **{
        name: (Group(GroupKind.ROWS, "", (name,)),)
        for name in ("summary", "issue", "background", "considerations", "recommendation", "drafted_with")
    },
    "decision": (
        Group(GroupKind.ROWS, "decision", ("decision.ask", "decision.by", "decision.because")),
        Group(
            GroupKind.TABLE,
            "decision.options",
            ("decision.options.name", "decision.options.text", "decision.options.recommended"),
            3,
        ),
    ),
    "meeting": (Group(GroupKind.ROWS, "meeting", _MEETING),),
    "participants": (
        Group(
            GroupKind.TABLE,
            "participants",
            tuple(f"participants.{name}" for name in ("name", "title", "organisation", "address_as", "side", "role")),
            6,
        ),
        Group(
            GroupKind.TABLE,
            "participants.about",
            tuple(f"participants.{name}" for name in ("name", "wants", "perspective", "approach", "biography")),
            2,
        ),
    ),
    "agenda": (
        Group(
            GroupKind.BLOCKS,
            "agenda",
            tuple(f"agenda.{name}" for name in _AGENDA),
            3,
            Group(GroupKind.TABLE, "agenda.if_raised", ("agenda.if_raised.they_say", "agenda.if_raised.we_say"), 2),
        ),
    ),
    "implications": (
        Group(
            GroupKind.BLOCKS,
            "implications",
            tuple(f"implications.{name}" for name in ("statement", "concerns", "horizon", *_JUDGED)),
            2,
        ),
    ),
    "meeting.programme": (
        Group(
            GroupKind.TABLE,
            "meeting.programme",
            tuple(f"meeting.programme.{name}" for name in ("at", "step", "lead", "minutes", "press")),
            5,
        ),
    ),
    "next_steps": (
        Group(GroupKind.TABLE, "next_steps", ("next_steps.action", "next_steps.owner", "next_steps.due"), 4),
    ),
    "sections": (Group(GroupKind.BLOCKS, "sections", ("sections.heading", "sections.text"), 1),),
    "items": (
        Group(
            GroupKind.BLOCKS,
            "items",
            tuple(f"items.{name}" for name in ("theme", "title", "text", "judgement", *_JUDGED)),
            5,
        ),
    ),
    "clearances": (
        Group(
            GroupKind.TABLE,
            "clearances",
            tuple(f"clearances.{name}" for name in ("unit", "by", "state", "due", "comment")),
            3,
        ),
    ),
    "sources": (
        Group(
            GroupKind.TABLE,
            "sources",
            tuple(f"sources.{name}" for name in ("title", "publisher", "date", "url", "accessed", "grade")),
            4,
        ),
    ),
    "glossary": (Group(GroupKind.TABLE, "glossary", ("glossary.acronym", "glossary.meaning"), 3),),
    "annexes": (Group(GroupKind.BLOCKS, "annexes", ("annexes.title", "annexes.text"), 1),),
}
"""The groups of each field that stands at the top of a brief, or further down for itself."""


def plan_form(shows: tuple[str, ...]) -> tuple[Group, ...]:
    """Give the groups of a form: the head, then what the template shows in its order; single rows one below another join."""
    head = tuple(field for field in _HEAD if is_shown_part(field, shows))
    groups = [Group(GroupKind.ROWS, "head", head), *_iterate_groups(shows)]
    return tuple(_join_rows(groups))


def _iterate_groups(shows: tuple[str, ...]) -> Iterator[Group]:
    done: set[str] = set()
    for shown in (*shows, "meeting.programme"):
        root = shown if shown in ROOTS else shown.partition(".")[0]
        is_wanted = root != "meeting.programme" or is_shown_part(root, shows)
        if root in ROOTS and root not in done and is_wanted:
            done.add(root)
            yield from filter(None, (_cut_group(group, shows) for group in ROOTS[root]))


def _cut_group(group: Group, shows: tuple[str, ...]) -> Group | None:
    """Give a group with the fields that are shown; nothing where none is, or a table of people's ways has only their names."""
    fields = tuple(field for field in group.fields if is_shown_part(field, shows))
    if not fields or (group.name == "participants.about" and len(fields) == 1):
        return None
    after = _cut_group(group.after, shows) if group.after else None
    return Group(group.kind, group.name, fields, group.count, after)


def is_shown_part(field: str, shows: tuple[str, ...]) -> bool:
    """Tell whether a template shows a field; what steers, such as a side, goes with the rest of its entry."""
    entry = field.rpartition(".")[0]
    if field in ("participants.side", "meeting.end", "decision.options.recommended"):
        return is_shown(entry, shows) or any(each.startswith(f"{entry}.") for each in shows)
    if field.startswith(("glossary.", "contact.", "prepared_by.")):
        return is_shown(field.partition(".")[0], shows)
    return is_shown(field, shows)


def _join_rows(groups: list[Group]) -> Iterator[Group]:
    waiting: Group | None = None
    for group in groups:
        is_single = group.kind is GroupKind.ROWS and not group.name
        if waiting is not None and is_single:
            waiting = Group(GroupKind.ROWS, "", waiting.fields + group.fields)
            continue
        if waiting is not None:
            yield waiting
        waiting = group if is_single else None
        if not is_single:
            yield group
    if waiting is not None:
        yield waiting
