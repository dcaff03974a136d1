"""What stands in a head is one line that shows itself, and every reader gives back the words that were put in."""

import random
import re
from base64 import b64decode
from quopri import decodestring

import pytest

from briefmaker.delivery.header_words import (
    clean_file_name,
    clean_line,
    name_parameters,
    write_ascii_address,
    write_mailbox,
    write_words,
)
from briefmaker.delivery.letter import Mailbox
from briefmaker.diagnostics import BriefmakerError

ATTACKS = [
    "x\r\nBcc: all@example.int",
    "x\nBcc: all@example.int",
    "x\rBcc: all@example.int",
    "x\r\n\r\n<p>body</p>",
    "x\x00y",
    "x\x0b\x0c\x1cy",
    "x\u2028Bcc: all@example.int",
    "x\x85Bcc: all@example.int",
    "x\ud800y",
]
WORDS = (
    *("a", "[NATO", "UNCLASSIFIED]", "version", "2", "PBN-2025-117,", "=?x?=", '"q"', "(x)", "—"),
    *("déjà-vu", "Встреча", "الأمانة", "שלום", "会议", "😀"),
)


def decode(written: str) -> str:
    """Decode what a field says by RFC 2047, in twenty lines of its own: encoded words that touch are one."""
    joined = re.sub(r"\?=\s+=\?", "?==?", written.replace("\r\n", ""))

    def read(found: re.Match[str]) -> str:
        kind, words = found.groups()
        return (b64decode(words) if kind == "b" else decodestring(words.replace("_", " "))).decode()

    return re.sub(r"=\?utf-8\?([bq])\?(.*?)\?=", read, joined)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_can_end_a_line_of_a_head(attack: str) -> None:
    """A line break in a subject or a name would begin a field of its own, or the body."""
    assert clean_line(attack).isprintable()
    for written in (write_words("Subject", attack), write_mailbox("To", Mailbox(attack, "a@example.int"))):
        assert re.sub(r"\r\n ", "", written).isprintable()
        assert written.isascii()


def test_signs_that_hide_or_turn_words_around_are_left_out() -> None:
    """A file that reads as a PDF and is a program, and a name that reads backwards, are what such signs are for."""
    assert clean_file_name("brief\u202efdp.exe") == "brieffdp.exe"
    assert clean_line("a\u2066b\u2069c\u200bd\ufeff") == "abcd"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ('a"; filename="b.exe', "a_; filename=_b.exe"),
        ("a\r\nX: y.pdf", "a X_ y.pdf"),
        ("...", "document"),
        ("\u0412\u0441\u0442\u0440\u0435\u0447\u0430.pdf", "\u0412\u0441\u0442\u0440\u0435\u0447\u0430.pdf"),
    ],
)
def test_a_file_s_name_is_one_that_every_system_keeps(name: str, kept: str) -> None:
    """No path, no quote that would close the parameter, and letters of any script."""
    assert clean_file_name(name) == kept


def test_words_of_any_script_come_back_blank_by_blank() -> None:
    """Two thousand subjects of words of six scripts; what mixes encoded and plain words loses blanks where they meet."""
    chance = random.Random(7)  # noqa: S311 - the same words in every run
    for _ in range(2000):
        words = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 40)))
        written = write_words("Subject", words)
        assert decode(written) == words
        assert max(map(len, f"Subject: {written}".split("\r\n"))) <= 78


def test_plain_words_stay_plain() -> None:
    """Somebody who looks at the source, and a rule of a server that looks for the marking, can read them."""
    assert write_words("Subject", "[NATO RESTRICTED] Grain talks") == "[NATO RESTRICTED] Grain talks"


def test_plain_words_that_look_encoded_are_encoded() -> None:
    """Otherwise a reader would decode them."""
    assert decode(write_words("Subject", "=?utf-8?b?eHh4?=")) == "=?utf-8?b?eHh4?="
    assert write_words("Subject", "=?utf-8?b?eHh4?=") != "=?utf-8?b?eHh4?="


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("A. Drafter", '"A. Drafter" <a@example.int>'),
        ("Ann Example", "Ann Example <a@example.int>"),
        ("", "a@example.int"),
        ('Ann "Annie" Example, (Unit)', '"Ann \\"Annie\\" Example, (Unit)" <a@example.int>'),
    ],
)
def test_a_plain_name_is_quoted_where_it_has_to_be(name: str, written: str) -> None:
    """A comma in a name would make two readers of one."""
    assert write_mailbox("To", Mailbox(name, "a@example.int")) == written


def test_a_name_beyond_ascii_is_encoded_before_its_address() -> None:
    """However long, and its address stays as it is."""
    name = "\u0645\u062d\u0645\u062f \u0622\u0644 \u0633\u0639\u0648\u062f, " * 5
    written = write_mailbox("To", Mailbox(name, "a@example.int"))
    words, _, address = written.rpartition("\r\n ")
    assert decode(words) == name.strip()
    assert address == "<a@example.int>"


def test_a_domain_beyond_ascii_is_written_as_servers_take_it() -> None:
    """By IDNA."""
    assert write_ascii_address("ann@b\u00fccher.example") == "ann@xn--bcher-kva.example"


@pytest.mark.parametrize(
    "address", ["j\u00f6rg@example.int", "a@example.int\r\nBcc: b@example.int", "nobody", "a b@example.int"]
)
def test_an_address_that_cannot_be_written_is_refused(address: str) -> None:
    """With a sentence, before anything is written."""
    with pytest.raises(BriefmakerError):
        write_ascii_address(address)


def test_a_name_of_a_file_stands_there_for_old_and_new_readers() -> None:
    """Encoded words in ``name``, RFC 2231 in ``filename``, of which no piece parts a letter."""
    name = "\u0412\u0441\u0442\u0440\u0435\u0447\u0430 " * 9 + ".pdf"
    in_type, in_disposition = name_parameters(name)
    assert decode(in_type.removeprefix(' name="').removesuffix('"')) == name
    pieces = in_disposition.split(";\r\n")
    assert pieces[0].startswith(" filename*0*=utf-8''%D0%92")
    assert all(re.fullmatch(r" filename\*\d\*=(utf-8'')?(%[0-9A-F]{2}|[\w.])+", piece) for piece in pieces)
    assert max(map(len, pieces)) <= 78


def test_a_plain_name_of_a_file_is_written_as_it_is() -> None:
    """Every reader knows that form."""
    assert name_parameters("grain.pdf") == (' name="grain.pdf"', ' filename="grain.pdf"')
