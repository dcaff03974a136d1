"""What ``briefmaker outbox`` prints, and what it leaves with."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.delivery.mail_server import PASSWORD, Habits, Phase
from tests.delivery.mail_workspace import open_mail_workspace, queue_messages

from briefmaker.cli.main import briefmaker
from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.mailing.outbox import open_outbox


def run(*arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(briefmaker, ["outbox", *arguments])


def test_an_empty_outbox_says_so(workspace: Path) -> None:
    """In words and as data."""
    assert (run().stdout, run().exit_code) == ("the outbox is empty\n", 0)
    assert json.loads(run("--json").stdout) == {"messages": []}
    assert not (workspace / ".briefmaker").exists()


def test_messages_are_listed_with_what_a_person_can_do(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What needs one comes first, with what the server said; the command leaves with 4."""
    habits = Habits(refuse={"reader2@example.int": "550 5.1.1 no such reader", "reader3@example.int": "450 4.2.0 busy"})
    with open_mail_workspace(workspace, monkeypatch, habits):
        sent = run("send")
    assert sent.exit_code == 4
    assert "1 waiting, 1 sent, 1 failed" in sent.stdout
    listed = run()
    assert listed.exit_code == 4
    lines = listed.stdout.splitlines()
    assert lines[0].split()[:2] == ["2", "failed"]
    assert lines[0].endswith("reader2@example.int  Grain talks")
    assert lines[1].strip() == "the recipient was refused: 550 5.1.1 no such reader"
    assert lines[4].strip().startswith("next attempt from")
    assert lines[-3] == "1 of them needs a person:"
    assert "briefmaker outbox retry N" in lines[-2]
    assert "briefmaker outbox resolve N" in lines[-1]
    assert run("send").stdout.startswith("nothing is due; 1 message waits until ")
    data = json.loads(run("--json").stdout)["messages"]
    assert [(each["number"], each["state"], each["needs_a_person"]) for each in data] == [
        (2, "failed", True),
        (3, "queued", False),
        (1, "sent", False),
    ]
    assert data[0]["answer"] == "the recipient was refused: 550 5.1.1 no such reader"


def test_of_what_was_sent_the_last_twenty_are_listed(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And all when that is wished."""
    with open_mail_workspace(workspace, monkeypatch, count=25):
        assert "25 sent" in run("send").stdout
    lines = run().stdout.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "and 5 more that were sent or dropped; --all lists them"
    assert len(run("--all").stdout.splitlines()) == 25


def test_what_is_unknown_is_sent_again_or_settled(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its number."""
    with open_mail_workspace(workspace, monkeypatch, Habits(cut=Phase.TAKEN, cuts=2)):
        sent = run("send")
        assert sent.exit_code == 4
        assert "  ask the reader whether what is unknown has come\n" in sent.stdout
        assert "1 sent" in run("retry", "1").stdout
        settled = run("resolve", "2", "--as", "sent", "--note", "Ben has it")
        assert settled.stdout.split()[:2] == ["2", "sent"]
        assert run().exit_code == 0
    with pytest.raises(BriefmakerError, match="message 1 is sent"):
        CliRunner().invoke(briefmaker, ["outbox", "retry", "1"], catch_exceptions=False)


def test_retry_wants_to_know_which(workspace: Path) -> None:
    """Numbers, or all that have failed."""
    assert run("retry").exit_code == 2
    assert "--failed" in run("retry").stderr


def test_one_message_is_shown_with_all_that_happened(workspace: Path) -> None:
    """And saved where that is wished."""
    queue_messages(workspace, 1)
    shown = run("show", "1", "--save", "saved")
    assert "to          Reader 1 <reader1@example.int>\n" in shown.stdout
    assert f"enclosed    grain.pdf  sha256 {'0f' * 32}\n" in shown.stdout
    assert shown.stdout.splitlines()[-2].endswith("  queued")
    assert shown.stdout.splitlines()[-1] == "saved saved/message-1.eml"
    assert (workspace / "saved" / "message-1.eml").read_bytes().startswith(b"From: planning@example.int\r\n")


def test_the_history_names_version_hash_and_readers(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what others put on record."""
    with open_mail_workspace(workspace, monkeypatch, count=2):
        run("send")
    with open_outbox() as outbox:
        outbox.record("approved", "briefs/grain.yaml", "PP/2026/7", {"by": "Ann \x1b[31m", "of": ["a", "b"]})
    lines = run("history", "briefs/grain.yaml").stdout.splitlines()
    assert lines[0] == "PP/2026/7 version 2 (issue)"
    assert lines[1] == f"  grain.pdf  sha256 {'0f' * 32}"
    assert [line.split("  ", 2)[2] for line in lines[2:4]] == [
        f"sent     Reader {n} <reader{n}@example.int>, message {n}" for n in (1, 2)
    ]
    assert lines[4:] == ["Besides", lines[5]]
    assert lines[5].endswith('approved (by: Ann \ufffd[31m, of: ["a", "b"])')
    data = json.loads(run("history", "PP/2026/7", "--json").stdout)
    assert (len(data["messages"]), [each["event"] for each in data["events"]]) == (2, ["approved"])


def test_what_a_server_says_cannot_steer_the_terminal(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its signs are made visible."""
    with open_mail_workspace(workspace, monkeypatch, Habits(refuse={"reader1@example.int": "550 \x1b[2Jgone"})):
        assert "\x1b[2J" not in run("send").stdout
        assert "550 \ufffd[2Jgone" in run().stdout
        assert "\x1b[2J" not in run("show", "1").stdout


def test_what_stops_all_is_told_and_nothing_is_touched(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the real command, with its exit code, without a traceback or the secret."""
    with open_mail_workspace(workspace, monkeypatch, Habits(login="password", name="mail.example.net")):
        ended = subprocess.run(
            [sys.executable, "-m", "briefmaker", "outbox", "send"],
            capture_output=True,
            text=True,
            check=False,
            cwd=workspace,
        )
    assert ended.returncode == 4
    assert "is not one to trust" in ended.stderr
    assert "nothing was sent, all waits in the outbox" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert PASSWORD not in ended.stderr
    assert run().exit_code == 0


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_command_that_is_stopped_while_it_sends_leaves_all_in_order(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By SIGTERM, while the server is slow to answer: what it had is unknown, the rest waits, and the exit code says it."""
    with open_mail_workspace(workspace, monkeypatch, Habits(slow_to_answer=60)) as server:
        with subprocess.Popen([sys.executable, "-m", "briefmaker", "outbox", "send"], cwd=workspace) as sending:
            while not server.received:
                time.sleep(0.01)
            sending.terminate()
            assert sending.wait(30) == 128 + signal.SIGTERM
        states = [each["state"] for each in json.loads(run("--json").stdout)["messages"]]
        assert states == ["unknown", "queued", "queued"]
