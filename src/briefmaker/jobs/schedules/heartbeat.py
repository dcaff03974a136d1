"""Tells a watcher that a run ended well: a file is touched, or an https address is asked."""

from http import HTTPStatus
from urllib.parse import urlsplit

from briefmaker.diagnostics import Code, Diagnostic, Severity
from briefmaker.jobs.desk import shown_path
from briefmaker.workspace.log_file import touch_file
from briefmaker.workspace.workspace import Workspace

PATIENCE = 10.0
"""Seconds in which a server has to connect, and then to answer."""


def send_heartbeat(heartbeat: str, workspace: Workspace, patience: float = PATIENCE) -> Diagnostic | None:
    """Touch the file or ask the address, in at most ``patience`` seconds; gives a warning where that fails.

    ``heartbeat`` is as settings have it that were checked: a file of the workspace, or an https address. An address may hold a
    key, so that only its host is told.
    """
    if "://" not in heartbeat:
        file = workspace.root / heartbeat
        try:
            touch_file(file)
        except OSError as failure:
            return _warn(workspace, f"{shown_path(file)} cannot be touched: {failure.strerror or failure}")
        return None
    return _ask_address(heartbeat, workspace, patience)


def _ask_address(address: str, workspace: Workspace, patience: float) -> Diagnostic | None:
    # Imported here, since most workspaces have nobody to ask.
    from http.client import HTTPException

    host = urlsplit(address).hostname
    try:
        status = _ask(address, patience)
    except (OSError, HTTPException, ValueError) as failure:
        reason = getattr(failure, "reason", None) or failure
        return _warn(workspace, f"{host} was not reached: {reason}")
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return _warn(workspace, f"{host} answers {status}")
    return None


def _ask(address: str, patience: float) -> int:
    """Send one request, without cookies, and follow it nowhere. Raises OSError, HTTPException or ValueError."""
    from importlib.metadata import version
    from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request, UnknownHandler

    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler(), UnknownHandler()):
        opener.add_handler(handler)
    opener.addheaders = [("User-Agent", f"briefmaker/{version('briefmaker')}")]
    with opener.open(Request(address), timeout=patience) as answer:  # noqa: S310 - http and https have handlers, nothing else
        status: int = answer.status
    return status


def _warn(workspace: Workspace, reason: str) -> Diagnostic:
    hint = "see `runs: heartbeat` in the settings; what was to be done is done"
    file = shown_path(workspace.settings_file)
    message = f"the heartbeat was not given: {reason}"
    return Diagnostic(Code.HEARTBEAT_FAILED, message, file, hint=hint, severity=Severity.WARNING)
