"""What counts as the same, sent before."""

import datetime

import pytest

from briefmaker.delivery.letter import Mailbox
from briefmaker.delivery.messages import Message, State
from briefmaker.delivery.postings import About
from briefmaker.jobs.mailing.repeats import Before, Same
from briefmaker.model.mail_purpose import Purpose

NOW = datetime.datetime(2026, 3, 2, 7, 0, tzinfo=datetime.UTC)
SAME = Same("ann@example.int", "press", "c0ffee")


def write_message(number: int, state: State = State.SENT, purpose: Purpose = Purpose.ISSUE) -> Message:
    """Give a message to Ann of version 1 in the edition for the press."""
    about = About("PBN-1", "briefs/a.yaml", purpose, 1, "S", edition="press", content="c0ffee")
    to = Mailbox("Ann", "Ann@Example.int")
    return Message(number, "p@example.int", to, f"<{number}@x>", about, state, 9, 1, NOW, NOW)


@pytest.mark.parametrize(
    ("asked", "purpose", "is_found"),
    [
        (Purpose.ISSUE, Purpose.CORRECTION, True),
        (Purpose.CORRECTION, Purpose.ISSUE, True),
        (Purpose.ISSUE, Purpose.DRAFT, False),
        (Purpose.CLEARANCE, Purpose.CLEARANCE, True),
        (Purpose.CLEARANCE, Purpose.ISSUE, False),
    ],
)
def test_who_has_a_version_has_it_however_it_came(asked: Purpose, purpose: Purpose, is_found: bool) -> None:
    """By a correction as by an issue; drafts and questions are each something of their own."""
    before = Before(asked, 1, (write_message(1, purpose=purpose),))
    assert (before.find(SAME) is not None) is is_found
    assert before.count(SAME) == is_found


@pytest.mark.parametrize(
    "other",
    [
        Same("ben@example.int", "press", "c0ffee"),
        Same("ann@example.int", "", "c0ffee"),
        Same("ann@example.int", "press", "0ther"),
    ],
)
def test_another_reader_edition_or_content_is_not_the_same(other: Same) -> None:
    """Nor is another version."""
    assert Before(Purpose.ISSUE, 1, (write_message(1),)).find(other) is None
    assert Before(Purpose.ISSUE, 2, (write_message(1),)).find(SAME) is None


def test_what_was_dropped_is_counted_and_not_had() -> None:
    """Its name in the outbox is taken; the last that somebody has is the one that is told."""
    dropped = Before(Purpose.ISSUE, 1, (write_message(1, State.DROPPED),))
    assert (dropped.find(SAME), dropped.count(SAME)) == (None, 1)
    both = Before(Purpose.ISSUE, 1, (write_message(1, State.FAILED), write_message(2), write_message(3, State.DROPPED)))
    found = both.find(SAME)
    assert found is not None
    assert (found.number, both.count(SAME)) == (2, 3)
