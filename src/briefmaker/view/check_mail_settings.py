"""What is wrong with a workspace's mail beyond the shape of each setting: server, domains, languages."""

import ipaddress
import re
from collections.abc import Iterator

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model.mail_address import find_domain
from briefmaker.model.mail_settings import HIGHEST_PORT, Login, MailServer, MailSettings
from briefmaker.model.settings import Settings
from briefmaker.reading.suggest import list_words
from briefmaker.reading.yaml_problems import shorten
from briefmaker.view.check_settings import check_marking
from briefmaker.view.shipped_data import names_of_shipped

_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?")


def check_mail_settings(settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Give all that is wrong with ``mail``; with the people of its lists another module deals."""
    mail = settings.mail
    if mail == MailSettings():
        return
    if mail.server is not None:
        yield from _check_address(mail.server, places)
        yield from _check_login(mail.server, places)
    for domain, marking in mail.domains.items():
        yield from _check_domain(domain, places)
        yield from check_marking(f"mail.domains.{domain}", marking, settings, places, Code.SETTINGS_MAIL)
    for language in mail.texts:
        path = f"mail.texts.{language}"
        yield from check_language(path, language, places, is_key=True)
        twin = _find_twin(language, list(mail.texts))
        if twin:
            message = f"`{shorten(language)}` and `{shorten(twin)}` are one language"
            yield _find(places, path, message, "put both texts under one of the two", is_key=True)


def check_language(path: str, language: str, places: Places, *, is_key: bool = False) -> Iterator[Diagnostic]:
    """Tell of a language in which briefmaker can write no message."""
    known = [name for name in names_of_shipped("labels") if "-" not in name]
    if language.partition("-")[0].lower() not in known:
        message = f"briefmaker writes no messages in the language `{shorten(language)}`"
        hint = f"choose {list_words(known, len(known))}, with or without a region"
        span = places.key(path) if is_key else None
        yield places.finding(Code.FIELD_LANGUAGE, path, message, hint, span=span)


def _find_twin(language: str, languages: list[str]) -> str:
    earlier = languages[: languages.index(language)]
    return next((each for each in earlier if each.casefold() == language.casefold()), "")


def _find(places: Places, path: str, message: str, hint: str, *, is_key: bool = False) -> Diagnostic:
    return places.finding(Code.SETTINGS_MAIL, path, message, hint, span=places.key(path) if is_key else None)


def _check_address(server: MailServer, places: Places) -> Iterator[Diagnostic]:
    if not _is_host(server.host):
        message = f"`{shorten(server.host)}` is not the name of a server"
        hint = "write the name alone, such as smtp.example.int, and its port under `port`"
        yield _find(places, "mail.server.host", message, hint)
    if server.port is not None and server.port > HIGHEST_PORT:
        message = f"there is no port {server.port}"
        yield _find(places, "mail.server.port", message, f"ports go up to {HIGHEST_PORT}; usual are 587 and 465")


def _is_host(host: str) -> bool:
    """Tell whether this can be the name of a server, or its address: one with colons is of IPv6."""
    try:
        return bool(_HOST.fullmatch(host) or ipaddress.ip_address(host))
    except ValueError:
        return False


def _check_login(server: MailServer, places: Places) -> Iterator[Diagnostic]:
    """Tell of a login that lacks what it needs, or names what it has no use for."""
    if server.user is None:
        for name in ("password", "token_command"):
            if getattr(server, name):
                message = f"`{name}` is of no use without `user`: nobody logs in"
                hint = f"add `user:`, or take `{name}` out"
                yield _find(places, f"mail.server.{name}", message, hint)
        if server.login is Login.XOAUTH2 and not server.token_command:
            hint = "add `user:` and `token_command:`, or take `login` out"
            yield _find(places, "mail.server.login", "xoauth2 needs `user` and `token_command`", hint)
        return
    yield from _check_password(server, places) if server.login is Login.PASSWORD else _check_token(server, places)


def _check_password(server: MailServer, places: Places) -> Iterator[Diagnostic]:
    if server.token_command:
        message = "`token_command` is for the login xoauth2, and this server's is password"
        hint = "add `login: xoauth2`, or take `token_command` out"
        yield _find(places, "mail.server.token_command", message, hint)
    elif server.password is None:
        message = f"nobody knows where the password of `{shorten(server.user or '')}` is kept"
        hint = "add `password: {env: NAME_OF_A_VARIABLE}` or `password: {keyring: NAME_OF_A_SERVICE}`"
        yield _find(places, "mail.server.user", message, hint)


def _check_token(server: MailServer, places: Places) -> Iterator[Diagnostic]:
    if not server.token_command:
        message = "xoauth2 needs `token_command`, the program that prints an access token"
        yield _find(places, "mail.server.login", message, "add `token_command: [program, argument]`")
    if server.password is not None:
        message = "`password` is of no use with the login xoauth2"
        yield _find(places, "mail.server.password", message, "take `password` out, or `login: xoauth2`")


def _check_domain(domain: str, places: Places) -> Iterator[Diagnostic]:
    """Tell of a domain that is none, or that is not written as addresses hold it: in small letters, without a sign before it."""
    path = f"mail.domains.{domain}"
    meant = find_domain(domain)
    if not meant:
        near = find_domain(domain.rpartition("@")[2].removeprefix("*.").strip(" ."))
        message = f"`{shorten(domain)}` is not the name of a domain"
        hint = "write what stands after the @ of its addresses, each subdomain for itself"
        yield _find(places, path, message, f"did you mean `{near}`? {hint}" if near else hint, is_key=True)
    elif meant != domain:
        message = f"the domain `{shorten(domain)}` is compared as `{shorten(meant)}`"
        yield _find(places, path, message, f"write `{shorten(meant)}`", is_key=True)
