"""``briefmaker schedule``: list schedules, or have the system run them."""

from typing import Literal

import click

Kind = Literal["systemd", "cron"]


@click.group(invoke_without_command=True)
@click.pass_context
def schedule(context: click.Context) -> None:
    """List the schedules with their next times, or have the system run them."""
    if context.invoked_subcommand is None:
        from briefmaker.cli.show_schedule import list_schedules

        list_schedules()


@schedule.command()
@click.option("--systemd", "kind", flag_value="systemd", help="As a service and a timer of yours in systemd.")
@click.option("--cron", "kind", flag_value="cron", help="As a line of your crontab.")
@click.option("--print", "is_printed", is_flag=True, help="Print it, and install nothing.")
@click.option("--every", type=int, default=5, show_default=True, metavar="MINUTES", help="Minutes between two runs.")
def install(kind: Kind | None, is_printed: bool, every: int) -> None:
    """Have the system call `briefmaker run --due` in this workspace every few minutes.

    Installing again replaces what was installed before.
    """
    from briefmaker.jobs.schedules.schedule_entry import EVERY

    if kind is None:
        raise click.UsageError("Say --systemd or --cron.")
    if every not in EVERY:
        raise click.BadParameter(f"choose a divisor of 60: {', '.join(map(str, EVERY))}.", param_hint="'--every'")
    from briefmaker.cli.show_schedule import install_entry, print_entry

    (print_entry if is_printed else install_entry)(kind, every)


@schedule.command()
def remove() -> None:
    """Take away what `install` put into systemd or the crontab for this workspace."""
    from briefmaker.cli.show_schedule import remove_entry

    remove_entry()
