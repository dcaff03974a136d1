"""A real mail server for tests: TLS by an authority of its own, and every habit that a server may have, good or bad.

    with MailServer(Habits(refuse={"ann@example.int": "550 5.1.1 unknown"})) as server:
        send(server.settings(), server.authority)
        assert [each.to for each in server.received] == [("ben@example.int",)]

It listens on a free port of this machine, in a thread.
"""

# aiosmtpd has hooks by name and by order: what a hook does not use it is given all the same.
# ruff: noqa: ARG002, N802

import asyncio
import base64
import ssl
import threading
import time
from collections import Counter
from functools import cached_property
from types import TracebackType
from typing import Any, Self

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from tests.delivery.mail_habits import HOST, Habits, Phase, Received

from briefmaker.model.mail_settings import MailServer as ServerSettings

LONGEST_LOGIN = 12_288
"""Characters of a line that logs in (RFC 4954, 4); tokens are long."""
USER, PASSWORD, TOKEN = "planning", "pässwörd \\ with blanks", "ya29.token-of-a-test" * 40


class MailServer:
    """A server that runs within a ``with``; ``authority`` is the certificate to trust, as PEM."""

    def __init__(self, habits: Habits | None = None, port: int = 0) -> None:
        self.habits = habits or Habits()
        self.port = port
        self.received: list[Received] = []
        self.commands: list[str] = []
        self.connections = 0
        self._authority = trustme.CA()
        self.authority = self._authority.cert_pem.bytes().decode("ascii")
        self._tries: Counter[str] = Counter()
        self._open: set[asyncio.Transport] = set()
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(self._listen(), self.loop).result(30)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self.loop).result(30)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(30)
        self.loop.close()

    def settings(self, **others: Any) -> ServerSettings:
        """Give the settings of a workspace that sends through this server; the secret is in MAIL_SECRET of the environment."""
        data: dict[str, Any] = {"host": HOST, "port": self.port, "timeout": 10}
        data["security"] = "tls" if self.habits.security == "tls" else "starttls"
        if self.habits.login:
            data |= {"login": self.habits.login, "user": USER, "password": {"env": "MAIL_SECRET"}}
        return ServerSettings(**{**data, **others})

    @property
    def secret(self) -> str:
        """Give what MAIL_SECRET has to hold."""
        return TOKEN if self.habits.login == "xoauth2" else PASSWORD

    def count(self) -> Counter[str]:
        """Give how often each message came, by its Message-ID."""
        return Counter(each.message_id for each in list(self.received))

    @cached_property
    def context(self) -> ssl.SSLContext:
        """Give what the server encrypts with."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._authority.issue_cert(self.habits.name).configure_cert(context)
        return context

    def is_time_to_cut(self, phase: Phase) -> bool:
        """Tell whether the server hangs up now, and count it."""
        habits = self.habits
        if phase not in (habits.cut if isinstance(habits.cut, tuple) else (habits.cut,)):
            return False
        if habits.skip > 0:
            habits.skip -= 1
            return False
        habits.cuts -= 1
        return habits.cuts >= 0

    def puts_off(self, to: str) -> bool:
        """Tell whether a recipient is put off this time."""
        self._tries[to] += 1
        return self._tries[to] <= self.habits.greylist

    def note_connection(self, transport: asyncio.Transport) -> int:
        """Count a connection, and give its number."""
        self.connections += 1
        self._open.add(transport)
        return self.connections

    def forget(self, transport: asyncio.Transport) -> None:
        """Let go of a connection that has ended."""
        self._open.discard(transport)

    async def _listen(self) -> asyncio.Server:
        context = self.context if self.habits.security == "tls" else None
        return await self.loop.create_server(lambda: _Session(self), "127.0.0.1", self.port, ssl=context)

    async def _end(self) -> None:
        self._server.close()
        for transport in list(self._open):
            transport.abort()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.loop.shutdown_default_executor()


class _Handler:
    """What happens to a message."""

    def __init__(self, server: MailServer) -> None:
        self.server = server

    async def handle_MAIL(
        self, session_: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.server.habits.refuse_senders:
            return self.server.habits.refuse_senders
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 sender ok"

    async def handle_RCPT(
        self, session_: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.server.habits.refuse:
            return self.server.habits.refuse[address]
        if self.server.puts_off(address):
            return "451 4.7.1 greylisted, try again"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 recipient ok"

    async def handle_DATA(self, smtp: "_Session", session: Session, envelope: Envelope) -> str:
        if self.server.habits.refuse_messages and len(self.server.received) >= self.server.habits.takes:
            return self.server.habits.refuse_messages
        smtp.cut_at(Phase.NOT_TAKEN)
        assert isinstance(envelope.content, bytes)
        self.server.received.append(
            Received(
                str(envelope.mail_from),
                tuple(map(str, envelope.rcpt_tos)),
                envelope.content,
                tuple(map(str, envelope.mail_options)),
                smtp.number,
            )
        )
        await asyncio.sleep(self.server.habits.slow_to_answer)
        smtp.cut_at(Phase.TAKEN)
        return f"250 2.0.0 taken as {len(self.server.received)}"

    async def auth_XOAUTH2(self, smtp: SMTP, arguments: list[str]) -> AuthResult:
        said = base64.b64decode(arguments[1])
        if said == f"user={USER}\1auth=Bearer {TOKEN}\1\1".encode():
            return AuthResult(success=True, auth_data=LoginPassword(USER.encode(), b""))
        await smtp.challenge_auth('{"status":"401"}')
        return AuthResult(success=False, handled=False)


class _Session(SMTP):
    """A connection."""

    def __init__(self, server: MailServer) -> None:
        self.mail_server = server
        habits = server.habits
        if habits.login == "xoauth2":
            self.line_length_limit = LONGEST_LOGIN
        super().__init__(
            _Handler(server),
            data_size_limit=habits.size,
            enable_SMTPUTF8=habits.takes_utf8,
            hostname=HOST,
            ident="test",
            tls_context=server.context if habits.security == "starttls" else None,
            authenticator=_check_login,
            auth_exclude_mechanism=["XOAUTH2"] if habits.login == "password" else ["LOGIN", "PLAIN"],
            loop=server.loop,
        )
        # Said to the constructor, both are warned of where TLS comes by itself and not by STARTTLS.
        self._auth_required = bool(habits.login)
        self._auth_require_tls = habits.security == "starttls"
        self.command_size_limits["AUTH"] = LONGEST_LOGIN
        self.number = 0
        self._is_in_body = False

    def cut_at(self, phase: Phase) -> None:
        """Hang up, if it is time to."""
        if self.mail_server.is_time_to_cut(phase):
            self._hang_up()
            raise asyncio.CancelledError

    def _hang_up(self) -> None:
        for transport in (self.transport, self._original_transport):
            if transport is not None:
                transport.abort()

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Begin."""
        super().connection_made(transport)
        if self._original_transport is None:
            self._first = transport
            self.number = self.mail_server.note_connection(transport)
            if self.mail_server.is_time_to_cut(Phase.CONNECT):
                self._hang_up()

    def connection_lost(self, error: Exception | None) -> None:
        """End."""
        self.mail_server.forget(self._first)
        super().connection_lost(error)

    def data_received(self, data: bytes) -> None:
        """Hang up in the midst of a message, if it is time to."""
        if self._is_in_body and self.mail_server.is_time_to_cut(Phase.BODY):
            self._hang_up()
            return
        if self._is_in_body:
            time.sleep(self.mail_server.habits.slow_to_read)
        super().data_received(data)

    async def smtp_DATA(self, arg: str) -> None:
        """Take a message."""
        self.mail_server.commands.append("DATA")
        self.cut_at(Phase.DATA)
        if self.mail_server.habits.answer_to_data:
            await self.push(self.mail_server.habits.answer_to_data)
            return
        self._is_in_body = True
        try:
            await super().smtp_DATA(arg)
        finally:
            self._is_in_body = False


def _check_login(smtp: SMTP, session: Session, envelope: Envelope, mechanism: str, login: LoginPassword) -> AuthResult:
    is_right = (login.login.decode(), login.password.decode()) == (USER, PASSWORD)
    return AuthResult(success=is_right, handled=False, auth_data=login)


def _watch(command: str) -> Any:
    """Give a command that is noted, and at which the server may hang up."""
    inherited = getattr(SMTP, f"smtp_{command}")

    async def run(self: _Session, arg: str) -> None:
        self.mail_server.commands.append(command)
        self.cut_at(Phase(command.lower()))
        await inherited(self, arg)

    return run


for _command in ("EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "RSET", "QUIT"):
    setattr(_Session, f"smtp_{_command}", _watch(_command))
