"""What ``briefmaker mail`` asks on a terminal, and how it is called."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.delivery.mail_server import MailServer
from tests.end_to_end.mail_case import open_case

from briefmaker.cli import show_mail
from briefmaker.cli.mail import mail
from briefmaker.diagnostics import BriefmakerError


@pytest.mark.parametrize(("answer", "count"), [("n\n", 0), ("y\n", 3), ("", 0)])
def test_a_person_is_asked_before_anything_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, count: int
) -> None:
    """No sends nothing, and is no failure; nor is the end of what is typed."""
    monkeypatch.setattr(show_mail, "_is_terminal", lambda: True)
    with MailServer() as server:
        case = open_case(tmp_path, server)
        monkeypatch.chdir(case.root)
        done = CliRunner().invoke(mail, ["briefs/talks.yaml", "--send"], input=answer)
        assert done.exit_code == 0, done.output
        assert "send 3 messages?" in done.output
        assert "to Ann Example <ann@example.int>" in done.output
        assert len(server.received) == count


@pytest.mark.parametrize(
    ("options", "said"),
    [(["--draft", "--send"], "exclude one another"), (["--output", "x"], "add --draft"), (["--wait", "-1"], "--wait")],
)
def test_wishes_that_make_no_sense_are_refused(options: list[str], said: str) -> None:
    """Before anything is read."""
    done = CliRunner().invoke(mail, ["briefs/talks.yaml", *options])
    assert done.exit_code == 2
    assert said in done.output


@pytest.mark.parametrize(
    ("name", "said"), [("briefs/none.yaml", "it was looked for in"), ("none", "a pack is a file packs/NAME.yaml")]
)
def test_what_is_not_there_is_told_with_where_it_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    """As who is in the wrong folder sees nothing wrong with the name."""
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(mail, [name])
    assert isinstance(done.exception, BriefmakerError)
    assert said in f"{done.exception} {done.exception.hint}"
