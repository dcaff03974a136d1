"""What was seen that is no file is known by its name."""

from briefmaker.workspace.seen import ISSUED, REVISION, is_elsewhere, say_seen


def test_files_are_told_from_what_is_none() -> None:
    """No path of a workspace begins so."""
    assert [is_elsewhere(name) for name in (f"{ISSUED}2:a", f"{REVISION}HEAD:a", "briefs/a.yaml")] == [
        True,
        True,
        False,
    ]


def test_it_is_said_in_words() -> None:
    """For whoever asks why a brief is built again."""
    assert say_seen(f"{ISSUED}2:a") == "what was issued before"
    assert say_seen(f"{REVISION}HEAD~1:briefs/a.yaml") == "HEAD~1:briefs/a.yaml"
    assert say_seen("briefs/a.yaml") == "briefs/a.yaml"
