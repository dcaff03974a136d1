"""``briefmaker build``: make documents of briefs."""

from pathlib import Path
from typing import Any

import click

from briefmaker.cli.options import (
    deadline_option,
    dry_run_option,
    force_option,
    jobs_option,
    memory_option,
    no_check_option,
    output_option,
    paper_option,
)
from briefmaker.cli.stopping import stoppable
from briefmaker.workspace.garbage import without_garbage_collector

_FORMATS = "pdf,docx"


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "formats", default=_FORMATS, show_default=True, metavar="LIST", help="pdf, docx and html, with commas."
)
@output_option
@force_option
@dry_run_option
@click.option("--watch", is_flag=True, help="Build, and build again what changes each time a file is saved.")
@paper_option
@click.option(
    "--edition", metavar="NAME|all", help="Build an edition of briefmaker.yaml, or all, instead of the whole."
)
@no_check_option("what is built says that it is an unchecked draft")
@jobs_option("briefs are made")
@deadline_option("making a brief", "as in briefmaker.yaml, else 60")
@memory_option("making a brief", "as in briefmaker.yaml, else 1024")
@click.option(
    "--dask",
    metavar="ADDRESS|local",
    help="Have briefs made by the workers of a dask scheduler, such as tcp://host:8786.",
)
@click.option("--archive", is_flag=True, help="Make the PDF one for the archive: PDF/A-3a, the brief's file inside.")
def build(paths: tuple[Path, ...], formats: str, dry_run: bool, watch: bool, **wishes: Any) -> None:
    """Make documents of briefs, of those that have changed.

    PATH is a brief or a folder of briefs; without any, all of briefs/ are built. Each is checked first, as `briefmaker check`
    does. A brief with an error stops nothing but itself.
    Until a brief's status is final, the names of its documents say DRAFT and the version.
    """
    # The search takes a twenty-fifth of the time of one brief. Workers clear garbage away after every few briefs, so that many
    # take no more memory than those.
    with without_garbage_collector(), stoppable():
        if not (dry_run or watch or wishes["dask"]):
            from briefmaker.jobs.building.early_workers import begin_early

            begin_early(paths, wishes["output"])
        from briefmaker.cli.show_build import show_build
        from briefmaker.jobs.request import Wishes

        wanted = Wishes(tuple(formats.split(",")), **wishes)
        if dry_run:
            from briefmaker.cli.show_plan import show_plan

            show_plan(paths, wanted)
        elif watch:
            from briefmaker.cli.show_watch import show_watch

            show_watch(paths, wanted)
        else:
            show_build(paths, wanted)
