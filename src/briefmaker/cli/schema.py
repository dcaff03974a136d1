"""``briefmaker schema``: print the JSON Schema of a brief, or of the settings."""

import click


@click.command()
@click.option("--settings", is_flag=True, help="That of briefmaker.yaml instead.")
def schema(settings: bool) -> None:
    """Print the JSON Schema (2020-12) of a brief, for editors and other programs."""
    from briefmaker.jobs.print_schema import print_schema

    click.echo(print_schema(of_settings=settings), nl=False)
