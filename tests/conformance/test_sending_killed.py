"""A process is killed at random moments while it sends: nothing is lost, nothing comes twice, and what is unknown is shown."""

import os
import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from tests.delivery.mail_killing import Killed, begin_sending, find_wrong, kill_while_sending, time_sending
from tests.delivery.mail_server import Habits, MailServer
from tests.delivery.postbox import NOW, write_postings

from briefmaker.delivery.messages import State
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.secret import Secrets
from briefmaker.delivery.sending import send_due
from briefmaker.delivery.server_access import Access

KILLS, MOST, MESSAGES = 300, 1200, 20

pytestmark = [pytest.mark.conformance, pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")]


def test_nothing_is_lost_or_doubled_by_kills(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """300 of them that land while messages are being sent, at moments drawn anew each time; others besides."""
    chance = random.Random(6)  # noqa: S311 - moments, not secrets
    killed: list[Killed] = []
    with MailServer() as server:
        longest = time_sending(tmp_path / "undisturbed", server, MESSAGES)
        while sum(each.is_amid for each in killed) < KILLS:
            assert len(killed) < MOST, f"only {sum(each.is_amid for each in killed)} kills landed while sending"
            folder = tmp_path / str(len(killed))
            killed.append(kill_while_sending(folder, server, MESSAGES, chance.uniform(0, longest)))
            shutil.rmtree(folder)
    unknown = sum(each.unknown for each in killed)
    with capsys.disabled():
        print(f"\n{len(killed)} kills, {KILLS} of them while sending; {unknown} messages unknown, all shown")  # noqa: T201
    assert [wrong for each in killed for wrong in each.wrong] == []
    assert unknown > 0


def test_the_judge_sees_what_is_lost_and_what_is_doubled(tmp_path: Path) -> None:
    """An outbox that puts back by itself what was being sent sends it twice; one that forgets a message loses it."""
    with MailServer(Habits(slow_to_answer=60)) as server:
        with Outbox(tmp_path) as outbox:
            outbox.queue(write_postings(3), now=NOW)
        with begin_sending(tmp_path, server) as sending:
            while not server.received:
                pass
            sending.kill()
        server.habits.slow_to_answer = 0
        with closing(Outbox(tmp_path)._open()) as connection:
            connection.execute("UPDATE messages SET state = 'queued' WHERE state = 'sending'")
            connection.execute("UPDATE messages SET state = 'dropped' WHERE number = 3")
        with Outbox(tmp_path) as outbox:
            send_due(outbox, Access(server.settings(), Secrets(tmp_path), server.authority))
            assert [each.state for each in outbox.messages()] == [State.SENT, State.SENT, State.DROPPED]
            assert find_wrong(outbox, server, 3) == [
                "message 1 came 2 times",
                "message 1 is sent and came 2 times",
                "message 3 is dropped and came 0 times",
            ]
