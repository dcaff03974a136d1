"""What is mailed a second time: to whom it goes, and what is refused, through a real mail server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.delivery.mail_server import MailServer
from tests.end_to_end.mail_case import MailCase, open_case

ANN, BORIS, PAULA = "ann@example.int", "boris@example.int", "paula@press.example"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[MailCase]:
    """Give a workspace that sends through a server which takes everything."""
    with MailServer() as server:
        yield open_case(tmp_path, server)


def send(case: MailCase, *more: str) -> str:
    """Send the brief; all has to go well."""
    done = case.run("mail", "briefs/talks.yaml", "--send", "--yes", *more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_who_got_the_correction_does_not_get_its_version_once_more(case: MailCase) -> None:
    """Neither by a plain send nor by a schedule, which are for whoever is new."""
    case.edit("distribution: [office, press]", "distribution: [press]")
    send(case)
    case.edit("version: 1\n", "version: 2\n")
    case.edit("Hear the minister confirm the date.", "Hear the minister confirm the day.")
    send(case, "--correct", "The day")
    assert "there is nothing to send" in send(case)
    case.edit("distribution: [press]", "distribution: [office, press]")
    assert "2 of 2 messages were sent" in send(case)
    assert [each.to[0] for each in case.server.received] == [PAULA, PAULA, ANN, BORIS]


def test_a_change_that_an_edition_withholds_is_nothing_new_to_its_readers(case: MailCase) -> None:
    """They have the same already, and no message tells them that something was changed which they may not see."""
    case.edit("distribution: [office, press]", "distribution: [press]")
    send(case)
    case.edit("Learn the price that Quillwort asks.", "Learn the price that Larkspur asks.")
    assert "there is nothing to send" in send(case)
    assert len(case.server.received) == 1


def test_the_sender_gets_what_each_of_two_is_asked(case: MailCase) -> None:
    """Two messages with the same documents, and each time anew."""
    asked = "\n".join(
        f"  - {{unit: {unit}, by: {by}, email: {email}, state: requested}}"
        for unit, by, email in (("Legal", "C. Clearer", "clear@example.int"), ("Finance", "Ann", ANN))
    )
    case.edit("status: final", f"status: in-clearance\nclearances:\n{asked}")
    for _ in range(2):
        assert "2 of 2 messages were sent" in send(case, "--for-clearance", "--to-me")
    assert len(case.server.count()) == 4
