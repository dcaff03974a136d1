"""``briefmaker doctor``: tell whether everything that is needed is here."""

import click


@click.command()
def doctor() -> None:
    """Tell whether everything that briefmaker needs is here, and what to install where it is not."""
    from briefmaker.cli.exit_codes import ExitCode
    from briefmaker.jobs.doctor import State, examine

    results = examine()
    signs = {State.GOOD: ("ok", "green"), State.SLOW: ("slow", "yellow"), State.MISSING: ("MISSING", "red")}
    for result in results:
        sign, colour = signs[result.state]
        click.echo(f"{click.style(f'{sign:<8}', fg=colour)}{result.what}: {result.found}")
        if result.advice:
            click.echo(f"        {result.advice}")
    if any(result.state is State.MISSING for result in results):
        click.get_current_context().exit(ExitCode.FINDINGS)
