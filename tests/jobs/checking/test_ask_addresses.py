"""Addresses are asked of a real server: what is there, gone, elsewhere, silent, rude or not to be trusted."""

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from http.client import RemoteDisconnected
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError

import pytest

from briefmaker.jobs.checking.ask_addresses import (
    AT_ONCE,
    NO_HOST,
    NO_LOOK_UP,
    NO_NETWORK,
    ask_addresses,
    doubt_missing_hosts,
    read_failure,
    read_status,
)
from briefmaker.model.answers import Answer, Life

SHORT = 0.3
REDIRECTS = {
    "/moved": (301, "/lasting"),
    "/lasting": (308, "/page"),
    "/elsewhere": (302, "/page"),
    "/circle": (302, "/circle"),
    "/mail": (301, "mailto:a@example.int"),
}
STATUSES = {
    "/page": 200,
    "/caf%C3%A9": 200,
    "/a%20b": 200,
    "/odd": 299,
    "/gone": 410,
    "/locked": 401,
    "/busy": 503,
    "/many": 429,
    "/stranger": 799,
}


class _Site(BaseHTTPRequestHandler):
    """A site with a page for each way to answer; it keeps what it was asked."""

    def do_HEAD(self) -> None:
        """Answer by the path."""
        self._answer()

    def do_GET(self) -> None:
        """Answer by the path."""
        self._answer()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _answer(self) -> None:
        site = self.server
        assert isinstance(site, _Server)
        site.asked.append((self.command, self.path, dict(self.headers)))
        match self.path.partition("?")[0]:
            case "/hang":
                site.is_over.wait(20)
            case "/cut":
                self.close_connection = True
            case "/noise":
                self.wfile.write(b"well, hello\r\n\r\n")
                self.close_connection = True
            case path if path in REDIRECTS:
                self._send(*REDIRECTS[path])
            case "/only-get":
                self._send(405 if self.command == "HEAD" else 200)
            case "/slow":
                site.count(1)
                time.sleep(0.05)
                site.count(-1)
                self._send(200)
            case path:
                self._send(STATUSES.get(path, 404))

    def _send(self, status: int, location: str | None = None) -> None:
        self.send_response(status)
        if location is not None:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Site)
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        self.is_over = threading.Event()
        self.busy = self.busiest = 0
        self._lock = threading.Lock()

    def count(self, more: int) -> None:
        with self._lock:
            self.busy += more
            self.busiest = max(self.busiest, self.busy)

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Server]:
    """Give a server that runs until the test is over, and is asked without a proxy."""
    monkeypatch.setenv("no_proxy", "*")
    server = _Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.is_over.set()
    server.shutdown()
    thread.join()
    server.server_close()


def ask(site: _Server, path: str) -> Answer:
    """Ask for one page of the site."""
    address = site.at(path)
    return ask_addresses([address], SHORT)[address]


@pytest.mark.parametrize(
    ("path", "life", "said"),
    [
        ("/page", Life.ALIVE, "200 OK"),
        ("/odd", Life.ALIVE, "299"),
        ("/nowhere", Life.DEAD, "404 Not Found"),
        ("/gone", Life.DEAD, "410 Gone"),
        ("/locked", Life.UNCLEAR, "401 Unauthorized"),
        ("/busy", Life.UNCLEAR, "503 Service Unavailable"),
        ("/many", Life.UNCLEAR, "429 Too Many Requests"),
        ("/stranger", Life.UNCLEAR, "799"),
        ("/only-get", Life.ALIVE, "200 OK"),
        ("/elsewhere", Life.ALIVE, "200 OK"),
        ("/circle", Life.UNCLEAR, "it leads from one address to the next without end"),
        ("/mail", Life.UNCLEAR, "it leads to something that is no web page"),
        ("/hang", Life.UNCLEAR, "it did not answer in time"),
        ("/cut", Life.UNCLEAR, "it closed or refused the connection"),
        ("/noise", Life.UNCLEAR, "it closed or refused the connection"),
        ("/café", Life.ALIVE, "200 OK"),
        ("/a b", Life.ALIVE, "200 OK"),
    ],
)
def test_each_answer_is_read(site: _Server, path: str, life: Life, said: str) -> None:
    """Only a page that is not there is dead; letters beyond ASCII are encoded as browsers do."""
    assert ask(site, path) == Answer(site.at(path), life, said)


def test_a_lasting_move_is_told_with_where_it_went(site: _Server) -> None:
    """Over all that it passed through."""
    assert ask(site, "/moved") == Answer(site.at("/moved"), Life.MOVED, "200 OK", site.at("/page"))


def test_nothing_but_the_request_is_sent(site: _Server) -> None:
    """No cookie, no referrer, and the part behind # stays here; the page itself is not asked for where HEAD does."""
    ask(site, "/page?a=1#part")
    ((method, path, headers),) = site.asked
    assert (method, path) == ("HEAD", "/page?a=1")
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert headers["User-Agent"].startswith("briefmaker/")


def test_an_address_is_asked_once_and_a_few_at_the_same_time(site: _Server) -> None:
    """Also where two differ behind # alone; both are answered."""
    addresses = [site.at(f"/slow?{number}") for number in range(20)]
    answers = ask_addresses([*addresses, *(f"{each}#b" for each in addresses)])
    assert len(answers) == 40
    assert all(answer.life is Life.ALIVE and answer.address == address for address, answer in answers.items())
    assert len(site.asked) == 20
    assert 1 < site.busiest <= AT_ONCE


def test_one_that_speaks_no_tls_and_one_where_nobody_listens_are_unclear(site: _Server) -> None:
    """A reader may be luckier."""
    address = site.at("/page").replace("http:", "https:")
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        silent = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        answers = ask_addresses([address, silent], SHORT)
    assert answers[address] == Answer(address, Life.UNCLEAR, "it does not speak TLS as it should")
    assert answers[silent] == Answer(silent, Life.UNCLEAR, "it closed or refused the connection")


def test_a_certificate_that_nobody_vouches_for_is_unclear(site: _Server, tmp_path: Path) -> None:
    """The browser of a reader warns, and the page may be there."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the certificate")
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "2"]
    files = [tmp_path / "key.pem", tmp_path / "certificate.pem"]
    subprocess.run([*command, "-keyout", files[0], "-out", files[1]], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files[1], files[0])
    site.socket = context.wrap_socket(site.socket, server_side=True)
    address = site.at("/page").replace("http:", "https:")
    answer = ask_addresses([address], 5)[address]
    assert answer.life is Life.UNCLEAR
    assert answer.said.startswith("its certificate is not trusted (")


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "http://127.0.0.1:x/", "http://a..b/", "ftp://x.y/", "x"]
)
def test_what_cannot_be_asked_is_unclear_and_raises_nothing(address: str) -> None:
    """Whatever somebody typed."""
    assert ask_addresses([address], SHORT)[address].life is Life.UNCLEAR


def test_a_host_without_an_address_is_dead() -> None:
    """One that cannot be looked up just now is not; urllib wraps what went wrong."""
    unknown = URLError(socket.gaierror(socket.EAI_NONAME, "Name or service not known"))
    later = URLError(socket.gaierror(socket.EAI_AGAIN, "Temporary failure"))
    assert read_failure("http://x/", unknown) == Answer("http://x/", Life.DEAD, NO_HOST)
    assert read_failure("http://x/", later).life is Life.UNCLEAR
    assert read_failure("http://x/", RemoteDisconnected()).life is Life.UNCLEAR


def test_where_no_host_at_all_is_found_nothing_is_called_dead() -> None:
    """It is rather the network that is missing; one host that is gone, with two pages, is gone."""
    gone = {
        each: Answer(each, Life.DEAD, NO_HOST) for each in ("http://one.int/", "http://one.int/b", "http://two.int/")
    }
    assert {answer.said for answer in doubt_missing_hosts(gone).values()} == {NO_NETWORK}
    assert {answer.life for answer in doubt_missing_hosts(gone).values()} == {Life.UNCLEAR}
    del gone["http://two.int/"]
    assert doubt_missing_hosts(gone) == gone
    mixed = {**gone, "http://two.int/": Answer("http://two.int/", Life.ALIVE, "200 OK")}
    assert doubt_missing_hosts(mixed) == mixed


def test_a_host_that_nobody_can_have_is_never_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether there is a network here or not."""
    monkeypatch.setenv("no_proxy", "*")
    answer = ask_addresses(["http://one.invalid/"], SHORT)["http://one.invalid/"]
    assert answer.said in (NO_HOST, NO_LOOK_UP)


def test_a_redirect_without_a_place_is_no_page() -> None:
    """Nor is any other status below 200 or above 299."""
    assert [read_status("x", status).life for status in (100, 304, 302, 500)] == [Life.UNCLEAR] * 4
