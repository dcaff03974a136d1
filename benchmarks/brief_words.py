"""Writes briefs of about four pages, any number of them, no two of which have a sentence in common.

The same number gives the same brief, byte for byte. Every sentence names a place, person or body that only its own brief knows.
"""

import json
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

_HEADS = "Ar Bel Cor Dal El Far Gar Hol Is Jor Kal Lor Mar Nor Or Pel Ros Sal Tor Val".split()
_MIDDLES = "a e i o u ane eri ino ola umi ade eno iva oro usa ami ele ido omo ura".split()
_ENDS = "bren dal dovia gard heim kar land lin mere nia port rast sund tal thal tov vale ven wick zar".split()
_BODIES = "Harbour Board, Grid Agency, River Commission, Customs Office, Health Institute, Transit Authority".split(
    ", "
)
_MATTERS = (
    "the grain corridor, the winter reserve of gas, the cable to the islands, the joint inspection of ferries, the relief fund, "
    "the register of vessels, the second rail line, the supply of vaccines, the training of border guards, the flood barrier"
).split(", ")
_ACTS = "extend, fund, review, publish, postpone, simplify, protect, rebuild, monitor, insure".split(", ")
_VIEWS = "costly, overdue, well prepared, fragile, popular, untested, legally sound, hard to reverse, urgent".split(
    ", "
)
_REASONS = (
    "the season is short, its parliament votes in spring, the contractor has asked for time, insurers have raised their rates, "
    "stocks were low after the frost, two crossings remain closed, the tender found no bidder, its neighbours wait for a sign"
).split(", ")
_TIMES = "before the summer, by the end of March, within ten weeks, in the next budget, after the harvest".split(", ")

_SENTENCES = (
    "{body} wants to {act} {matter} {time}, as {reason}.",
    "{place} put {sum} million euros into {matter} in {year}, {share} % more than {place} had {source}.",
    "In {place} the plan to {act} {matter} is seen as {view}, because {reason}.",
    "{body} told its members in {year} that {matter} would cost {sum} million euros {source}.",
    "The agreement of {place} leaves open who is to {act} {matter}.",
    "Of {sum} permits that {body} gave in {year}, {share} % concerned {matter} {source}.",
    "Our experts in {place} call the proposal {view} and would rather {act} {matter} {time}.",
    "Should {body} decline, {place} can still {act} {matter} with its own means.",
    "{person} asked {body} twice for a date, since {reason}.",
    "Traffic through {place} fell by {share} % in {year}, while {matter} went on as planned {source}.",
)
_LINES = (
    "We stand by {place} and will help to {act} {matter} {time}.",
    "What {body} has offered is {view}, and we say so openly.",
    "{place} has done its part; now it is for {body} to {act} {matter}.",
    "Let {body} publish the terms {time}, so that {place} can plan.",
)
_QUESTIONS = ("Why should {place} pay for {matter}?", "Who else will {act} {matter} if {body} does not?")
_ANSWERS = (
    "{place} gains most: {body} put it at {sum} million euros.",
    "{body} has said that it will {act} it {time}.",
)
_AVOIDED = ("Dates for {place} that {body} has not confirmed.", "Comparing {place} with {place}.")

FEWEST_WORDS = 4

Say = Callable[[tuple[str, ...]], str]


def write_brief(number: int, edit: str = "") -> str:
    """Give a brief as YAML (JSON is YAML, so that no text needs care); with ``edit`` its bottom line ends on those words."""
    chance = random.Random(number)  # noqa: S311 - the same number has to give the same brief
    names = list(_name_places(number))
    say = _speak(chance, names)
    people = [_describe_person(place, say) for place in range(4)]
    brief: dict[str, Any] = {
        "format": 1,
        "template": "meeting",
        "title": f"The Minister meets the government of {names[0]}",
        "reference": f"BENCH-2026-{number:05}",
        "status": "final",
        "language": "en-GB",
        "date": "2026-03-02",
        "as_of": "2026-03-01 18:00",
        "timezone": "Europe/Brussels",
        "marking": "NATO UNCLASSIFIED",
        "to": ["Minister"],
        "prepared_by": {"name": f"A. {names[1]}", "unit": f"Desk for {names[0]}"},
        "bottom_line": " ".join([say(_LINES), say(_SENTENCES), edit]).strip(),
        "objectives": [say(_LINES) for _ in range(3)],
        "meeting": {
            "purpose": say(_SENTENCES),
            "start": "2026-03-04 09:00",
            "end": "2026-03-04 10:00",
            "place": f"Ministry of Transport, {names[0]}",
            "kind": "bilateral",
        },
        "participants": people,
        "agenda": [_describe_item(place, say, chance, names) for place in range(2)],
        "implications": [_describe_judgement(place, say) for place in range(2)],
        "next_steps": [
            {"action": say(_LINES).rstrip("."), "owner": f"Desk for {names[0]}", "due": f"2026-03-{10 + day:02}"}
            for day in range(3)
        ],
        "sources": {f"source-{place}": _describe_source(place, names) for place in range(4)},
    }
    return json.dumps(brief, ensure_ascii=False, indent=1)


def find_shared_sentences(briefs: list[str]) -> set[str]:
    """Give the sentences, of ``FEWEST_WORDS`` or more and not in tables, that stand in two of the briefs."""
    seen: set[str] = set()
    shared: set[str] = set()
    for brief in briefs:
        texts = "\n".join(_walk_texts(json.loads(brief)))
        pieces = re.split(r"(?<=[.?!;])\s|\n", texts)
        own = {each for each in pieces if len(each.split()) >= FEWEST_WORDS and not each.startswith("|")}
        shared |= seen & own
        seen |= own
    return shared


def _walk_texts(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _walk_texts(each)
    elif isinstance(node, str):
        yield node


def _name_places(number: int) -> Iterator[str]:
    """Give eight names that no brief of another number has, up to a thousand of them."""
    for place in range(8 * number, 8 * number + 8):
        first, rest = divmod(place * 3 + 1, len(_MIDDLES) * len(_ENDS))
        middle, end = divmod(rest, len(_ENDS))
        series, head = divmod(first, len(_HEADS))
        yield _HEADS[head] + "r" * series + _MIDDLES[middle] + _ENDS[(end + first) % len(_ENDS)]


def _speak(chance: random.Random, names: list[str]) -> Say:
    """Give what says one more sentence of a kind, never the same one twice."""
    said: set[str] = set()

    def say(kinds: tuple[str, ...]) -> str:
        while True:
            words = {slot: fill() for slot, fill in fillers.items()}
            sentence = _fill_in(chance.choice(kinds), words, chance, names)
            if sentence not in said:
                said.add(sentence)
                return sentence

    fillers: dict[str, Callable[[], str]] = {
        "body": lambda: f"the {chance.choice(names)} {chance.choice(_BODIES)}",
        "person": lambda: f"Commissioner {names[2]}",
        "matter": lambda: chance.choice(_MATTERS),
        "act": lambda: chance.choice(_ACTS),
        "view": lambda: chance.choice(_VIEWS),
        "reason": lambda: chance.choice(_REASONS),
        "time": lambda: chance.choice(_TIMES),
        "sum": lambda: str(chance.randrange(12, 980)),
        "share": lambda: str(chance.randrange(3, 70)),
        "year": lambda: str(chance.randrange(2016, 2026)),
        "source": lambda: f"[@source-{chance.randrange(4)}]",
    }
    return say


def _fill_in(kind: str, words: dict[str, str], chance: random.Random, names: list[str]) -> str:
    places = iter(chance.sample(names, 3))
    sentence = re.sub(r"\{(\w+)\}", lambda slot: next(places) if slot[1] == "place" else words[slot[1]], kind)
    return sentence[0].upper() + sentence[1:]


def _describe_person(place: int, say: Say) -> dict[str, Any]:
    return {
        "id": f"p{place}",
        "name": ("Anna Lindqvist", "Pedro Salgado", "Mira Novak", "Jonas Weber")[place],
        "title": ("Minister", "Prime Minister", "State Secretary", "Ambassador")[place],
        "organisation": ("Ministry of Transport", "Government", "Ministry of Energy", "Embassy")[place],
        "side": ("ours", "theirs", "theirs", "ours")[place],
        "role": ("principal", "principal", "adviser", "adviser")[place],
        "wants": [say(_LINES), say(_LINES)],
        "perspective": say(_SENTENCES),
    }


def _describe_item(place: int, say: Say, chance: random.Random, names: list[str]) -> dict[str, Any]:
    def tell(number: int) -> str:
        return " ".join(say(_SENTENCES) for _ in range(number))

    rows = "\n".join(
        f"| {name} | {chance.randrange(100, 9000)} | {chance.randrange(5, 60)} % | {chance.randrange(2, 30)} days |"
        for name in names[:5]
    )
    table = f"\n\n| Port | Tonnes | Share | Delay |\n|---|--:|--:|---|\n{rows}" if place == 1 else ""
    return {
        "id": f"item-{place}",
        "topic": f"{chance.choice(_MATTERS).capitalize()} and what {names[3 + place]} expects of it",
        "lead": "p0",
        "minutes": 20,
        "objective": say(_LINES),
        "lines_to_take": [say(_LINES) for _ in range(3)],
        "issue": f"{tell(2)} [@source-{place}]",
        "our_position": tell(2),
        "their_position": tell(2),
        "if_raised": [{"they_say": say(_QUESTIONS), "we_say": say(_ANSWERS)}],
        "avoid": [say(_AVOIDED)],
        "background": f"{tell(2)} [@source-3]{table}\n\n{tell(2)}",
    }


def _describe_judgement(place: int, say: Say) -> dict[str, Any]:
    return {
        "id": f"judgement-{place}",
        "statement": say(_SENTENCES),
        "likelihood": ("likely", "roughly even chance", "unlikely")[place],
        "confidence": ("moderate", "low", "high")[place],
        "horizon": "End of 2026",
        "basis": say(_SENTENCES),
        "so_what": say(_LINES),
    }


def _describe_source(place: int, names: list[str]) -> dict[str, Any]:
    return {
        "title": f"Report {place + 1} on the ports of {names[place]} and {names[place + 4]}",
        "publisher": f"{names[place]} {_BODIES[place]}",
        "date": "2026-01-15",
        "url": f"https://reports.example.org/{names[place].lower()}/2026/report-{place + 1}.pdf",
        "accessed": "2026-02-28",
        "kind": "primary",
        "grade": "B2",
    }
