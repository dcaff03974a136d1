"""``briefmaker pack``: bind several briefs as one document."""

from pathlib import Path
from typing import Any

import click

from briefmaker.cli.options import output_option, paper_option


@click.command()
@click.argument("name")
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
@click.option("--force", is_flag=True, help="Overwrite a Word document even if somebody has edited it.")
@click.option(
    "--no-check",
    "check",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Do not ask the rules of check; the briefs say that they are unchecked drafts.",
)
def pack(name: str, formats: str, **wishes: Any) -> None:
    """Bind several briefs as one PDF and one Word document.

    NAME is a file of packs/, without .yaml, or the file itself: it lists the briefs, and PDF files that go with them. There is
    a cover, contents with page numbers, a tab for each, and one count of pages. What is wrong with a brief is told as
    `briefmaker build` tells it, and nothing is made.
    """
    from briefmaker.cli.show_pack import show_pack

    show_pack(name, tuple(formats.split(",")), wishes)
