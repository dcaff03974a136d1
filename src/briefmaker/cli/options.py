"""Options that several commands have, worded once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


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
dry_run_option = click.option("--dry-run", is_flag=True, help="Say what would be built, and why; build nothing.")


def no_check_option(who_says: str) -> Decorator:
    """Give the option by which the rules are not asked; ``who_says`` tells what then calls itself an unchecked draft."""
    text = f"Do not ask the rules of check; {who_says}."
    return click.option("--no-check", "check", is_flag=True, flag_value=False, default=True, help=text)


def jobs_option(done: str) -> Decorator:
    """Give the option of how many workers there are; ``done`` is such as ``briefs are made``."""
    text = f"How many {done} at a time.  [default: one a core]"
    return click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help=text)


def deadline_option(work: str, default: str) -> Decorator:
    """Give the option of how long one may take; ``work`` is such as ``making a brief``."""
    text = f"Stop {work} after this time.  [default: {default}]"
    return click.option("--deadline", type=click.FloatRange(0.1, 86_400), metavar="SECONDS", help=text)


def memory_option(work: str, default: str) -> Decorator:
    """Give the option of how much memory one may take; ``work`` is such as ``making a brief``."""
    text = f"Stop {work} that takes more memory.  [default: {default}]"
    return click.option("--memory", type=click.IntRange(256, 1_000_000), metavar="MB", help=text)
