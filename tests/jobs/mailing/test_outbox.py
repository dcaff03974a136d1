"""The outbox of a workspace: listed by what needs a person, sent, tried again, settled, and told by brief."""

from pathlib import Path

import pytest
from tests.delivery.mail_server import Habits, Phase
from tests.delivery.mail_workspace import open_mail_workspace, queue_messages

from briefmaker.delivery.messages import State
from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.mailing.outbox import (
    list_messages,
    open_outbox,
    read_history,
    resolve_message,
    retry_messages,
    save_message,
    send_waiting,
    show_message,
)

REFUSED = {"reader2@example.int": "550 5.1.1 no such reader"}


def test_what_needs_a_person_comes_first(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then what waits, then the others; each the newest first."""
    habits = Habits(refuse={**REFUSED, "reader3@example.int": "450 4.2.0 busy"})
    with open_mail_workspace(workspace, monkeypatch, habits, count=5):
        sent = send_waiting()
    assert [message.number for message in sent.messages] == [1, 2, 3, 4, 5]
    assert [(each.number, each.state) for each in list_messages()] == [
        (2, State.FAILED),
        (3, State.QUEUED),
        (5, State.SENT),
        (4, State.SENT),
        (1, State.SENT),
    ]


def test_what_has_failed_is_tried_again_when_asked(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that has, without what is unknown, which takes its number."""
    with open_mail_workspace(workspace, monkeypatch, Habits(refuse=dict(REFUSED), cut=Phase.TAKEN, cuts=1)) as server:
        send_waiting()
        server.habits.refuse.clear()
        assert [message.number for message in retry_messages([], has_failed=True).messages] == [2]
        assert [each.state for each in list_messages()] == [State.UNKNOWN, State.SENT, State.SENT]
        retry_messages([1])
        assert {each.state for each in list_messages()} == {State.SENT}
        assert server.count()["<1@example.int>"] == 2


def test_a_person_settles_what_is_unknown(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a note; when it was sent is when it was handed over."""
    with open_mail_workspace(workspace, monkeypatch, Habits(cut=Phase.TAKEN, cuts=1)):
        send_waiting()
    with pytest.raises(BriefmakerError, match="a note is missing"):
        resolve_message(1, State.SENT, " ")
    message = resolve_message(1, State.SENT, "Ann has it")
    assert (message.state, message.answer, message.sent_at) == (State.SENT, "Ann has it", message.tried_at)
    assert not any(each.needs_a_person for each in list_messages())


def test_a_message_is_shown_and_saved(workspace: Path) -> None:
    """Byte for byte as it is sent."""
    queue_messages(workspace, 1)
    shown = show_message(1)
    assert [event.event for event in shown.events] == ["queued"]
    file = save_message(1, workspace / "saved")
    with open_outbox() as outbox:
        assert file.read_bytes() == outbox.content(1)
    assert file.name == "message-1.eml"
    (workspace / "file").write_bytes(b"")
    with pytest.raises(BriefmakerError, match="cannot be written"):
        save_message(1, workspace / "file")


def test_the_history_of_a_brief_is_told_by_file_or_reference(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From any folder, with what others recorded, and what was recorded under the reference when the file had another name."""
    queue_messages(workspace, 2)
    with open_outbox() as outbox:
        outbox.record("approved", "briefs/old-name.yaml", "PP/2026/7", {"by": "Ann"})
    resolve_message(2, State.DROPPED, "by courier")
    told = read_history("PP/2026/7")
    assert [message.number for message in told.messages] == [1, 2]
    assert [event.event for event in told.events] == ["approved", "resolved"]
    monkeypatch.chdir(workspace / "briefs")
    by_file = read_history("grain.yaml")
    assert (by_file.messages, by_file.events) == (told.messages, told.events)
    with pytest.raises(BriefmakerError, match="nothing is on record of `other"):
        read_history("other.yaml")


def test_a_workspace_without_a_server_says_so_once_there_is_something_to_send(workspace: Path) -> None:
    """And leaves all as it was."""
    assert send_waiting().messages == ()
    queue_messages(workspace)
    with pytest.raises(BriefmakerError, match="there is no mail server") as caught:
        send_waiting()
    assert caught.value.exit_code == 2
    assert {each.state for each in list_messages()} == {State.QUEUED}


@pytest.mark.parametrize("name", ["no-such.pem", "../outside.pem"])
def test_an_authority_that_cannot_be_read_is_told(workspace: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """It lies in the workspace."""
    (workspace.parent / "outside.pem").write_bytes(b"x")
    with open_mail_workspace(workspace, monkeypatch) as server:
        text = (workspace / "briefmaker.yaml").read_text("utf-8").replace("authority.pem", name)
        (workspace / "briefmaker.yaml").write_text(text, "utf-8")
        with pytest.raises(FindingsError) as caught:
            send_waiting()
        assert [each.path for each in caught.value.diagnostics] == ["mail.server.certificate_authority"]
        assert server.connections == 0
