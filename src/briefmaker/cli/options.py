"""Options that several commands have, worded once."""

from pathlib import Path

import click

output_option = click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Folder for the documents.  [default: output/ of the workspace]",
)
paper_option = click.option(
    "--paper",
    type=click.Choice(["a4", "letter"], case_sensitive=False),
    help="Sheet to print on.  [default: as in briefmaker.yaml, else a4]",
)
