"""``briefmaker import``: a Word document becomes the draft of a brief."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from briefmaker.jobs.reviewing.import_word import Imported


@click.command("import")
@click.argument("document", type=click.Path(path_type=Path), metavar="OLD.docx")
@click.option(
    "--template",
    metavar="NAME",
    help="Kind of document, as `briefmaker templates` lists them.  [default: the one that fits best]",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="File of the draft.  [default: briefs/NAME.yaml, after the document's name]",
)
def import_(document: Path, template: str | None, output: Path | None) -> None:
    """Make the draft of a brief of a Word document, or of a form that was filled in.

    Headings, labels, tables and bullets become fields; what is not recognised is kept as an annex. A report says how sure each
    field is. No word is lost, and no file is overwritten.
    """
    from briefmaker.cli.show_findings import show_findings
    from briefmaker.jobs.reviewing.import_word import import_word

    imported = import_word(document, template=template, output=output)
    _show(imported, document)
    show_findings(imported.diagnostics)


def _show(imported: "Imported", document: Path) -> None:
    """Show what was written, and for each field how sure it is and why."""
    from briefmaker.cli.show_findings import make_printable
    from briefmaker.jobs.desk import shown_path

    path = shown_path(imported.brief)
    click.echo(f"wrote {path} from {document} (template {imported.template}, {imported.language})")
    for picture in imported.pictures:
        click.echo(f"wrote {shown_path(picture)}")
    width = max((len(each.path) for each in imported.told), default=0)
    for each in imported.told:
        origin = f"from “{each.label}”" if each.label else ""
        why = ", ".join(filter(None, (origin, each.why)))
        click.echo(f"  {each.sure.word:<7}  {each.path:<{width}}  {make_printable(why)}".rstrip())
    click.echo(f"build it with: briefmaker build {path}")
