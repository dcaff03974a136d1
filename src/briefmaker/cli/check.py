"""``briefmaker check``: say what is wrong with what briefs say."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from briefmaker.cli.stopping import stoppable

_SELDOM = 70_000
"""How many objects are made before Python searches for garbage; its own figure is 700."""
_MANY = 30
"""So many briefs, and more, are checked in workers, whose start takes half a second."""


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
@click.option("--online", is_flag=True, help="Ask the web whether the addresses in briefs still answer.")
@click.option("--with-lengths", is_flag=True, help="Lay each brief out, and tell what takes too many lines or pages.")
@click.option("--fix", is_flag=True, help="Mend in the files what is safe to mend, and say what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
def check(paths: tuple[Path, ...], output_format: str, fix: bool, diff: bool, **wishes: Any) -> None:
    """Say what is wrong with what briefs say: sources, judgements, dates, structure, markings; no document is made.

    PATH is a brief or a folder of briefs; without one, all of briefs/. `briefmaker rule` lists the rules.
    """
    with _garbage_seldom_sought():
        _check(paths, output_format.lower(), fix=fix, diff=diff, **wishes)


def _check(paths: tuple[Path, ...], output_format: str, *, fix: bool, diff: bool, **wishes: Any) -> None:
    from briefmaker.jobs.checking.asking import read_choice

    choice = read_choice(**wishes)
    if (fix or diff) and (choice.is_online or choice.has_lengths):
        raise click.UsageError(
            "--fix and --diff go without --online and --with-lengths, whose findings only a person can mend"
        )
    if diff:
        from briefmaker.cli.show_fix import show_diff

        show_diff(paths, choice)
    elif fix:
        from briefmaker.cli.show_fix import show_fix

        show_fix(paths, choice, output_format)
    else:
        from briefmaker.cli.show_check import show_check
        from briefmaker.jobs.checking.check import check_briefs

        with stoppable():
            outcomes = check_briefs(paths, choice, in_workers_from=_MANY)
        show_check(outcomes, output_format)


@contextmanager
def _garbage_seldom_sought() -> Iterator[None]:
    """Let Python search for garbage a hundred times less often while it imports and checks: a sixth of the time of many briefs.

    What a brief leaves behind is cleared away after some dozens of briefs, so that a thousand take no more memory than they.
    """
    usual = gc.get_threshold()
    gc.set_threshold(_SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
