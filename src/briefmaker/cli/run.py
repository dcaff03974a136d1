"""``briefmaker run``: do what is due by schedule, once."""

import click

from briefmaker.cli.stopping import stoppable


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--due", is_flag=True, help="Do what is due by the schedules of briefmaker.yaml.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and why; change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Tell each event as a line of JSON, as the log has it.")
def run(names: tuple[str, ...], due: bool, dry_run: bool, as_json: bool) -> None:
    """Do what is due by schedule: check and build briefs, bind packs, and mail them where that is wished.

    It runs once and ends; cron or systemd call it every few minutes (`briefmaker schedule install`). With NAME it does what
    these schedules ask for now, due or not.
    """
    if due == bool(names):
        hint = "`briefmaker run --due` does what is due; `briefmaker run NAME` does what one schedule asks for, now."
        raise click.UsageError(f"Say --due, or name schedules. {hint}")
    with stoppable():
        from briefmaker.cli.show_run import show_preview, show_run

        if dry_run:
            show_preview(names, as_json=as_json)
        else:
            show_run(names, as_json=as_json)
