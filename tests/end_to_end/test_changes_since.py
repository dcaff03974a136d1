"""A corrected version that is mailed shows on page one what has changed, to each reader what changed for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.delivery.mail_server import MailServer
from tests.end_to_end.mail_case import MailCase, MessageSearch, list_enclosures, open_case
from tests.unpacked import Search

ANN, BORIS, PAULA = "ann@example.int", "boris@example.int", "paula@press.example"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[MailCase]:
    """Give a workspace whose brief asks for its changes, and whose editions show them."""
    with MailServer() as server:
        case = open_case(tmp_path, server)
        settings = tmp_path / "briefmaker.yaml"
        settings.write_text(
            settings.read_text("utf-8").replace("bottom_line, objectives", "bottom_line, changes, objectives")
        )
        case.edit("bottom_line: |", "changes: auto\nbottom_line: |")
        yield case


def test_each_reader_of_a_correction_sees_what_changed_for_them(case: MailCase) -> None:
    """The press learns of the day, and nothing of the price; the first version had no box."""
    first = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert first.returncode == 0, first.stdout + first.stderr
    assert not any(Search(each).has("Since version") for each in list_enclosures(case.messages()[ANN]).values())
    case.edit("version: 1", "version: 2")
    case.edit("sign on Friday", "sign on Monday")
    case.edit("Zanzibar is our lowest", "Marmalade is our lowest")
    sent = case.run("mail", "briefs/talks.yaml", "--correct", "The day was wrong", "--send", "--yes")
    assert sent.returncode == 0, sent.stdout + sent.stderr
    for address, is_told_of_the_price in ((ANN, True), (BORIS, False), (PAULA, False)):
        message = case.messages()[address]
        for name, content in list_enclosures(message).items():
            found = Search(content)
            assert found.has("Since version 1 of 2 March 2026"), name
            assert found.has("sign on Friday"), name
            assert [found.has(word) for word in ("Zanzibar", "Marmalade")] == [is_told_of_the_price] * 2, name
        assert MessageSearch(message).has("Zanzibar") is is_told_of_the_price
