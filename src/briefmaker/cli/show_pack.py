"""What ``briefmaker pack`` prints: what ``briefmaker build`` does, pack by pack."""

import time
from collections.abc import Sequence

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_build import show_outcomes
from briefmaker.cli.show_plan import show_orders
from briefmaker.jobs.building.making import PACK
from briefmaker.jobs.packs.make_pack import bind_packs, plan_binding, plan_packs
from briefmaker.jobs.packs.order import PackWishes


def show_pack(names: Sequence[str], wishes: PackWishes) -> None:
    """Bind packs and tell; leaves with FINDINGS when any could not be made."""
    start = time.monotonic()
    plan = plan_packs(names, wishes)
    total = show_outcomes(plan, lambda: bind_packs(plan, plan_binding(wishes, plan)), start, PACK)
    if total.failed:
        click.get_current_context().exit(ExitCode.FINDINGS)


def show_pack_plan(names: Sequence[str], wishes: PackWishes) -> None:
    """Say of each pack that would be bound why, and how many would not be; nothing is bound or written."""
    show_orders(plan_packs(names, wishes))
