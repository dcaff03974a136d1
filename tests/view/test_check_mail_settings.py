"""What is told of a workspace's mail: its server, the domains it may write to, the languages of its texts."""

import textwrap

import pytest

from briefmaker.diagnostics import Code
from briefmaker.reading import read_settings
from briefmaker.view.check_mail_settings import check_mail_settings


def tell(lines: str) -> list[tuple[int, int, str, str]]:
    """Give line, column, sentence and hint of what is found in settings."""
    reading = read_settings(textwrap.dedent(lines).encode(), "briefmaker.yaml")
    assert reading.value is not None, reading.diagnostics
    found = list(check_mail_settings(reading.value, reading.places))
    assert {each.code for each in found} <= {Code.SETTINGS_MAIL, Code.FIELD_LANGUAGE}
    return [(each.span.line, each.span.column, each.message, each.hint) for each in found]


def test_settings_without_mail_and_settings_that_fit_are_not_told_of() -> None:
    """With both ways of logging in, and with none."""
    assert tell("paper: a4") == []
    for login in (
        "user: a, password: {env: PASSWORD}",
        "port: 465, security: tls, user: a, password: {keyring: mail}",
        "login: xoauth2, user: a, token_command: [token, --mail]",
        "timeout: 5",
    ):
        domains = "domains: {example.int: NATO RESTRICTED, bücher.example: NATO UNCLASSIFIED}"
        texts = "texts: {en: {subject: a}, fr-CA: {body: b}}"
        assert tell(f"mail: {{server: {{host: smtp.example.int, {login}}}, {domains}, {texts}}}") == []


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", '"::1"', "mail-1.example.int", "mail_1", "smtp.bücher.example"]
)
def test_a_server_has_a_name_or_an_address(host: str) -> None:
    """As names and addresses are written."""
    assert tell(f"mail: {{server: {{host: {host}}}}}") == []


@pytest.mark.parametrize(
    "host", ['"smtp://example.int"', '"example.int:587"', '"smtp example.int"', '"user@example.int"', '"-a"', '""']
)
def test_what_is_no_name_of_a_server_is_told(host: str) -> None:
    """Before anything is sent."""
    [(line, column, message, hint)] = tell(f"mail:\n  server: {{host: {host}}}\n")
    assert (line, column) == (2, 18)
    assert message.endswith("is not the name of a server")
    assert hint.startswith("write the name alone")


@pytest.mark.parametrize(
    ("login", "told"),
    [
        ("port: 65536", "there is no port 65536"),
        ("user: a", "nobody knows where the password of `a` is kept"),
        ("password: {env: A}", "`password` is of no use without `user`: nobody logs in"),
        ("token_command: [a]", "`token_command` is of no use without `user`: nobody logs in"),
        ("login: xoauth2", "xoauth2 needs `user` and `token_command`"),
        ("login: xoauth2, user: a", "xoauth2 needs `token_command`, the program that prints an access token"),
        (
            "login: xoauth2, user: a, token_command: [t], password: {env: A}",
            "`password` is of no use with the login xoauth2",
        ),
        (
            "user: a, token_command: [t]",
            "`token_command` is for the login xoauth2, and this server's is password",
        ),
    ],
)
def test_a_login_that_cannot_be_is_told(login: str, told: str) -> None:
    """What it lacks, and what it has no use for."""
    [(line, _, message, hint)] = tell(f"mail:\n  server: {{host: a, {login}}}\n")
    assert (line, message) == (2, told)
    assert hint


def test_several_faults_of_a_server_are_told_at_once() -> None:
    """Each at its own place."""
    server = "host: 'a:1', port: 70000, login: xoauth2, user: a, password: {env: A}"
    assert [each[1] for each in tell(f"mail:\n  server: {{{server}}}\n")] == [18, 31, 45, 73]


@pytest.mark.parametrize(
    ("domain", "message", "hint"),
    [
        ("Example.INT", "the domain `Example.INT` is compared as `example.int`", "write `example.int`"),
        (
            "xn--bcher-kva.example",
            "the domain `xn--bcher-kva.example` is compared as `bücher.example`",
            "write `bücher.example`",
        ),
        ('"@example.int"', "`@example.int` is not the name of a domain", "did you mean `example.int`? write what"),
        ('"*.example.int"', "`*.example.int` is not the name of a domain", "did you mean `example.int`? write what"),
        ("ann@example.int", "`ann@example.int` is not the name of a domain", "did you mean `example.int`? write what"),
        ('"a b"', "`a b` is not the name of a domain", "write what stands after the @"),
    ],
)
def test_a_domain_is_written_as_addresses_have_it(domain: str, message: str, hint: str) -> None:
    """One that matches no address would keep everything back, and nobody would know why."""
    [(line, column, told, advice)] = tell(f"mail:\n  domains:\n    {domain}: NATO RESTRICTED\n")
    assert (line, column, told) == (3, 5, message)
    assert advice.startswith(hint)


def test_a_marking_of_a_domain_is_one_of_the_scheme() -> None:
    """Of the workspace's own where it has chosen one."""
    lines = "mail: {domains: {example.int: SECRET}}\n"
    assert tell(lines) == []
    [(line, column, message, hint)] = tell(lines + "marking_scheme: nato\n")
    assert (line, column, message) == (1, 31, "the scheme NATO has no marking `SECRET`")
    assert hint == "did you mean `NATO SECRET`?"


def test_a_language_that_no_message_can_be_written_in_is_told_at_its_name() -> None:
    """And one that stands there twice."""
    told = tell("mail:\n  texts:\n    xx: {subject: a}\n    fr: {subject: a}\n    FR: {subject: b}\n")
    assert [each[:3] for each in told] == [
        (3, 5, "briefmaker writes no messages in the language `xx`"),
        (5, 5, "`FR` and `fr` are one language"),
    ]
