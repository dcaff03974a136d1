"""What ``briefmaker status`` shows: first what needs a person, then what is going on; calm on a terminal, plain in a pipe."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_findings import make_printable
from briefmaker.cli.show_moment import show_moment
from briefmaker.delivery.slots import Slot, SlotState
from briefmaker.jobs.schedules.run_due import read_clock
from briefmaker.jobs.schedules.run_log import write_time
from briefmaker.jobs.status import Status, read_status
from briefmaker.workspace.workspace import find_own_workspace

_COLOURS = {
    SlotState.DONE: "green",
    SlotState.FAILED: "red",
    SlotState.BEGUN: "yellow",
    SlotState.STOPPED: "yellow",
    SlotState.MISSED: "red",
    SlotState.OVERTAKEN: "",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A few words of a row, and their colour where they have one."""

    text: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the screen: its heading, and rows of cells that stand below one another.

    With ``has_advice`` the last cell of each row says what to do; a terminal, which is narrow, shows it in a line of its own.
    """

    title: str
    rows: tuple[tuple[Cell, ...], ...]
    colour: str = ""
    has_advice: bool = False


def show_status(*, as_json: bool) -> None:
    """Show how the workspace here stands; leaves with NEEDS_A_PERSON where somebody is needed."""
    status = read_status(find_own_workspace(), read_clock())
    if as_json:
        click.echo(json.dumps(describe_status(status), ensure_ascii=False, indent=1))
    elif sys.stdout.isatty():
        _print_rich(tuple(list_sections(status)))
    else:
        click.echo("\n".join(write_plain(tuple(list_sections(status)))))
    if status.needs:
        click.get_current_context().exit(ExitCode.NEEDS_A_PERSON)


def list_sections(status: Status) -> Iterator[Section]:
    """Give the parts of the screen, in their order; those with nothing to say are left out, but for the first."""
    needs = tuple((Cell(each.about, "bold"), Cell(each.sentence), Cell(each.advice, "cyan")) for each in status.needs)
    yield Section(f"Needs a person: {len(needs) or 'nothing'}", needs, "red" if needs else "green", has_advice=True)
    if status.holder is not None:
        yield Section("At work now", ((Cell(str(status.holder)),),))
    if status.waiting:
        what = "message waits" if status.waiting == 1 else "messages wait"
        yield Section("Outbox", ((Cell(f"{status.waiting} {what} to be sent"),),))
    if status.clearances:
        yield Section(
            "Open clearances", tuple((Cell(each.file, "bold"), Cell(each.sentence)) for each in status.clearances)
        )
    if status.ran:
        yield Section("What ran", tuple(_describe_slot(each, status) for each in status.ran))
    if status.coming:
        rows = (
            (Cell(each.schedule, "bold"), Cell(show_moment(each.at, each.zone)), Cell(each.zone))
            for each in status.coming
        )
        yield Section("What is next", tuple(rows))


def _describe_slot(slot: Slot, status: Status) -> tuple[Cell, ...]:
    moment = show_moment(slot.at, status.zones.get(slot.schedule, "UTC"))
    state = str(slot.state)
    if slot.state is SlotState.BEGUN:
        state = "at work" if status.holder is not None else "cut off"
    summary = f"{slot.summary} (asked for)" if slot.is_asked else slot.summary
    return Cell(slot.schedule, "bold"), Cell(moment), Cell(state, _COLOURS[slot.state]), Cell(summary)


def write_plain(sections: Sequence[Section]) -> Iterator[str]:
    """Give the lines for a pipe: cells of a column begin below one another."""
    for number, section in enumerate(sections):
        if number:
            yield ""
        yield section.title
        columns = max((len(row) for row in section.rows), default=0)
        widths = [max(len(make_printable(row[at].text)) for row in section.rows) for at in range(columns)]
        for row in section.rows:
            cells = (make_printable(cell.text).ljust(width) for cell, width in zip(row, widths, strict=True))
            yield f"  {'  '.join(cells)}".rstrip()


def _print_rich(sections: Sequence[Section]) -> None:
    # Imported here, since a pipe does not need it.
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    for section in sections:
        console.print()
        console.print(Text(section.title, style=f"bold {section.colour}".strip()))
        table = Table.grid(padding=(0, 2))
        for row in section.rows:
            cells = [Text(make_printable(cell.text), style=cell.colour) for cell in row]
            beside, below = (cells[:-1], cells[-1:]) if section.has_advice else (cells, [])
            table.add_row(*beside)
            for advice in below:
                table.add_row(*(Text() for _ in beside[1:]), advice)
        if section.rows:
            console.print(Padding(table, (0, 0, 0, 2)))
    console.print()


def describe_status(status: Status) -> dict[str, Any]:
    """Give it as data; moments are in UTC."""
    return {
        "needs": [asdict(each) for each in status.needs],
        "running": None if status.holder is None else asdict(status.holder),
        "waiting": status.waiting,
        "clearances": [asdict(each) for each in status.clearances],
        "ran": [
            {
                "schedule": each.schedule,
                "slot": write_time(each.at),
                "state": str(each.state),
                "asked_for": each.is_asked,
                "exit_code": each.exit_code,
                "summary": each.summary,
            }
            for each in status.ran
        ],
        "next": [{"schedule": each.schedule, "slot": write_time(each.at), "zone": each.zone} for each in status.coming],
    }
