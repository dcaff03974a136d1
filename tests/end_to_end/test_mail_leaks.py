"""A hundred random pairs of recipient and marked brief: no word of a withheld portion is in any message, however it is packed."""

import random
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
import yaml
from tests.end_to_end.mail_case import MessageSearch

from briefmaker.delivery.write_message import write_draft
from briefmaker.jobs.mailing.plan import MailPlan, plan_mail
from briefmaker.jobs.mailing.wishes import MailWishes

LEVELS = ["NATO UNCLASSIFIED", "NATO RESTRICTED", "NATO CONFIDENTIAL"]
BRIEFS, PEOPLE = 10, 10


class Planting:
    """A brief whose every text has a word of its own, and the marking below which none may see it."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - the same each time
        self.planted: dict[str, tuple[str, str]] = {}
        """Each word with the field of the brief that it stands in, and its marking."""

    def text(self, field: str, marking: str) -> str:
        """Give a text with a new word in it."""
        word = "".join(
            self.random.choice("bdfgklmnprstvz") + self.random.choice("aeiou") for _ in range(5)
        ).capitalize()
        self.planted[word] = (field, marking)
        return f"We say {word} of it."

    def line(self, field: str) -> dict[str, str]:
        """Give an entry of a list with a marking of its own."""
        marking = self.random.choice(LEVELS)
        return {"text": self.text(field, marking), "marking": marking}

    def brief(self) -> dict[str, object]:
        """Give a brief's data."""
        marks = {field: self.random.choice(LEVELS) for field in ("bottom_line",)}
        items = []
        for _ in range(3):
            marking = self.random.choice(LEVELS)
            items.append(
                {
                    "topic": self.text("agenda", marking),
                    "our_position": self.text("agenda", marking),
                    "lines_to_take": [{"text": self.text("agenda", marking)}],
                    "marking": marking,
                }
            )
        return {
            "format": 1,
            "template": "meeting",
            "title": "Talks on grain",
            "reference": f"PBN-{self.random.randrange(10**6)}",
            "status": "final",
            "date": "2026-03-02",
            "language": "en-GB",
            "marking": "NATO CONFIDENTIAL",
            "portions": {"title": LEVELS[0], "date": LEVELS[0], "version": LEVELS[0], **marks},
            "distribution": ["readers"],
            "bottom_line": self.text("bottom_line", marks["bottom_line"]),
            "objectives": [{"text": "Hear them.", "marking": LEVELS[0]}, *(self.line("objectives") for _ in range(4))],
            "agenda": items,
        }


def write_settings(root: Path, chooser: random.Random) -> dict[str, tuple[list[str], str]]:
    """Write settings with random editions and somebody for each; gives what each address may see: fields, and up to where."""
    editions: dict[str, object] = {}
    people: list[dict[str, str]] = []
    rights: dict[str, tuple[list[str], str]] = {}
    for number in range(PEOPLE):
        shows = [
            "title",
            "date",
            "version",
            "objectives",
            *chooser.sample(["bottom_line", "agenda"], chooser.randint(0, 2)),
        ]
        ceiling = chooser.choice(LEVELS)
        editions[f"edition-{number}"] = {"shows": shows, "ceiling": ceiling}
        address = f"reader-{number}@example.int"
        people.append(
            {"name": f"Reader {number}", "email": address, "clearance": ceiling, "edition": f"edition-{number}"}
        )
        rights[address] = (shows, ceiling)
    settings = {
        "marking_scheme": "nato",
        "editions": editions,
        "mail": {"sender": {"name": "Planning", "email": "p@example.int"}, "domains": {"example.int": LEVELS[-1]}},
        "distribution_lists": {"readers": {"people": people}},
        "checks": {"ignore": ["STR", "ACC", "STY", "SRC", "DAT", "NUM", "NAM", "PRB"]},
    }
    (root / "briefmaker.yaml").write_text(yaml.safe_dump(settings), "utf-8")
    return rights


def plan(root: Path, name: str) -> MailPlan:
    """Plan the send of a brief."""
    return plan_mail(root / "briefs" / name, MailWishes())


@pytest.mark.conformance
@pytest.mark.parametrize("seed", range(BRIEFS))
def test_no_word_of_a_withheld_portion_is_in_a_message(seed: int, tmp_path: Path) -> None:
    """Head, texts, file names, and PDF and Word document unpacked; what may be seen is there."""
    (tmp_path / "briefs").mkdir()
    planting = Planting(seed)
    (tmp_path / "briefs" / "b.yaml").write_text(yaml.safe_dump(planting.brief()), "utf-8")
    rights = write_settings(tmp_path, planting.random)
    planned = plan(tmp_path, "b.yaml")
    assert not planned.is_stopped, planned.diagnostics
    assert len(planned.messages) == PEOPLE
    for each in planned.messages:
        shows, ceiling = rights[each.letter.to.address]
        message = message_from_bytes(write_draft(each.letter), policy=policy.default)
        assert isinstance(message, EmailMessage)
        held = MessageSearch(message)
        may = {
            word
            for word, (field, marking) in planting.planted.items()
            if field in shows and LEVELS.index(marking) <= LEVELS.index(ceiling)
        }
        leaked = {word for word in planting.planted if word not in may and held.has(word)}
        assert leaked == set(), (each.letter.to, shows, ceiling)
        assert {word for word in may if not held.has(word)} == set()


@pytest.mark.conformance
def test_a_word_that_leaks_would_be_found(tmp_path: Path) -> None:
    """In a file name, in a compressed page, and in a property of the Word document."""
    (tmp_path / "briefs").mkdir()
    planting = Planting(99)
    brief = planting.brief() | {"title": "Talks on Qumranite"}
    (tmp_path / "briefs" / "zorbalon.yaml").write_text(yaml.safe_dump(brief), "utf-8")
    write_settings(tmp_path, planting.random)
    message = message_from_bytes(write_draft(plan(tmp_path, "zorbalon.yaml").messages[0].letter), policy=policy.default)
    assert isinstance(message, EmailMessage)
    held = MessageSearch(message)
    assert held.count("zorbalon") == 1
    assert held.count("Qumranite") == 3
