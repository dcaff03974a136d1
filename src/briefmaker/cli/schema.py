"""``briefmaker schema``: print the JSON Schema of a brief."""

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of a brief, for editors and other programs."""
    from briefmaker.jobs.print_schema import print_schema

    click.echo(print_schema(), nl=False)
