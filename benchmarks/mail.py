"""One brief to 1,000 recipients: what planning, queueing and sending cost here, a message, beside a server in another process.

    python benchmarks/mail.py [RECIPIENTS]

All enclose the same PDF and Word document, of the flagship's size. The program ends with 1 when a message costs more than
10 ms of processor time, or more than one connection is opened.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from side_by_side import PROJECT

sys.path.insert(0, str(PROJECT))
from tests.delivery.mail_server import Habits, MailServer
from tests.delivery.postbox import write_postings
from tests.end_to_end.mail_case import BRIEF, SETTINGS

from briefmaker.delivery.messages import State
from briefmaker.delivery.outbox import Outbox, tell_time
from briefmaker.delivery.outbox_file import OUTBOX_NAME
from briefmaker.delivery.secret import Secrets
from briefmaker.delivery.sending import send_due
from briefmaker.delivery.server_access import Access
from briefmaker.jobs.mailing.plan import plan_mail
from briefmaker.jobs.mailing.wishes import MailWishes
from briefmaker.model.mail_settings import MailServer as ServerSettings

RECIPIENTS = 1000
ENCLOSED = 300_000
LIMIT = 10.0  # ms
SERVE = "--serve"


def main() -> int:
    """Measure, show, and tell whether the limits were kept."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else RECIPIENTS
    postings = write_postings(count, size=ENCLOSED)
    with (
        subprocess.Popen(
            [sys.executable, __file__, SERVE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as server,
        tempfile.TemporaryDirectory() as name,
    ):
        port, authority = _read_place(server)
        settings = ServerSettings(host="localhost", port=port)
        clock, start = time.perf_counter(), time.process_time()
        with Outbox(Path(name)) as outbox:
            outbox.queue(postings, now=tell_time())
            queued = time.process_time()
            sent = send_due(outbox, Access(settings, Secrets(Path(name)), authority))
        ended, took = time.process_time(), time.perf_counter() - clock
        size = (Path(name) / OUTBOX_NAME).stat().st_size
    each = (ended - start) / count * 1000
    done = len(sent.in_state(State.SENT))
    print(f"{done:,} of {count:,} messages of {ENCLOSED / 1000:.0f} kB sent in {took:.1f} s")
    print(
        f"own work: {each:.2f} ms of processor time a message, of which {(queued - start) / count * 1000:.2f} to queue it"
    )
    print(f"connections opened: {sent.connections}")
    print(f"size of the outbox: {size / 1000:.0f} kB")
    planned = _measure_plan(count)
    print(f"to plan and compose it, documents made included: {planned:.2f} ms of processor time a message")
    return 0 if done == count and each + planned <= LIMIT and sent.connections == 1 else 1


def _measure_plan(count: int) -> float:
    """Give the milliseconds of processor time, a message, in which a send of one brief to a long list is planned."""
    people = "".join(
        f"      - {{name: Reader {number}, email: r{number}@example.int, clearance: NATO RESTRICTED}}\n"
        for number in range(count)
    )
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "briefs").mkdir()
        settings = SETTINGS.format(port=1).replace(
            "distribution_lists:\n", f"distribution_lists:\n  many:\n    people:\n{people}"
        )
        (root / "briefmaker.yaml").write_text(settings, "utf-8")
        (root / "authority.pem").write_text("-----BEGIN CERTIFICATE-----\n", "utf-8")
        brief = root / "briefs" / "talks.yaml"
        brief.write_text(BRIEF.replace("[office, press]", "[many]"), "utf-8")
        start = sum(os.times()[:4])
        plan = plan_mail(brief, MailWishes())
        used = sum(os.times()[:4]) - start
    if len(plan.messages) != count:
        raise SystemExit(f"the send is stopped: {plan.diagnostics}")
    return used / count * 1000


def _read_place(server: "subprocess.Popen[str]") -> tuple[int, str]:
    """Give the server's port and the certificate to trust."""
    told = json.loads(server.stdout.readline()) if server.stdout else {}
    return told["port"], told["authority"]


def _serve() -> None:
    """Be the server, until nobody listens any more."""
    with MailServer(Habits(security="starttls")) as server:
        print(json.dumps({"port": server.port, "authority": server.authority}), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    if SERVE in sys.argv:
        _serve()
    else:
        sys.exit(main())
