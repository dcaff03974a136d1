"""``briefmaker pack``: bind several briefs as one document."""

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


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--format", "formats", default="pdf,docx", show_default=True, metavar="LIST", help="pdf and docx, with commas."
)
@output_option
@paper_option
@click.option("--copies", type=int, metavar="N", help="Make N copies, each with its number on every page.")
@click.option("--copy", type=int, metavar="N", help="Of --copies, make this one only.")
@click.option(
    "--replace",
    "former",
    type=click.Path(path_type=Path),
    metavar="OLD",
    help="Make only the pages that have changed since OLD, the PDF of the pack or of its last replacement.",
)
@force_option
@dry_run_option
@no_check_option("the briefs say that they are unchecked drafts")
@jobs_option("packs are bound")
@deadline_option("binding a pack", "ten times that of a brief, and more for copies")
@memory_option("binding a pack", "four times that of a brief")
def pack(names: tuple[str, ...], formats: str, dry_run: bool, **wishes: Any) -> None:
    """Bind several briefs as one PDF and one Word document.

    NAME is a file of packs/, without .yaml, or the file itself: it lists the briefs, and PDF files that go with them; without
    any, all packs of the workspace are bound. There is a cover, contents with page numbers, a tab for each, and one count of
    pages. What is wrong with a brief is told as `briefmaker build` tells it, and the pack is not made. A pack of which nothing
    has changed is not bound again.
    """
    with without_garbage_collector(), stoppable():
        from briefmaker.cli.show_pack import show_pack, show_pack_plan
        from briefmaker.jobs.packs.order import PackWishes

        wanted = PackWishes(tuple(formats.split(",")), **wishes)
        if dry_run:
            show_pack_plan(names, wanted)
        else:
            show_pack(names, wanted)
