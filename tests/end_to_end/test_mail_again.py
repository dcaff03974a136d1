"""What is mailed a second time: to whom it goes, and what is refused, through a real mail server."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.delivery.mail_server import MailServer
from tests.end_to_end.mail_case import MailCase, open_case

ANN, BORIS, PAULA, CLEARER = "ann@example.int", "boris@example.int", "paula@press.example", "clear@example.int"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[MailCase]:
    """Give a workspace that sends through a server which takes everything."""
    with MailServer() as server:
        yield open_case(tmp_path, server)


def send(case: MailCase, *more: str) -> str:
    """Send the brief; all has to go well."""
    done = case.run("mail", "briefs/talks.yaml", "--send", "--yes", *more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_who_got_the_correction_does_not_get_its_version_once_more(case: MailCase) -> None:
    """Neither by a plain send nor by a schedule, which are for whoever is new."""
    case.edit("distribution: [office, press]", "distribution: [press]")
    send(case)
    case.edit("version: 1\n", "version: 2\n")
    case.edit("Hear the minister confirm the date.", "Hear the minister confirm the day.")
    send(case, "--correct", "The day")
    assert "there is nothing to send" in send(case)
    case.edit("distribution: [press]", "distribution: [office, press]")
    assert "2 of 2 messages sent" in send(case)
    assert [each.to[0] for each in case.server.received] == [PAULA, PAULA, ANN, BORIS]


def test_a_change_that_an_edition_withholds_is_nothing_new_to_its_readers(case: MailCase) -> None:
    """They have the same already, and no message tells them that something was changed which they may not see."""
    case.edit("distribution: [office, press]", "distribution: [press]")
    send(case)
    case.edit("Learn the price that Quillwort asks.", "Learn the price that Larkspur asks.")
    assert "there is nothing to send" in send(case)
    assert len(case.server.received) == 1


def test_the_sender_gets_what_each_of_two_is_asked(case: MailCase) -> None:
    """Two messages with the same documents, and each time anew."""
    asked = "\n".join(
        f"  - {{unit: {unit}, by: {by}, email: {email}, state: requested}}"
        for unit, by, email in (("Legal", "C. Clearer", "clear@example.int"), ("Finance", "Ann", ANN))
    )
    case.edit("status: final", f"status: in-clearance\nclearances:\n{asked}")
    for _ in range(2):
        assert "2 of 2 messages sent" in send(case, "--for-clearance", "--to-me")
    assert len(case.server.count()) == 4


def test_a_lower_version_is_not_sent_after_a_higher_one(case: MailCase) -> None:
    """An old file that was restored by mistake does not replace what readers have."""
    case.edit("version: 1\n", "version: 2\n")
    send(case)
    case.edit("version: 2\n", "version: 1\n")
    done = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert (done.returncode, "MAL031" in done.stderr, "`version: 3`" in done.stderr) == (1, True, True)
    assert len(case.server.received) == 3


def test_two_versions_never_wait_side_by_side(case: MailCase) -> None:
    """What waits of the earlier one is sent or dropped first; what waits is not queued once more, also if that is asked for."""
    case.edit("distribution: [office, press]", "distribution: [press]")
    settings = case.root / "briefmaker.yaml"
    reachable = settings.read_text("utf-8")
    settings.write_text(reachable.replace(f"port: {case.server.port}", "port: 1"), "utf-8")
    assert case.run("mail", "briefs/talks.yaml", "--send", "--yes").returncode == 1
    again = case.run("mail", "briefs/talks.yaml", "--send", "--yes", "--again")
    assert "is in the outbox already: message 1, queued" in again.stdout
    assert (again.returncode, "outbox send" in again.stdout) == (1, True)
    case.edit("version: 1\n", "version: 2\n")
    later = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert (later.returncode, "MAL032" in later.stderr) == (1, True)
    assert case.run("outbox", "resolve", "1", "--as", "dropped", "--note", "Version 2 goes").returncode == 0
    settings.write_text(reachable, "utf-8")
    send(case)
    assert [each.message["Subject"].count("version 2") for each in case.server.received] == [1]


def test_what_failed_of_a_version_that_was_replaced_is_not_sent_any_more(case: MailCase) -> None:
    """It would arrive after the correction, and be taken for the newer."""
    case.server.habits.refuse = {BORIS: "550 5.1.1 unknown"}
    case.edit("distribution: [office, press]", "distribution: [office]")
    assert case.run("mail", "briefs/talks.yaml", "--send", "--yes").returncode == 4
    told = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert (told.returncode, "message 2, failed" in told.stdout, "outbox retry" in told.stdout) == (4, True, True)
    assert (
        case.run("mail", "briefs/talks.yaml", "--send", "--yes", "--to", "office", "--to", "clearers").returncode == 4
    )
    case.edit("version: 1\n", "version: 2\n")
    assert "reason, for all to read who get it: The day" in send(case, "--correct", "The day")
    case.server.habits.refuse = {}
    for options in (("--failed",), ("2",)):
        refused = case.run("outbox", "retry", *options)
        assert refused.returncode == 1
        assert "version 2 was sent since" in refused.stderr
    assert case.run("outbox", "resolve", "2", "--as", "dropped", "--note", "Version 2 goes").returncode == 0
    assert "1 of 1 messages sent" in send(case)
    assert [each.to[0] for each in case.server.received] == [ANN, CLEARER, ANN, CLEARER, BORIS]


def test_two_briefs_with_one_reference_are_told_apart(case: MailCase) -> None:
    """The finding names the other file; a file that was renamed is the same brief."""
    send(case)
    text = case.brief.read_text("utf-8").replace("Grain talks", "Steel talks")
    other = case.root / "briefs" / "steel.yaml"
    other.write_text(text, "utf-8")
    same = case.run("mail", "briefs/steel.yaml")
    assert (same.returncode, "that was briefs/talks.yaml" in same.stderr) == (1, True)
    other.write_text(text.replace("version: 1\n", "version: 2\n"), "utf-8")
    assert (
        "MAL036 warning: version 1 of PBN-2026-7 was sent from briefs/talks.yaml"
        in case.run("mail", "briefs/steel.yaml", "--correct", "Steel").stderr
    )
    case.brief.unlink()
    renamed = case.run("mail", "briefs/steel.yaml", "--correct", "Steel")
    assert (renamed.returncode, "MAL036" in renamed.stderr) == (0, False)


def test_rows_with_one_reference_are_refused(case: MailCase) -> None:
    """A correction of one row's brief would go to the readers of all others."""
    row = 'slug: "talks-{{ row.code }}"\nfor_each: [{code: pe, list: office}, {code: fj, list: press}]\n'
    case.edit("distribution: [office, press]\n", f'distribution: ["{{{{ row.list }}}}"]\n{row}')
    done = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert (done.returncode, "MAL036" in done.stderr, case.server.received) == (1, True, [])
    case.edit("reference: PBN-2026-7\n", 'reference: "PBN-2026-{{ row.code }}"\n')
    send(case)
    assert len(case.server.received) == 3


def test_a_backup_that_was_put_back_gives_the_same_message_the_same_name(case: MailCase) -> None:
    """It knows nothing of what was sent since; a reader's program can tell that it has the message."""
    case.edit("distribution: [office, press]", "distribution: [press]")
    send(case, "--to-me")
    outbox, backup = case.root / ".briefmaker" / "outbox.sqlite", case.root / "backup.sqlite"
    shutil.copy(outbox, backup)
    send(case)
    shutil.copy(backup, outbox)
    send(case)
    first, second = (each for each in case.server.received if each.to == (PAULA,))
    assert first.message_id == second.message_id


def test_who_is_stopped_in_the_middle_is_told_where_to_look(case: MailCase) -> None:
    """What the server has is sent or unknown, the rest waits; a second call says what stands where."""
    case.server.habits.slow_to_answer = 3
    call = [sys.executable, "-m", "briefmaker", "mail", "briefs/talks.yaml", "--send", "--yes"]
    with subprocess.Popen(call, cwd=case.root, stderr=subprocess.PIPE, text=True) as sending:
        while not case.server.received:
            assert sending.poll() is None
            time.sleep(0.05)
        sending.send_signal(signal.SIGINT)
        _, told = sending.communicate(timeout=60)
    assert (sending.returncode, "`briefmaker outbox` shows what was sent" in told) == (130, True)
    case.server.habits.slow_to_answer = 0
    done = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert (done.returncode, "unknown" in done.stdout, done.stdout.count("queued")) == (4, True, 2)


def test_what_the_server_puts_off_is_not_told_as_sent(case: MailCase) -> None:
    """The exit code says that not all was sent; what waits goes when it is due."""
    case.edit("distribution: [office, press]", "distribution: [press]")
    case.server.habits.greylist = 1
    done = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert (done.returncode, "0 of 1 messages sent" in done.stdout, "next attempt from" in done.stdout) == (
        1,
        True,
        True,
    )
