"""Write letters as drafts into a folder: messages that open unsent in a mail program, all of them or none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefmaker.delivery.letter import Letter
from briefmaker.delivery.write_message import write_draft
from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import shown_path
from briefmaker.workspace.output import write_files
from briefmaker.workspace.slug import safe_slug

_LONGEST_NAME = 60
"""Most letters of a reader's name in that of a file, so that the whole stays under what every system takes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter to be written as a draft; ``document`` is what the documents of the brief or pack are called.

    That name says already of which version a draft is, and of which edition; ``version`` stands in addition to it.
    """

    letter: Letter
    document: str
    version: int


def write_drafts(folder: Path, drafts: Sequence[Draft]) -> tuple[Path, ...]:
    """Write drafts into a folder, whole or not at all; gives their paths, in the order of the drafts.

    The same letters give the same names and the same bytes. Raises BriefmakerError where they cannot be written.
    """
    contents = dict(name_drafts(drafts))
    try:
        return write_files(folder, {name: write_draft(draft.letter) for name, draft in contents.items()})
    except OSError as failure:
        message = f"the drafts cannot be written to {shown_path(folder)}: {failure.strerror or failure}"
        hint = "see whether there is room, and whether you may write there"
        raise BriefmakerError(message, hint, exit_code=1) from failure


def name_drafts(drafts: Sequence[Draft]) -> Iterator[tuple[str, Draft]]:
    """Give each draft with the name of its file: of the document, the version, and the reader; no two are the same."""
    taken = set[str]()
    for draft in drafts:
        name = whole = _name_draft(draft)
        number = 1
        # Some systems take small and capital letters for the same.
        while whole.casefold() in taken:
            number += 1
            whole = f"{name}-{number}"
        taken.add(whole.casefold())
        yield f"{whole}.eml", draft


def _name_draft(draft: Draft) -> str:
    document, version = safe_slug(draft.document), f"-v{draft.version}"
    stem = document if re.search(rf"{version}(?!\d)", document) else document + version
    to = draft.letter.to
    reader = safe_slug(to.name or to.address)[:_LONGEST_NAME].strip("-.")
    return f"{stem}.{reader}"
