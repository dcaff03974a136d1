"""Which version may follow which."""

import datetime
from pathlib import Path

import pytest

from briefmaker.delivery.letter import Mailbox
from briefmaker.delivery.messages import Message, State
from briefmaker.delivery.postings import About
from briefmaker.diagnostics import Places, Severity, Span
from briefmaker.jobs.mailing.matter import Facts
from briefmaker.jobs.mailing.version_order import check_order, tell_other_file, tell_superseded
from briefmaker.model.mail_purpose import Purpose

NOW = datetime.datetime(2026, 3, 2, 7, 0, tzinfo=datetime.UTC)
PLACES = Places("briefs/a.yaml", ("format: 1", "version: 2"), {"": Span(), "version": Span(2, 10, 2, 11)})
TWO = Facts("briefs/a.yaml", "PBN-1", 2, NOW.date())


def put(version: int, state: State = State.SENT, purpose: Purpose = Purpose.ISSUE, *, number: int = 1) -> Message:
    """Give a message about a version."""
    about = About("PBN-1", "briefs/a.yaml", purpose, version, "S")
    return Message(number, "p@x", Mailbox("Ann", "ann@x"), f"<{number}@x>", about, state, 9, 1, NOW, NOW)


@pytest.mark.parametrize(
    ("before", "codes"),
    [
        ([], []),
        ([put(2)], []),
        ([put(1, State.FAILED)], []),
        ([put(1, State.DROPPED)], []),
        ([put(3, State.DROPPED)], []),
        ([put(3, purpose=Purpose.DRAFT), put(1, purpose=Purpose.CLEARANCE)], []),
        ([put(1), put(2, purpose=Purpose.CORRECTION)], []),
        ([put(1), put(2, State.QUEUED, Purpose.CORRECTION)], []),
        ([put(1)], ["MAL035"]),
        ([put(1, State.UNKNOWN)], ["MAL035"]),
        ([put(1), put(2, State.FAILED, Purpose.CORRECTION)], []),
        ([put(1), put(2, State.DROPPED, Purpose.CORRECTION)], []),
        ([put(1, State.QUEUED)], ["MAL032"]),
        ([put(1), put(1, State.SENDING)], ["MAL032", "MAL035"]),
        ([put(3)], ["MAL031"]),
        ([put(1, State.QUEUED), put(3, State.QUEUED)], ["MAL031"]),
    ],
)
def test_a_version_follows_what_was_sent_or_waits(before: list[Message], codes: list[str]) -> None:
    """Drafts are no versions; what was dropped, or failed, nobody has; a correction was sent, whatever came of it."""
    found = list(check_order(TWO, before, PLACES))
    assert [each.code for each in found] == codes
    assert all(each.severity is Severity.ERROR and each.hint for each in found)


@pytest.mark.parametrize(
    ("message", "others", "is_superseded"),
    [
        (put(1, State.FAILED), [put(2)], True),
        (put(1, State.UNKNOWN), [put(2, State.QUEUED, Purpose.CORRECTION)], True),
        (put(1, State.FAILED), [put(2, State.FAILED)], False),
        (put(2, State.FAILED), [put(2), put(1)], False),
        (put(1, State.FAILED, Purpose.CLEARANCE), [put(2)], False),
        (put(1, State.FAILED), [put(2, purpose=Purpose.DRAFT)], False),
    ],
)
def test_what_was_replaced_is_not_tried_again(message: Message, others: list[Message], is_superseded: bool) -> None:
    """As long as what replaces it was sent, or goes; a question to somebody is of its own time."""
    assert bool(tell_superseded(message, [message, *others])) is is_superseded


def test_another_file_under_the_same_reference_is_told_while_it_is_there(tmp_path: Path) -> None:
    """One that is gone was renamed."""
    other = Facts("briefs/b.yaml", "PBN-1", 2, NOW.date())
    assert list(tell_other_file(other, [put(1)], tmp_path, PLACES)) == []
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "a.yaml").touch()
    (told,) = tell_other_file(other, [put(1)], tmp_path, PLACES)
    assert (told.code, told.severity) == ("MAL036", Severity.WARNING)
    assert "briefs/a.yaml" in told.message
    assert list(tell_other_file(TWO, [put(1)], tmp_path, PLACES)) == []
    assert list(tell_other_file(other, [], tmp_path, PLACES)) == []
