"""Secrets are found where they are kept, and shown nowhere."""

import pickle
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from briefmaker.delivery.secret import Secret, Secrets
from briefmaker.diagnostics import BriefmakerError, MissingLibraryError
from briefmaker.model.mail_settings import SecretPlace


def test_a_password_comes_from_the_environment(tmp_path: Path) -> None:
    """As it is, blanks and all; only the end of a line is no part of it."""
    secrets = Secrets(tmp_path, {"MAIL": " pä ss \n"})
    assert secrets.find_password(SecretPlace(env="MAIL"), "ann").reveal() == " pä ss "


@pytest.mark.parametrize("value", ["", "\n", "two\nlines", "a\0b"])
def test_what_can_be_no_password_is_told_by_its_place(tmp_path: Path, value: str) -> None:
    """And never by what stands there."""
    with pytest.raises(BriefmakerError, match="the variable MAIL of the environment holds") as caught:
        Secrets(tmp_path, {"MAIL": value}).find_password(SecretPlace(env="MAIL"), "ann")
    assert "lines" not in caught.value.message + caught.value.hint


def test_a_secret_does_not_show_itself(tmp_path: Path) -> None:
    """Nor is it sent to another process, nor shown by who finds it."""
    secret = Secret("hunter2")
    assert f"{secret} {secret!r} {[secret]}" == "<secret> <secret> [<secret>]"
    assert "hunter2" not in repr(Secrets(tmp_path, {"MAIL": "hunter2"}))
    with pytest.raises(TypeError):
        pickle.dumps(secret)


class Locked(KeyringBackend):
    """A keyring that knows one password, and otherwise is locked."""

    priority = 1  # type: ignore[assignment] - a class property of keyring's own

    def get_password(self, service: str, username: str) -> str | None:
        """Give the password of Ann."""
        if service == "locked":
            raise KeyringLocked("hunter2 is the code")
        return "hunter2" if (service, username) == ("briefmaker", "ann") else None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep nothing."""


@pytest.fixture
def ring() -> Iterator[None]:
    """Have such a keyring in the place of the system's."""
    before = keyring.get_keyring()
    keyring.set_keyring(Locked())
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("ring")
def test_a_password_comes_from_the_keyring(tmp_path: Path) -> None:
    """Under the service that the settings name, for the server's user; one that is not there or locked is told."""
    secrets = Secrets(tmp_path, {})
    assert secrets.find_password(SecretPlace(keyring="briefmaker"), "ann").reveal() == "hunter2"
    with pytest.raises(BriefmakerError, match="the keyring, under `briefmaker` for `ben`, holds no password"):
        secrets.find_password(SecretPlace(keyring="briefmaker"), "ben")
    with pytest.raises(BriefmakerError, match="cannot be asked for the password: KeyringLocked") as caught:
        secrets.find_password(SecretPlace(keyring="locked"), "ann")
    assert caught.value.__suppress_context__


def test_keyring_may_not_be_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How it is, is told."""
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(MissingLibraryError) as caught:
        Secrets(tmp_path, {}).find_password(SecretPlace(keyring="briefmaker"), "ann")
    assert caught.value.hint == 'pip install "briefmaker[keyring]"'


def ask(folder: Path, program: str, seconds: float = 30) -> str:
    """Give the token that a program in Python prints."""
    return Secrets(folder, {}).ask_token([sys.executable, "-c", program], seconds).reveal()


def test_a_token_is_what_a_program_prints(tmp_path: Path) -> None:
    """Its arguments reach it as they are, for no shell reads them."""
    assert ask(tmp_path, "print('  ya29.abc  ')") == "ya29.abc"
    program = [sys.executable, "-c", "import sys; print(sys.argv[1])", "$HOME;`id`"]
    assert Secrets(tmp_path, {}).ask_token(program, 30).reveal() == "$HOME;`id`"


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("print('s3cret'); raise SystemExit(3)", "ended with 3"),
        ("import sys; sys.exit('s3cret')", "ended with 1"),
        ("pass", "printed no token"),
        ("print('s3cret two')", "printed no token"),
        ("print('s3cret'); print('two')", "printed no token"),
    ],
)
def test_a_program_that_gives_no_token_is_told_without_what_it_printed(tmp_path: Path, program: str, said: str) -> None:
    """On either stream."""
    with pytest.raises(BriefmakerError, match=said) as caught:
        ask(tmp_path, program)
    assert "s3cret" not in caught.value.message + caught.value.hint


def test_a_program_that_does_not_end_is_ended(tmp_path: Path) -> None:
    """With what it started."""
    starts = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {_WRITER!r}])"
    with pytest.raises(BriefmakerError, match="did not end within 1 seconds"):
        ask(tmp_path, starts, 1)
    time.sleep(0.1)
    beats = (tmp_path / "beats").stat().st_size if (tmp_path / "beats").exists() else 0
    time.sleep(0.3)
    assert ((tmp_path / "beats").stat().st_size if (tmp_path / "beats").exists() else 0) == beats


_WRITER = """
import time
while True:
    with open("beats", "a") as file:
        file.write("x")
    time.sleep(0.02)
"""


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(BriefmakerError, match="the token_command `no-such-program` cannot be run: No such file"):
        Secrets(tmp_path, {}).ask_token(["no-such-program"], 1)
