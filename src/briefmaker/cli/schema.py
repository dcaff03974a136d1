"""``briefmaker schema``: print the JSON Schema of a brief, of a pack, or of the settings."""

import click


@click.command()
@click.option("--settings", is_flag=True, help="That of briefmaker.yaml instead.")
@click.option("--pack", is_flag=True, help="That of a pack instead.")
def schema(settings: bool, pack: bool) -> None:
    """Print the JSON Schema (2020-12) of a brief, for editors and other programs."""
    from briefmaker.jobs.print_schema import print_schema

    if settings and pack:
        raise click.UsageError("choose one of --settings and --pack")
    click.echo(print_schema(of_settings=settings, of_pack=pack), nl=False)
