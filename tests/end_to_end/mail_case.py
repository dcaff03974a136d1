"""A workspace with lists, and everything that a message holds: what tests of mail have in common."""

import os
import subprocess
import sys
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from tests.delivery.mail_server import MailServer
from tests.unpacked import Search

SETTINGS = """\
marking_scheme: nato
timezone: Europe/Brussels
languages: [en-GB, fr]
editions:
  press: {{shows: [title, bottom_line, objectives, date, version], ceiling: NATO UNCLASSIFIED}}
  delegation: {{shows: [title, bottom_line, objectives, meeting, date, version], ceiling: NATO RESTRICTED}}
mail:
  sender: {{name: Policy Planning, email: planning@example.int}}
  server: {{host: localhost, port: {port}, certificate_authority: authority.pem, timeout: 10}}
  domains: {{example.int: NATO RESTRICTED, press.example: NATO UNCLASSIFIED}}
distribution_lists:
  office:
    title: Private Office
    people:
      - {{name: Ann Example, email: ann@example.int, clearance: NATO RESTRICTED}}
      - {{name: Bóris Żółw, email: boris@example.int, clearance: NATO RESTRICTED,
          edition: delegation, formats: [pdf], language: fr}}
  press:
    people:
      - {{name: Paula Press, email: paula@press.example, clearance: NATO UNCLASSIFIED, edition: press}}
  clearers:
    people:
      - {{name: C. Clearer, email: clear@example.int, clearance: NATO RESTRICTED}}
checks: {{ignore: [STR, ACC, CLR002, SRC, DAT]}}
"""

BRIEF = """\
format: 1
template: meeting
title: Grain talks in Samarkand
reference: PBN-2026-7
version: 1
status: final
date: 2026-03-02
language: en-GB
timezone: Asia/Tashkent
marking: NATO RESTRICTED
portions: {title: NATO UNCLASSIFIED, bottom_line: NATO UNCLASSIFIED, date: NATO UNCLASSIFIED, version: NATO UNCLASSIFIED}
distribution: [office, press]
bottom_line: |
  The corridor **holds** if both sides sign on Friday.
objectives:
  - {text: Hear the minister confirm the date., marking: NATO UNCLASSIFIED}
  - {text: Learn the price that Quillwort asks.}
meeting:
  purpose: Agree on dates
  start: 2026-03-05 15:00
  place: Samarkand
agenda:
  - {topic: Prices, our_position: Zanzibar is our lowest price., lines_to_take: [Let us speak of Friday.]}
"""


@dataclass(frozen=True)
class MailCase:
    """A workspace that sends through a server."""

    root: Path
    server: MailServer

    @property
    def brief(self) -> Path:
        """Give the brief."""
        return self.root / "briefs" / "talks.yaml"

    def edit(self, old: str, new: str) -> None:
        """Change the brief in one place."""
        text = self.brief.read_text("utf-8")
        assert text.count(old) == 1, (old, text.count(old))
        self.brief.write_text(text.replace(old, new), "utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Call the command in the workspace."""
        return subprocess.run(
            [sys.executable, "-m", "briefmaker", *arguments],
            cwd=self.root,
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )

    def messages(self) -> dict[str, EmailMessage]:
        """Give the last message to each address."""
        return {each.to[0]: each.message for each in self.server.received}


def open_case(root: Path, server: MailServer) -> MailCase:
    """Write the workspace."""
    (root / "briefs").mkdir()
    (root / "briefmaker.yaml").write_text(SETTINGS.format(port=server.port), "utf-8")
    (root / "authority.pem").write_text(server.authority, "utf-8")
    case = MailCase(root, server)
    case.brief.write_text(BRIEF, "utf-8")
    return case


def read_texts(message: EmailMessage) -> tuple[str, str]:
    """Give what a message says as plain text and as HTML."""
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert html is not None
    return tuple(str(each.get_content()).replace("\u00a0", " ").replace("&nbsp;", " ") for each in (plain, html))  # type: ignore[return-value]


def list_enclosures(message: EmailMessage) -> dict[str, bytes]:
    """Give what is enclosed, by the name of its file."""
    return {str(each.get_filename()): each.get_payload(decode=True) for each in message.iter_attachments()}  # type: ignore[misc] # bytes, as it is no multipart


class MessageSearch:
    """Looks for words in all that a message holds: head, texts, names of files, and enclosures unpacked."""

    def __init__(self, message: EmailMessage) -> None:
        head = "\n".join(f"{name}: {value}" for name, value in message.items())
        enclosures = list_enclosures(message)
        said = "\n".join((head, *read_texts(message), *enclosures))
        self._parts = [Search(said.encode()), *map(Search, enclosures.values())]

    def has(self, word: str) -> bool:
        """Tell whether a word stands anywhere in the message."""
        return any(each.has(word) for each in self._parts)

    def count(self, word: str) -> int:
        """Give in how many parts of the message, its own words and each enclosure, a word stands."""
        return sum(each.has(word) for each in self._parts)
