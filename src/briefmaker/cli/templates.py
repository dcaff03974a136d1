"""``briefmaker templates``: list the templates, or prove what they show."""

import click


@click.group(invoke_without_command=True)
@click.pass_context
def templates(context: click.Context) -> None:
    """List the templates: name, what each is for, and where it comes from.

    A folder in templates/ that has a template.yaml is a template; dropping one in adds it.
    """
    if context.invoked_subcommand is None:
        from briefmaker.cli.show_templates import show_templates

        show_templates()


@templates.command()
@click.argument("name", required=False)
def check(name: str | None) -> None:
    """Prove that page and Word document of a template show exactly the fields that its template.yaml names.

    A specimen brief, in which every field has its own words, is written in both formats. Without NAME all templates are checked.
    """
    from briefmaker.cli.show_templates import show_template_check

    show_template_check(name)
