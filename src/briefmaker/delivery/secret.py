"""Where secrets come from: a variable of the environment, the keyring of the system, or a program that prints a token.

No secret is written anywhere, and none stands in anything that is told: one that is shown by mistake says ``<secret>``.
"""

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, MissingLibraryError
from briefmaker.model.mail_settings import SecretPlace

_PRINTABLE = range(0x21, 0x7F)


class Secret:
    """A password or a token that does not show itself."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "<secret>"

    __str__ = __repr__

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("a secret stays in its process")

    def reveal(self) -> str:
        """Give the secret itself, for the server alone."""
        return self._text


@dataclass(frozen=True)
class Secrets:
    """Finds secrets: in ``environment``, in the keyring, and by programs that are run in ``folder``."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)

    def find_password(self, place: SecretPlace, user: str) -> Secret:
        """Give the password that is kept at a place. Raises BriefmakerError where there is none, or it cannot be one."""
        if place.env is not None:
            return _check_password(self.environment.get(place.env, ""), f"the variable {place.env} of the environment")
        assert place.keyring is not None  # noqa: S101 - a place names one of both
        return _check_password(_ask_keyring(place.keyring, user), f"the keyring, under `{place.keyring}` for `{user}`,")

    def ask_token(self, command: Sequence[str], seconds: float) -> Secret:
        """Give the token that a program prints; it is run without a shell, and has some seconds.

        Raises BriefmakerError where it cannot be run, fails, takes longer, or prints no token. What it printed is never told.
        """
        try:
            token = _run(command, self.folder, seconds)
        except OSError as failure:
            reason = failure.strerror or type(failure).__name__
            raise _refuse_token(command, f"cannot be run: {reason}") from None
        if not token or not all(ord(letter) in _PRINTABLE for letter in token):
            raise _refuse_token(command, "printed no token: a token is one line without blanks")
        return Secret(token)


def _check_password(text: str, place: str) -> Secret:
    password = text.rstrip("\r\n")
    if not password:
        raise BriefmakerError(f"{place} holds no password for the mail server", "set it; nothing was sent, all waits")
    if any(sign in password for sign in "\0\r\n"):
        raise BriefmakerError(f"{place} holds more than a password", "set it to the password alone, on one line")
    return Secret(password)


def _ask_keyring(service: str, user: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        raise MissingLibraryError(
            "the password is in the keyring, and keyring is not installed", 'pip install "briefmaker[keyring]"'
        ) from None
    try:
        return keyring.get_password(service, user) or ""
    except KeyringError as failure:
        raise BriefmakerError(
            f"the keyring cannot be asked for the password: {type(failure).__name__}",
            "unlock it; where there is none, keep the password in a variable: password: {env: NAME}",
        ) from None


def _run(command: Sequence[str], folder: Path, seconds: float) -> str:
    with subprocess.Popen(  # noqa: S603 - the program that the owner of the workspace names, without a shell
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        try:
            printed, _ = running.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise _refuse_token(command, f"did not end within {seconds:g} seconds") from None
        finally:
            _end(running)
    if running.returncode:
        raise _refuse_token(command, f"ended with {running.returncode}")
    return printed.decode("utf-8", "replace").strip()


def _end(running: "subprocess.Popen[bytes]") -> None:
    """End a program that runs still, with all that it started."""
    if running.poll() is not None:
        return
    with contextlib.suppress(OSError):
        if os.name == "posix":
            os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()


def _refuse_token(command: Sequence[str], reason: str) -> BriefmakerError:
    return BriefmakerError(
        f"the token_command `{command[0]}` {reason}", "run it yourself to see why; nothing was sent, all waits"
    )
