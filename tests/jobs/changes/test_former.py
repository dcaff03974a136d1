"""A brief finds what it is compared with: what was issued last, an earlier brief, a revision; what is wrong is told."""

import datetime
from pathlib import Path

import pytest
from tests.workspace.repositories import begin_repository, commit, needs_git

from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.outbox_file import OUTBOX_NAME
from briefmaker.delivery.postings import Issued
from briefmaker.diagnostics import Code, Severity
from briefmaker.jobs.changes.former import look_at_former
from briefmaker.jobs.changes.issued_content import write_issued
from briefmaker.jobs.read import read
from briefmaker.reading import Reading
from briefmaker.workspace.workspace import Workspace

DAY = datetime.date(2025, 10, 20)


def write_brief(name: str = "talks", changes: str = "auto", **fields: object) -> Path:
    """Write a brief into the workspace here."""
    file = Path("briefs") / f"{name}.yaml"
    values = {"format": 1, "template": "meeting", "title": "Talks", "date": "2025-10-21", "version": 2, **fields}
    lines = [f"{key}: {value}" for key, value in values.items() if value is not None]
    file.write_text("\n".join([*lines, *([f"changes: {changes}"] if changes else [])]) + "\n", "utf-8")
    return file


def issue(root: Path, key: str, version: int, edition: str = "", content: str = "") -> None:
    """Put into the outbox that a version was issued."""
    reading = read(write_brief("issued", "", bottom_line=f"Version {version}."))
    assert reading.brief is not None
    issued = Issued(key, version, edition, DAY, content or write_issued(reading.brief, reading.tables))
    with Outbox(root / ".briefmaker") as outbox:
        outbox.queue((), (issued,), now=datetime.datetime(2025, 10, 20, 9, tzinfo=datetime.UTC))


def told(reading: Reading) -> list[tuple[Code, int, str]]:
    """Give what was found of changes: code, line, sentence."""
    return [(Code(each.code), each.span.line, each.message) for each in reading.diagnostics]


def test_what_was_issued_last_is_found_by_edition(workspace: Path) -> None:
    """Under the reference; the highest version below this one, and not one that is issued under this version."""
    for version, edition in ((1, ""), (2, ""), (2, "press"), (3, "")):
        issue(workspace, "PBN-7", version, edition)
    former = read(write_brief(reference="PBN-7", version=3)).former
    assert former is not None
    assert set(former.issued) == {"", "press"}
    assert "Version 2." in former.issued[""]
    assert former.reading is None
    assert not former.is_issue


def test_without_a_reference_the_file_is_the_key(workspace: Path) -> None:
    """As for the mail."""
    issue(workspace, "briefs/talks.yaml", 1)
    former = read(write_brief()).former
    assert former is not None
    assert "Version 1." in former.issued[""]


def test_the_first_version_has_nothing_to_be_compared_with(workspace: Path) -> None:
    """That is as it should be, and told to nobody; of a later one it is told."""
    first = read(write_brief(version=1))
    assert told(first) == []
    later = read(write_brief(version=3))
    ((code, line, message),) = told(later)
    assert (code, line) == (Code.CHANGES_NOTHING_ISSUED, 6)
    assert message == "no version before 3 was issued from here, so nothing can be told of changes"
    assert later.diagnostics[0].severity is Severity.WARNING


def test_a_brief_that_asks_for_nothing_looks_at_nothing(workspace: Path) -> None:
    """No outbox is opened."""
    reading = read(write_brief(changes=""))
    assert reading.former is None
    assert not [name for name in reading.seen if ":" in name]


def test_an_earlier_brief_is_another_issue_or_an_earlier_version(workspace: Path) -> None:
    """By its reference, or for want of one by its version."""
    write_brief("old", "", reference="WB-1", version=1)
    for fields, is_issue in (({"reference": "WB-2"}, True), ({"reference": "WB-1"}, False), ({}, False)):
        former = read(write_brief(changes="old.yaml", **fields)).former
        assert former is not None
        assert former.reading is not None
        assert former.is_issue is is_issue
    write_brief("old", "", version=2)
    former = read(write_brief(changes="{since: old.yaml}")).former
    assert former is not None
    assert former.is_issue


def test_of_an_earlier_issue_what_was_issued_counts(workspace: Path) -> None:
    """The file may have been changed since."""
    write_brief("old", "", reference="WB-1", version=1)
    issue(workspace, "WB-1", 1, "press")
    former = read(write_brief(changes="old.yaml", reference="WB-2", version=1)).former
    assert former is not None
    assert set(former.issued) == {"press"}
    assert former.reading is not None


@pytest.mark.parametrize(
    ("changes", "code", "message"),
    [
        ("gone.yaml", Code.CHANGES_UNKNOWN, "there is no file `gone.yaml`"),
        ("../../out.yaml", Code.PATH_OUTSIDE, "leads out of the workspace"),
        ("/etc/x.yaml", Code.PATH_OUTSIDE, "does not begin at the brief's folder"),
        ("talks.yaml", Code.CHANGES_UNKNOWN, "a brief cannot be compared with itself"),
        ("french.yaml", Code.CHANGES_UNREADABLE, "`french.yaml` is in `fr`, and this brief in `en-GB`"),
        ("broken.yaml", Code.CHANGES_UNREADABLE, "`broken.yaml` as it was has errors"),
        ("HEAD~999", Code.CHANGES_UNKNOWN, "there is no revision `HEAD~999` in git here, and no brief of that name"),
        ("We now judge otherwise.", Code.CHANGES_UNKNOWN, "no revision `We now judge otherwise.`"),
        ("--help", Code.CHANGES_UNKNOWN, "no revision `--help`"),
    ],
)
def test_what_cannot_be_compared_with_is_an_error_at_its_line(
    workspace: Path, changes: str, code: Code, message: str
) -> None:
    """No traceback, and nothing is built as if there were nothing to tell."""
    write_brief("french", "", language="fr")
    (workspace / "briefs" / "broken.yaml").write_text("format: 1\ntitle: [\n", "utf-8")
    reading = read(write_brief(changes=f"{{since: '{changes}'}}"))
    ((found, line, words),) = told(reading)
    assert (found, line) == (code, 6)
    assert message in words
    assert reading.diagnostics[0].hint
    assert reading.former is None


def test_a_broken_outbox_is_told(workspace: Path) -> None:
    """And the box is not left out in silence."""
    (workspace / ".briefmaker").mkdir()
    (workspace / ".briefmaker" / OUTBOX_NAME).write_bytes(b"no database " * 100)
    ((code, line, _),) = told(read(write_brief()))
    assert (code, line) == (Code.CHANGES_UNREADABLE, 6)


@needs_git
def test_a_revision_is_read_with_its_data(workspace: Path) -> None:
    """The table of a figure is that of then, not that of now."""
    begin_repository(workspace)
    figures = "{f: {data: d.csv, alt: x}}"
    for number in (1, 2):
        (workspace / "briefs" / "d.csv").write_text(f"land,share\nPeru,{number}\n", "utf-8")
        file = write_brief(changes="HEAD~1", version=number, figures=figures, bottom_line=f"Version {number}.")
        commit(workspace)
    reading = read(file)
    assert reading.former is not None
    old = reading.former.reading
    assert old is not None
    assert old.brief is not None
    assert old.brief.version == 1
    assert old.tables["f"].rows == (("Peru", "1"),)
    assert {"revision:HEAD~1:briefs/talks.yaml", "revision:HEAD~1:briefs/d.csv"} < reading.seen.keys()


def test_what_was_seen_in_the_outbox_is_looked_at_again(workspace: Path) -> None:
    """What is issued under this version, or under another key, changes nothing."""
    issue(workspace, "PBN-7", 1)
    reading = read(write_brief(reference="PBN-7", version=3))
    ((name, before),) = [(name, sha256) for name, sha256 in reading.seen.items() if name.startswith("issued:")]
    here = Workspace(workspace)
    assert look_at_former(here, name) == before
    issue(workspace, "PBN-7", 3)
    issue(workspace, "PBN-8", 2)
    assert look_at_former(here, name) == before
    issue(workspace, "PBN-7", 2)
    assert look_at_former(here, name) != before
