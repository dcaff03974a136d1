"""``briefmaker import``: a Word document becomes the draft of a brief."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from briefmaker.jobs.reviewing.import_word import Imported

_LOOK = ("REV026", "REV027", "REV029")
_WIDTH = 110


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
    show_findings(each for each in imported.diagnostics if each.code not in _LOOK)


def _show(imported: "Imported", document: Path) -> None:
    """Show what was written; what to look at first, at its line; and for all else how sure it is and why."""
    from briefmaker.jobs.desk import shown_path

    path = shown_path(imported.brief)
    click.echo(f"wrote {path} from {document} (template {imported.template}, {imported.language})")
    for picture in imported.pictures:
        click.echo(f"wrote {shown_path(picture)}")
    _show_group("look at these first:", _list_to_look_at(imported))
    _show_group("likely:", _list_likely(imported))
    _show_group("certain:", _list_certain(imported))
    click.echo(f"build it with: briefmaker build {path}")


def _show_group(heading: str, lines: list[str]) -> None:
    from briefmaker.cli.show_findings import make_printable

    for line in (heading, *(f"  {make_printable(line)}" for line in lines)) if lines else ():
        click.echo(line)


def _list_to_look_at(imported: "Imported") -> list[str]:
    """Give a line for each finding that a person has to decide on."""
    from briefmaker.diagnostics import in_order

    found = in_order(each for each in imported.diagnostics if each.code in _LOOK)
    return [f"{each.file}:{each.span.line}: {each.code} {each.message}" for each in found]


def _list_likely(imported: "Imported") -> list[str]:
    likely = [each for each in imported.told if each.sure.word == "likely"]
    width = max((len(each.path) for each in likely), default=0)
    said = [
        (each.path, ", ".join(filter(None, (f"“{each.label}”" if each.label else "", each.why)))) for each in likely
    ]
    return [f"{path:<{width}}  {why}".rstrip() for path, why in said]


def _list_certain(imported: "Imported") -> list[str]:
    """Give the fields about which nothing is to be done, several on a line."""
    from textwrap import wrap

    return wrap(", ".join(dict.fromkeys(each.path for each in imported.told if each.sure.word == "certain")), _WIDTH)
