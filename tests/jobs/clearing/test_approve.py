"""An answer is written where it belongs, with the fingerprint of what was cleared, and nothing else of the file changes."""

import datetime
import stat
from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.checking.check import check
from briefmaker.jobs.clearing import approve as approving
from briefmaker.jobs.clearing.approve import approve
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.read import read
from briefmaker.model.content_fingerprint import fingerprint_content

DAY = datetime.date(2025, 10, 20)
HEAD = "# A note.\nformat: 1\ntemplate: information\ntitle: 'Talks'\ndate: 2025-10-21\nreference: T-7\nversion: 3\n"
LIST = """\
clearances: # who is asked
  - unit: Legal Adviser   # by post
    by: B. Clearer
    state: requested
    due: 2025-10-20

  - {unit: Budget, by: C. Clearer, state: cleared, of: 0000000000000000, date: 2025-01-01}
  - {unit: Trade,  by: C. Clearer}
  - unit: Navy
"""
ROWS = """\
format: 1
template: information
title: "Talks with {{ row.name }}"
for_each: [{name: Peru}, {name: Chile}]
slug: "{{ row.name }}"
date: 2025-10-21
clearances: [{unit: Legal, by: B. Clearer}]
"""


@pytest.fixture
def brief(workspace: Path) -> Path:
    """Give a brief that four units are asked to clear."""
    file = workspace / "briefs" / "talks.yaml"
    file.write_text(HEAD + LIST, "utf-8")
    return file


def fingerprint(file: Path) -> str:
    """Give the fingerprint of a brief's content."""
    reading = read(file)
    assert reading.brief is not None, reading.diagnostics
    return fingerprint_content(reading.brief, reading.tables, reading.pictures)


@pytest.mark.parametrize(
    ("name", "unit", "before", "after"),
    [
        (
            "b.  clearer",
            None,
            "state: requested\n",
            "state: cleared\n    date: 2025-10-20\n    of: OF\n    comment: Well.\n",
        ),
        (
            *("C. Clearer", "budget"),
            "state: cleared, of: 0000000000000000, date: 2025-01-01}",
            "state: cleared, comment: Well., of: OF, date: 2025-10-20}",
        ),
        (
            *("C. Clearer", "Trade"),
            "{unit: Trade,  by: C. Clearer}",
            "{unit: Trade, state: cleared, date: 2025-10-20, of: OF, comment: Well.,  by: C. Clearer}",
        ),
        (
            "Navy",
            None,
            "unit: Navy\n",
            "unit: Navy\n    state: cleared\n    date: 2025-10-20\n    of: OF\n    comment: Well.\n",
        ),
        (
            *("D. Deputy", "Navy"),
            "unit: Navy\n",
            "unit: Navy\n    by: D. Deputy\n    state: cleared\n    date: 2025-10-20\n    of: OF\n    comment: Well.\n",
        ),
        (
            *("E. New", "Finance"),
            "- unit: Navy\n",
            "- unit: Navy\n  - {unit: Finance, by: E. New, state: cleared, date: 2025-10-20, of: OF, comment: Well.}\n",
        ),
    ],
)
def test_an_answer_is_written_where_it_belongs(
    brief: Path, name: str, unit: str | None, before: str, after: str
) -> None:
    """Found by person or unit, whatever the capitals; all else, comments and blanks too, stays byte for byte."""
    of = fingerprint(brief)
    approval = approve(brief, name, unit=unit, comment="Well.", date=DAY)
    assert before in LIST
    assert brief.read_text("utf-8") == (HEAD + LIST).replace(before, after.replace("OF", of))
    assert (approval.of, approval.key, approval.file, approval.version) == (of, "T-7", "briefs/talks.yaml", 3)
    assert fingerprint(brief) == of
    (outcome,) = check([brief], select=["CLR"])
    assert [each.code for each in outcome.diagnostics if each.code == "CLR003"] == ["CLR003"] * (unit != "budget")


def test_what_happened_is_plain_data_for_the_record(brief: Path) -> None:
    """Who, for which unit, what, when and of which content and version."""
    approval = approve(brief, "D. Deputy", unit="Legal Adviser", state="non-concur", date=DAY)
    assert approval.event == "approved"
    assert approval.data == {
        "unit": "Legal Adviser",
        "by": "D. Deputy",
        "state": "non-concur",
        "date": "2025-10-20",
        "of": approval.of,
        "version": 3,
    }
    assert (approval.was_by, approval.is_new) == ("B. Clearer", False)
    assert "by: D. Deputy\n    state: non-concur\n" in brief.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "unit", "message", "hint"),
    [
        ("B. Cleaner", None, "nobody called `B. Cleaner`", "did you mean `B. Clearer`? `--unit UNIT` adds"),
        ("Zoe", None, "nobody called `Zoe`", "`Navy`; `--unit UNIT` adds a clearance"),
        ("C. Clearer", None, "clears for 2 units: `Budget` or `Trade`", 'say which: --unit "Budget"'),
        ("C. Clearer", "Legal Advisor", "no unit called `Legal Advisor`", "did you mean `Legal Adviser`?"),
        (" ", None, "--as names nobody", ""),
        ("Navy", " ", "--unit names nobody", ""),
    ],
)
def test_nobody_is_guessed(brief: Path, name: str, unit: str | None, message: str, hint: str) -> None:
    """Whoever is not asked, or is asked twice, is told so, and what to do; the file stays as it was."""
    with pytest.raises(BriefmakerError) as refused:
        approve(brief, name, unit=unit, date=DAY)
    assert message in refused.value.message
    assert hint in refused.value.hint
    assert brief.read_text("utf-8") == HEAD + LIST


def test_a_unit_that_is_asked_twice_is_told(brief: Path) -> None:
    """Which of the two is meant, nobody can say."""
    brief.write_text(HEAD + "clearances: [{unit: Navy}, {unit: Navy}]\n", "utf-8")
    with pytest.raises(BriefmakerError, match="asks `Navy` 2 times"):
        approve(brief, "Navy", date=DAY)


def test_a_state_that_is_no_answer_is_refused(brief: Path) -> None:
    """As is one that is misspelt."""
    with pytest.raises(BriefmakerError, match="no answer"):
        approve(brief, "Navy", state="requested")


@pytest.mark.parametrize("fault", ["issue: [@nobody]x\n", "titel: x\n", "issue: 'See [@nobody].'\n"])
def test_what_has_errors_is_cleared_by_nobody(brief: Path, fault: str) -> None:
    """It cannot have been read; the errors are shown."""
    before = HEAD + LIST + fault
    brief.write_text(before, "utf-8")
    with pytest.raises(FindingsError) as refused:
        approve(brief, "Navy", date=DAY)
    assert refused.value.diagnostics
    assert brief.read_text("utf-8") == before


def test_errors_of_rules_stand_in_nobody_s_way(brief: Path) -> None:
    """A final brief with an open clearance has one, which the answer mends."""
    brief.write_text(HEAD + "status: final\nclearances: [{unit: Navy, state: cleared, of: x}]\n", "utf-8")
    assert {each.code for each in check([brief], select=["CLR"])[0].diagnostics} == {"CLR001", "CLR003"}
    approve(brief, "Navy", date=DAY)
    assert check([brief], select=["CLR"])[0].diagnostics == ()


def test_a_comment_that_would_be_a_mistake_is_refused(brief: Path) -> None:
    """A citation of nothing; the file stays as it was."""
    with pytest.raises(FindingsError) as refused:
        approve(brief, "Navy", comment="See [@nobody].", date=DAY)
    assert [each.code for each in refused.value.diagnostics] == ["REF001"]
    assert "would be a mistake" in refused.value.message
    assert brief.read_text("utf-8") == HEAD + LIST


def test_a_comment_that_would_be_a_mistake_in_a_definition_is_refused(workspace: Path) -> None:
    """What stands there for a row is taken from the row."""
    file = workspace / "briefs" / "each.yaml"
    file.write_text(ROWS, "utf-8")
    with pytest.raises(FindingsError, match="would be a mistake"):
        approve(file, "B. Clearer", comment="{{ row.nome }}", date=DAY)
    assert file.read_text("utf-8") == ROWS


def test_a_file_that_is_changed_meanwhile_is_not_overwritten(brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody's last words are not lost."""
    whole = approving._refuse_harm

    def change_meanwhile(*of: object) -> None:
        brief.write_text(HEAD + LIST + "issue: New.\n", "utf-8")
        whole(*of)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(approving, "_refuse_harm", change_meanwhile)
    with pytest.raises(BriefmakerError, match="was changed meanwhile"):
        approve(brief, "Navy", date=DAY)
    assert brief.read_text("utf-8") == HEAD + LIST + "issue: New.\n"


def test_a_file_that_is_read_only_is_left_alone(brief: Path) -> None:
    """Whoever made it so meant it; no part of a file is left beside it."""
    brief.chmod(stat.S_IRUSR)
    with pytest.raises(BriefmakerError, match="cannot be written"):
        approve(brief, "Navy", date=DAY)
    assert brief.read_text("utf-8") == HEAD + LIST
    assert [each.name for each in brief.parent.iterdir() if each.suffix == ".part"] == []


def test_an_answer_to_a_definition_is_of_all_rows(workspace: Path) -> None:
    """A change of one row voids it."""
    file = workspace / "briefs" / "each.yaml"
    file.write_text(ROWS, "utf-8")
    approval = approve(file, "B. Clearer", date=DAY)
    assert (approval.version, approval.key) == (None, "briefs/each.yaml")
    assert approval.of in file.read_text("utf-8")
    assert check([file], select=["CLR003"])[0].diagnostics == ()
    file.write_text(file.read_text("utf-8").replace("Chile", "Cuba"), "utf-8")
    assert [each.code for each in check([file], select=["CLR003"])[0].diagnostics] == ["CLR003"]


def test_today_is_that_of_the_workspace(brief: Path) -> None:
    """Where no day is given."""
    (brief.parents[1] / "briefmaker.yaml").write_text("timezone: Pacific/Kiritimati\n", "utf-8")
    now = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=14)
    assert abs(approve(brief, "Navy").date - now.date()) <= datetime.timedelta(days=1)
