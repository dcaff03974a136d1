"""The readers of an edition are told what has changed for them, by what they were given, and nothing of what they never saw."""

import datetime
from pathlib import Path

import pytest
from tests.briefs import words_of
from tests.unpacked import Search

from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.postings import Issued
from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.jobs.building.build import Outcome, build
from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.changes.issued_content import find_content, write_issued
from briefmaker.jobs.checking.verify import verify
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request, read_edition
from briefmaker.view.shape import View

LOW, HIGH = "NATO RESTRICTED", "NATO SECRET"
SETTINGS = f"""\
marking_scheme: nato
editions:
  readers: {{shows: [title, bottom_line, changes, agenda, implications, version, date, sources], ceiling: {LOW}}}
  silent: {{shows: [title, bottom_line, version, date], ceiling: {LOW}}}
checks: {{ignore: [STR, ACC, CLR, SRC, DAT, PRB, STY, LEN, NAM]}}
"""
SECRET, KEPT = "zanzibar", "quorum"
BRIEF = f"""\
format: 1
template: meeting
title: Grain talks
reference: PBN-7
version: {{version}}
status: final
date: 2025-10-2{{version}}
marking: {HIGH}
portions: {{{{title: {LOW}, bottom_line: {LOW}, date: {LOW}, version: {LOW}, changes: {LOW}}}}}
changes: {{changes}}
bottom_line: We say {KEPT} {{word}}.
issue: The {{word}} {SECRET} paper.
agenda:
  - {{{{topic: Grain, marking: {LOW}, our_position: We want {{word}} rye.,
      lines_to_take: [{{{{text: "{{word}} {SECRET}", marking: {HIGH}}}}}, "We say {{word}}."]}}}}
  - {{{{topic: "{{word}} {SECRET}", issue: "{{word}} {SECRET}."}}}}
implications:
  - {{{{statement: The {KEPT} holds, likelihood: {{likely}}, confidence: low, marking: {LOW}}}}}
  - {{{{statement: The {{word}} {SECRET} holds, likelihood: {{likely}}}}}}
"""


def write(version: int, word: str, likely: str, changes: str = "auto", name: str = "talks") -> Path:
    """Write a version of the brief."""
    file = Path("briefs") / f"{name}.yaml"
    file.write_text(BRIEF.format(version=version, word=word, likely=likely, changes=changes), "utf-8")
    return file


def issue(file: Path, *editions: str) -> None:
    """Put into the outbox that the brief was issued in these editions, as the mail does."""
    path, desk = find_desk(file)
    reading = read_at_desk(path, desk)
    assert reading.brief is not None, reading.diagnostics
    kept = []
    for edition in editions:
        content = find_content(reading, desk, edition)
        assert content is not None
        text = write_issued(content.brief, content.tables)
        kept.append(Issued("PBN-7", reading.brief.version, edition, reading.brief.date, text))
    with Outbox(desk.workspace.records_folder) as outbox:
        outbox.queue((), kept, now=datetime.datetime(2025, 10, 21, 9, tzinfo=datetime.UTC))


@pytest.fixture
def house(workspace: Path) -> Path:
    """Give a workspace in which version 1 was issued, whole and to readers."""
    (workspace / "briefmaker.yaml").write_text(SETTINGS, "utf-8")
    (workspace / "briefs" / "grain.yaml").unlink()
    issue(write(1, "old", "likely"), "", "readers")
    return workspace


def view(file: Path, edition: str | None = None) -> tuple[View, tuple[Diagnostic, ...]]:
    """Give the view of a brief, or of an edition of it, and what was found."""
    path, desk = find_desk(file)
    request = Request(USUAL_FORMATS, desk.settings.paper, read_edition(edition, desk))
    made, _, found = view_brief(read_at_desk(path, desk), desk, request)
    assert made is not None, found
    return made, tuple(each for each in found if each.code.startswith("CHG"))


def tell(file: Path, edition: str | None = None) -> list[str]:
    """Give the lines of the box."""
    box = view(file, edition)[0].changes
    return [] if box is None else [" ".join(words_of(line).split()) for line in box.lines]


OF_READERS = [
    f"Likelihood of “The {KEPT} holds” moved from likely to unlikely",
    "Agenda, “Grain”, Our position: “We want old rye.” now reads “We want new rye.”",
    f"Bottom line: “We say {KEPT} old.” now reads “We say {KEPT} new.”",
    "Agenda, “Grain”, Lines to take (1): “We say old.” now reads “We say new.”",
]


def test_readers_are_told_what_has_changed_for_them(house: Path) -> None:
    """The whole brief tells more."""
    file = write(2, "new", "unlikely")
    assert tell(file, "readers") == OF_READERS
    assert any(SECRET in line for line in tell(file))


def test_an_edition_that_does_not_name_it_has_no_box(house: Path) -> None:
    """Nor is anything found wrong with that."""
    made, found = view(write(2, "new", "unlikely"), "silent")
    assert (made.changes, found) == (None, ())


def test_an_edition_that_was_never_issued_is_not_compared_with_another(house: Path) -> None:
    """That would tell its readers of what they never had."""
    settings = house / "briefmaker.yaml"
    settings.write_text(settings.read_text("utf-8").replace("silent: {shows: [", "silent: {shows: [changes, "), "utf-8")
    made, (found,) = view(write(2, "new", "unlikely"), "silent")
    assert made.changes is None
    assert found.code is Code.CHANGES_NOTHING_ISSUED
    assert "the edition `silent`" in found.message


@pytest.mark.parametrize("changes", ["auto", "before.yaml"])
def test_what_an_edition_withholds_is_in_none_of_its_documents(house: Path, changes: str) -> None:
    """Taken apart to the last stream, though every withheld portion has changed; by the outbox, and by a file."""
    write(1, "old", "likely", name="before")
    if changes != "auto":
        (house / ".briefmaker" / "outbox.sqlite").unlink()
    file = write(2, "new", "unlikely", changes)
    (outcome,) = build([file], formats=["pdf", "docx", "html"], edition="readers")
    assert len(outcome.documents) == 3, outcome.diagnostics
    for document in outcome.documents:
        content = document.path.read_bytes()
        assert Search(content).has(KEPT)
        assert not Search(content).has(SECRET)
        assert not Search(content).has("before.yaml")
    assert tell(file, "readers") == OF_READERS


def test_both_documents_are_verified_with_their_box(house: Path) -> None:
    """Every line of it stands in both, in its order; one that is taken out is missed."""
    (outcome,) = build([write(2, "new", "unlikely")])
    for document in outcome.documents:
        verification = verify(document.path)
        assert verification.is_sound, [each for each in verification.results if each.state == "failed"]


def test_documents_of_an_edition_are_verified_with_their_box(house: Path) -> None:
    """By the same comparison, and beside the whole brief that has a longer one."""
    (outcome,) = build([write(2, "new", "unlikely")], edition="readers")
    assert len(outcome.documents) == len(USUAL_FORMATS), outcome.diagnostics
    for document in outcome.documents:
        verification = verify(document.path)
        assert verification.edition == "readers"
        assert verification.is_sound, [each for each in verification.results if each.state == "failed"]


def _build(file: Path) -> Outcome:
    (outcome,) = build([file], formats=["html", "docx"])
    assert outcome.documents, outcome.diagnostics
    return outcome


def test_a_build_knows_that_the_box_hangs_on_the_outbox(house: Path) -> None:
    """What is issued before the version makes it anew; the same gives the same bytes."""
    file = write(3, "new", "unlikely")
    first = _build(file)
    assert _build(file).is_unchanged
    (again,) = build([file], formats=["html", "docx"], force=True)
    assert [each.sha256 for each in again.documents] == [each.sha256 for each in first.documents]
    issue(write(2, "newer", "likely", name="second"), "")
    later = _build(file)
    assert not later.is_unchanged
    assert [each.sha256 for each in later.documents] != [each.sha256 for each in first.documents]


def test_a_build_knows_that_the_box_hangs_on_the_earlier_brief(house: Path) -> None:
    """A change of that file makes it anew."""
    write(1, "old", "likely", name="before")
    (house / ".briefmaker" / "outbox.sqlite").unlink()
    file = write(2, "new", "unlikely", "before.yaml")
    _build(file)
    assert _build(file).is_unchanged
    write(1, "other", "likely", name="before")
    assert not _build(file).is_unchanged


def test_what_is_marked_above_the_document_is_left_out_and_told(house: Path) -> None:
    """A secret version came before a restricted one."""
    file = write(2, "new", "unlikely")
    text = file.read_text("utf-8").replace(f"marking: {HIGH}\nportions", f"marking: {LOW}\nportions").split("issue:")[0]
    file.write_text(text, "utf-8")
    made, (found,) = view(file)
    assert found.code is Code.CHANGES_WITHHELD
    assert made.changes is not None
    assert SECRET not in str(made.changes)
    assert any("Bottom line" in line for line in tell(file))


def test_what_was_kept_by_a_later_briefmaker_is_told(house: Path) -> None:
    """It is not guessed at."""
    with Outbox(house / ".briefmaker") as outbox:
        newer = Issued("PBN-7", 2, "", datetime.date(2025, 10, 22), '{"layout": 99}')
        outbox.queue((), (newer,), now=datetime.datetime(2025, 10, 22, 9, tzinfo=datetime.UTC))
    made, (found,) = view(write(3, "new", "unlikely"))
    assert (made.changes, found.code) == (None, Code.CHANGES_UNREADABLE)
