"""What a message is called: the same for the same message to the same reader, and never the same for another."""

from dataclasses import replace

from briefmaker.delivery.letter import Letter, Mailbox
from briefmaker.delivery.postings import About
from briefmaker.jobs.mailing.message import name_message
from briefmaker.model.mail_purpose import Purpose

LETTER = Letter(Mailbox("P", "p@exämple.int"), Mailbox("Ann", "Ann@example.int"), "S", "t", "<p>t</p>", "en-GB")
ABOUT = About("PBN-1", "briefs/a.yaml", Purpose.ISSUE, 1, "S", content="c0ffee", documents={"a.pdf": "0" * 64})


def test_the_same_message_has_the_same_name() -> None:
    """Whatever capitals the address has; at the sender's domain, in letters that every server takes."""
    again = replace(LETTER, to=Mailbox("Ann Example", "ann@EXAMPLE.int"))
    assert name_message(LETTER, ABOUT, 0) == name_message(again, ABOUT, 0)
    assert name_message(LETTER, ABOUT, 0).endswith("@xn--exmple-cua.int>")
    assert name_message(LETTER, ABOUT, 0).isascii()


def test_another_message_has_another_name() -> None:
    """By reader, version, purpose, edition, content, documents, and how often it was sent."""
    others = [
        name_message(replace(LETTER, to=Mailbox("Ann", "ben@example.int")), ABOUT, 0),
        name_message(replace(LETTER, language="fr"), ABOUT, 0),
        name_message(LETTER, ABOUT, 1),
        *(
            name_message(LETTER, replace(ABOUT, **change), 0)  # type: ignore[arg-type] # each of its own type
            for change in (
                {"version": 2},
                {"purpose": Purpose.CORRECTION},
                {"edition": "press"},
                {"content": "other"},
                {"documents": {"a.docx": "0" * 64}},
                {"key": "PBN-2"},
            )
        ),
    ]
    names = {name_message(LETTER, ABOUT, 0), *others}
    assert len(names) == len(others) + 1
