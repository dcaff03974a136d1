"""``briefmaker outbox``: what became of messages, and what a person does about them."""

from pathlib import Path

import click

from briefmaker.cli.options import check_words

_json_option = click.option("--json", "is_json", is_flag=True, help="Print data.")
_wait_option = click.option(
    "--wait",
    type=click.IntRange(min=0),
    default=0,
    metavar="MINUTES",
    help="Wait so long for messages that the server puts off for minutes.",
)


@click.group(invoke_without_command=True)
@_json_option
@click.option("--all", "is_all", is_flag=True, help="List all that was ever sent, not the last twenty.")
@click.pass_context
def outbox(context: click.Context, is_json: bool, is_all: bool) -> None:
    """List the messages: first what needs a person, then what waits, then what was sent, each the newest first.

    Leaves with 4 when any message needs a person.
    """
    if context.invoked_subcommand is None:
        from briefmaker.cli.show_outbox import show_list

        show_list(is_json=is_json, is_all=is_all)


@outbox.command()
@click.argument("number", type=int)
@click.option("--save", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Write it there as .eml.")
def show(number: int, save: Path | None) -> None:
    """Show one message: to whom, what about, what is enclosed, and all that happened to it."""
    from briefmaker.cli.show_outbox import show_one

    show_one(number, save)


@outbox.command()
@_wait_option
def send(wait: int) -> None:
    """Send what waits and is due.

    A message whose server puts it off, or whose connection was lost, is due again after minutes, then hours.
    """
    from briefmaker.cli.show_outbox import show_sending

    show_sending(wait)


@outbox.command()
@click.argument("numbers", nargs=-1, type=int, metavar="[N]...")
@click.option("--failed", "has_failed", is_flag=True, help="All that have failed.")
@_wait_option
def retry(numbers: tuple[int, ...], has_failed: bool, wait: int) -> None:
    """Send messages again at once: those of the numbers, or all that have failed.

    One whose state is unknown may then arrive twice; its number has to be named.
    """
    from briefmaker.cli.show_outbox import show_retry

    show_retry(numbers, has_failed, wait)


@outbox.command()
@click.argument("number", type=int)
@click.option("--as", "state", type=click.Choice(["sent", "dropped"]), required=True, help="What came of it.")
@click.option(
    "--note", callback=check_words, required=True, metavar="TEXT", help="How you know, or why; it stays on record."
)
def resolve(number: int, state: str, note: str) -> None:
    """Say what came of a message that needs a person: it was sent after all, or it is not to be sent."""
    from briefmaker.cli.show_outbox import show_resolution

    show_resolution(number, state, note)


@outbox.command()
@click.argument("brief")
@_json_option
def history(brief: str, is_json: bool) -> None:
    """Tell what is on record of a brief or pack: versions, when, to whom, with which hash, and what else was done.

    BRIEF is its file, or its reference.
    """
    from briefmaker.cli.show_history import show_history

    show_history(brief, is_json=is_json)
