"""What ``briefmaker build --watch`` does: build, wait for a save, and build what it changed, until it is stopped."""

import gc
import signal
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path

import click

from briefmaker.cli.show_build import build_and_show
from briefmaker.cli.show_findings import show_failure
from briefmaker.cli.stopping import StoppedError
from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.building.build import plan_build
from briefmaker.jobs.building.making import make
from briefmaker.jobs.building.unchanged import BuildMemory
from briefmaker.jobs.building.working import TO_MAKE
from briefmaker.jobs.request import Wishes
from briefmaker.workspace.watching import watch_folders
from briefmaker.workspace.workspace import find_default_briefs, find_workspace


def show_watch(paths: Sequence[Path], wishes: Wishes) -> None:
    """Build and tell, and do so again each time a file of the workspace is saved; what is broken waits for the next save."""
    start = [path if path.is_dir() else path.parent for path in paths] or [find_default_briefs()]
    workspaces = dict.fromkeys(find_workspace(folder) for folder in start)
    ignored = [Path(wishes.output) if wishes.output is not None else each.output_folder for each in workspaces]
    changes = watch_folders([each.root for each in workspaces], ignored=ignored)
    next(changes)
    _build(paths, wishes)
    _warm_up(paths, wishes)
    click.echo("watching; Ctrl-C ends it", err=True)
    try:
        for _ in changes:
            _build(paths, replace(wishes, force=False))
    except KeyboardInterrupt as interrupted:  # what watchfiles makes of a Ctrl-C that comes while it waits
        raise StoppedError(signal.SIGINT) from interrupted


def _build(paths: Sequence[Path], wishes: Wishes) -> None:
    try:
        build_and_show(paths, wishes)
    except BriefmakerError as failure:
        show_failure(failure)
    gc.collect()  # nothing searches for garbage while the command builds, and a watch goes on for days


def _warm_up(paths: Sequence[Path], wishes: Wishes) -> None:
    """Make a brief in this process, which leaves behind all that making one needs: a save is answered in a fork of it.

    It is one that has just been built within its limits, as it still is: another one could hang here, where nothing ends it.
    That makes 1.0 s of the next brief 0.3 s.
    """
    for name in TO_MAKE:
        import_module(name)
    with suppress(BriefmakerError), BuildMemory() as memory:
        proven = (order for order in plan_build(paths, wishes) if memory.recall(order) is not None)
        for order in islice(proven, 1):
            make(order)
