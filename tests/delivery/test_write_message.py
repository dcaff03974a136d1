"""Letters become messages that are the same every time, and say what the letter says."""

import datetime
import email
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default

import pytest
from tests.delivery.letters import DOCX, PDF, make_letter
from tests.delivery.test_header_words import ATTACKS

from briefmaker.delivery.letter import Mailbox
from briefmaker.delivery.write_message import write_draft, write_message

NOON = datetime.datetime(2025, 10, 21, 12, tzinfo=datetime.UTC)
NUMBER = "<1.2025@example.int>"


def _read(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_opens_unsent_and_leaves_to_the_mail_program_what_it_sets() -> None:
    """A draft says that it is none sent, and has no number and no date of its own."""
    draft = _read(write_draft(make_letter()))
    assert draft["X-Unsent"] == "1"
    assert draft["Message-ID"] is None
    assert draft["Date"] is None


def test_the_same_letter_gives_the_same_bytes() -> None:
    """Nothing of the clock or of chance is in a message."""
    assert write_draft(make_letter()) == write_draft(make_letter())
    assert write_message(make_letter(), NUMBER, NOON) == write_message(make_letter(), NUMBER, NOON)


def test_a_message_has_its_number_and_its_date_and_says_nothing_of_drafts() -> None:
    """What is sent bears the number and date that its record has."""
    message = _read(b"".join(write_message(make_letter(), NUMBER, NOON)))
    assert message["Message-ID"] == NUMBER
    assert message["Date"].datetime == NOON
    assert message["X-Unsent"] is None


def test_letters_with_the_same_enclosures_share_their_tail() -> None:
    """Two readers' messages differ in their first piece only."""
    first = write_message(make_letter(), NUMBER, NOON)
    other = make_letter(to=Mailbox("C. Other", "other@example.int"), text="Another text.", language="fr")
    second = write_message(other, "<2@example.int>", NOON)
    assert len(first) == len(second) == 2
    assert first[1] == second[1]
    assert first[0] != second[0]


def test_a_message_says_and_encloses_what_the_letter_does() -> None:
    """Texts, names and bytes come back as they were put in."""
    message = _read(b"".join(write_message(make_letter(), NUMBER, NOON)))
    texts = [part.get_content() for part in message.walk() if part.get_content_maintype() == "text"]
    assert [text.replace("\r\n", "\n") for text in texts] == [make_letter().text, make_letter().html]
    enclosed = [(part.get_filename(), part.get_content()) for part in message.iter_attachments()]
    assert enclosed == [(PDF.name, PDF.content), (DOCX.name, DOCX.content)]


def test_a_letter_that_encloses_nothing_is_one_piece_of_two_texts() -> None:
    """No empty parts are written."""
    (piece,) = write_message(make_letter(enclosures=()), NUMBER, NOON)
    assert [part.get_content_type() for part in _read(piece).walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_every_line_ends_as_the_standard_wants_it_and_those_of_the_head_are_short() -> None:
    """CR LF everywhere; no line of a head is longer than 78 letters, and none at all than the 998 that a server takes."""
    content = write_draft(make_letter(subject="\u0416" * 200 + " " + "word " * 60))
    rest = content.replace(b"\r\n", b"")
    assert rest.count(b"\n") == rest.count(b"\r") == 0
    head = content.partition(b"\r\n\r\n")[0]
    assert max(map(len, head.split(b"\r\n"))) <= 78
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_a_correction_answers_the_message_that_it_corrects() -> None:
    """In-Reply-To and References hold the number of the first message, so that programs show both together."""
    message = _read(write_draft(make_letter(in_reply_to=NUMBER)))
    assert message["In-Reply-To"] == NUMBER
    assert message["References"] == NUMBER


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_field_of_a_letter_can_add_one_to_the_head(attack: str) -> None:
    """Subject, names, marking, language, names of files, further headers: whatever they hold, the fields are the same."""
    usual = _read(write_draft(make_letter(headers={"X-Note": "a"}, in_reply_to=NUMBER)))
    enclosure = replace(PDF, name=attack, media_type="application/pdf")
    letter = make_letter(
        sender=Mailbox(attack, "a@example.int"),
        to=Mailbox(attack, "b@example.int"),
        subject=attack,
        marking=attack,
        language=f"en{attack}".encode("ascii", "ignore").decode(),
        in_reply_to=f"<1@example.int>{attack}".encode("ascii", "ignore").decode(),
        headers={"X-Note": attack},
        enclosures=(enclosure, DOCX),
    )
    attacked = _read(write_draft(letter))
    assert attacked.keys() == usual.keys()
    assert [part.get_content_type() for part in attacked.walk()] == [part.get_content_type() for part in usual.walk()]
    assert [part.keys() for part in attacked.walk()] == [part.keys() for part in usual.walk()]


@pytest.mark.parametrize("name", ["Bcc", "subject", "Content-Type", "X-A\r\nBcc", "X A", "", "References"])
def test_a_further_field_is_a_new_one(name: str) -> None:
    """One that every message has, or that is no name, is refused."""
    with pytest.raises(ValueError, match="further field"):
        write_draft(make_letter(headers={name: "x"}))


def test_the_marking_stands_in_the_head() -> None:
    """In a field of its own, by which servers can hold a message back."""
    assert _read(write_draft(make_letter()))["X-Marking"] == "NATO UNCLASSIFIED"
    assert _read(write_draft(make_letter(marking="")))["X-Marking"] is None


def test_no_enclosure_can_end_its_part() -> None:
    """Boundaries have a sign that base64 has not; an enclosure that holds one does no harm."""
    boundary = b"--=_mixed_" + b"0" * 32 + b"--\r\n"
    message = _read(write_draft(make_letter(enclosures=(replace(PDF, content=boundary * 9), DOCX))))
    assert [part.get_content() for part in message.iter_attachments()] == [boundary * 9, DOCX.content]


def test_an_empty_text_and_an_empty_enclosure_are_written() -> None:
    """Nothing is lost for having nothing in it."""
    message = _read(write_draft(make_letter(text="", enclosures=(replace(PDF, content=b""),))))
    assert [part.get_content() for part in message.iter_attachments()] == [b""]
