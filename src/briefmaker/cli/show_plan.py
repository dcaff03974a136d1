"""What ``briefmaker build --dry-run`` prints: which briefs would be built, and why."""

from collections.abc import Sequence
from pathlib import Path

import click

from briefmaker.cli.show_findings import make_printable
from briefmaker.jobs.building.build import plan_build
from briefmaker.jobs.building.making import Order
from briefmaker.jobs.building.unchanged import BuildMemory
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.request import Wishes


def show_plan(paths: Sequence[Path], wishes: Wishes) -> None:
    """Say of each brief that would be built why, and how many would not be; nothing is built or written."""
    plan, unchanged = plan_build(paths, wishes), 0
    with BuildMemory() as memory:
        for order in plan:
            reason = order.obstacles[0].message if order.obstacles else memory.say_why(order)
            unchanged += not reason
            if reason:
                verb = "could not be built" if order.obstacles else "would be built"
                click.echo(make_printable(f"{_name(order)} {verb}: {reason}"))
    built = len(plan) - unchanged
    click.echo(f"{built:,} of {len(plan):,} to build, {unchanged:,} unchanged", err=True)


def _name(order: Order) -> str:
    which = ", ".join(filter(None, [order.slug, order.edition]))
    return shown_path(order.brief) + (f" ({which})" if which else "")
