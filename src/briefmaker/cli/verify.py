"""``briefmaker verify``: reopen documents and prove what they say."""

from pathlib import Path

import click


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--brief",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="PATH",
    help="The brief, or the pack.  [default: found by the fingerprint in the document; a pack by its name]",
)
@click.option(
    "--edition", metavar="NAME", help="The edition.  [default: told by the document's properties, or by its name]"
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"], case_sensitive=False),
    default="text",
    show_default=True,
    help="Lines to read, or data.",
)
def verify(files: tuple[Path, ...], brief: Path | None, edition: str | None, output_format: str) -> None:
    """Reopen documents and prove that they say what the brief says, in both formats alike, and are sound.

    FILE is a PDF or a Word document that briefmaker wrote. The other format is found beside it by its name. A check that
    cannot be run says why.
    """
    from briefmaker.cli.show_verification import show_verifications

    show_verifications(files, brief, edition, is_json=output_format == "json")
