"""``briefmaker rule``: list the rules of ``check``, or print one's page."""

import click


@click.command()
@click.argument("code", required=False)
def rule(code: str | None) -> None:
    """List the rules of `briefmaker check`, or print the page of one: what it finds, why, wrong and right.

    CODE is a rule's code or name.
    """
    from briefmaker.cli.show_rules import show_rules

    show_rules(code)
