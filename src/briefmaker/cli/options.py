"""Options that several commands have, worded once."""

from pathlib import Path

import click


def check_words(_ctx: click.Context, _param: click.Parameter, words: str | None) -> str | None:
    """Give what somebody says who calls a command, and what others read; refused where it hides what no file may hide either."""
    # Imported here, since help needs nothing but click.
    from briefmaker.reading.text_file import UNSAFE, describe_unsafe

    found = UNSAFE.search(words or "")
    if found is None:
        return words
    # Python gives what is not in the terminal's encoding as halves of characters.
    if "\ud800" <= found.group() <= "\udfff":
        raise click.BadParameter("it holds bytes that are no text here; set the terminal to UTF-8, and type it anew")
    message, hint = describe_unsafe(found.group())
    raise click.BadParameter(f"{message}; {hint}")


output_option = click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Folder for the documents.  [default: output/ of the workspace]",
)
force_option = click.option(
    "--force",
    is_flag=True,
    help="Build what has not changed too, and overwrite a Word document that somebody has edited.",
)
paper_option = click.option(
    "--paper",
    type=click.Choice(["a4", "letter"], case_sensitive=False),
    help="Sheet to print on.  [default: as in briefmaker.yaml, else a4]",
)
