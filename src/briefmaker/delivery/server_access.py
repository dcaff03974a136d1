"""Opening a connection to the mail server: encrypted, its certificate verified, logged in; or a sentence that says why not."""

import base64
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from briefmaker.delivery.secret import Secret, Secrets
from briefmaker.delivery.transfer import LOST, describe_reply, has_timed_out
from briefmaker.diagnostics import BriefmakerError
from briefmaker.model.mail_settings import Login, MailServer, Security

LATER, PERSON = 1, 4
"""What a command leaves with: it may go better another time, or somebody has to look. Wrong settings are 2."""
_PORTS = {Security.STARTTLS: 587, Security.TLS: 465}
_ALL_WAITS = "nothing was sent, all waits in the outbox"


@dataclass(frozen=True)
class Access:
    """What is needed to reach the mail server: its settings, where secrets are, and the certificates to trust as PEM.

    Without ``authority`` those of the system are trusted.
    """

    server: MailServer
    secrets: Secrets
    authority: str | None = None

    @property
    def port(self) -> int:
        """Give the port, also where the settings leave it out."""
        return self.server.port or _PORTS[self.server.security]

    @property
    def place(self) -> str:
        """Give host and port, as they are told."""
        return f"{self.server.host}:{self.port}"


def open_connection(access: Access) -> smtplib.SMTP:
    """Give a connection on which messages can be handed over. Raises BriefmakerError that says why there is none."""
    context = _make_context(access)
    secret = _find_secret(access)
    with _told(access):
        smtp = _connect(access, context)
        try:
            _secure(smtp, access, context)
            if secret is not None:
                _log_in(smtp, access, secret)
            # The last bytes of a message are not to wait until the server has heard all that came before them.
            if smtp.sock is not None:
                smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except BaseException:
            smtp.close()
            raise
    return smtp


def _make_context(access: Access) -> ssl.SSLContext:
    if access.authority is None:
        return ssl.create_default_context()
    try:
        return ssl.create_default_context(cadata=access.authority)
    except (ssl.SSLError, ValueError):
        raise BriefmakerError(
            f"`{access.server.certificate_authority}` holds no certificates",
            "mail.server.certificate_authority names a file in PEM: -----BEGIN CERTIFICATE----- and so on",
        ) from None


def _find_secret(access: Access) -> Secret | None:
    server = access.server
    if server.user is None:
        return None
    if server.login is Login.XOAUTH2 and server.token_command:
        return access.secrets.ask_token(server.token_command, server.timeout)
    if server.password is None:
        missing = "token_command" if server.login is Login.XOAUTH2 else "password"
        raise BriefmakerError(
            f"mail.server has a user and no {missing}", "say in briefmaker.yaml where it is kept; the manual shows how"
        )
    return access.secrets.find_password(server.password, server.user)


def _connect(access: Access, context: ssl.SSLContext) -> smtplib.SMTP:
    host, port, timeout = access.server.host, access.port, access.server.timeout
    if access.server.security is Security.TLS:
        return smtplib.SMTP_SSL(host, port, _name_self(), timeout=timeout, context=context)
    return smtplib.SMTP(host, port, _name_self(), timeout=timeout)


def _name_self() -> str:
    # smtplib would ask the name service who this is, which may take long; RFC 5321 has an address for who has no name.
    name = socket.gethostname()
    return name if "." in name and name.isascii() else "[127.0.0.1]"


def _secure(smtp: smtplib.SMTP, access: Access, context: ssl.SSLContext) -> None:
    _greet(smtp, access)
    if access.server.security is Security.TLS:
        return
    if not smtp.has_extn("starttls"):
        raise BriefmakerError(
            f"{access.place} does not offer STARTTLS, and nothing is sent without encryption",
            "where it has a port for TLS of its own, set `security: tls` and the port, usually 465",
            PERSON,
        )
    smtp.starttls(context=context)
    _greet(smtp, access)


def _greet(smtp: smtplib.SMTP, access: Access) -> None:
    code, said = smtp.ehlo()
    if not 200 <= code < 300:  # noqa: PLR2004 - answers of 200 and more say yes (RFC 5321, 4.2.1)
        raise BriefmakerError(f"{access.place} does not talk to us: {describe_reply(code, said)}", _ALL_WAITS, LATER)


def _log_in(smtp: smtplib.SMTP, access: Access, secret: Secret) -> None:
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    wanted = ["XOAUTH2"] if access.server.login is Login.XOAUTH2 else ["PLAIN", "LOGIN"]
    way = next((each for each in wanted if each in offered), None)
    if way is None:
        raise BriefmakerError(
            f"{access.place} offers no login by {' or '.join(wanted)}; it offers {', '.join(offered) or 'none'}",
            "see `login` and `port` of mail.server, or leave out `user` where nobody has to log in",
            PERSON,
        )
    code, said = _answer_login(smtp, way, access.server.user or "", secret)
    # 503: logged in already.
    if code not in (235, 503):
        raise _refuse_login(access, code, said)


def _answer_login(smtp: smtplib.SMTP, way: str, user: str, secret: Secret) -> tuple[int, bytes]:
    """Log in by one way; smtplib's own would take a password in ASCII only, and show one that is not in what it raises."""
    if way == "LOGIN":
        code, said = smtp.docmd("AUTH", "LOGIN")
        for text in (user, secret.reveal()):
            # 334: the server asks for more (RFC 4954).
            if code == 334:  # noqa: PLR2004
                code, said = smtp.docmd(_encode(text))
        return code, said
    if way == "PLAIN":
        return smtp.docmd("AUTH", "PLAIN " + _encode(f"\0{user}\0{secret.reveal()}"))
    # As Google and Microsoft document it; a refusal comes as a question, which wants an empty answer.
    code, said = smtp.docmd("AUTH", "XOAUTH2 " + _encode(f"user={user}\1auth=Bearer {secret.reveal()}\1\1"))
    return smtp.docmd("") if code == 334 else (code, said)  # noqa: PLR2004 - as above


def _encode(text: str) -> str:
    return base64.b64encode(text.encode()).decode("ascii")


def _refuse_login(access: Access, code: int, said: bytes) -> BriefmakerError:
    told = describe_reply(code, said)
    if 400 <= code < 500:  # noqa: PLR2004 - answers of 400 and more are for the moment (RFC 5321, 4.2.1)
        return BriefmakerError(f"{access.place} cannot let anybody log in now: {told}", _ALL_WAITS, LATER)
    return BriefmakerError(
        f"{access.place} does not let `{access.server.user}` log in: {told}",
        f"see whether user and secret are right; {_ALL_WAITS}",
        PERSON,
    )


@contextmanager
def _told(access: Access) -> Iterator[None]:
    """Say in words why there is no connection; what is raised names neither secrets nor what was sent."""
    try:
        yield
    except ssl.SSLCertVerificationError as wrong:
        raise _refuse_certificate(access, wrong) from None
    except LOST as lost:
        raise _tell_unreachable(access, lost) from None


def _refuse_certificate(access: Access, wrong: ssl.SSLCertVerificationError) -> BriefmakerError:
    return BriefmakerError(
        f"the certificate of {access.place} is not one to trust: {wrong.verify_message}",
        "`host` is the name in the certificate; an authority of your own goes into mail.server.certificate_authority; "
        + _ALL_WAITS,
        PERSON,
    )


def _tell_unreachable(access: Access, lost: Exception) -> BriefmakerError:
    match lost:
        case socket.gaierror():
            exit_code = LATER if lost.errno == socket.EAI_AGAIN else PERSON
            message = f"no mail server `{access.server.host}` is found"
            return BriefmakerError(message, f"see `host`, and whether there is a network; {_ALL_WAITS}", exit_code)
        case ssl.SSLError():
            hint = f"see `security` and `port`: starttls is usually on 587, tls on 465; {_ALL_WAITS}"
            return BriefmakerError(
                f"{access.place} speaks no TLS that is safe: {lost.reason or 'it hung up'}", hint, PERSON
            )
        case _ if has_timed_out(lost):
            reason = f"did not answer within {access.server.timeout} seconds"
        case smtplib.SMTPResponseException():
            reason = f"takes no messages now: {describe_reply(lost.smtp_code, lost.smtp_error)}"
        case smtplib.SMTPServerDisconnected():
            reason = "hung up"
        case OSError():
            reason = f"cannot be reached: {lost.strerror or type(lost).__name__}"
        case _:
            reason = "answered in no way that is known"
    return BriefmakerError(
        f"{access.place} {reason}", f"see `host` and `port`, or try again later; {_ALL_WAITS}", LATER
    )
