"""Kills a process while it sends, at random moments, and looks whether anything was lost or came twice."""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.delivery.mail_server import MailServer
from tests.delivery.postbox import NOW, write_postings

from briefmaker.delivery.messages import State
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.secret import Secrets
from briefmaker.delivery.sending import send_due
from briefmaker.delivery.server_access import Access

_SENDER = """
import sys
from pathlib import Path
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.secret import Secrets
from briefmaker.delivery.sending import send_due
from briefmaker.delivery.server_access import Access
from briefmaker.model.mail_settings import MailServer
folder, host, port, authority = sys.argv[1:]
server = MailServer(host=host, port=int(port), timeout=10)
with Outbox(Path(folder)) as outbox:
    print("begin", flush=True)
    send_due(outbox, Access(server, Secrets(Path(folder)), authority))
    print("end", flush=True)
"""


@dataclass(frozen=True)
class Killed:
    """What came of one kill: whether it landed while messages were being sent, how many became unknown, and what is wrong."""

    is_amid: bool
    unknown: int
    wrong: tuple[str, ...]


def begin_sending(folder: Path, server: MailServer) -> "subprocess.Popen[str]":
    """Begin a process that sends what is due, and says ``begin`` and ``end``."""
    settings = server.settings()
    return subprocess.Popen(
        [sys.executable, "-c", _SENDER, str(folder), settings.host, str(settings.port), server.authority],
        stdout=subprocess.PIPE,
        text=True,
    )


def time_sending(folder: Path, server: MailServer, count: int) -> float:
    """Give the seconds that it takes to send ``count`` messages, from the process's first word to its last."""
    _fill(folder, count)
    with begin_sending(folder, server) as sending:
        assert sending.stdout is not None
        sending.stdout.readline()
        start = time.perf_counter()
        assert sending.stdout.readline() == "end\n"
        return time.perf_counter() - start


def kill_while_sending(folder: Path, server: MailServer, count: int, seconds: float) -> Killed:
    """Kill a process some seconds after it began to send, send the rest, and judge what came to the server."""
    server.received.clear()
    _fill(folder, count)
    with begin_sending(folder, server) as sending:
        assert sending.stdout is not None
        sending.stdout.readline()
        time.sleep(seconds)
        sending.kill()
        is_over = "end" in sending.stdout.read()
    with Outbox(folder) as outbox:
        left = [message.state for message in outbox.messages()]
        send_due(outbox, Access(server.settings(), Secrets(folder), server.authority))
        wrong = tuple(find_wrong(outbox, server, count))
    is_amid = not is_over and set(left) not in ({State.QUEUED}, {State.SENT})
    return Killed(is_amid, left.count(State.UNKNOWN), wrong)


def find_wrong(outbox: Outbox, server: MailServer, count: int) -> list[str]:
    """Give what must not be: a message that came twice, one that did not come and is not shown, one that says what is not so."""
    messages, came = outbox.messages(), server.count()
    wrong = [] if len(messages) == count else [f"{len(messages)} of {count} messages are in the outbox"]
    for message in messages:
        times = came[message.message_id]
        if times > 1:
            wrong.append(f"message {message.number} came {times} times")
        if not (message.needs_a_person or (message.state is State.SENT and times == 1)):
            wrong.append(f"message {message.number} is {message.state} and came {times} times")
    return wrong


def _fill(folder: Path, count: int) -> None:
    with Outbox(folder) as outbox:
        outbox.queue(write_postings(count, size=100_000), now=NOW)
