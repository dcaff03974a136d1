"""``briefmaker check``: say what is wrong with what briefs say."""

from pathlib import Path

import click


def _split(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Give the names of an option that may be said more than once, and hold several with commas between."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "sarif", "github"], case_sensitive=False),
    default="text",
    show_default=True,
    help="Lines to read, data, SARIF 2.1.0, or annotations of GitHub.",
)
@click.option(
    "--select",
    multiple=True,
    callback=_split,
    metavar="RULES",
    help="Only these, by code, name or family, with commas between.  [default: the settings']",
)
@click.option("--ignore", multiple=True, callback=_split, metavar="RULES", help="Not these.")
@click.option("--fix", is_flag=True, help="Mend in the files what is safe to mend, and say what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
def check(
    paths: tuple[Path, ...], output_format: str, select: tuple[str, ...], ignore: tuple[str, ...], fix: bool, diff: bool
) -> None:
    """Say what is wrong with what briefs say: sources, judgements, dates, structure, markings; no document is made.

    PATH is a brief or a folder of briefs; without one, all of briefs/. `briefmaker rule` lists the rules.
    """
    if fix or diff:
        from briefmaker.cli.show_fix import show_diff, show_fix

        if diff:
            show_diff(paths, select, ignore)
        else:
            show_fix(paths, output_format.lower(), select, ignore)
        return
    from briefmaker.cli.show_check import show_check

    show_check(paths, output_format.lower(), select, ignore)
