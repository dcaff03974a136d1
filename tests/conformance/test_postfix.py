"""What is sent goes through Debian's Postfix, byte for byte, and what Postfix refuses is told as it says it."""

import os
import shutil
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from tests.delivery.postbox import NOW, write_posting, write_postings
from tests.delivery.postfix import Postfix

from briefmaker.delivery.messages import State
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.secret import Secrets
from briefmaker.delivery.sending import send_due
from briefmaker.delivery.server import Offer, ask_server
from briefmaker.delivery.server_access import Access

READERS = tuple(f"reader{number}@example.int" for number in range(1, 21))
SENDMAIL = "/usr/sbin"

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can run Postfix"),
]


def test_messages_go_through_postfix(tmp_path: Path) -> None:
    """20 over one connection, one of which it does not know, and one of which is over its size; afterwards nothing of it runs."""
    path = f"{os.environ.get('PATH', '')}:{SENDMAIL}"
    assert shutil.which("postfix", path=path), "postfix is missing: apt-get install postfix"
    with Postfix(READERS) as postfix, Outbox(tmp_path) as outbox:
        access = Access(postfix.settings(), Secrets(tmp_path), postfix.authority)
        assert ask_server(access) == Offer(2_000_000, takes_utf8=True)
        stranger, large = write_posting(21), write_posting(22, size=2_000_000, to=READERS[0])
        outbox.queue([*write_postings(20, size=200_000), stranger, large], now=NOW)
        sent = send_due(outbox, access)
        assert [message.state for message in sent.messages] == [State.SENT] * 20 + [State.FAILED] * 2
        assert sent.connections == 1
        assert "550 5.1.1 <reader21@example.int>: Recipient address rejected" in sent.messages[20].answer
        assert sent.messages[21].answer.startswith("it has 2.01 MB, and the server takes 2.00 MB at most")
        delivered = {message_id(each): each for each in postfix.wait_for(20)}
        assert set(delivered) == {message.message_id for message in sent.messages[:20]}
        for message in sent.messages[:20]:
            # Postfix keeps lines as Unix ends them, and puts its own headers first.
            stored = outbox.content(message.number).replace(b"\r\n", b"\n")
            assert delivered[message.message_id].endswith(stored)
        root = postfix.root
    assert not root.exists()


def message_id(content: bytes) -> str:
    """Give the Message-ID of a message, with its brackets."""
    return str(message_from_bytes(content, policy=policy.default)["Message-ID"])
