"""What ``briefmaker build --watch`` does: build, wait for a save, and build what it changed, until it is stopped."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from briefmaker.cli.show_build import build_and_show
from briefmaker.cli.show_findings import show_failure
from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.build import default_briefs
from briefmaker.jobs.request import Wishes
from briefmaker.workspace.watching import watch_folders
from briefmaker.workspace.workspace import find_workspace


def show_watch(paths: Sequence[Path], wishes: Wishes) -> None:
    """Build and tell, and do so again each time a file of the workspace is saved; what is broken waits for the next save."""
    start = [path if path.is_dir() else path.parent for path in paths] or [default_briefs()]
    workspaces = dict.fromkeys(find_workspace(folder) for folder in start)
    ignored = [Path(wishes.output) if wishes.output is not None else each.output_folder for each in workspaces]
    _build(paths, wishes)
    click.echo("watching; Ctrl-C ends it", err=True)
    for _ in watch_folders([each.root for each in workspaces], ignored=ignored):
        _build(paths, replace(wishes, force=False))


def _build(paths: Sequence[Path], wishes: Wishes) -> None:
    try:
        build_and_show(paths, wishes)
    except BriefmakerError as failure:
        show_failure(failure)
