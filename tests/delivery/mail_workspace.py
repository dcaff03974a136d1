"""A workspace whose settings name a mail server of the tests, with messages in its outbox."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.delivery.mail_server import USER, Habits, MailServer
from tests.delivery.postbox import write_postings

from briefmaker.delivery.outbox import Outbox, tell_time
from briefmaker.workspace.workspace import find_workspace


def write_mail_settings(folder: Path, server: MailServer) -> None:
    """Write briefmaker.yaml so that mail goes through the server, whose authority stands in a file beside it."""
    (folder / "authority.pem").write_text(server.authority, "ascii")
    settings = server.settings()
    lines = [
        "mail:",
        "  sender: {name: Policy Planning, email: planning@example.int}",
        "  server:",
        f"    host: {settings.host}",
        f"    port: {settings.port}",
        f"    security: {settings.security}",
        "    certificate_authority: authority.pem",
        "    timeout: 10",
    ]
    if server.habits.login:
        lines += [f"    login: {settings.login}", f"    user: {USER}", "    password: {env: MAIL_SECRET}"]
    (folder / "briefmaker.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def queue_messages(folder: Path, count: int = 3) -> None:
    """Put messages about the brief on grain into the outbox of a workspace."""
    with Outbox(find_workspace(folder).records_folder) as outbox:
        outbox.queue(write_postings(count), now=tell_time())


@contextmanager
def open_mail_workspace(
    folder: Path, monkeypatch: pytest.MonkeyPatch, habits: Habits | None = None, *, count: int = 3
) -> Iterator[MailServer]:
    """Give the server of a workspace in which messages wait."""
    with MailServer(habits or Habits(login="password")) as server:
        monkeypatch.setenv("MAIL_SECRET", server.secret)
        write_mail_settings(folder, server)
        queue_messages(folder, count)
        yield server
