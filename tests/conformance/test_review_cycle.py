"""One real cycle: built, edited in LibreOffice with tracked changes by two authors, pulled, merged, rebuilt."""

from pathlib import Path

import pytest
from tests.review.libreoffice import Office
from tests.review.returned import changed_lines, open_desk_with, write_document

from briefmaker.jobs.reviewing.pull import PullWishes, pull_documents

pytestmark = pytest.mark.conformance


def test_a_whole_cycle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each author's changes are told apart, what both changed waits for a choice, and the next document says it all."""
    monkeypatch.chdir(tmp_path)
    desk = open_desk_with(tmp_path)
    sent, office = desk.save(desk.document, "brief.docx"), Office(tmp_path)
    ann = office.edit(
        sent,
        tmp_path / "ann.docx",
        "Ann Clearer",
        [
            ("harvest is near", "harvest is over"),
            ("A date for the corridor.", "+A place for it."),
            ("no more", "little more"),
        ],
    )
    bob = office.edit(
        sent,
        tmp_path / "bob.docx",
        "Bob Drafter",
        [("no more", "nothing else"), ("Rates must fall", "Rates must halve")],
    )
    outcome = pull_documents([ann, bob], desk.file, PullWishes())
    told = {change.path: [hand.author for hand in change.hands] for change in outcome.changes}
    assert told == {
        "agenda[0].if_raised[0].we_say": ["Ann Clearer"],
        "objectives": ["Ann Clearer"],
        "agenda[1].lines_to_take[0]": ["Bob Drafter"],
    }
    assert all(change.is_tracked for change in outcome.changes)
    assert [conflict.path for conflict in outcome.conflicts] == ["bottom_line"]
    assert outcome.leftovers == ()

    chosen = PullWishes(takes=(("bob.docx", "bottom_line"),), is_applied=True)
    written = pull_documents([ann, bob], desk.file, chosen)
    assert changed_lines(written) == (
        ["and for no more.", "we_say: The harvest is near.", "- Rates must fall."],
        ["and for nothing else.", "- A place for it.", "we_say: The harvest is over.", "- Rates must halve."],
    )
    rebuilt = desk.save(write_document(desk.file), "next.docx")
    again = pull_documents([rebuilt], desk.file, PullWishes())
    assert (again.changes, again.leftovers, again.conflicts) == ((), (), ())
