"""The outbox keeps all that is put into it, in states that change only as they may, and a record that nobody changes."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.delivery.postbox import NOW, SENDER, Clock, write_about, write_issued, write_posting, write_postings

from briefmaker.delivery.messages import State
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.outbox_file import OUTBOX_NAME
from briefmaker.diagnostics import BriefmakerError


def test_messages_are_given_back_as_they_were_queued(tmp_path: Path) -> None:
    """With their bytes; pieces that many have in common are kept once."""
    postings = write_postings(3)
    with Outbox(tmp_path) as outbox:
        numbers = outbox.queue(postings, now=NOW)
        found = [outbox.message(number) for number in numbers]
        assert [(each.to, each.message_id, each.about, each.sender) for each in found] == [
            (each.to, each.message_id, each.about, SENDER) for each in postings
        ]
        assert {(each.state, each.queued_at, each.not_before) for each in found} == {(State.QUEUED, NOW, NOW)}
        assert [outbox.content(number) for number in numbers] == [b"".join(each.pieces) for each in postings]
        assert [each.size for each in found] == [len(b"".join(each.pieces)) for each in postings]
    with closing(sqlite3.connect(tmp_path / OUTBOX_NAME)) as connection:
        assert connection.execute("SELECT count(*) FROM pieces").fetchone() == (4,)


def test_looking_makes_no_file(tmp_path: Path) -> None:
    """An outbox into which nothing was put is empty, and leaves nothing behind."""
    with Outbox(tmp_path / "records") as outbox:
        assert (outbox.messages(), outbox.issued("x"), outbox.history("x"), outbox.has_due()) == ((), (), (), False)
        with pytest.raises(BriefmakerError, match="no message 7"):
            outbox.content(7)
        with pytest.raises(BriefmakerError, match="empty"):
            outbox.retry(7)
    assert list(tmp_path.iterdir()) == []


def test_all_are_queued_or_none(tmp_path: Path) -> None:
    """One that is in the outbox already, by its Message-ID, keeps the others out, and what would be issued by them."""
    with Outbox(tmp_path) as outbox:
        outbox.queue([write_posting(1)], now=NOW)
        with pytest.raises(BriefmakerError, match=r"to reader1@example\.int is in the outbox already"):
            outbox.queue([write_posting(2), write_posting(1)], [write_issued()], now=NOW)
        assert [each.message_id for each in outbox.messages()] == ["<1@example.int>"]
        assert outbox.issued("PP/2026/7") == ()
        assert [event.event for event in outbox.history("PP/2026/7")] == ["queued"]


@pytest.mark.parametrize("line", [b"a\n.\nMAIL FROM:<x@y>\n", b"a\r.\rb", b"\n\r"])
def test_a_message_that_could_pass_for_two_is_never_queued(tmp_path: Path, line: bytes) -> None:
    """Lines end by CR and LF; whoever writes them otherwise has a mistake in the program, not in a brief."""
    posting = replace(write_posting(2), pieces=(b"Subject: x\r\n\r\n", line))
    with Outbox(tmp_path) as outbox:
        with pytest.raises(ValueError, match="ends otherwise"):
            outbox.queue([write_posting(1), posting], now=NOW)
        assert outbox.messages() == ()


def test_messages_are_found_by_key_and_state(tmp_path: Path) -> None:
    """Each alone, and both."""
    with Outbox(tmp_path, Clock()) as outbox:
        first, second = outbox.queue([write_posting(1), write_posting(2, write_about("PP/2026/8"))], now=NOW)
        outbox.resolve(second, State.DROPPED, "not needed")
        assert [each.number for each in outbox.messages(key="PP/2026/8")] == [second]
        assert [each.number for each in outbox.messages(state=State.QUEUED)] == [first]
        assert outbox.messages(key="PP/2026/8", state=State.QUEUED) == ()


def test_what_was_issued_first_stays(tmp_path: Path) -> None:
    """Under one key, version and edition; others are given by version."""
    with Outbox(tmp_path) as outbox:
        outbox.queue([], [write_issued(2, content="first"), write_issued(1)], now=NOW)
        outbox.queue([], [write_issued(2, content="second"), write_issued(2, "press")], now=NOW)
        assert [(each.version, each.edition) for each in outbox.issued("PP/2026/7")] == [(1, ""), (2, ""), (2, "press")]
        assert [each.content for each in outbox.issued("PP/2026/7", "")] == ["{}", "first"]


def test_each_change_of_a_message_is_recorded(tmp_path: Path) -> None:
    """In the order in which they happened, with what a person noted."""
    with Outbox(tmp_path, Clock()) as outbox:
        (number,) = outbox.queue([write_posting(1)], now=NOW)
        outbox.retry(number)
        outbox.resolve(number, State.DROPPED, "sent by courier")
        outbox.record("approved", "briefs/grain.yaml", "PP/2026/7", {"by": "Ann"})
        events = outbox.history("briefs/grain.yaml")
        assert [event.event for event in events] == ["queued", "retried", "resolved", "approved"]
        assert events == outbox.history("PP/2026/7")
        assert events[2].data == {"to": "reader1@example.int", "state": "dropped", "note": "sent by courier"}
        assert (events[3].message, events[3].data, events[3].at) == (None, {"by": "Ann"}, NOW)
        assert outbox.events(number) == events[:3]


def test_what_was_dropped_or_is_not_there_is_not_sent_again(tmp_path: Path) -> None:
    """And of several none is; nor can what waits be said to have been sent."""
    with Outbox(tmp_path, Clock()) as outbox:
        first, second = outbox.queue(write_postings(2), now=NOW)
        outbox.resolve(second, State.DROPPED, "not needed")
        for number, message in ((second, "message 2 is dropped"), (99, "no message 99")):
            with pytest.raises(BriefmakerError, match=message):
                outbox.retry(first, number)
        with pytest.raises(BriefmakerError, match="message 1 is queued"):
            outbox.resolve(first, State.SENT, "seen")
        assert [event.event for event in outbox.events(first)] == ["queued"]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE events SET data = '{}'",
        "DELETE FROM events",
        "DELETE FROM messages",
        "UPDATE messages SET to_address = 'x@y.int'",
        "UPDATE pieces SET content = x'00'",
        "DELETE FROM issued",
        "UPDATE abouts SET file = 'x'",
    ],
)
def test_the_record_cannot_be_changed(tmp_path: Path, change: str) -> None:
    """Not even by somebody with SQL: rows are only ever added, and of a message only what happens to it changes."""
    with Outbox(tmp_path) as outbox:
        outbox.queue(write_postings(1), [write_issued()], now=NOW)
    with closing(sqlite3.connect(tmp_path / OUTBOX_NAME)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            connection.execute(change)
        connection.execute("UPDATE messages SET answer = 'may change'")


def test_bytes_that_were_changed_are_not_sent(tmp_path: Path) -> None:
    """A disk that gives back other bytes is noticed by their hash."""
    with Outbox(tmp_path) as outbox:
        (number,) = outbox.queue(write_postings(1), now=NOW)
    with closing(sqlite3.connect(tmp_path / OUTBOX_NAME)) as connection, connection:
        connection.execute("DROP TRIGGER pieces_update")
        connection.execute("UPDATE pieces SET content = x'00'")
    with Outbox(tmp_path) as outbox, pytest.raises(BriefmakerError, match="not those which were stored"):
        outbox.content(number)
