"""What several commands take in the same way."""

import pytest
from click.testing import CliRunner

from briefmaker.cli.main import briefmaker


@pytest.mark.parametrize(
    "call",
    [
        ("mail", "briefs/talks.yaml", "--correct"),
        ("outbox", "resolve", "1", "--as", "sent", "--note"),
        ("approve", "briefs/talks.yaml", "--as"),
        ("approve", "briefs/talks.yaml", "--as", "Ann", "--unit"),
        ("approve", "briefs/talks.yaml", "--as", "Ann", "--comment"),
    ],
)
@pytest.mark.parametrize(
    ("words", "said"), [("tx\u202et", "U+202E"), ("a\a", "U+0007"), ("\udce4", "set the terminal to UTF-8")]
)
def test_what_others_will_read_hides_nothing(call: tuple[str, ...], words: str, said: str) -> None:
    """Signs that turn text around, controls, and bytes of another encoding, before anything is read or sent."""
    done = CliRunner().invoke(briefmaker, [*call, words])
    assert (done.exit_code, said in done.output) == (2, True)
