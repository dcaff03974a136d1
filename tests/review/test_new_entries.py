"""Whole entries that somebody put in, took out or moved come back as such, field by field."""

import shutil
from functools import cache
from pathlib import Path

import pytest
from tests.review.entry_scripts import run_entry_scripts
from tests.review.returned import Desk, write_document
from tests.review.running import EXAMPLES
from tests.review.whole_entries import copy_entry, drop_entry, find_parts, move_entry, type_paragraphs
from tests.review.word_edits import WordEdit

from briefmaker.jobs.reviewing.pull import PullOutcome
from briefmaker.review.changes import What
from briefmaker.review.kinds import Kind, kind_of
from briefmaker.review.package import open_returned
from briefmaker.review.patterns import entries_around

LISTS = {
    "amazon": [
        "participants[3]",
        "agenda[1]",
        "implications[0]",
        "next_steps[1]",
        "meeting.programme[2]",
        "clearances[0]",
        "annexes[0]",
        "sections[0]",
    ],
    "haiti": ["implications[1]"],
    "high-seas": ["decision.options[1]", "sections[0]", "next_steps[0]"],
    "matieres": ["implications[0]", "next_steps[1]"],
    "nato": ["participants[1]", "agenda[2]", "agenda[4]", "implications[4]", "agenda[0].if_raised[1]"],
    "samarkand": ["participants[2]", "sections[1]", "implications[2]"],
    "weekly": ["items[7]", "next_steps[0]"],
}
CASES = [(name, entry) for name, entries in LISTS.items() for entry in entries]


@cache
def _write(name: str) -> tuple[Path, bytes]:
    file = next(each for each in EXAMPLES if each.name.startswith(name))
    return file, write_document(file)


def _desk(name: str, folder: Path) -> Desk:
    file, document = _write(name)
    briefs = Path(shutil.copytree(file.parent, folder / "briefs"))
    shutil.copy(file.parent.parent / "briefmaker.yaml", folder)
    return Desk(briefs / file.name, document)


def _shown(edit: WordEdit, entry: str) -> set[str]:
    """Give the fields of an entry that the document shows as words."""
    paths = {path for path in edit.paths.values() if path.startswith(f"{entry}.")}
    return {path[len(entry) + 1 :] for path in paths if kind_of(path) is not Kind.WORKED_OUT}


def _fields(outcome: PullOutcome) -> list[tuple[What, str, dict[str, str]]]:
    return [(change.what, change.path, dict(change.fields)) for change in outcome.changes]


@pytest.mark.parametrize("author", ["", "Ann"])
@pytest.mark.parametrize("with_anchors", [False, True])
@pytest.mark.parametrize(("name", "entry"), CASES)
def test_an_entry_that_is_copied_becomes_one_more(
    name: str, entry: str, with_anchors: bool, author: str, tmp_path: Path
) -> None:
    """With all of its fields, changed as the copy was, behind the entry that it was copied from; no other field changes."""
    desk = _desk(name, tmp_path)
    edit = desk.edit()
    copy_entry(edit, entry, author, with_anchors=with_anchors, suffix=" anew")
    outcome = desk.pull(edit)
    ((what, path, fields),) = _fields(outcome)
    container, number = entries_around(f"{entry}.x")[0]
    assert (what, path, outcome.changes[0].after_entry) == (What.ADDED, container, number)
    assert set(fields) == _shown(edit, entry)
    assert all(" anew" in text for name, text in fields.items() if name != "likelihood"), fields
    assert [hand.author for hand in outcome.changes[0].hands] == ([author] if author else [])
    assert outcome.after != outcome.before


@pytest.mark.parametrize("author", ["", "Ann"])
@pytest.mark.parametrize(("name", "entry"), CASES)
def test_an_entry_that_is_taken_out_is_taken_out(name: str, entry: str, author: str, tmp_path: Path) -> None:
    """As a whole, and nothing else with it; where it holds texts that the document does not show, it is listed."""
    desk = _desk(name, tmp_path)
    edit = desk.edit()
    drop_entry(edit, entry, author)
    outcome = desk.pull(edit)
    changes = [(change.what, change.path) for change in outcome.changes]
    listed = [left for left in outcome.leftovers if left.near == entry]
    assert changes == [(What.REMOVED, entry)] or (not changes and listed)


@pytest.mark.parametrize("with_anchors", [False, True])
@pytest.mark.parametrize(
    ("name", "entry", "behind"),
    [
        ("nato", "agenda[1]", "agenda[3]"),
        ("nato", "implications[0]", "implications[2]"),
        ("amazon", "participants[3]", "participants[6]"),
        ("samarkand", "participants[2]", "participants[4]"),
        ("amazon", "meeting.programme[2]", "meeting.programme[4]"),
        ("high-seas", "decision.options[0]", "decision.options[2]"),
        ("amazon", "sections[0]", "sections[1]"),
    ],
)
def test_an_entry_that_is_moved_is_moved(
    name: str, entry: str, behind: str, with_anchors: bool, tmp_path: Path
) -> None:
    """By cutting and pasting, whether its anchors came along or not."""
    desk = _desk(name, tmp_path)
    edit = desk.edit()
    move_entry(edit, entry, behind, with_anchors=with_anchors)
    outcome = desk.pull(edit)
    container, number = entries_around(f"{entry}.x")[0]
    target = entries_around(f"{behind}.x")[0][1]
    ((what, path, order),) = [(change.what, change.path, change.order) for change in outcome.changes]
    assert (what, path) == (What.MOVED, container)
    assert order == ((number, target),)


def test_a_row_of_talking_points_becomes_an_item(tmp_path: Path) -> None:
    """Its answers stand in a table of their own; what is copied there is one more of the item beside it."""
    desk = _desk("pandemic", tmp_path)
    edit = desk.edit()
    copy_entry(edit, "agenda[1]", suffix=" anew", most=1)
    copy_entry(edit, "agenda[1].if_raised[0]", suffix=" anew")
    found = _fields(desk.pull(edit))
    assert [(path, list(fields)) for _, path, fields in found] == [
        ("agenda", ["topic", "lines_to_take[0]", "lines_to_take[1]"]),
        ("agenda[1].if_raised", ["they_say", "we_say"]),
    ]


@pytest.mark.parametrize("with_anchors", [False, True])
def test_what_cannot_be_parted_is_listed(with_anchors: bool, tmp_path: Path) -> None:
    """A heading and its text in one paragraph are parted by their anchors, or not at all; the text is never dropped."""
    desk = _desk("haiti", tmp_path)
    edit = desk.edit()
    copy_entry(edit, "sections[1]", with_anchors=with_anchors, suffix=" anew")
    outcome = desk.pull(edit)
    added = [list(fields) for _, _, fields in _fields(outcome)]
    assert (added == [["heading", "text"]]) if with_anchors else (not added and "anew" in outcome.leftovers[0].text)


@pytest.mark.parametrize("author", ["", "Ann"])
def test_an_item_that_is_typed_below_the_last_is_one_more(author: str, tmp_path: Path) -> None:
    """In the styles of the others, with their labels; what has none of them is listed, and goes into no field."""
    desk = _desk("nato", tmp_path)
    edit = desk.edit()
    typed = [
        ("agenda[0].topic", "6 Arctic"),
        ("agenda[0].objective", "Objective Hear whether ships will come."),
        ("agenda[0].lines_to_take[0]", "The north is ours to watch."),
        ("agenda[0].lines_to_take[0]", "We share what we see."),
        ("agenda[0].issue", "Issue Ice is melting."),
        ("agenda[0].issue", "A second paragraph of it."),
        ("agenda[0].their_position", "Their position They have few ships."),
        ("agenda[0].avoid[0]", "Avoid – Any word of Greenland."),
        ("Caption", "A caption that belongs to nothing."),
    ]
    type_paragraphs(edit, find_parts(edit, "agenda[4]")[-1][-1], typed, author)
    outcome = desk.pull(edit)
    ((what, path, fields),) = _fields(outcome)
    assert (what, path, outcome.changes[0].after_entry) == (What.ADDED, "agenda", 4)
    assert fields == {
        "topic": "Arctic",
        "objective": "Hear whether ships will come.",
        "lines_to_take[0]": "The north is ours to watch.",
        "lines_to_take[1]": "We share what we see.",
        "issue": "Ice is melting.\n\nA second paragraph of it.",
        "their_position": "They have few ships.",
        "avoid[0]": "Any word of Greenland.",
    }
    assert [left.text for left in outcome.leftovers] == ["A caption that belongs to nothing."]


def test_the_anchors_of_the_document_are_read(tmp_path: Path) -> None:
    """The cases above are about entries that the documents show."""
    for name, entry in CASES:
        paths = {anchor.path for anchor in open_returned("x", _write(name)[1]).anchors.values()}
        assert any(path.startswith(f"{entry}.") for path in paths), entry


def test_entries_come_back_whole_or_are_listed(tmp_path: Path) -> None:
    """A row of one table that is new does not take the place of a row of another that is gone, though a name is in both."""
    tally = run_entry_scripts((162, 172, *range(12)), tmp_path)
    assert tally.edits > 20
    assert (tally.lost, tally.elsewhere) == ([], [])


def test_two_fields_of_one_look_come_in_their_order(tmp_path: Path) -> None:
    """A script with several paragraphs that only their order tells apart once ended in a traceback."""
    tally = run_entry_scripts(range(100, 112), tmp_path)
    assert (tally.lost, tally.elsewhere) == ([], [])
