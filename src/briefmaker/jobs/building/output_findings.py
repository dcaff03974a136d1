"""What is told of the documents of a brief or a pack that cannot be written, or must not be overwritten."""

from collections.abc import Iterator
from pathlib import Path

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.jobs.desk import shown_path
from briefmaker.workspace.output import read_if_there


def find_edited(target: Path, about: Path) -> Iterator[Diagnostic]:
    """Tell of a Word document that somebody has edited since briefmaker wrote it, or that cannot be looked at."""
    try:
        content = read_if_there(target)
    except OSError as failure:
        yield report_unwritable(target.parent, about, failure)
        return
    if content is None:
        return
    # Imported here: where nothing was built before, there is nothing to look at.
    from briefmaker.writing.word import is_untouched

    if not is_untouched(content):
        message = f"{shown_path(target)} was changed after briefmaker wrote it; building anew would lose that"
        hint = "`--output DIR` writes elsewhere, `--force` overwrites it"
        yield Diagnostic(Code.OUTPUT_EDITED, message, shown_path(about), hint=hint)


def report_unwritable(folder: Path, about: Path, failure: OSError) -> Diagnostic:
    """Give the finding that documents cannot be written, or not be looked at, in the folder where they belong."""
    message = f"the documents cannot be written to {shown_path(folder)}: {failure.strerror or failure}"
    hint = "see whether there is room, whether you may write there, and whether the document is open in another program"
    return Diagnostic(Code.OUTPUT_UNWRITABLE, message, shown_path(about), hint=hint)
