"""A workspace with a rich brief in it, its Word document, and reviewers' copies of that."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.review.word_edits import WordEdit

from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.jobs.reviewing.pull import PullOutcome, PullWishes, pull_documents
from briefmaker.writing.word import write_word

BRIEF = """\
# Kept by the desk
format: 1
template: meeting
title: Grain talks in Ankara   # short
date: 2026-03-02
version: 2
status: draft
to: [Minister, "Deputy, for trade"]
bottom_line: >
  Ask for a *date*,
  and for no more.
objectives:
  - A date for the corridor.
  # the second matters most
  - A **contact** in each port.
  - {id: ships, text: "Ships leave: daily."}
agenda:
  - id: corridor
    topic: Corridor
    minutes: 20
    lead: Ada Lovelace
    objective: Hear a date.
    lines_to_take: [We want a date., "We can wait, if need be."]
    if_raised:
      - they_say: Why now?
        we_say: The harvest is near.
    background: |
      It has been open since May [@report, table 3]. See [the port](https://port.example/now).

      - Odesa
        - inner _harbour_
      - Izmail

      | Port | Ships |
      |------|------:|
      | Odesa | 12 |
  - topic: Insurance
    lines_to_take:
      - Rates must fall.
    background: |
      Rates are at [@rate].
next_steps:
  - {action: Draft the note, owner: Desk, due: 2026-03-09}
  - {action: Call the port, owner: Embassy}
facts:
  - {id: rate, value: "3", unit: "%", sources: [report]}
sources:
  report: {title: Report on the corridor, publisher: Ministry}
"""


@dataclass
class Desk:
    """A brief in a workspace, and the document that was made of it."""

    file: Path
    document: bytes

    def edit(self) -> WordEdit:
        """Open the document for edits."""
        return WordEdit(self.document)

    def save(self, edited: WordEdit | bytes, name: str = "brief-reviewed.docx") -> Path:
        """Save a copy that came back."""
        file = self.file.parent.parent / name
        file.write_bytes(edited if isinstance(edited, bytes) else edited.save())
        return file

    def pull(self, *edited: WordEdit, **wishes: object) -> PullOutcome:
        """Pull copies with these edits."""
        files = [self.save(each, f"{'AB'[number]}.docx") for number, each in enumerate(edited)]
        return pull_documents(files, self.file, PullWishes(**wishes))  # type: ignore[arg-type]

    def pulled(self, edit: Callable[[WordEdit], None], **wishes: object) -> PullOutcome:
        """Pull a copy after one edit."""
        opened = self.edit()
        edit(opened)
        return self.pull(opened, **wishes)


def write_document(file: Path) -> bytes:
    """Give the Word document of a brief."""
    path, desk = find_desk(file)
    reading = read_at_desk(path, desk)
    view, template, found = view_brief(reading, desk, Request((), desk.settings.paper))
    assert view is not None, found
    assert template is not None
    return write_word(view, template, fingerprint=reading.fingerprint)


def open_desk_with(folder: Path, brief: str = BRIEF) -> Desk:
    """Put a brief into a workspace and make its document."""
    file = folder / "briefs" / "brief.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(brief, "utf-8")
    return Desk(file, write_document(file))


def changed_lines(outcome: PullOutcome) -> tuple[list[str], list[str]]:
    """Give the lines that only the file before, and only the file after has."""
    before, after = (content.decode().splitlines() for content in (outcome.before, outcome.after))
    gone = list(before)
    added = []
    for line in after:
        if line in gone:
            gone.remove(line)
        else:
            added.append(line)
    return [line.strip() for line in gone], [line.strip() for line in added]
