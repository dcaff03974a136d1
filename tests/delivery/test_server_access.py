"""A connection is encrypted, verified and logged in, or there is none, and a sentence says why; then nothing is touched."""

import socket
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.delivery.mail_server import PASSWORD, TOKEN, Habits, MailServer, Phase
from tests.delivery.postbox import Post, open_post

from briefmaker.delivery.messages import State
from briefmaker.delivery.secret import Secrets
from briefmaker.delivery.sending import send_due
from briefmaker.delivery.server_access import Access, open_connection
from briefmaker.diagnostics import BriefmakerError


def refuse(post: Post, access: Access | None = None, **settings: Any) -> BriefmakerError:
    """Give why nothing could be sent, having seen that no message was touched and nothing came to the server."""
    with pytest.raises(BriefmakerError) as caught:
        send_due(post.outbox, access or post.access(**settings))
    assert post.states() == [State.QUEUED] * 3
    assert {message.attempts for message in post.outbox.messages()} == {0}
    assert post.server.received == []
    return caught.value


@pytest.mark.parametrize(
    ("habits", "said", "exit_code"),
    [
        (Habits(name="mail.example.net"), "not valid for 'localhost'", 4),
        (Habits(name="mail.example.net", security="tls"), "not valid for 'localhost'", 4),
        (Habits(security="none"), "does not offer STARTTLS, and nothing is sent without encryption", 4),
        (Habits(cut=Phase.CONNECT), "hung up", 1),
        (Habits(cut=Phase.EHLO), "hung up", 1),
        (Habits(cut=Phase.STARTTLS), "hung up", 1),
        (Habits(cut=Phase.AUTH, login="password"), "hung up", 1),
    ],
)
def test_what_is_wrong_with_a_server_is_wrong_for_all(
    tmp_path: Path, habits: Habits, said: str, exit_code: int
) -> None:
    """It is told once, with what to do, before any message is taken."""
    with open_post(tmp_path, habits) as post:
        failure = refuse(post)
        assert said in failure.message
        assert failure.exit_code == exit_code
        assert failure.hint


def test_a_certificate_of_nobody_who_is_trusted_is_refused(tmp_path: Path) -> None:
    """The authority of the test is none of the system's; one that is no certificate at all is told too."""
    with open_post(tmp_path) as post:
        access = post.access()
        unknown = refuse(post, Access(access.server, access.secrets))
        assert "is not one to trust" in unknown.message
        assert "certificate_authority" in unknown.hint
        broken = refuse(post, Access(access.server, access.secrets, "no certificate"))
        assert "holds no certificates" in broken.message


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    """By its name, or by its port; and one that accepts and says nothing."""
    with open_post(tmp_path) as post:
        failure = refuse(post, host="no-such-host.invalid")
        assert "no mail server `no-such-host.invalid` is found" in failure.message
        with socket.create_server(("127.0.0.1", 0)) as silent:
            port = silent.getsockname()[1]
            assert "did not answer within 1 seconds" in refuse(post, port=port, timeout=1).message
        assert "cannot be reached: Connection refused" in refuse(post, port=port).message


def test_the_wrong_kind_of_port_is_told(tmp_path: Path) -> None:
    """TLS where the server first speaks plainly."""
    with open_post(tmp_path) as post:
        failure = refuse(post, security="tls")
        assert "speaks no TLS" in failure.message
        assert "starttls is usually on 587" in failure.hint


@pytest.mark.parametrize("login", ["password", "xoauth2"])
def test_a_login_that_is_refused_is_told_without_the_secret(tmp_path: Path, login: str) -> None:
    """Neither in the message, nor anywhere in what is raised."""
    with open_post(tmp_path, Habits(login=login)) as post:
        access = post.access()
        wrong = Access(access.server, Secrets(tmp_path, {"MAIL_SECRET": "wröng-secret"}), access.authority)
        failure = refuse(post, wrong)
        assert "does not let `planning` log in: 535" in failure.message
        assert failure.exit_code == 4
        chain: list[BaseException | None] = [failure, failure.__cause__]
        assert not any("wröng" in repr(vars(each)) + str(each) for each in chain if each is not None)


def test_a_server_without_a_way_to_log_in_is_told(tmp_path: Path) -> None:
    """With what it offers."""
    with open_post(tmp_path, Habits(login="password")) as post:
        failure = refuse(post, login="xoauth2")
        assert "offers no login by XOAUTH2; it offers LOGIN, PLAIN" in failure.message


def test_both_ways_with_a_password_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PLAIN where it is offered, else LOGIN; the password has letters beyond ASCII."""
    import smtplib

    with MailServer(Habits(login="password")) as server:
        access = Access(server.settings(), Secrets(tmp_path, {"MAIL_SECRET": PASSWORD}), server.authority)
        open_connection(access).quit()
        greet = smtplib.SMTP.ehlo

        def greet_with_login_only(self: smtplib.SMTP, name: str = "") -> tuple[int, bytes]:
            answer = greet(self, name)
            self.esmtp_features["auth"] = " LOGIN"
            return answer

        monkeypatch.setattr(smtplib.SMTP, "ehlo", greet_with_login_only)
        open_connection(access).quit()
        assert server.commands.count("AUTH") == 2


def test_a_token_comes_from_a_command(tmp_path: Path) -> None:
    """Run without a shell, in the workspace's folder."""
    (tmp_path / "token.txt").write_text(TOKEN + "\n", "utf-8")
    command = [sys.executable, "-c", "print(open('token.txt').read())"]
    with MailServer(Habits(login="xoauth2")) as server:
        access = Access(server.settings(token_command=command, password=None), Secrets(tmp_path, {}), server.authority)
        open_connection(access).quit()


def test_a_secret_that_is_missing_stops_before_the_server_is_asked(tmp_path: Path) -> None:
    """Not there, empty, or named nowhere."""
    with open_post(tmp_path, Habits(login="password")) as post:
        access = post.access()
        for environment in ({}, {"MAIL_SECRET": ""}, {"MAIL_SECRET": "\n"}):
            failure = refuse(post, Access(access.server, Secrets(tmp_path, environment), access.authority))
            assert "MAIL_SECRET of the environment holds no password" in failure.message
        assert "has a user and no password" in refuse(post, password=None).message
        assert "has a user and no token_command" in refuse(post, password=None, login="xoauth2").message
        assert post.server.connections == 0
