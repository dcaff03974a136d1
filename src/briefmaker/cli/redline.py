"""``briefmaker redline``: show what has changed between two versions."""

from typing import Any

import click

from briefmaker.cli.options import output_option, paper_option


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "formats",
    default="",
    metavar="LIST",
    help="docx, pdf, md and json, with commas.  [default: a list on the terminal]",
)
@output_option
@click.option("--edition", metavar="NAME", help="Compare what the readers of an edition of briefmaker.yaml see.")
@click.option(
    "--author",
    default="briefmaker redline",
    show_default=True,
    metavar="NAME",
    help="Who has made the tracked changes.",
)
@paper_option
@click.option("--force", is_flag=True, help="Overwrite a Word document even if somebody has edited it.")
def redline(old: str, new: str, formats: str, **wishes: Any) -> None:
    """Show what has changed from OLD to NEW.

    Each is a brief, a revision of one, such as HEAD~1:briefs/x.yaml, or a Word document that briefmaker wrote. Without
    --format, a list of what has changed is printed; docx is a Word document with tracked changes, pdf a page with what
    is new underlined and what is gone struck through, md and json are the list by field.
    """
    from briefmaker.cli.show_redline import show_redline

    show_redline(old, new, tuple(formats.split(",")), wishes)
