"""``briefmaker form``: write a Word form for a kind of brief."""

from pathlib import Path

import click

from briefmaker.cli.options import paper_option


@click.command()
@click.argument("template", metavar="TEMPLATE")
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="File of the form.  [default: form-TEMPLATE.docx]"
)
@click.option("--language", metavar="TAG", help="Language of the form, such as fr.  [default: the first of the house]")
@paper_option
def form(template: str, output: Path | None, language: str | None, paper: str | None) -> None:
    """Write a Word form with a place for each field of a template, for those who never see YAML.

    Sent back filled in, `briefmaker import` makes a brief of it. No file is overwritten.
    """
    from briefmaker.jobs.desk import shown_path
    from briefmaker.jobs.reviewing.form import form as write

    path = shown_path(write(template, output=output, language=language, paper=paper))
    click.echo(f"wrote {path}")
    click.echo(f"filled in, it becomes a brief with: briefmaker import {path}")
