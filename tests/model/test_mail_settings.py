"""Settings of mail as they are read, and as their schema tells editors."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from briefmaker.diagnostics import Code
from briefmaker.model.mail_settings import Login, MailSettings, Security
from briefmaker.model.schema import settings_schema
from briefmaker.reading import read_settings

SERVER: dict[str, Any] = {"host": "smtp.example.int"}


def tell(lines: str) -> list[tuple[Code | str, int, int]]:
    """Give code, line and column of what is wrong with settings."""
    found = read_settings(lines.encode(), "briefmaker.yaml").diagnostics
    return [(each.code, each.span.line, each.span.column) for each in found]


def is_valid(**settings: Any) -> bool:
    """Tell whether the schema takes settings."""
    return Draft202012Validator(settings_schema()).is_valid(settings)


def test_a_server_is_safe_without_being_told_so() -> None:
    """There is no way to send without TLS."""
    reading = read_settings(b"mail: {server: {host: smtp.example.int}}", "briefmaker.yaml")
    assert reading.value is not None
    server = reading.value.mail.server
    assert server is not None
    assert (server.security, server.login, server.port, server.user) == (Security.STARTTLS, Login.PASSWORD, None, None)
    assert tell("mail: {server: {host: a, security: none}}") == [(Code.FIELD_CHOICE, 1, 36)]


@pytest.mark.parametrize("secret", ["hunter2", '"${PASSWORD}"', "{env: A, keyring: B}", "{}"])
def test_a_secret_never_stands_in_the_settings(secret: str) -> None:
    """Only where it is kept, and in one place; what was typed is not told again."""
    lines = f"mail:\n  server: {{host: a, user: b, password: {secret}}}\n"
    [found] = read_settings(lines.encode(), "briefmaker.yaml").diagnostics
    assert (found.code, found.span.line) == (Code.SETTINGS_SECRET, 2)
    assert "hunter2" not in found.message + found.hint


@pytest.mark.parametrize(
    "address", ["ann", "ann@", "Ann <ann@example.int>", "a@b@example.int", "ann@example.int, bob@example.int"]
)
def test_what_is_no_address_is_told(address: str) -> None:
    """Of the sender, and of where answers go."""
    lines = f'mail:\n  sender: {{name: Desk, email: "{address}"}}\n  reply_to: "{address}"\n'
    assert tell(lines) == [(Code.FIELD_MAIL, 2, 31), (Code.FIELD_MAIL, 3, 13)]


@pytest.mark.parametrize("escape", [r"\r", r"\n", r"\r\n", r"\x00", r"\x0b", r"\x85", r"\u2028", r"\u202e"])
@pytest.mark.parametrize(
    "lines",
    [
        'mail: {{sender: {{name: "A{0}Bcc: x@example.int", email: a@example.int}}}}',
        'mail: {{texts: {{en: {{subject: "A{0}Bcc: x@example.int"}}}}}}',
        'distribution_lists: {{a: {{title: "A{0}Bcc: x", people: []}}}}',
        'distribution_lists: {{a: {{people: [{{name: "A{0}Bcc: x", email: a@example.int}}]}}}}',
        'distribution_lists: {{a: {{people: [{{name: A, email: "a@example.int{0}Bcc: x"}}]}}}}',
    ],
)
def test_nothing_that_breaks_a_line_gets_into_the_head_of_a_message(lines: str, escape: str) -> None:
    """However it is written: else a name could add a recipient."""
    told = tell(lines.format(escape))
    assert told
    assert {each[0] for each in told} <= {Code.FIELD_ONE_LINE, Code.FILE_UNSAFE_CHARACTER, Code.FIELD_MAIL}


def test_a_language_of_texts_is_a_tag() -> None:
    """Told at its name."""
    assert tell("mail:\n  texts:\n    english please: {subject: a}\n") == [(Code.FIELD_LANGUAGE, 3, 5)]


@pytest.mark.parametrize(
    ("server", "is_right"),
    [
        (SERVER, True),
        (SERVER | {"port": 587, "security": "starttls", "user": "a", "password": {"env": "A"}}, True),
        (SERVER | {"login": "xoauth2", "user": "a", "token_command": ["token"]}, True),
        ({}, False),
        (SERVER | {"port": 65536}, False),
        (SERVER | {"security": "none"}, False),
        (SERVER | {"password": "hunter2", "user": "a"}, False),
        (SERVER | {"password": {"env": "A", "keyring": "B"}, "user": "a"}, False),
        (SERVER | {"password": {}, "user": "a"}, False),
        (SERVER | {"password": {"env": "A"}}, False),
        (SERVER | {"user": "a"}, False),
        (SERVER | {"login": "xoauth2", "user": "a"}, False),
        (SERVER | {"login": "xoauth2", "token_command": ["token"]}, False),
        (SERVER | {"login": "xoauth2", "user": "a", "token_command": ["t"], "password": {"env": "A"}}, False),
        (SERVER | {"user": "a", "password": {"env": "A"}, "token_command": ["t"]}, False),
    ],
)
def test_the_schema_knows_what_a_server_needs(server: dict[str, Any], is_right: bool) -> None:
    """As far as an editor can tell."""
    assert is_valid(mail={"server": server}) is is_right


@pytest.mark.parametrize(
    ("mail", "is_right"),
    [
        ({"domains": {"example.int": "SECRET"}, "texts": {"en-GB": {"subject": "a", "body": "b"}}}, True),
        ({"domains": {"Example.int": "SECRET"}}, False),
        ({"domains": {"@example.int": "SECRET"}}, False),
        ({"texts": {"english please": {}}}, False),
        ({"texts": {"en": {"subjekt": "a"}}}, False),
        ({"sender": {"name": "Desk"}}, False),
    ],
)
def test_the_schema_knows_domains_and_texts(mail: dict[str, Any], is_right: bool) -> None:
    """And whose messages they are."""
    assert is_valid(mail=mail) is is_right


def test_settings_without_mail_have_none() -> None:
    """So that nothing is asked of them."""
    assert MailSettings() == MailSettings(domains={}, texts={})
