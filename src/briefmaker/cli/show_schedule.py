"""What ``briefmaker schedule`` prints: schedules with their next times, and what was installed or removed."""

import click

from briefmaker.cli.show_findings import make_printable
from briefmaker.cli.show_moment import show_moment
from briefmaker.delivery.due import next_slots
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.schedules.install_schedule import (
    find_unit_folder,
    install_cron_line,
    install_units,
    remove_entries,
)
from briefmaker.jobs.schedules.plan_run import read_timing
from briefmaker.jobs.schedules.preview_run import say_schedule
from briefmaker.jobs.schedules.run_due import read_clock
from briefmaker.jobs.schedules.schedule_entry import find_program, write_cron_line, write_units
from briefmaker.workspace.workspace import find_own_workspace

_COUNT = 3


def list_schedules() -> None:
    """Show each schedule: when it is due, what it asks for, and its next times in its own zone."""
    settings = open_desk(find_own_workspace()).settings
    if not settings.schedules:
        click.echo("there are no schedules in briefmaker.yaml")
    for name, schedule in settings.schedules.items():
        timing = read_timing(schedule, settings)
        times = next_slots(timing, read_clock(), _COUNT)
        click.echo(f"{click.style(make_printable(name), bold=True)}: {make_printable(timing.cron)}, {timing.zone}")
        click.echo(f"  {make_printable(say_schedule(schedule))}")
        click.echo(f"  next: {'; '.join(show_moment(each, timing.zone) for each in times)}")


def print_entry(kind: str, every: int) -> None:
    """Show what ``install`` would install, and where."""
    root = find_own_workspace().root
    if kind == "cron":
        click.echo(write_cron_line(root, find_program(), every))
        return
    units = write_units(root, find_program(), every)
    for name, content in ((units.service_name, units.service), (units.timer_name, units.timer)):
        click.echo(f"# {find_unit_folder() / name}\n{content}")


def install_entry(kind: str, every: int) -> None:
    """Install it and tell what was done."""
    install = install_cron_line if kind == "cron" else install_units
    for line in install(find_own_workspace(), every):
        click.echo(make_printable(line))


def remove_entry() -> None:
    """Remove it and tell what was done."""
    done = remove_entries(find_own_workspace())
    for line in done:
        click.echo(make_printable(line))
    if not done:
        click.echo("nothing was installed for this workspace")
