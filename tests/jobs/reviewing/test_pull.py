"""Reviewed documents are pulled: shown, written whole or not at all, merged, disputed, taken back."""

from pathlib import Path

import pytest
from tests.review.returned import BRIEF, Desk, changed_lines, open_desk_with, write_document
from tests.review.word_edits import WordEdit

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.reviewing.pull import pull, undo_pull


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a brief in a workspace, and its document."""
    monkeypatch.chdir(tmp_path)
    return open_desk_with(tmp_path)


def edited(desk: Desk, path: str, old: str, new: str, author: str = "Ann") -> WordEdit:
    """Give a copy with one edit."""
    opened = desk.edit()
    opened.replace(path, old, new, author)
    return opened


def test_nothing_is_written_until_it_is_applied(desk: Desk) -> None:
    """Then all is, a backup is kept, and one command takes it back."""
    opened = edited(desk, "objectives[0]", "corridor", "corridors")
    before = desk.file.read_bytes()
    shown = desk.pull(opened)
    assert desk.file.read_bytes() == before
    assert not shown.is_written
    written = desk.pull(opened, is_applied=True)
    assert desk.file.read_bytes() == shown.after == written.after
    assert written.backup is not None
    assert written.backup.read_bytes() == before
    undo_pull(desk.file)
    assert desk.file.read_bytes() == before
    with pytest.raises(BriefmakerError, match="nothing was pulled"):
        undo_pull(desk.file)


def test_the_brief_is_found_by_its_fingerprint_and_by_its_name(desk: Desk) -> None:
    """Also when it was changed since, and the reviewer renamed the copy; else somebody has to name it."""
    file = desk.save(edited(desk, "objectives[0]", "corridor", "corridors"), "whatever.docx")
    assert pull([file]).brief == desk.file
    desk.file.write_text(BRIEF.replace("Ankara", "Odesa"), "utf-8")
    assert pull([desk.save(desk.document, "brief-DRAFT-v2 (Ann).docx")]).brief == desk.file
    with pytest.raises(BriefmakerError, match=r"no brief in briefs/"):
        pull([file])


def test_copies_of_two_reviewers_are_merged(desk: Desk) -> None:
    """What each changed is written; what both changed alike is written once, with both their names."""
    first = edited(desk, "objectives[0]", "corridor", "corridors", "Ann")
    second = edited(desk, "objectives[0]", "corridor", "corridors", "Bob")
    second.replace("agenda[0].objective", "date", "day", "Bob")
    outcome = desk.pull(first, second)
    assert outcome.conflicts == ()
    assert changed_lines(outcome)[1] == ["- A date for the corridors.", "objective: Hear a day."]
    both = next(change for change in outcome.changes if change.path == "objectives[0]")
    assert [hand.author for hand in both.hands] == ["Ann", "Bob"]


def test_a_field_that_two_changed_otherwise_is_in_conflict(desk: Desk) -> None:
    """All texts are shown, the rest is written, and nothing for the field until somebody chooses."""
    first = edited(desk, "objectives[0]", "corridor", "canal", "Ann")
    second = edited(desk, "objectives[0]", "corridor", "strait", "Bob")
    second.replace("agenda[0].objective", "date", "day", "Bob")
    outcome = desk.pull(first, second)
    (conflict,) = outcome.conflicts
    assert conflict.now == "A date for the corridor."
    assert [change.after for change in conflict.changes] == ["A date for the canal.", "A date for the strait."]
    assert changed_lines(outcome)[1] == ["objective: Hear a day."]
    assert [found.code for found in outcome.diagnostics] == ["REV010"]
    for taken, line in (("B.docx", ["- A date for the strait."]), ("yaml", [])):
        chosen = desk.pull(first, second, takes=((taken, "objectives[0]"),))
        assert chosen.conflicts == ()
        assert changed_lines(chosen)[1] == [*line, "objective: Hear a day."]
    with pytest.raises(BriefmakerError, match=r"names no document `C.docx`"):
        desk.pull(first, second, takes=(("C.docx", "objectives[0]"),))


def test_an_entry_that_one_dropped_and_another_edited_is_in_conflict(desk: Desk) -> None:
    """Neither the entry nor the edit is lost."""
    first = desk.edit()
    first.delete_paragraph("objectives[0]", "Ann")
    outcome = desk.pull(first, edited(desk, "objectives[0]", "corridor", "canal", "Bob"))
    assert len(outcome.conflicts) == 1
    assert outcome.after == outcome.before


def test_a_field_that_changed_in_the_brief_meanwhile_is_in_conflict(desk: Desk) -> None:
    """What it said when the document was made, what it says now, and what the reviewer wants; other fields are written."""
    opened = edited(desk, "objectives[0]", "corridor", "canal")
    opened.replace("agenda[1].background", "Rates", "Premiums", "Ann")
    desk.file.write_text(BRIEF.replace("A date for the corridor.", "A day for the corridor."), "utf-8")
    outcome = desk.pull(opened)
    (conflict,) = outcome.conflicts
    assert (conflict.then, conflict.now) == ("A date for the corridor.", "A day for the corridor.")
    assert conflict.changes[0].after == "A date for the canal."
    assert changed_lines(outcome)[1] == ["Premiums are at [@rate]."]
    taken = desk.pull(opened, takes=(("A.docx", "objectives[0]"),))
    assert "- A date for the canal." in changed_lines(taken)[1]


def test_entries_are_found_again_after_others_were_put_before_them(desk: Desk) -> None:
    """By their id, or by what they say; an entry that is gone has its edit listed."""
    opened = edited(desk, "agenda[0].objective", "date", "day")
    opened.replace("agenda[1].lines_to_take[0]", "fall", "drop", "Ann")
    opened.replace("objectives[1]", "each port", "every port", "Ann")
    first = "agenda:\n  - id: sanctions\n    topic: Sanctions\n    objective: Hear them.\n"
    changed = BRIEF.replace("agenda:\n", first).replace("objectives:\n", "objectives:\n  - A new first one.\n")
    desk.file.write_text(changed, "utf-8")
    outcome = desk.pull(opened)
    assert outcome.conflicts == ()
    assert changed_lines(outcome)[1] == [
        "- A **contact** in every port.",
        "objective: Hear a day.",
        "- Rates must drop.",
    ]
    desk.file.write_text(BRIEF.replace("  - id: corridor\n", "  - id: other\n"), "utf-8")
    lost = desk.pull(edited(desk, "agenda[0].objective", "date", "day"))
    assert "Hear a day." in " ".join(left.text for left in lost.leftovers)
    assert lost.after == lost.before


def test_what_the_brief_says_by_now_is_no_change(desk: Desk) -> None:
    """A document that was pulled already has nothing new."""
    opened = edited(desk, "objectives[0]", "corridor", "canal")
    opened.add_paragraph("objectives[0]", "Another.", "Ann")
    desk.pull(opened, is_applied=True)
    again = pull([desk.save(opened, "of-no-brief.docx")])
    assert (again.changes, again.conflicts) == ((), ())
    assert again.after == again.before


def test_comments_come_back_beside_their_fields(desk: Desk) -> None:
    """Once, however often they are pulled; or only to be read."""
    opened = desk.edit()
    opened.comment("agenda[0].objective", "Which date?", "Ann")
    opened.comment("objectives[1]", "Why?\u202e # no", "Bob")
    only_read = desk.pull(opened, has_comments=False)
    assert only_read.after == only_read.before
    assert [(each.path, each.author) for each in only_read.remarks] == [
        ("agenda[0].objective", "Ann"),
        ("objectives[1]", "Bob"),
    ]
    outcome = desk.pull(opened, is_applied=True)
    assert changed_lines(outcome) == (
        [],
        [
            "# Bob, 2025-10-20: Why? # no (on “A contact in each port.”)",
            "# Ann, 2025-10-20: Which date? (on “Hear a date.”)",
        ],
    )
    again = desk.pull(opened)
    assert again.after == again.before


def test_a_change_that_the_brief_could_not_be_read_with_is_not_made(desk: Desk) -> None:
    """The others are; what was refused is listed with its reason."""
    opened = desk.edit()
    opened.replace("next_steps[0].action", "Draft the note", "", "Ann")
    opened.replace("objectives[0]", "corridor", "canal", "Ann")
    outcome = desk.pull(opened)
    assert changed_lines(outcome)[1] == ["- A date for the canal."]
    assert "REV011" in [found.code for found in outcome.diagnostics]
    assert any(left.near == "next_steps[0].action" for left in outcome.leftovers)


def test_one_author_s_changes_are_taken_alone(desk: Desk) -> None:
    """By accepting one, or by rejecting the other."""
    opened = edited(desk, "objectives[0]", "corridor", "canal", "Ann")
    opened.replace("objectives[1]", "each", "every", "Bob")
    for wishes in ({"accept": ("Ann",)}, {"reject": ("Bob",)}):
        assert changed_lines(desk.pull(opened, **wishes))[1] == ["- A date for the canal."]


def test_a_brief_with_errors_and_one_for_many_are_refused(desk: Desk) -> None:
    """Both with what to do; nothing is written."""
    desk.file.write_text(BRIEF.replace("version: 2", "version: two"), "utf-8")
    with pytest.raises(FindingsError, match="until they are mended"):
        desk.pull(desk.edit())
    desk.file.write_text(BRIEF + "for_each: rows.csv\nslug: x\n", "utf-8")
    with pytest.raises(BriefmakerError, match="written for many briefs"):
        desk.pull(desk.edit())


def test_a_read_only_brief_is_left_alone(desk: Desk) -> None:
    """Whoever made it so meant it."""
    desk.file.chmod(0o444)
    with pytest.raises(BriefmakerError, match="cannot be written"):
        desk.pull(edited(desk, "objectives[0]", "corridor", "canal"), is_applied=True)
    assert desk.file.read_text("utf-8") == BRIEF


def test_a_pull_that_could_not_be_written_leaves_the_one_before_to_be_taken_back(desk: Desk) -> None:
    """Its backup would stand in the way."""
    desk.pull(edited(desk, "objectives[0]", "corridor", "canal"), is_applied=True)
    desk.file.chmod(0o444)
    with pytest.raises(BriefmakerError, match="cannot be written"):
        desk.pull(edited(desk, "agenda[0].objective", "date", "day"), is_applied=True)
    desk.file.chmod(0o644)
    undo_pull(desk.file)
    assert desk.file.read_text("utf-8") == BRIEF


def test_a_document_that_is_named_twice_is_pulled_once(desk: Desk) -> None:
    """It does not disagree with itself."""
    file = desk.save(edited(desk, "objectives[0]", "corridor", "canal"))
    outcome = pull([file, file.parent / "." / file.name, file.resolve()])
    assert outcome.conflicts == ()
    assert [change.path for change in outcome.changes] == ["objectives[0]"]


def test_one_of_two_briefs_that_are_the_same_has_to_be_named(desk: Desk) -> None:
    """Unless the document bears the name of one of them."""
    copy = desk.file.with_name("copy.yaml")
    copy.write_bytes(desk.file.read_bytes())
    file = desk.save(edited(desk, "objectives[0]", "corridor", "canal"), "from-ann.docx")
    with pytest.raises(BriefmakerError, match=r"may be of any of these.*brief.yaml.*copy.yaml"):
        pull([file])
    assert pull([file], copy).brief == copy
    assert pull([desk.save(file.read_bytes(), "copy-DRAFT-v2 (Ann).docx")]).brief == copy


def test_a_document_is_not_taken_back(desk: Desk) -> None:
    """It is said that the brief is to be named."""
    with pytest.raises(BriefmakerError, match="is no brief"):
        undo_pull(desk.save(desk.document))


def test_a_new_entry_beside_one_for_few_is_for_no_more(tmp_path: Path) -> None:
    """What stands beside a line of one edition does not get into the others."""
    lines = "    lines_to_take:\n      - {text: Rates must fall., editions: [chair]}\n"
    brief = BRIEF.replace("    lines_to_take:\n      - Rates must fall.\n", lines)
    (tmp_path / "briefmaker.yaml").write_text("editions: {chair: {shows: [title, agenda]}}\n", "utf-8")
    desk = open_desk_with(tmp_path, brief)
    opened = desk.edit()
    opened.add_paragraph("agenda[1].lines_to_take[0]", "And stay there.", "Ann")
    assert changed_lines(desk.pull(opened))[1] == ["- text: And stay there.", "editions: [chair]"]


def test_a_map_of_old_is_still_read(desk: Desk) -> None:
    """One without ids and hashes, as documents had that were sent round before."""
    import re

    from tests.review.test_package import parts_of

    from briefmaker.writing.word.package import write_package

    parts = parts_of(edited(desk, "objectives[2]", "daily", "weekly").save())
    custom = parts["docProps/custom.xml"].decode()
    custom = re.sub(r"([0-9])~[0-9a-f]{8} ", r"\1 ", re.sub(r"\[([0-9]+)=[a-z]+\]", r"[\1]", custom))
    parts["docProps/custom.xml"] = custom.encode()
    outcome = pull([desk.save(write_package(parts))], desk.file)
    assert changed_lines(outcome)[1] == ['- {id: ships, text: "Ships leave: weekly."}']


def test_the_document_of_a_brief_is_the_same_after_a_pull_of_nothing(desk: Desk) -> None:
    """Built, pulled, built: the same bytes."""
    desk.pull(desk.edit(), is_applied=True)
    assert write_document(desk.file) == desk.document


def test_edits_that_nobody_tracked_come_back_after_the_brief_has_changed(desk: Desk) -> None:
    """Its version, say: with all revisions rejected the document still holds them, so that it is no measure of what was sent."""
    opened = desk.edit()
    opened.replace("objectives[0]", "corridor", "canal")
    opened.replace("bottom_line", "for no more", "for little more")
    opened.delete_paragraph("objectives[1]")
    opened.add_paragraph("agenda[1].background", "A new paragraph.")
    desk.file.write_text(BRIEF.replace("version: 2", "version: 3"), "utf-8")
    outcome = desk.pull(opened)
    assert outcome.conflicts == ()
    assert changed_lines(outcome) == (
        ["and for no more.", "- A date for the corridor.", "- A **contact** in each port."],
        ["and for little more.", "- A date for the canal.", "", "A new paragraph."],
    )
    assert [change.is_tracked for change in outcome.changes] == [False] * 4


def test_an_untracked_edit_of_a_field_that_changed_too_is_in_conflict(desk: Desk) -> None:
    """It is known by the hash of what the field said, and no one knows any more what that was."""
    opened = desk.edit()
    opened.replace("objectives[0]", "corridor", "canal")
    desk.file.write_text(BRIEF.replace("A date for the corridor.", "A day for the corridor."), "utf-8")
    outcome = desk.pull(opened)
    assert [(each.now, each.changes[0].after) for each in outcome.conflicts] == [
        ("A day for the corridor.", "A date for the canal.")
    ]
    untouched = desk.pull(desk.edit())
    assert (untouched.changes, untouched.conflicts, untouched.leftovers) == ((), (), ())
