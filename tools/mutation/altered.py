"""Faults by change: what was right says something else."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tools.mutation.brief_text import BriefText
from tools.mutation.fault import Edit, Fault, Kind, Planting

_OTHER_TERMS = {"icd-203": ("highly likely", "remote chance"), "phia": ("very likely", "roughly even chance")}
_OTHER_ROW = {
    "likely": "probable",
    "unlikely": "improbable",
    "very likely": "highly probable",
    "very unlikely": "highly improbable",
    "roughly even chance": "roughly even odds",
}
_ABOVE = {
    "NATO UNCLASSIFIED": "NATO RESTRICTED",
    "OFFICIAL": "SECRET",
    "TLP:GREEN": '"TLP:RED"',
    "UNCLASSIFIED": "SECRET",
}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_DATE = re.compile(rf"(?<![\w-])(?<!day )(\d{{1,2}}) ({'|'.join(_MONTHS)}) (20\d\d)\b")
_LONG_SENTENCE = 30
_PROSE = r"agenda\.(background|issue|our_position|their_position)|items\.text|sections\.text|background|considerations"


def alter_end(code: str, fields: str, *phrases: str) -> Planting:
    """Give the planting of a phrase before the full stop of a text."""

    def plant(brief: BriefText) -> Iterator[Fault]:
        for turn, (_, end) in enumerate(brief.list_prose(fields)):
            yield Fault(brief, code, (Edit(end - 1, end, f"{phrases[turn % len(phrases)]}."),))

    return plant


def swap_term(brief: BriefText) -> Iterator[Fault]:
    """Take a likelihood of another scale."""
    terms = _OTHER_TERMS.get(brief.value("likelihood_scale"), ())
    for spot in brief.find(r"(implications|items)\.likelihood"):
        for term in terms[len(spot.value) % 2 :][:1]:
            yield Fault(brief, "PRB001", (Edit(spot.start, spot.end, term),))


def mix_rows(brief: BriefText) -> Iterator[Fault]:
    """Take for one of several judgements the term of ICD 203's other row."""
    judgements = brief.find(r"implications\.likelihood")
    if brief.value("likelihood_scale") == "icd-203" and len(judgements) > 1:
        for spot in judgements:
            if spot.value in _OTHER_ROW:
                yield Fault(brief, "PRB005", (Edit(spot.start, spot.end, _OTHER_ROW[spot.value]),))


def raise_portion(brief: BriefText) -> Iterator[Fault]:
    """Mark one part higher than the brief."""
    above = _ABOVE.get(brief.value("marking"))
    for spot in brief.find(r"(agenda|implications|items|participants)\.id") if above else ():
        if not brief.value(f"{spot.path[:-3]}.marking"):
            others = tuple(("MRK010", each.start) for each in brief.spots if each.field == spot.field)
            yield Fault(brief, "MRK002", (Edit(spot.end, spot.end, f"\n    marking: {above}"),), also=others)


def move_date(code: str, fields: str, days: int, *, since: str = "as_of") -> Planting:
    """Give the planting of a day some days after, or before, the one that the brief names under ``since``."""

    def plant(brief: BriefText) -> Iterator[Fault]:
        known = date.fromisoformat((brief.value(since) or brief.value("date"))[:10])
        for spot in brief.find(fields):
            yield Fault(brief, code, (Edit(spot.start, spot.end, str(known + timedelta(days=days))),))

    return plant


def move_clearance(brief: BriefText) -> Iterator[Fault]:
    """Let a clearance that is still asked for have been due five days before the brief."""
    for spot in brief.find(r"clearances\.due"):
        if brief.value(f"{spot.path[:-4]}.state") == "requested":
            due = date.fromisoformat(brief.value("date")) - timedelta(days=5)
            if spot.value >= brief.value("date"):
                yield Fault(brief, "CLR002", (Edit(spot.start, spot.end, str(due)),))


def reopen_clearance(brief: BriefText) -> Iterator[Fault]:
    """Let a clearance that was given before the day of the brief be still asked for."""
    for spot in brief.find(r"clearances\.state"):
        if spot.value.startswith("cleared") and brief.value(f"{spot.path[:-6]}.due") < brief.value("date"):
            yield Fault(brief, "CLR002", (Edit(spot.start, spot.end, "requested"),))


def void_clearance(brief: BriefText) -> Iterator[Fault]:
    """Let a clearance within braces be of other content than the brief has."""
    for spot in brief.find(r"clearances\.state"):
        if spot.value.startswith("cleared") and brief.text[spot.end : spot.end + 1] in (",", "}"):
            yield Fault(brief, "CLR003", (Edit(spot.end, spot.end, ", of: 0000000000000000"),))


def close_brief(brief: BriefText) -> Iterator[Fault]:
    """Call a brief final while a clearance is open."""
    open_ones = [spot.start for spot in brief.find(r"clearances\.state") if spot.value == "requested"]
    for spot in brief.find("status") if open_ones else ():
        yield Fault(brief, "CLR001", (Edit(spot.start, spot.end, "final"),), at=tuple(open_ones))


def name_wrong_weekday(brief: BriefText) -> Iterator[Fault]:
    """Put a weekday before a date that is the day after it."""
    for spot in brief.find(_PROSE):
        raw = brief.raw(spot)
        for found in _DATE.finditer(raw):
            day = date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
            at = spot.start + found.start()
            yield Fault(brief, "DAT006", (Edit(at, at, f"{_DAYS[(day.weekday() + 1) % 7]} "),))


def double_word(brief: BriefText) -> Iterator[Fault]:
    """Write an article or a preposition twice."""
    for spot in brief.find(_PROSE):
        for found in re.finditer(r"(?<= )(?:the|of|in|and|to)(?= [a-z])", brief.raw(spot)):
            at = spot.start + found.end()
            yield Fault(brief, "STY007", (Edit(at, at, f" {found[0]}"),))


def join_sentences(brief: BriefText) -> Iterator[Fault]:
    """Make one sentence of two that have more than 30 words together."""
    for spot in brief.find(_PROSE):
        raw = brief.raw(spot)
        for found in re.finditer(r"\. (?=[A-Z])", raw):
            before = re.split(r"[.?!:] |\n", raw[: found.start()])[-1]
            behind = re.split(r"[.?!:;](?: |$|\n)", raw[found.end() :])[0]
            words = re.sub(r"\[@[^\]]*\]", "", f"{before} {behind}").split()
            if len(words) > _LONG_SENTENCE and "|" not in before:
                at = spot.start + found.start()
                yield Fault(brief, "STY001", (Edit(at, at + 2, ", and "),))


def empty_heading(brief: BriefText) -> Iterator[Fault]:
    """Empty the first cell of a table's first row."""
    for found in re.finditer(r"^ *\|(?P<cell>[^|\n]+)\|.*\n *\|[:-]", brief.text, re.MULTILINE):
        start, end = found.span("cell")
        yield Fault(brief, "ACC003", (Edit(start, end, " " * (end - start)),))


def add_entry(code: str, parent: str, entry: str) -> Planting:
    """Give the planting of another entry at the end of a block."""

    def plant(brief: BriefText) -> Iterator[Fault]:
        for spot in brief.find(parent):
            end = brief.block_end(spot)
            if end <= len(brief.text):
                yield Fault(brief, code, (Edit(end, end, f"{entry}\n"),))

    return plant


def contradict_fact(brief: BriefText) -> Iterator[Fault]:
    """Add a fact that gives another value for a thing that is there, from another source."""
    names = [spot.path.removeprefix("sources.") for spot in brief.find(r"sources\.[\w-]+")]
    for spot in brief.find(r"facts\.id"):
        fact = spot.path[:-3]
        unit, known = brief.value(f"{fact}.unit"), brief.value(f"{fact}.sources[0]")
        other = next((name for name in names if name != known), "")
        if unit and other:
            at = brief.text.index("\n", spot.start) + 1
            extra = f'  - {{id: {spot.value}-press, value: 999, unit: "{unit}", as_of: {brief.value("as_of")[:10]}, sources: [{other}]}}\n'
            yield Fault(brief, "SRC004", (Edit(at, at, extra),))


def call_fact_key(brief: BriefText) -> Iterator[Fault]:
    """Call a fact that rests on one secondary source a key fact."""
    for spot in brief.find(r"facts\.id"):
        fact = spot.path[:-3]
        kind = brief.value(f"sources.{brief.value(f'{fact}.sources[0]')}.kind")
        if kind == "secondary" and not brief.value(f"{fact}.key") and not brief.value(f"{fact}.sources[1]"):
            yield Fault(brief, "SRC003", (Edit(spot.end, spot.end, ", key: true"),))


def replace_value(code: str, fields: str, words: str) -> Planting:
    """Give the planting of other words for a whole value of one line."""

    def plant(brief: BriefText) -> Iterator[Fault]:
        for spot in brief.find(fields):
            if spot.style not in ("|", ">"):
                yield Fault(brief, code, (Edit(spot.start, spot.end, words),))

    return plant


_STATEMENTS = r"implications\.statement|items\.judgement"

KINDS = (
    Kind("term of another scale", swap_term),
    Kind("term of the other row", mix_rows),
    Kind("hedge in a judgement", alter_end("PRB004", _STATEMENTS, ", perhaps", ", possibly", ", maybe")),
    Kind("confidence in a statement", alter_end("PRB007", _STATEMENTS, ", we judge with high confidence")),
    Kind("likelihood in a statement", alter_end("PRB007", _STATEMENTS, ", which is likely")),
    Kind("portion raised above the banner", raise_portion),
    Kind(
        "source dated after the brief’s knowledge",
        move_date("DAT002", r"sources\.[\w-]+\.(date|accessed)", 30),
        ("en", "fr"),
    ),
    Kind("fact made old", move_date("DAT001", r"facts\.as_of", -900), ("en", "fr")),
    Kind("deadline moved to tomorrow", move_date("DAT003", r"decision\.by", 1, since="date"), ("en", "fr")),
    Kind("clearance made overdue", move_clearance, ("en", "fr")),
    Kind("clearance opened again after its day", reopen_clearance, ("en", "fr")),
    Kind("clearance of other content", void_clearance, ("en", "fr")),
    Kind("final with an open clearance", close_brief, ("en", "fr")),
    Kind("weekday altered", name_wrong_weekday),
    Kind("word doubled", double_word),
    Kind("two sentences joined", join_sentences),
    Kind("heading of a column emptied", empty_heading),
    Kind(
        "source that nothing cites",
        add_entry("SRC007", "sources", "  spare: {title: A spare report, publisher: The Ministry, date: 2022-05-03}"),
        ("en", "fr"),
    ),
    Kind("glossary entry that nothing uses", add_entry("STY008", "glossary", "  ZQX: Zone of Quiet Exchange")),
    Kind("fact contradicted", contradict_fact),
    Kind("key fact on one secondary source", call_fact_key),
    Kind("ask that says nothing", replace_value("STR009", r"decision\.ask", "Note the contents of this brief.")),
)
