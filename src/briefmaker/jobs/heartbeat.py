"""Tells a watcher that a run ended well: a file is touched, or an https address is asked."""

from http import HTTPStatus
from http.client import HTTPException
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request, UnknownHandler

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Severity
from briefmaker.jobs.desk import shown_path
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError
from briefmaker.workspace.log_file import touch_file
from briefmaker.workspace.workspace import Workspace

PATIENCE = 10.0
"""Seconds in which a server has to connect, and then to answer."""
_WRITTEN_BY_PEOPLE = {".yaml", ".yml"}
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def check_heartbeat(heartbeat: str, workspace: Workspace) -> None:
    """Raise BriefmakerError where the setting is neither a file of the workspace nor an https address."""
    if "://" not in heartbeat:
        find_told_file(heartbeat, workspace, "heartbeat")
        return
    parts = urlsplit(heartbeat)
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    if not is_safe or not parts.hostname:
        raise BriefmakerError("`runs: heartbeat` is no https address", "write https://..., or the name of a file")


def find_told_file(relative: str, workspace: Workspace, setting: str) -> Path:
    """Give the file that a setting of ``runs`` names.

    Raises BriefmakerError where it is not inside the workspace, and where it may be a brief, into which nothing is logged.
    """
    try:
        file = BriefFolder(workspace.root, workspace.root).find(relative)
    except (PathOutsideError, UnreadableFileError) as refused:
        hint = "name a file as it is seen from the workspace's folder"
        raise BriefmakerError(f"`runs: {setting}`: {refused}", hint) from refused
    if file.suffix.lower() in _WRITTEN_BY_PEOPLE:
        raise BriefmakerError(
            f"`runs: {setting}`: `{relative}` may be a brief", "give the file another ending, as .log"
        )
    return file


def send_heartbeat(heartbeat: str, workspace: Workspace, patience: float = PATIENCE) -> Diagnostic | None:
    """Touch the file or ask the address, in at most ``patience`` seconds; gives a warning where that fails.

    An address may hold a key, so that only its host is told.
    """
    if "://" not in heartbeat:
        file = find_told_file(heartbeat, workspace, "heartbeat")
        try:
            touch_file(file)
        except OSError as failure:
            return _warn(workspace, f"{shown_path(file)} cannot be touched: {failure.strerror or failure}")
        return None
    host = urlsplit(heartbeat).hostname
    try:
        status = _ask(heartbeat, patience)
    except (OSError, HTTPException, ValueError) as failure:
        reason = getattr(failure, "reason", None) or failure
        return _warn(workspace, f"{host} was not reached: {reason}")
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return _warn(workspace, f"{host} answers {status}")
    return None


def _ask(address: str, patience: float) -> int:
    """Send one request, without cookies, and follow it nowhere. Raises OSError, HTTPException or ValueError."""
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
