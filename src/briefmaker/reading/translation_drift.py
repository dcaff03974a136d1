"""What two language versions of a brief tell differently, as far as it can be told without reading either language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefmaker.model import Brief


@dataclass(frozen=True, slots=True)
class Drift:
    """Something in which a version differs from the other: its field, and a sentence that says what both have."""

    path: str
    message: str


def find_drift(brief: Brief, other: Brief, name: str) -> Iterator[Drift]:
    """Give every difference; ``name`` is what the other version is called by."""
    yield from _compare_parts(brief, other, name)
    if len(brief.agenda) == len(other.agenda):
        yield from _compare_agenda(brief, other, name)
    yield from _compare_values(brief, other, name)


def _compare_parts(brief: Brief, other: Brief, name: str) -> Iterator[Drift]:
    """Compare how many entries lists have, and which names sources and figures have."""
    for field, what in _LISTS.items():
        own, others = len(getattr(brief, field)), len(getattr(other, field))
        if own != others:
            yield Drift(field, f"{what}: {own} here, {others} in {name}")
    for field in ("sources", "figures"):
        yield from _compare_names(field, getattr(brief, field), getattr(other, field), name)
    yield from _compare_names("agenda", _ids(brief), _ids(other), name)


_LISTS = {
    "objectives": "objectives",
    "participants": "participants",
    "agenda": "agenda items",
    "implications": "implications",
    "next_steps": "next steps",
    "key_points": "key points",
    "items": "entries",
    "sections": "sections",
    "annexes": "annexes",
}


def _ids(brief: Brief) -> list[str]:
    """Give the names of the agenda items where every item has one."""
    ids = [item.id for item in brief.agenda if item.id]
    return ids if len(ids) == len(brief.agenda) else []


def _compare_names(field: str, own: Iterable[str], others: Iterable[str], name: str) -> Iterator[Drift]:
    own, others = list(own), list(others)
    if field == "agenda" and not (own and others):
        return
    only_here = [each for each in own if each not in others]
    only_there = [each for each in others if each not in own]
    if only_here or only_there:
        told = [f"{_quote(only_here)} only here"] if only_here else []
        told += [f"{_quote(only_there)} only in {name}"] if only_there else []
        yield Drift(field, f"both versions should have the same {field}: {', '.join(told)}")
    elif own != others and field == "agenda":
        yield Drift(field, f"the agenda items stand in another order than in {name}")


def _quote(names: list[str]) -> str:
    return ", ".join(f"`{each}`" for each in names)


def _compare_agenda(brief: Brief, other: Brief, name: str) -> Iterator[Drift]:
    """Compare the items one by one: what is to be said, what may be raised, and which figures go with it."""
    counted = {
        "lines_to_take": "lines to take",
        "if_raised": "answers",
        "avoid": "things to avoid",
        "figures": "figures",
    }
    for number, (item, its_twin) in enumerate(zip(brief.agenda, other.agenda, strict=True)):
        for field, what in counted.items():
            own, others = len(getattr(item, field)), len(getattr(its_twin, field))
            if own != others:
                yield Drift(f"agenda[{number}].{field}", f"{what}: {own} here, {others} in {name}")
        if item.minutes != its_twin.minutes:
            written = f"minutes: {_say(item.minutes)} here, {_say(its_twin.minutes)} in {name}"
            yield Drift(f"agenda[{number}].minutes", written)


def _compare_values(brief: Brief, other: Brief, name: str) -> Iterator[Drift]:
    """Compare what is the same in every language: markings, dates, key figures."""
    own, others = dict(_iterate_values(brief)), dict(_iterate_values(other))
    for path in [each for each in own if each in others]:
        if own[path] != others[path]:
            yield Drift(path, f"`{_say(own[path])}` stands here, and `{_say(others[path])}` in {name}")


def _say(value: object) -> str:
    return "nothing" if value in (None, "") else str(value)


def _iterate_values(brief: Brief) -> Iterator[tuple[str, object]]:
    yield from (("marking", brief.marking), ("handling", ", ".join(brief.handling)), ("as_of", brief.as_of))
    yield "likelihood_scale", brief.likelihood_scale
    if brief.decision:
        yield "decision.by", brief.decision.by
    if brief.meeting:
        yield from (("meeting.start", brief.meeting.start), ("meeting.end", brief.meeting.end))
        yield from ((f"meeting.programme[{n}].at", each.at) for n, each in enumerate(brief.meeting.programme))
    yield from ((f"agenda[{n}].marking", each.marking) for n, each in enumerate(brief.agenda))
    yield from ((f"implications[{n}].confidence", each.confidence) for n, each in enumerate(brief.implications))
    yield from ((f"next_steps[{n}].due", each.due) for n, each in enumerate(brief.next_steps))
    yield from ((f"sources.{key}.date", each.date) for key, each in brief.sources.items())
    yield from ((f"facts[{n}].value", each.value) for n, each in enumerate(brief.facts))
