"""Asks addresses on the web whether what was cited still stands there; the only part of a check that uses a network."""

import socket
import ssl
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPException
from importlib.metadata import version
from typing import NamedTuple
from urllib.error import URLError
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request, UnknownHandler

from briefmaker.model.answers import Answer, Life

PATIENCE = 5.0
"""Seconds in which a server has to connect, and then to say something."""
AT_ONCE = 6
MOST_REDIRECTS = 10
NO_HOST = "there is no such host"
NO_LOOK_UP = "its host could not be looked up"
NO_NETWORK = "no host was found, so there may be no network"
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_LASTING = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_REDIRECTS = (*_LASTING, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT)
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_NO_NAME = {getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)}


class _Reply(NamedTuple):
    """The status of a server, and where it sends one to, if anywhere."""

    status: int
    location: str | None


def ask_addresses(addresses: Iterable[str], patience: float = PATIENCE) -> dict[str, Answer]:
    """Give the answer of each address (http or https); none is asked twice, a few are asked at once. Never raises.

    ``patience`` is in seconds. Where each of several hosts is unknown it is rather the network that is missing, and no
    answer says that its page is gone. Proxies are those of the environment.
    """
    wanted = {address: urldefrag(address).url for address in addresses}
    distinct = list(dict.fromkeys(wanted.values()))
    with ThreadPoolExecutor(AT_ONCE) as threads:
        found = dict(zip(distinct, threads.map(lambda each: _ask(each, patience), distinct), strict=True))
    found = doubt_missing_hosts(found)
    return {
        address: Answer(address, found[asked].life, found[asked].said, found[asked].moved_to)
        for address, asked in wanted.items()
    }


def doubt_missing_hosts(answers: dict[str, Answer]) -> dict[str, Answer]:
    """Give answers by address as they are, or as unclear where all say that there is no such host, of more hosts than one."""
    if not all(answer.said == NO_HOST for answer in answers.values()):
        return answers
    hosts = {urlsplit(address).netloc for address in answers}
    return {each: Answer(each, Life.UNCLEAR, NO_NETWORK) for each in answers} if len(hosts) > 1 else answers


def _ask(address: str, patience: float) -> Answer:
    try:
        return _follow(address, patience)
    except (OSError, HTTPException, ValueError) as failure:
        return read_failure(address, failure)


def _follow(address: str, patience: float) -> Answer:
    """Ask an address and those that it sends one to."""
    at, lasting = address, True
    for _ in range(MOST_REDIRECTS):
        reply = _request(at, patience)
        if reply.status not in _REDIRECTS or not reply.location:
            return read_status(address, reply.status, at if lasting and at != address else None)
        lasting = lasting and reply.status in _LASTING
        at = urljoin(at, reply.location)
        if urlsplit(at).scheme not in ("http", "https"):
            return Answer(address, Life.UNCLEAR, "it leads to something that is no web page")
    return Answer(address, Life.UNCLEAR, "it leads from one address to the next without end")


def _request(address: str, patience: float) -> _Reply:
    """Ask for the head alone, and for the page where a server does not answer well to that; the page itself is not read."""
    try:
        reply = _send("HEAD", address, patience)
        if reply.status < HTTPStatus.BAD_REQUEST:
            return reply
    except (ConnectionError, HTTPException):
        pass
    return _send("GET", address, patience)


def _send(method: str, address: str, patience: float) -> _Reply:
    """Send one request without cookies, passwords or where it comes from. Raises OSError, HTTPException or ValueError."""
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler(), UnknownHandler()):
        opener.add_handler(handler)
    opener.addheaders = [("User-Agent", f"briefmaker/{version('briefmaker')}"), ("Accept", "*/*")]
    with opener.open(Request(_to_ascii(address), method=method), timeout=patience) as response:  # noqa: S310 - http and https have handlers, nothing else
        return _Reply(response.status, response.headers.get("Location"))


def _to_ascii(address: str) -> str:
    """Give an address as it is sent: letters of other alphabets encoded."""
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    path, query = (quote(part, safe=_SAFE) for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def read_status(address: str, status: int, moved_to: str | None = None) -> Answer:
    """Give what a status says of a page: gone for 404 and 410, there for success, and else nothing certain."""
    known = status in set(HTTPStatus)
    said = f"{status} {HTTPStatus(status).phrase}" if known else str(status)
    if status in _GONE:
        return Answer(address, Life.DEAD, said)
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return Answer(address, Life.UNCLEAR, said)
    return Answer(address, Life.MOVED if moved_to else Life.ALIVE, said, moved_to)


def read_failure(address: str, failure: Exception) -> Answer:
    """Give what a failure to ask says of a page: gone where its host has no address, and else nothing certain."""
    cause = failure.reason if isinstance(failure, URLError) and isinstance(failure.reason, Exception) else failure
    if isinstance(cause, socket.gaierror):
        is_unknown = cause.errno in _NO_NAME
        return Answer(address, Life.DEAD if is_unknown else Life.UNCLEAR, NO_HOST if is_unknown else NO_LOOK_UP)
    return Answer(address, Life.UNCLEAR, _describe(cause))


def _describe(cause: Exception) -> str:
    match cause:
        case ssl.SSLCertVerificationError():
            return f"its certificate is not trusted ({cause.verify_message})"
        case ssl.SSLError():
            return "it does not speak TLS as it should"
        case TimeoutError():
            return "it did not answer in time"
        case ConnectionError() | HTTPException():
            return "it closed or refused the connection"
        case ValueError():
            return "it is no address that can be asked"
        case _:
            return f"it could not be reached ({cause})"
