"""What is due is sent once, and whatever the server does, each message ends in the state that it deserves."""

import datetime
import os
import random
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from tests.delivery.mail_killing import begin_sending, find_wrong
from tests.delivery.mail_server import Habits, Phase
from tests.delivery.postbox import NOW, SENDER, open_post

from briefmaker.delivery.messages import State
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.sending import PAUSES, send_due
from briefmaker.diagnostics import BriefmakerError

QUEUED, SENT, FAILED, UNKNOWN = State.QUEUED, State.SENT, State.FAILED, State.UNKNOWN


@pytest.mark.parametrize(
    "habits",
    [
        Habits(),
        Habits(security="tls"),
        Habits(login="password"),
        Habits(login="password", security="tls"),
        Habits(login="xoauth2"),
    ],
    ids=lambda habits: f"{habits.security} {habits.login}",
)
def test_all_are_sent_over_one_connection(tmp_path: Path, habits: Habits) -> None:
    """Whichever way it is encrypted and logged in; each with its own bytes, to its reader alone."""
    with open_post(tmp_path, habits) as post:
        sent = post.send()
        assert post.states() == [SENT] * 3
        assert (sent.connections, post.server.connections, sent.stopped) == (1, 1, None)
        assert [(each.sender, each.to) for each in post.server.received] == [
            (SENDER, (message.to.address,)) for message in post.outbox.messages()
        ]
        assert [each.content for each in post.server.received] == [post.outbox.content(n) for n in (1, 2, 3)]
        assert [message.sent_at for message in post.outbox.messages()] == [NOW] * 3
        assert post.answers() == [f"250 2.0.0 taken as {n}" for n in (1, 2, 3)]


def test_what_was_sent_is_not_sent_again(tmp_path: Path) -> None:
    """Nor is the server asked for nothing."""
    with open_post(tmp_path) as post:
        post.send()
        assert post.send().messages == ()
        assert (post.server.connections, len(post.server.received)) == (1, 3)


def test_one_that_is_refused_keeps_no_other_back(tmp_path: Path) -> None:
    """For good: it is never tried again by itself; what the server said is on record."""
    with open_post(tmp_path, Habits(refuse={"reader2@example.int": "550 5.1.1 no such reader"})) as post:
        sent = post.send()
        assert post.states() == [SENT, FAILED, SENT]
        assert sent.needs_a_person
        assert post.answers()[1] == "the recipient was refused: 550 5.1.1 no such reader"
        post.clock.wait(7 * 24 * 3600)
        assert post.send().messages == ()


@pytest.mark.parametrize(
    ("habits", "said"),
    [
        (Habits(refuse_messages="554 5.7.1 looks like spam"), "the message was refused: 554 5.7.1 looks like spam"),
        (Habits(refuse_senders="553 5.7.1 not yours"), "the sender was refused: 553 5.7.1 not yours"),
        (Habits(size=10_500), "it has 0.02 MB, and the server takes 0.01 MB at most; enclose less, and mail it anew"),
    ],
)
def test_what_the_server_takes_from_nobody_fails(tmp_path: Path, habits: Habits, said: str) -> None:
    """A message over its size is not even begun."""
    with open_post(tmp_path, habits, count=1, size=10_400) as post:
        post.send()
        assert (post.states(), post.answers()) == ([FAILED], [said])
        assert ("MAIL" in post.server.commands) is (habits.size is None)


def test_what_is_put_off_is_tried_again_after_longer_and_longer_pauses(tmp_path: Path) -> None:
    """And after the last it waits for a person."""
    with open_post(tmp_path, Habits(greylist=100), count=1) as post:
        for minutes in PAUSES:
            post.send()
            (message,) = post.outbox.messages()
            assert message.state is QUEUED
            assert message.not_before - post.clock() == datetime.timedelta(minutes=minutes)
            assert post.send().messages == ()
            post.clock.wait(minutes * 60)
        post.send()
        (message,) = post.outbox.messages()
        assert message.state is FAILED
        assert message.answer.startswith("given up after 12 attempts: the recipient was refused: 451 4.7.1 greylisted")
        post.outbox.retry(1)
        post.send()
        assert post.states() == [QUEUED]


def test_a_server_that_greylists_is_waited_for_with_patience(tmp_path: Path) -> None:
    """As long as there is patience, over one connection."""
    with open_post(tmp_path, Habits(greylist=1)) as post:
        sent = post.send(patience=90)
        assert (post.states(), post.clock.waited) == ([SENT] * 3, [60.0])
        assert [message.attempts for message in sent.messages] == [2] * 3
        assert sent.connections == 1
    with open_post(tmp_path / "more", Habits(greylist=2)) as post:
        post.send(patience=90)
        assert (post.states(), post.clock.waited) == ([QUEUED] * 3, [60.0])


@pytest.mark.parametrize("phase", [Phase.MAIL, Phase.RCPT, Phase.DATA, Phase.BODY])
def test_a_connection_lost_before_the_message_is_handed_over_is_safe(tmp_path: Path, phase: Phase) -> None:
    """The message waits and comes once, however often that happens; the others go by a new connection."""
    size = 8_000_000 if phase is Phase.BODY else 1000
    with open_post(tmp_path, Habits(cut=phase, cuts=1), size=size) as post:
        sent = post.send(patience=60)
        assert (post.states(), sent.connections) == ([SENT] * 3, 2)
        assert set(post.server.count().values()) == {1}
        assert "before the message was handed over" in post.outbox.events(1)[2].data["answer"]


@pytest.mark.parametrize(("phase", "received"), [(Phase.TAKEN, 3), (Phase.NOT_TAKEN, 2)])
def test_a_connection_lost_before_the_answer_leaves_it_unknown(tmp_path: Path, phase: Phase, received: int) -> None:
    """Whether the server has it or not, nobody here can know; it is not sent again until a person asks."""
    with open_post(tmp_path, Habits(cut=phase, cuts=1)) as post:
        sent = post.send(patience=1000)
        assert post.states() == [UNKNOWN, SENT, SENT]
        assert sent.needs_a_person
        assert len(post.server.received) == received
        post.clock.wait(7 * 24 * 3600)
        assert post.send().messages == ()
        post.outbox.retry(1)
        post.send()
        assert post.states() == [SENT] * 3
        assert len(post.server.received) == received + 1


@pytest.mark.parametrize("seed", range(40))
def test_a_server_that_hangs_up_at_random_loses_and_doubles_nothing(tmp_path: Path, seed: int) -> None:
    """In any phases, after any number of messages, any number of times: in the end each is sent once, or shown as unknown."""
    chance = random.Random(seed)  # noqa: S311 - chance, not secrets
    phases = tuple(chance.sample(list(Phase), chance.randint(1, 3)))
    habits = Habits(login="password", cut=phases, cuts=chance.randint(1, 4), skip=chance.randint(0, 30))
    with open_post(tmp_path, habits, count=8) as post:
        for _ in range(6):
            with suppress(BriefmakerError):
                post.send(patience=600)
            post.clock.wait(3600)
        assert find_wrong(post.outbox, post.server, 8) == []


@pytest.mark.parametrize("phase", [Phase.RSET, Phase.QUIT])
def test_a_connection_lost_between_messages_costs_nothing(tmp_path: Path, phase: Phase) -> None:
    """No message is touched by it."""
    with open_post(tmp_path, Habits(cut=phase, cuts=1)) as post:
        post.send()
        assert post.states() == [SENT] * 3
        assert {message.attempts for message in post.outbox.messages()} == {1}


def test_a_server_that_keeps_hanging_up_is_given_up_for_now(tmp_path: Path) -> None:
    """After three connections running; what was not tried waits as before."""
    with open_post(tmp_path, Habits(cut=Phase.DATA), count=6) as post:
        sent = post.send()
        assert sent.stopped is not None
        assert "3 messages running could not be handed over" in sent.stopped.message
        assert "the connection was lost" in sent.stopped.message
        assert [message.attempts for message in post.outbox.messages()] == [1, 1, 1, 0, 0, 0]
        assert post.states() == [QUEUED] * 6


def test_a_server_that_goes_away_in_the_midst_leaves_the_rest_waiting(tmp_path: Path) -> None:
    """What was sent is sent; why it stopped is told beside it."""
    with open_post(tmp_path, Habits(refuse={"reader2@example.int": "450 4.2.0 busy"})) as post:

        def go_away(seconds: float) -> None:
            post.server.habits.cut = (Phase.RSET, Phase.CONNECT)
            post.clock.wait(seconds)

        sent = send_due(post.outbox, post.access(), wait=go_away, patience=60)
        assert post.states() == [SENT, QUEUED, SENT]
        assert sent.stopped is not None
        assert "hung up" in sent.stopped.message
        assert post.outbox.message(2).attempts == 1


def test_a_server_that_takes_only_so_many_in_a_time_is_not_pressed(tmp_path: Path) -> None:
    """After three that it puts off the others wait without an attempt; with patience the run goes on by itself."""
    habits = Habits(refuse_messages="450 4.7.1 too many for now", takes=2)
    with open_post(tmp_path, habits, count=8) as post:
        sent = post.send()
        assert sent.stopped is not None
        assert sent.stopped.message.endswith("the message was refused: 450 4.7.1 too many for now")
        assert [message.attempts for message in post.outbox.messages()] == [1, 1, 1, 1, 1, 0, 0, 0]

        def wait(seconds: float) -> None:
            post.server.habits.takes += 4
            post.clock.wait(seconds)

        sent = send_due(post.outbox, post.access(), wait=wait, patience=1000)
        assert sent.stopped is None
        assert post.states() == [SENT] * 8
        assert set(post.server.count().values()) == {1}


def test_two_processes_that_send_at_once_send_each_message_once(tmp_path: Path) -> None:
    """Against one server."""
    with open_post(tmp_path, count=40) as post:
        senders = [begin_sending(post.outbox.folder, post.server) for _ in range(2)]
        assert [sender.communicate(timeout=60)[0] for sender in senders] == ["begin\nend\n"] * 2
        assert find_wrong(post.outbox, post.server, 40) == []
        assert post.states() == [SENT] * 40


def test_a_disk_that_fills_up_while_it_sends_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """Whatever could not be recorded is shown as unknown; once there is room, the rest is sent."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root can make a small disk")
    try:
        with open_post(disk, count=30) as post:
            ballast = disk / "ballast"
            ballast.write_bytes(bytes(shutil.disk_usage(disk).free - 60_000))
            stopped = post.send().stopped
            assert stopped is not None
            assert "no room on the disk" in stopped.message
            ballast.unlink()
            with Outbox(post.outbox.folder) as outbox:
                send_due(outbox, post.access())
                assert find_wrong(outbox, post.server, 30) == []
                assert [message.state for message in outbox.messages()].count(SENT) >= 29
    finally:
        subprocess.run(["umount", disk], check=True)


def test_it_stops_where_nobody_may_send_without_a_login(tmp_path: Path) -> None:
    """The message at hand waits like all others, and its attempt does not count."""
    with open_post(tmp_path, Habits(login="password")) as post:
        with pytest.raises(BriefmakerError, match="lets nobody send who has not logged in: 530"):
            post.send(user=None, password=None)
        assert post.states() == [QUEUED] * 3
        assert {message.attempts for message in post.outbox.messages()} == {0}


def test_a_message_whose_bytes_are_broken_fails_alone(tmp_path: Path) -> None:
    """The others are sent."""
    with open_post(tmp_path) as post:
        with post.outbox.writing() as connection:
            connection.execute("DROP TRIGGER pieces_update")
            connection.execute("UPDATE pieces SET content = x'00' WHERE number = 1")
        post.send()
        assert post.states() == [FAILED, SENT, SENT]


class StopNow(BaseException):
    """Stands for a signal that stops the program."""


@pytest.mark.parametrize(("moment", "state"), [("MAIL", QUEUED), ("getreply", UNKNOWN)])
def test_a_program_that_is_stopped_says_what_it_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, state: State
) -> None:
    """Before the message was handed over it waits; after that, nobody knows."""
    from briefmaker.delivery.transfer import Transfer

    def stop(*_: object, **__: object) -> None:
        raise StopNow

    with open_post(tmp_path, count=1) as post:
        if moment == "MAIL":
            monkeypatch.setattr(Transfer, "_announce", stop)
        else:
            send = Transfer._send

            def send_and_stop(self: Transfer, content: bytes) -> None:
                send(self, content)
                if content == b".\r\n":
                    raise StopNow

            monkeypatch.setattr(Transfer, "_send", send_and_stop)
        with pytest.raises(StopNow):
            post.send()
        assert post.states() == [state]
