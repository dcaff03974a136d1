"""Messages read back by others' programs: mutt, a mail program, and ripmime, which takes messages apart."""

import contextlib
import hashlib
import os
import pty
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from tests.delivery.letters import DOCX, PDF, make_letter
from tests.letters import normalise

from briefmaker.delivery.header_words import clean_file_name
from briefmaker.delivery.letter import Letter, Mailbox
from briefmaker.delivery.write_message import write_draft

NAMES = {
    "plain": "PBN-2025-117",
    "cyrillic": "\u0412\u0441\u0442\u0440\u0435\u0447\u0430 \u0433\u0435\u043d\u0435\u0440\u0430\u043b\u0430",
    "arabic": "\u0627\u0644\u0623\u0645\u0627\u0646\u0629 \u0627\u0644\u0639\u0627\u0645\u0629",
    "hebrew": "\u05e9\u05e8 \u05d4\u05d7\u05d5\u05e5 \u05e0\u05e4\u05d2\u05e9",
    "chinese": "\u4f1a\u8bae\u7b80\u62a5\u8349\u6848",
    "quoted": 'Smith, John "Jack" (Unit 3)',
    "long": " ".join(["Intergovernmental"] * 11),
    "long-beyond": "\u041c\u0456\u0436\u0443\u0440\u044f\u0434\u043e\u0432\u0438\u0439 " * 12,
}


def _make(name: str) -> Letter:
    """Give a letter in which a name is that of the reader, of the files and of the subject."""
    letter = make_letter(subject=f"[NATO UNCLASSIFIED] DRAFT: {name}", to=Mailbox(name, "reader@example.int"))
    enclosures = (replace(PDF, name=f"{name[:60]}.pdf"), replace(DOCX, name=f"{name[:60]}.docx"))
    return replace(letter, text=f"{name}\n\n- Gr\u00fc\u00dfe\n", html=f"<p>{name}</p>\n", enclosures=enclosures)


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.skipif(shutil.which("mutt") is None, reason="mutt is not installed")
def test_mutt_reads_subject_reader_and_text(kind: str, tmp_path: Path) -> None:
    """Whatever script they are in, and however long."""
    letter = _make(NAMES[kind])
    head, _, text = _read_with_mutt(write_draft(letter), tmp_path).partition("\n\n")
    fields = dict(
        line.split(": ", 1) for line in head.replace("\n\t", " ").replace("\n ", " ").split("\n") if ": " in line
    )
    assert normalise(fields["Subject"]) == normalise(letter.subject)
    assert normalise(fields["To"].replace("\\", "").replace('"', "")) == normalise(
        f"{letter.to.name} <reader@example.int>".replace('"', "")
    )
    assert fields["X-Unsent"] == "1"
    assert text.strip() == letter.text.strip()


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.skipif(shutil.which("ripmime") is None, reason="ripmime is not installed")
def test_ripmime_takes_out_what_was_enclosed(kind: str, tmp_path: Path) -> None:
    """By its name and bit by bit; and both texts."""
    letter = _make(NAMES[kind])
    (tmp_path / "message.eml").write_bytes(write_draft(letter))
    subprocess.run(["ripmime", "-i", "message.eml", "-d", "parts"], cwd=tmp_path, check=True, capture_output=True)
    parts = {file.name: file.read_bytes() for file in (tmp_path / "parts").iterdir()}
    for each in letter.enclosures:
        found = {hashlib.sha256(content).hexdigest(): name for name, content in parts.items()}
        assert found[hashlib.sha256(each.content).hexdigest()] == clean_file_name(each.name)
    texts = [content.decode().replace("\r\n", "\n") for name, content in parts.items() if name.startswith("textfile")]
    assert {letter.text, letter.html} <= set(texts)


def _read_with_mutt(message: bytes, folder: Path) -> str:
    """Give what mutt shows of a message: it is made to hand it to a program, since it has no other way to be asked."""
    taken = folder / "taken"
    (folder / "Mail").mkdir()
    (folder / "mbox").write_bytes(b"From a@example.int Thu Jan  1 00:00:00 2026\n" + message.replace(b"\r\n", b"\n"))
    (folder / "take").write_text(f"#!/bin/sh\ncat >'{taken}'\n", "utf-8")
    (folder / "take").chmod(0o755)
    settings = (
        f'set charset=utf-8 pipe_decode quit=yes wrap=0\nunset wait_key\npush "<pipe-message>{folder}/take\\n<exit>"\n'
    )
    (folder / "muttrc").write_text(settings, "utf-8")
    keyboard, terminal = pty.openpty()
    command = ["mutt", "-n", "-F", str(folder / "muttrc"), "-R", "-f", str(folder / "mbox")]
    environment = os.environ | {"TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    with subprocess.Popen(
        command, stdin=terminal, stdout=terminal, stderr=terminal, env=environment, start_new_session=True
    ) as program:
        os.close(terminal)
        with contextlib.suppress(OSError):
            while os.read(keyboard, 65536):
                pass
        program.wait(30)
    os.close(keyboard)
    return taken.read_text("utf-8")
