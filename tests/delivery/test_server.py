"""A connection tells what the server takes, and is opened again when it was lost."""

from pathlib import Path

from tests.delivery.mail_server import Habits
from tests.delivery.postbox import open_post

from briefmaker.delivery.server import MailConnection, Offer, ask_server


def test_a_server_is_asked_what_it_takes(tmp_path: Path) -> None:
    """Its largest message, and addresses beyond ASCII; the login is tried, and no message is touched."""
    with open_post(tmp_path, Habits(size=5_000_000, takes_utf8=True, login="password")) as post:
        assert ask_server(post.access()) == Offer(5_000_000, takes_utf8=True)
        assert post.server.commands == ["EHLO", "STARTTLS", "EHLO", "AUTH", "QUIT"]
    with open_post(tmp_path / "other") as post:
        assert ask_server(post.access()) == Offer(None, takes_utf8=False)


def test_a_connection_is_opened_again_when_it_was_dropped(tmp_path: Path) -> None:
    """And only then."""
    with open_post(tmp_path) as post, MailConnection(post.access()) as connection:
        for opened in (1, 1, 2):
            connection.make_ready()
            connection.hand_over("a@example.int", "b@example.int", b"Subject: x\r\n\r\nx\r\n")
            assert connection.opened == opened
            if opened == 1 and len(post.server.received) == 2:
                connection.drop()
        assert [each.connection for each in post.server.received] == [1, 1, 2]
