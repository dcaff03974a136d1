"""Makes briefs of five pages each for measuring: real YAML with all parts of a meeting brief, no two sentences alike.

    python benchmarks/make_briefs.py FOLDER [COUNT]

The same number always gives the same brief. Words are put together from lists, so that nothing in a brief is a copy of
another and no cache of a text helps.
"""

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

# fmt: off
_WHO = [
    "The ministry of transport", "The port authority", "The grain council", "The river commission",
    "The customs service", "The northern provinces", "The insurers", "The mission in the capital",
    "The finance committee", "The shipping lines", "The audit office", "The energy regulator",
    "The farmers’ union", "The coast guard", "The development bank", "The upper house",
]
_DID = [
    "approved", "delayed", "reviewed", "published", "rejected", "expanded", "inspected", "financed", "halted",
    "restored", "widened", "tested", "priced", "mapped", "reopened", "insured",
]
_WHAT = [
    "the second terminal", "a fund for dredging", "the inspection of ferries", "new rules for pilots",
    "the levy on wheat", "a register of barges", "the survey of bridges", "the winter timetable",
    "a reserve of diesel", "the harbour cameras", "the lock at the delta", "a line of credit",
    "the training of crews", "the tender for cranes", "a store for fertiliser", "the rail link",
]
_WHERE = [
    "Aldmar", "Brestova", "Corrin", "Dunhaven", "Estrava", "Falmora", "Gerinth", "Halvik", "Istrel", "Jorvala",
    "Kestrin", "Lomara", "Merrow", "Norvik", "Ostrand", "Pellin",
]
_HOW = [
    "after a long debate", "without a vote", "against the advice of its experts", "with help from abroad",
    "ahead of the winter", "before the audit", "at the request of the provinces", "once the flood had passed",
    "on a trial basis", "in two stages", "under the new law", "with a small majority", "to calm the markets",
    "for the first time", "at a lower cost", "over three seasons",
]
# fmt: on
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September"]
# fmt: off
_FIRST = [
    "Ada", "Bruno", "Clara", "Dario", "Elena", "Farid", "Greta", "Hugo", "Irina", "Jonas", "Katya", "Leon",
    "Marta", "Nuri", "Olga", "Pavel",
]
_LAST = [
    "Abrandt", "Bellmar", "Corvino", "Dahlgren", "Estevan", "Falkner", "Grimaldi", "Harrower", "Ilvonen",
    "Jastram", "Korvin", "Lindqvist",
]
# fmt: on
_LIKELIHOODS = ("likely", "unlikely", "very likely", "very unlikely", "roughly even chance")
_ISSUED = date(2025, 10, 21)
_ITEMS, _SOURCES = 3, 3


class Writer:
    """Writes the sentences of one brief."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._random = random.Random(number)  # noqa: S311 - the same brief on every run, and no secret
        self._cited = count(self._random.randrange(_SOURCES))

    def pick(self, words: tuple[str, ...] | list[str]) -> str:
        """Give one of some words."""
        return self._random.choice(words)

    def day(self) -> str:
        """Give a day before the brief's date, as a text writes it."""
        return f"{self._random.randint(1, 28)} {self.pick(_MONTHS)} 2025"

    def act(self) -> str:
        """Give who did what, where and how, without a full stop."""
        what = f"{self.pick(_DID)} {self.pick(_WHAT)} in {self.pick(_WHERE)}"
        return f"{self.pick(_WHO)} {what} {self.pick(_HOW)}"

    def report(self) -> str:
        """Give a sentence that claims a fact and cites where it is from."""
        source = f"[@source-{next(self._cited) % _SOURCES + 1}]"
        if self._random.choice((True, False)):
            return f"On {self.day()} {self._lower(self.act())} {source}."
        figures = f"{self.amount()} million euros on {self.pick(_WHAT)} near {self.pick(_WHERE)}"
        return f"In 2024 {self._lower(self.pick(_WHO))} spent {figures}, {self.pick(_HOW)} {source}."

    def amount(self) -> int:
        """Give a sum."""
        return self._random.randint(2, 999)

    def line(self) -> str:
        """Give a sentence that can be said."""
        aim = f"for {self.pick(_WHAT)} in {self.pick(_WHERE)}, {self.pick(_HOW)}"
        return f"Ask {self._lower(self.pick(_WHO))} to set aside {self.amount()} million euros {aim}."

    def view(self) -> str:
        """Give a sentence about what somebody holds."""
        matters = f"{self.pick(_WHAT)} in {self.pick(_WHERE)} matters more than {self.pick(_WHAT)}"
        return f"For {self.pick(_WHERE)} {matters}, {self.pick(_HOW)}."

    def text(self, sentences: int) -> str:
        """Give a paragraph of reports, on one line."""
        return " ".join(self.report() for _ in range(sentences))

    def _lower(self, words: str) -> str:
        return words[:1].lower() + words[1:]


def write_brief(number: int) -> str:
    """Give the brief of a number as YAML."""
    writer = Writer(number)
    return "".join(
        (
            _write_front(writer),
            "\nparticipants:\n",
            *(_write_participant(writer, side) for side in ("ours", "theirs")),
            "\nagenda:\n",
            *(write_item(writer, item) for item in range(1, _ITEMS + 1)),
            "\nimplications:\n",
            *(_write_implication(writer, index) for index in range(1, 3)),
            _write_end(writer),
            "\nsources:\n",
            *(_write_source(writer, index) for index in range(1, _SOURCES + 1)),
        )
    )


def _write_front(writer: Writer) -> str:
    where, other = writer.pick(_WHERE), writer.pick(_WHERE)
    return f"""format: 1
template: meeting
title: "Talks in {where} on {writer.pick(_WHAT)}, round {writer.number + 1}"
reference: MEASURE-{writer.number + 1:05}
version: 1
status: draft
language: en-GB
timezone: Europe/Brussels
date: {_ISSUED}
as_of: {_ISSUED} 12:00
marking: NATO UNCLASSIFIED
likelihood_scale: icd-203

to: [Office of the Minister]
prepared_by: {{name: A. Drafter, unit: Policy Planning, email: drafter@example.int}}
clearances:
  - {{unit: Legal Adviser, by: B. Clearer, email: clearer@example.int, state: cleared, due: {_ISSUED}}}

bottom_line: |
  Ask {where} for a date. {writer.line()}
objectives:
  - {writer.line()}
  - {writer.line()}

meeting:
  purpose: {writer.line()}
  start: 2025-10-22 15:00
  end: 2025-10-22 16:00
  place: Town hall of {where}
  kind: bilateral
  press: closed
  interpreter: none
  logistics: Cars leave from {other} at noon.
  last_met: {{date: 2025-08-18, place: {other}, outcome: "an exchange of views [@source-1]"}}
  programme:
    - {{at: "15:00", step: Arrival and handshake, lead: ours, minutes: 10, press: closed}}
    - {{at: "15:10", step: Talks on all items, lead: ours, minutes: 50, press: closed}}
"""


def _write_participant(writer: Writer, side: str) -> str:
    return f"""  - id: {side}
    name: {writer.pick(_FIRST)} {writer.pick(_LAST)}
    title: {"Minister of Transport" if side == "ours" else "Minister of Trade"}
    organisation: Republic of {writer.pick(_WHERE)}
    side: {side}
    role: principal
    wants:
      - {writer.pick(_WHAT).capitalize()} in {writer.pick(_WHERE)} opened {writer.pick(_HOW)}
    perspective: |
      {writer.text(1)}
"""


def write_item(writer: Writer, item: int) -> str:
    """Give one item of the agenda."""
    return f"""  - id: item-{item}
    topic: {writer.pick(_WHAT).capitalize()} in {writer.pick(_WHERE)}
    lead: ours
    minutes: 15
    objective: {writer.line()}
    lines_to_take:
      - {writer.line()}
      - {writer.line()}
    issue: |
      {writer.text(1)}
    our_position: |
      {writer.view()}
    their_position: |
      {writer.text(1)}
    if_raised:
      - they_say: {writer.view()}
        we_say: {writer.line()}
    avoid:
      - A promise of {writer.amount()} million euros for {writer.pick(_WHAT)} in {writer.pick(_WHERE)}.
    background: |
      {writer.text(1)}
{"    figures: [spending]" if item == 1 else ""}
"""


def _write_implication(writer: Writer, index: int) -> str:
    return f"""  - id: judgement-{index}
    statement: {writer.pick(_WHERE)} spends {writer.amount()} million euros on {writer.pick(_WHAT)} before 31 December 2025.
    concerns: Item {index}
    horizon: End of 2025
    likelihood: {writer.pick(_LIKELIHOODS)}
    confidence: moderate
    basis: "{writer.report()}"
    so_what: {writer.line()}
"""


def _write_end(writer: Writer) -> str:
    values = [f"{index + 1 + ord(where[0]) % 7}.{writer.number % 9 + 1}" for index, where in enumerate(_WHERE[:5])]
    rows = ", ".join(f'{{Port: {where}, Share: "{value}"}}' for where, value in zip(_WHERE, values, strict=False))
    due = _ISSUED + timedelta(days=writer.number % 20 + 2)
    return f"""
next_steps:
  - {{action: Report on {writer.pick(_WHAT)}, owner: Policy Planning, due: {due}}}
  - {{action: Write to {writer.pick(_WHERE)} on {writer.pick(_WHAT)}, owner: Legal Adviser, due: {due}}}

facts:
  - {{id: harbour-share, value: {writer.number % 40 + 2}.4, unit: "% of exports", as_of: 2025-06-30, sources: [source-1]}}

figures:
  spending:
    chart: bar
    rows: [{rows}]
    x: Port
    y: {{Share: Share in 2024}}
    unit: "% of exports"
    caption: "Exports by port in 2024 [@source-2]."
    alt: "Bar chart of the shares of five ports in exports in 2024, the highest being {max(values, key=float)} %."
    source: source-2
"""


def _write_source(writer: Writer, index: int) -> str:
    return f"""  source-{index}:
    title: "Report on {writer.pick(_WHAT)} in {writer.pick(_WHERE)}"
    publisher: {writer.pick(_WHERE)} Gazette
    date: 2025-0{index}-1{index}
    url: https://example.org/reports/{writer.number}/{index}
    accessed: 2025-10-20
    kind: primary
    grade: B2
"""


def write_briefs(folder: Path, number: int) -> Iterator[Path]:
    """Write this many briefs into a folder, and give their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        path = folder / f"brief-{index:04}.yaml"
        path.write_text(write_brief(index), "utf-8")
        yield path


def main() -> int:
    """Write the briefs and tell where they are."""
    paths = list(write_briefs(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000))  # noqa: PLR2004 - FOLDER COUNT
    print(f"{len(paths)} briefs in {paths[0].parent}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
