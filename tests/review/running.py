"""Runs random scripts over the examples: made, edited, pulled, rebuilt, judged."""

import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.review.edit_kinds import KINDS
from tests.review.edit_scripts import Edit, Judgement, Script, Sheet, find_lines_elsewhere, judge

from briefmaker.diagnostics import Places
from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.read import find_desk, read_content
from briefmaker.jobs.request import Request
from briefmaker.jobs.reviewing.pull import PullWishes, pull_documents
from briefmaker.jobs.templates.open_template import open_template
from briefmaker.review.showing import Showing
from briefmaker.view.build_view import open_frame
from briefmaker.writing.word import write_word

EXAMPLES = sorted((Path(__file__).parents[2] / "briefs").glob("*.yaml"))
MOST_EDITS = 5


@dataclass
class Tally:
    """What became of all edits of several scripts."""

    edits: int = 0
    right: int = 0
    listed: int = 0
    lost: list[tuple[int, Edit, list[str]]] = field(default_factory=list)
    elsewhere: list[tuple[int, str]] = field(default_factory=list)

    def add(self, seed: int, judgement: Judgement, lines: list[str]) -> None:
        """Count what became of the edits of one script."""
        self.right += len(judgement.right)
        self.listed += len(judgement.listed)
        self.lost += ((seed, *each) for each in judgement.lost)
        self.elsewhere += ((seed, each) for each in (*judgement.changed_elsewhere, *lines))
        self.edits = self.right + self.listed + len(self.lost)


def make_sheet(content: bytes, file: Path, desk: Desk) -> tuple[Sheet, Places]:
    """Give the document of a brief's file, and where the fields of that stand."""
    reading = read_content(content, file, desk)
    view, template, found = view_brief(reading, desk, Request((), desk.settings.paper))
    assert view is not None, found
    assert template is not None
    assert reading.brief is not None
    description = open_template(template).description
    assert description is not None
    frame = open_frame(reading.brief, desk.settings, description)
    assert frame is not None
    document = write_word(view, template, fingerprint=reading.fingerprint)
    return Sheet(document, Showing(view, frame).citing), reading.places


@cache
def open_example(file: Path) -> tuple[Desk, bytes, Sheet, Places]:
    """Give a brief's desk, its file, its document and where its fields stand."""
    _, desk = find_desk(file)
    content = file.read_bytes()
    sheet, places = make_sheet(content, file, desk)
    return desk, content, sheet, places


def run_scripts(
    seeds: Iterable[int], folder: Path, save: Callable[[Path], Path] = lambda file: file, *, is_later: bool = False
) -> Tally:
    """Run scripts by their seeds; ``save`` may have another program save the edited document, and gives that.

    With ``is_later`` the brief gets another version after its document was made.
    """
    tally = Tally()
    briefs = Path(shutil.copytree(EXAMPLES[0].parent, folder / "briefs"))
    for seed in seeds:
        file = briefs / EXAMPLES[seed % len(EXAMPLES)].name
        desk, _, sent, places = open_example(file)
        script = Script(seed, sent)
        edited = folder / f"{seed}.docx"
        edited.write_bytes(script.write(script.random.randint(1, MOST_EDITS), KINDS))
        before = file.read_text("utf-8")
        if is_later:
            file.write_text(_raise_version(before), "utf-8")
        outcome = pull_documents([save(edited)], file, PullWishes())
        file.write_text(before, "utf-8")
        rebuilt, _ = make_sheet(outcome.after, file, desk)
        judgement = judge(script.edits, sent, rebuilt, outcome)
        lines = [] if is_later else find_lines_elsewhere(script.edits, outcome, places)
        judgement.changed_elsewhere = [
            path for path in judgement.changed_elsewhere if path not in ("version", "status")
        ]
        tally.add(seed, judgement, lines)
    return tally


def _raise_version(brief: str) -> str:
    raised = re.sub(r"(?m)^version: [0-9]+", "version: 99", brief)
    return raised if raised != brief else brief.replace("\ndate:", "\nversion: 99\ndate:", 1)
