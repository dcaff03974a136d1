"""``briefmaker status``: say what ran, what is next, and what needs a person."""

import click


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Say it as JSON, for other programs.")
def status(as_json: bool) -> None:
    """Say how the workspace stands: what ran by schedule, what is next, and what needs a person.

    The exit code is 4 where a person is needed, else 0.
    """
    from briefmaker.cli.show_status import show_status

    show_status(as_json=as_json)
