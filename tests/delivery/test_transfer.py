"""A message arrives byte for byte, and the server is told what it needs to know of it."""

from pathlib import Path

import pytest
from tests.delivery.mail_server import Habits
from tests.delivery.postbox import Post, open_post

from briefmaker.delivery.server import MailConnection
from briefmaker.delivery.transfer import Answer, Outcome, describe_reply


def hand_over(post: Post, content: bytes, to: str = "b@example.int") -> Answer:
    """Hand one message over."""
    with MailConnection(post.access()) as connection:
        connection.make_ready()
        return connection.hand_over("a@example.int", to, content)


@pytest.mark.parametrize(
    "content",
    [
        b"Subject: x\r\n\r\n.\r\n..\r\n.x\r\ny.\r\n",
        b".Subject: x\r\n",
        b"Subject: x\r\n\r\n\r\n.\r\n",
        b"Subject: x\r\n\r\nno end of line",
        "Subject: x\r\n\r\nÄ\r\n".encode(),
    ],
)
def test_a_message_arrives_as_it_is(tmp_path: Path, content: bytes) -> None:
    """Lines that begin with a dot too; a last line without its end gets one."""
    with open_post(tmp_path) as post:
        assert hand_over(post, content).outcome is Outcome.TAKEN
        (received,) = post.server.received
        assert received.content == content.removesuffix(b"\r\n") + b"\r\n"


def test_the_server_is_told_size_and_kind(tmp_path: Path) -> None:
    """As far as it asks for them."""
    with open_post(tmp_path, Habits(size=1_000_000, takes_utf8=True)) as post:
        content = "Subject: x\r\n\r\nÄ\r\n".encode()
        hand_over(post, content)
        hand_over(post, b"Subject: x\r\n", "jörg@bücher.example")
        assert [each.options for each in post.server.received] == [
            (f"SIZE={len(content)}", "BODY=8BITMIME"),
            ("SIZE=12", "SMTPUTF8"),
        ]
        assert post.server.received[1].to == ("jörg@bücher.example",)


def test_an_address_beyond_ascii_is_written_as_the_server_takes_it(tmp_path: Path) -> None:
    """A domain in its ASCII form; what stands before the @ cannot be, and is told."""
    with open_post(tmp_path) as post:
        assert hand_over(post, b"Subject: x\r\n", "jorg@bücher.example").outcome is Outcome.TAKEN
        assert post.server.received[0].to == ("jorg@xn--bcher-kva.example",)
        answer = hand_over(post, b"Subject: x\r\n", "jörg@bücher.example")
        assert answer == Answer(Outcome.REFUSED, "the server takes no address that has more than ASCII before its @")


def test_what_a_server_says_is_told_in_a_line() -> None:
    """Of several lines too, and not without end."""
    assert describe_reply(550, b"5.1.1 no\nsuch   reader") == "550 5.1.1 no such reader"
    assert describe_reply(-1, b"\xff?") == "� ?".replace(" ", "")
    assert len(describe_reply(550, b"x" * 10_000)) == 301


def test_a_slow_line_is_given_the_time_that_it_takes(tmp_path: Path) -> None:
    """What is waited for is each block, not the whole message."""
    with open_post(tmp_path, Habits(slow_to_read=0.05)) as post:
        with MailConnection(post.access(timeout=1)) as connection:
            connection.make_ready()
            answer = connection.hand_over("a@example.int", "b@example.int", (b"x" * 998 + b"\r\n") * 10_000)
        assert answer.outcome is Outcome.TAKEN


def test_a_message_is_not_sent_to_whom_does_not_ask_for_it(tmp_path: Path) -> None:
    """Its lines would be taken for commands; the connection is given up, and nothing is lost."""
    with open_post(tmp_path, Habits(answer_to_data="250 fine")) as post:
        answer = hand_over(post, b"RSET\r\nMAIL FROM:<x@example.int>\r\n")
        assert (answer.outcome, answer.is_hung_up) == (Outcome.LOST, True)
        assert post.server.commands.count("MAIL") == 1


def test_what_is_no_answer_leaves_it_unknown(tmp_path: Path) -> None:
    """A server that takes a message and answers in riddles."""
    with open_post(tmp_path, Habits(refuse_messages="eh?")) as post:
        answer = hand_over(post, b"Subject: x\r\n")
        assert (answer.outcome, answer.is_hung_up) == (Outcome.UNKNOWN, True)
