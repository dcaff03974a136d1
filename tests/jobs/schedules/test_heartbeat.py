"""A watcher hears of a run that ended well, and a watcher that cannot be reached harms nothing."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefmaker.diagnostics import Code, Severity
from briefmaker.jobs.schedules.heartbeat import send_heartbeat
from briefmaker.workspace.workspace import Workspace


@contextmanager
def serve(status: int) -> Iterator[tuple[str, list[str]]]:
    """Give the address of a server that answers everything with one status, and the paths that it was asked for."""
    asked: list[str] = []

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(status)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/key-of-ours", asked
        finally:
            server.shutdown()
            thread.join()


def test_an_address_is_asked_once(tmp_path: Path) -> None:
    """And a success is no news."""
    with serve(204) as (address, asked):
        assert send_heartbeat(address, Workspace(tmp_path)) is None
    assert asked == ["/key-of-ours"]


@pytest.mark.parametrize("status", [302, 404, 500])
def test_an_answer_that_is_no_success_is_a_warning(tmp_path: Path, status: int) -> None:
    """Nobody is sent elsewhere, and the address, which may hold a key, is not told."""
    with serve(status) as (address, asked):
        found = send_heartbeat(address, Workspace(tmp_path))
    assert found is not None
    assert (found.code, found.severity) == (Code.HEARTBEAT_FAILED, Severity.WARNING)
    assert f"127.0.0.1 answers {status}" in found.message
    assert "key-of-ours" not in found.message + found.hint
    assert len(asked) == 1


def test_nobody_at_home_is_a_warning(tmp_path: Path) -> None:
    """As where the server is down."""
    with serve(204) as (address, _):
        pass
    found = send_heartbeat(address, Workspace(tmp_path), patience=2)
    assert found is not None
    assert "127.0.0.1 was not reached" in found.message


def test_a_file_is_touched(tmp_path: Path) -> None:
    """It is seen from the workspace's folder; one that cannot be touched is a warning."""
    workspace = Workspace(tmp_path)
    assert send_heartbeat("state/alive", workspace) is None
    assert (tmp_path / "state" / "alive").is_file()
    found = send_heartbeat("state/alive/below", workspace)
    assert found is not None
    assert "cannot be touched" in found.message
