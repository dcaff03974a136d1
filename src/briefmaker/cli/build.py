"""``briefmaker build``: make documents of briefs."""

from pathlib import Path

import click

_FORMATS = "pdf,docx"


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "formats", default=_FORMATS, show_default=True, metavar="LIST", help="pdf, docx and html, with commas."
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Folder for the documents.  [default: output/ of the workspace]",
)
@click.option("--force", is_flag=True, help="Overwrite a Word document even if somebody has edited it.")
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"], case_sensitive=False),
    help="Sheet to print on.  [default: as in briefmaker.yaml, else a4]",
)
@click.option("--archive", is_flag=True, help="Make the PDF one for the archive: PDF/A-3a, the brief's file inside.")
def build(
    paths: tuple[Path, ...], formats: str, output: Path | None, force: bool, paper: str | None, archive: bool
) -> None:
    """Make documents of briefs.

    PATH is a brief or a folder of briefs; without any, all of briefs/ are built. A brief with an error stops nothing but itself.
    Until a brief's status is final, the names of its documents say DRAFT and the version.
    """
    from briefmaker.cli.show_build import show_build

    show_build(paths, formats.split(","), output, paper, force=force, archive=archive)
