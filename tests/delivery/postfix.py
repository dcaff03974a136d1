"""Debian's Postfix for tests: a server of its own on a free port, with its own folders, which is gone when the test ends.

It delivers what is for example.int into a folder of messages, refuses readers it does not know, and offers STARTTLS and SIZE.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import trustme

from briefmaker.model.mail_settings import MailServer as ServerSettings

_MAIN = """\
compatibility_level = 3.6
queue_directory = {root}/queue
data_directory = {root}/data
maillog_file = {root}/log
maillog_file_prefixes = {root}
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.int
mydestination =
mynetworks = 127.0.0.1
smtpd_relay_restrictions = reject_unauth_destination
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = {root}/certificate.pem
smtpd_tls_key_file = {root}/certificate.pem
message_size_limit = {size}
virtual_mailbox_limit = 0
virtual_mailbox_domains = example.int
virtual_mailbox_base = {root}/mail
virtual_mailbox_maps = texthash:{root}/readers
virtual_uid_maps = static:{user}
virtual_gid_maps = static:{user}
virtual_minimum_uid = 1
alias_maps =
"""
# Name, kind, private, without privileges, in a jail, woken, how many, program; as Debian's master.cf, without jails.
_MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
tlsmgr unix - - n 1000? 1 tlsmgr
postlog unix-dgram n - n - 1 postlogd
"""


@dataclass
class Postfix:
    """A Postfix that runs within a ``with``; ``authority`` is the certificate to trust, as PEM."""

    readers: tuple[str, ...]
    size: int = 2_000_000
    authority: str = ""
    port: int = 0
    root: Path = field(default_factory=Path)

    def __enter__(self) -> Self:
        # Postfix's own user has to come to it, so it cannot lie in a folder that only the test may enter.
        self.root = Path(tempfile.mkdtemp(prefix="postfix-"))
        try:
            self._write()
            self._run("start")
            self._wait()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def settings(self) -> ServerSettings:
        """Give the settings of a workspace that sends through it."""
        return ServerSettings(host="localhost", port=self.port, timeout=30)

    def wait_for(self, count: int, seconds: float = 30) -> list[bytes]:
        """Give the messages that were delivered, once there are so many, or time is over; the first delivered first."""
        end = time.monotonic() + seconds
        while len(files := sorted(self.root.glob("mail/inbox/new/*"))) < count and time.monotonic() < end:
            time.sleep(0.05)
        return [file.read_bytes() for file in sorted(files, key=lambda each: each.stat().st_mtime_ns)]

    @property
    def log(self) -> str:
        """Give what it wrote into its log."""
        file = self.root / "log"
        return file.read_text("utf-8", "replace") if file.exists() else ""

    def _write(self) -> None:
        user = pwd.getpwnam("postfix")
        self.root.chmod(0o755)
        for name in ("queue", "data", "mail"):
            (self.root / name).mkdir()
        for name in ("data", "mail"):
            os.chown(self.root / name, user.pw_uid, user.pw_gid)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        authority = trustme.CA()
        self.authority = authority.cert_pem.bytes().decode("ascii")
        authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(self.root / "certificate.pem")
        readers = "".join(f"{reader} inbox/\n" for reader in self.readers)
        (self.root / "readers").write_text(readers, "utf-8")
        main = _MAIN.format(root=self.root, size=self.size, user=user.pw_uid)
        (self.root / "main.cf").write_text(main, "utf-8")
        (self.root / "master.cf").write_text(_MASTER.format(port=self.port), "utf-8")

    def _wait(self) -> None:
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError(f"postfix does not answer: {self.log}")

    def _end(self) -> None:
        if (self.root / "queue" / "pid" / "master.pid").exists():
            self._run("stop")
        shutil.rmtree(self.root)

    def _run(self, command: str) -> None:
        ran = subprocess.run(
            ["postfix", "-c", str(self.root), command],
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, "PATH": f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"},
        )
        assert ran.returncode == 0, f"postfix {command}: {ran.stderr}{self.log}"
