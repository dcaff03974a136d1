"""Has briefs made on the workers of a dask cluster, and gives what became of them as if they had been made here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefmaker.batch.dask_workers import run_on_dask
from briefmaker.batch.done import Done
from briefmaker.diagnostics import BriefmakerError, Diagnostic
from briefmaker.jobs.building.making import NO_ROW, Made, Order, find_obstacles, make
from briefmaker.jobs.building.parcels import LONGEST, Packer, name_brief
from briefmaker.jobs.building.rows import lead_back, make_row
from briefmaker.jobs.building.unpacking import make_of_parcel
from briefmaker.jobs.building.working import TO_MAKE, Work
from briefmaker.jobs.desk import shown_path
from briefmaker.workspace.files import read_plain_file

_PRELOADED = (*TO_MAKE, "briefmaker.jobs.building.unpacking")

_CHANGES = re.compile(rb"^\W*changes\W*:", re.MULTILINE)

Making = Done[Order, Made | BriefmakerError]


def make_elsewhere(orders: Sequence[Order], cluster: str, work: Work) -> Iterator[Making]:
    """Have each order made on a cluster; ``cluster`` and what is raised are as with ``run_on_dask``.

    What needs no worker, such as a row that lacks a value, is told here.
    """
    assert work.limits is not None  # noqa: S101 - who names a cluster has the limits of the settings
    here = [number for number, order in enumerate(orders) if _is_told_here(order)]
    for number in here:
        yield Done(number, orders[number], make(orders[number]), None, 0.0)
    told = set(here)
    there = [number for number in range(len(orders)) if number not in told]
    if not there:
        return
    done: Iterator[Making] = run_on_dask(
        make_of_parcel,
        (orders[number] for number in there),
        cluster=cluster,
        pack=Packer().pack,
        workers=work.jobs,
        limits=work.limits,
        preload=_PRELOADED,
    )
    for each in done:
        result = _bring_home(each.task, each.result) if isinstance(each.result, Made) else each.result
        yield Done(there[each.number], each.task, result, each.failure, each.seconds)


def _is_told_here(order: Order) -> bool:
    return order.row == NO_ROW or bool(order.row and make_row(order).diagnostics) or _asks_for_changes(order)


def _asks_for_changes(order: Order) -> bool:
    """Tell whether a brief may have a box of changes: outbox and git are here, and no file of them travels."""
    try:
        content = read_plain_file(order.brief, LONGEST) if order.content is None else order.content
    except OSError:
        return False
    return _CHANGES.search(content or b"") is not None


def _bring_home(order: Order, made: Made) -> Made:
    """Give what was made elsewhere with its findings about the files here, and no documents where one would be lost here."""
    found = lead_back(order, (_rename(each, order) for each in made.diagnostics))
    obstacles = find_obstacles(order, made.name) if made.documents else ()
    return replace(made, documents=() if obstacles else made.documents, diagnostics=(*found, *obstacles))


def _rename(found: Diagnostic, order: Order) -> Diagnostic:
    """Give a finding that names its file as it is called here; there all are seen from the workspace."""
    if found in order.obstacles:
        return found
    if found.file == name_brief(order):
        return replace(found, file=shown_path(order.brief))
    if found.file.startswith("templates/"):
        return replace(found, file=shown_path(order.workspace.root / found.file))
    return found
