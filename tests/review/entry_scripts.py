"""Random scripts that copy, retype, take out and move whole entries, judged by what the brief's file holds afterwards."""

import random
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.review.edit_scripts import AUTHORS, Edit, Sheet, cite, find_lines_elsewhere
from tests.review.running import EXAMPLES, make_sheet, open_example
from tests.review.whole_entries import copy_entry, drop_entry, find_parts, move_entry, path_of, retype_entry
from tests.review.word_edits import WordEdit

from briefmaker.jobs.reviewing.pull import PullOutcome, PullWishes, pull_documents
from briefmaker.reading.yaml_lists import read_data
from briefmaker.review.kinds import Kind, kind_of, split_path
from briefmaker.review.patterns import entries_around
from briefmaker.writing.word.wordml import W

SUFFIX = " anew"
MOST_EDITS = 3
_CHOSEN = ".likelihood"
"""One of the words of a scale, which no other words can stand for."""


@dataclass
class EntryEdit:
    """What was done to one list: ``kept`` are its former entries in their new order, ``place`` where a new one stands.

    ``texts`` are the texts of the new entry by field, each paragraph as the document shows it.
    """

    kind: str
    container: str
    entry: int
    kept: list[int]
    place: int = -1
    texts: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class EntryTally:
    """What became of all edits of several scripts."""

    right: int = 0
    listed: list[tuple[int, EntryEdit]] = field(default_factory=list)
    lost: list[tuple[int, EntryEdit, Any]] = field(default_factory=list)
    elsewhere: list[tuple[int, Any]] = field(default_factory=list)

    @property
    def edits(self) -> int:
        """Give how many edits there were."""
        return self.right + len(self.listed) + len(self.lost)


class EntryScript:
    """A few random edits of whole entries in one document, each of a list of its own."""

    def __init__(self, seed: int, sent: Sheet) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret
        self.seed, self.sent, self.open = seed, sent, WordEdit(sent.content)
        self.counts: dict[str, int] = {}
        for path in sent.blueprint.paths.values():
            for container, entry in entries_around(path):
                self.counts[container] = max(self.counts.get(container, 0), entry + 1)

    def write(self) -> tuple[bytes, list[EntryEdit]]:
        """Make the edits and give the document."""
        edits: list[EntryEdit] = []
        containers = list(self.counts)
        self.random.shuffle(containers)
        count = self.random.randint(1, MOST_EDITS)
        for container in containers:
            taken = (each.container for each in edits)
            if len(edits) == count or any(_is_within(container, each) or _is_within(each, container) for each in taken):
                continue
            if edit := self._edit(container):
                edits.append(edit)
        return self.open.save(), edits

    def _edit(self, container: str) -> EntryEdit | None:
        count = self.counts[container]
        kind = self.random.choice(("copy", "copy with anchors", "retype", *(("drop", "move") if count > 1 else ())))
        entry, other = self.random.randrange(count), self.random.randrange(count)
        author = self.random.choice(AUTHORS)
        own = f"{container}[{entry}]"
        if not self._stands_alone(own):
            return None
        edit = EntryEdit(kind, container, entry, list(range(count)))
        if kind == "drop":
            drop_entry(self.open, own, author)
            edit.kept.remove(entry)
        elif kind == "move":
            targets = find_parts(self.open, f"{container}[{other}]")
            if other in (entry, entry - 1) or len(targets) != len(find_parts(self.open, own)):
                return None
            move_entry(self.open, own, f"{container}[{other}]")
            edit.kept.remove(entry)
            edit.kept.insert(edit.kept.index(other) + 1, entry)
        else:
            edit.place = entry + 1
            self._add(edit, own, author)
        return edit

    def _stands_alone(self, own: str) -> bool:
        """Tell whether an entry can be cut out, with no words of another."""
        elements = [each for part in find_parts(self.open, own) for each in part]
        paths = (path_of(start, self.open) for each in elements for start in each.iter(f"{W}bookmarkStart"))
        return bool(elements) and all(not path or path.startswith(f"{own}.") for path in paths)

    def _add(self, edit: EntryEdit, own: str, author: str) -> None:
        shown = [path for path in dict.fromkeys(self.sent.blueprint.paths.values()) if path.startswith(f"{own}.")]
        shown = [path for path in shown if kind_of(path) is not Kind.WORKED_OUT]
        texts = {path: self.sent.texts(path) for path in shown}
        if edit.kind == "retype":
            typed = [path for path in shown if not path.endswith(_CHOSEN)]
            said = {path: f"Words {number} of script {self.seed}: new ones." for number, path in enumerate(typed)}
            retype_entry(self.open, own, said, author)
            texts |= {path: [words] * len(texts[path]) for path, words in said.items()}
        else:
            copy_entry(self.open, own, author, with_anchors="with" in edit.kind, suffix=SUFFIX)
            texts = {
                path: [f"{each}{'' if path.endswith(_CHOSEN) else SUFFIX}" for each in those]
                for path, those in texts.items()
            }
        edit.texts = {path[len(own) + 1 :]: those for path, those in texts.items()}


def _is_within(path: str, container: str) -> bool:
    return path == container or path.startswith(f"{container}[")


def run_entry_scripts(seeds: Iterable[int], folder: Path) -> EntryTally:
    """Run scripts by their seeds over the examples."""
    tally = EntryTally()
    briefs = Path(shutil.copytree(EXAMPLES[0].parent, folder / "briefs"))
    for seed in seeds:
        file = briefs / EXAMPLES[seed % len(EXAMPLES)].name
        desk, _, sent, places = open_example(file)
        content, edits = EntryScript(seed, sent).write()
        edited = folder / f"{seed}.docx"
        edited.write_bytes(content)
        outcome = pull_documents([edited], file, PullWishes())
        rebuilt, _ = make_sheet(outcome.after, file, desk)
        for edit in edits:
            _judge(tally, seed, edit, sent, rebuilt, outcome)
        before, after = (_without(read_data(each), edits) for each in (outcome.before, outcome.after))
        tally.elsewhere += [(seed, name) for name in {*before, *after} if before.get(name) != after.get(name)]
        targets = [Edit("", f"{each.container}[]", [], "", "") for each in edits]
        tally.elsewhere += [(seed, line) for line in find_lines_elsewhere(targets, outcome, places)]
    return tally


def _judge(tally: EntryTally, seed: int, edit: EntryEdit, sent: Sheet, rebuilt: Sheet, outcome: PullOutcome) -> None:
    """Compare a list as it is now with what it has to hold: the same entries as before, and the new one with its texts."""
    before, now = (_look_up(read_data(each), edit.container) for each in (outcome.before, outcome.after))
    wanted = [before[number] for number in edit.kept]
    others = [each for number, each in enumerate(now) if number != edit.place or edit.place < 0]
    own = f"{edit.container}[{edit.place}]."
    said = {name: [cite(rebuilt, each) for each in rebuilt.texts(own + name)] for name in edit.texts}
    due = {name: [cite(sent, each) for each in texts] for name, texts in edit.texts.items()}
    whole = len(now) == len(wanted) + (edit.place >= 0)
    if whole and others == wanted and said == due:
        tally.right += 1
    elif _is_listed(edit, sent, outcome) and (now == before or (whole and others == wanted)):
        tally.listed.append((seed, edit))
    else:
        wrong = {name: (due[name], said[name]) for name in due if said[name] != due[name]}
        tally.lost.append((seed, edit, wrong if whole and others == wanted else (len(before), len(now))))


def _is_listed(edit: EntryEdit, sent: Sheet, outcome: PullOutcome) -> bool:
    """Tell whether what was done, or what of it has no place, is told beside its list."""
    near = (left.near for left in outcome.leftovers)
    return any(_is_within(each, edit.container) for each in near)


def _look_up(data: Any, path: str) -> list[Any]:
    for step in split_path(path):
        data = data[step]
    return list(data)


def _without(data: dict[str, Any], edits: list[EntryEdit]) -> dict[str, Any]:
    """Give a brief's data without the lists that were edited."""
    for edit in edits:
        *around, last = split_path(edit.container)
        place: Any = data
        for step in around:
            place = place[step]
        place[last] = None
    return data
