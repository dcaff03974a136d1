"""Two processes never send one message, and what a dead one was sending is for a person."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from tests.delivery.postbox import NOW, Clock, write_postings

from briefmaker.delivery.claims import Claims
from briefmaker.delivery.messages import State
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.presence import is_present

_TAKER = """
import sys
from pathlib import Path
from briefmaker.delivery.claims import Claims
from briefmaker.delivery.outbox import Outbox
with Outbox(Path(sys.argv[1])) as outbox, Claims(outbox) as claims:
    while (message := claims.take()) is not None:
        print(message.number, flush=True)
        if len(sys.argv) > 2:
            sys.stdin.read()
        claims.mark_sent(message, "250 taken")
"""


def begin_taking(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    """Begin a process that takes messages; with an argument it waits after the first."""
    return subprocess.Popen(
        [sys.executable, "-c", _TAKER, str(folder), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_processes_share_what_there_is(tmp_path: Path) -> None:
    """Each message is taken by one of them, and all are."""
    with Outbox(tmp_path) as outbox:
        outbox.queue(write_postings(100), now=NOW)
        takers = [begin_taking(tmp_path) for _ in range(2)]
        taken = [[int(line) for line in taker.communicate(timeout=60)[0].split()] for taker in takers]
        assert sorted(number for numbers in taken for number in numbers) == list(range(1, 101))
        assert {message.state for message in outbox.messages()} == {State.SENT}
        assert {message.attempts for message in outbox.messages()} == {1}


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")
def test_what_a_killed_process_was_sending_becomes_unknown(tmp_path: Path) -> None:
    """At the next opening, and not while it lives; what it had not taken still waits."""
    with Outbox(tmp_path) as outbox:
        outbox.queue(write_postings(2), now=NOW)
    with begin_taking(tmp_path, "wait") as taker:
        assert taker.stdout is not None
        assert taker.stdout.readline() == "1\n"
        with Outbox(tmp_path) as outbox:
            assert [each.state for each in outbox.messages()] == [State.SENDING, State.QUEUED]
        taker.send_signal(signal.SIGKILL)
        taker.wait()
    with Outbox(tmp_path) as outbox:
        assert [each.state for each in outbox.messages()] == [State.UNKNOWN, State.QUEUED]
        assert "ended before it heard an answer" in outbox.message(1).answer
        assert [event.event for event in outbox.events(1)] == ["queued", "sending", "unknown"]
    assert list((tmp_path / "senders").iterdir()) == []


def test_a_sender_is_present_as_long_as_it_is_at_work(tmp_path: Path) -> None:
    """Also for others of its own process; a name that nobody has is not."""
    with Outbox(tmp_path, Clock()) as outbox:
        outbox.queue(write_postings(1), now=NOW)
        with Claims(outbox) as claims:
            assert claims.take() is not None
            name = str(outbox.events(1)[-1].data["by"])
            assert is_present(tmp_path, name)
        assert not is_present(tmp_path, name)
        assert not is_present(tmp_path, "elsewhere:1:0123456789ab")


def test_whoever_was_taken_for_dead_may_still_say_what_came_of_it(tmp_path: Path) -> None:
    """Somebody removed its lock: what it knows is more than unknown."""
    with Outbox(tmp_path, Clock()) as outbox, Claims(outbox) as claims:
        outbox.queue(write_postings(1), now=NOW)
        message = claims.take()
        assert message is not None
        for file in (tmp_path / "senders").iterdir():
            file.unlink()
        with Outbox(tmp_path) as other:
            assert other.message(1).state is State.UNKNOWN
        claims.mark_sent(message, "250 taken")
        assert outbox.message(1).state is State.SENT


def test_nothing_is_taken_before_its_time(tmp_path: Path) -> None:
    """What was put back waits as long as it was told to."""
    clock = Clock()
    with Outbox(tmp_path, clock) as outbox, Claims(outbox) as claims:
        outbox.queue(write_postings(1), now=NOW)
        message = claims.take()
        assert message is not None
        clock.wait(60)
        claims.put_back(message, "450 later", clock())
        clock.now = NOW
        assert claims.take() is None
        clock.wait(60)
        again = claims.take()
        assert again is not None
        assert (again.attempts, again.answer) == (2, "450 later")


@pytest.mark.parametrize(("ahead", "is_taken"), [(timedelta(hours=24), False), (timedelta(days=26_000), True)])
def test_what_was_queued_by_a_clock_that_stood_ahead_does_not_wait_for_it(
    tmp_path: Path, ahead: timedelta, is_taken: bool
) -> None:
    """A machine whose battery was empty once would else keep its messages until that year; who was put off waits."""
    clock = Clock()
    with Outbox(tmp_path, clock) as outbox, Claims(outbox) as claims:
        outbox.queue(write_postings(1), now=clock() + ahead)
        assert outbox.has_due() is is_taken
        assert (claims.take() is not None) is is_taken
