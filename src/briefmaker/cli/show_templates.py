"""What ``briefmaker templates`` and ``briefmaker templates check`` print."""

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_findings import show_findings
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.templates.check_templates import check_templates
from briefmaker.jobs.templates.list_templates import list_templates


def show_templates() -> None:
    """Print one line a template, and what is wrong with those that cannot be used."""
    listed = list_templates()
    longest = max((len(each.name) for each in listed), default=0)
    for each in listed:
        origin = "built in" if each.is_built_in else shown_path(each.folder)
        click.echo(f"{each.name:<{longest}}  {each.description or '(cannot be used)'} [{origin}]")
    show_findings(found for each in listed for found in each.diagnostics)
    if any(not each.description for each in listed):
        click.get_current_context().exit(ExitCode.FINDINGS)


def show_template_check(name: str | None) -> None:
    """Print what each template keeps or breaks of its contract."""
    checks = check_templates(name)
    for each in checks:
        show_findings(each.diagnostics)
        if not each.diagnostics:
            click.echo(f"{each.name}: page and Word document show the {each.fields} fields that template.yaml names")
    if any(each.diagnostics for each in checks):
        click.get_current_context().exit(ExitCode.FINDINGS)
