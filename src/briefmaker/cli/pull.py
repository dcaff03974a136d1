"""``briefmaker pull``: bring what reviewers changed in Word back into the brief."""

from pathlib import Path
from typing import Any

import click

from briefmaker.workspace.garbage import without_garbage_collector


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="DOCUMENT... [BRIEF]", type=click.Path(path_type=Path))
@click.option("--apply", is_flag=True, help="Write it into the brief's file; a backup is kept.")
@click.option("--accept", multiple=True, metavar="AUTHOR", help="Only this author's tracked changes; may be repeated.")
@click.option("--reject", multiple=True, metavar="AUTHOR", help="Not this author's tracked changes; may be repeated.")
@click.option(
    "--take",
    "takes",
    nargs=2,
    multiple=True,
    metavar="DOCUMENT|yaml FIELD",
    help="Where texts are in conflict, take the document's, or leave the brief's; may be repeated.",
)
@click.option("--interactive", is_flag=True, help="Ask about each change and each conflict.")
@click.option(
    "--comments",
    type=click.Choice(["yaml", "none"], case_sensitive=False),
    default="yaml",
    show_default=True,
    help="Put reviewers' comments into the file, above their fields, or only show them.",
)
@click.option("--json", "is_json", is_flag=True, help="Show it as data.")
@click.option("--undo", is_flag=True, help="Give the brief back what it was before the last pull.")
def pull(paths: tuple[Path, ...], undo: bool, interactive: bool, is_json: bool, **wishes: Any) -> None:
    """Bring what reviewers changed in Word back into the brief: tracked or not, text, lists, tables, comments.

    DOCUMENT is a Word document that briefmaker built and a reviewer sent back; several of one brief are merged. BRIEF is found
    by the fingerprint in the document. Without --apply the changes are shown, and nothing is written. What has no place in the
    brief is listed.
    """
    # The search takes a tenth of the time, and a document is soon read.
    with without_garbage_collector():
        _pull(paths, wishes, is_undone=undo, asks=interactive, is_json=is_json)


def _pull(paths: tuple[Path, ...], wishes: dict[str, Any], *, is_undone: bool, asks: bool, is_json: bool) -> None:
    from briefmaker.cli.show_pull import show_pull, show_undo

    if is_undone:
        show_undo(paths)
        return
    from briefmaker.jobs.reviewing.pull import PullWishes

    if asks and is_json:
        raise click.UsageError("--interactive asks, and --json is for programs: take one of them")
    documents, brief = _part(paths)
    comments, is_applied = wishes.pop("comments"), wishes.pop("apply") or asks
    wanted = PullWishes(has_comments=comments.lower() == "yaml", is_applied=is_applied, **wishes)
    show_pull(documents, brief, wanted, asks=asks, is_json=is_json)


def _part(paths: tuple[Path, ...]) -> tuple[tuple[Path, ...], Path | None]:
    """Give the documents, and the brief where one is named."""
    briefs = [path for path in paths if path.suffix.lower() in (".yaml", ".yml")]
    if len(briefs) > 1:
        raise click.UsageError("documents of one brief are pulled at a time")
    documents = tuple(path for path in paths if path not in briefs)
    if not documents:
        raise click.UsageError("name a document that came back, such as output/brief-reviewed.docx")
    return documents, briefs[0] if briefs else None
