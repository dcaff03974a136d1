"""What ``briefmaker new`` prints."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefmaker.cli.main import briefmaker


def test_new_says_what_it_wrote_and_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second line can be copied."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(briefmaker, ["new", "Grain talks", "--date", "2026-03-02"])
    assert result.stdout.splitlines() == [
        "wrote briefs/grain-talks.yaml",
        "build it with: briefmaker build briefs/grain-talks.yaml",
    ]
    assert "date: 2026-03-02" in (tmp_path / "briefs" / "grain-talks.yaml").read_text("utf-8")


def test_new_from_last_time_says_what_was_changed_and_what_to_look_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line each."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefs").mkdir()
    lines = "format: 1\ntemplate: meeting\ntitle: Grain\ndate: 2025-10-21\nreference: R-7\n"
    (tmp_path / "briefs" / "old.yaml").write_text(lines, "utf-8")
    result = CliRunner().invoke(briefmaker, ["new", "Grain talks", "--from", "briefs/old.yaml", "--date", "2026-03-02"])
    assert result.stdout.splitlines() == [
        "wrote briefs/grain-talks.yaml from briefs/old.yaml",
        "changed:",
        "  title: Grain -> Grain talks",
        "  reference: R-7 -> R-8",
        "  date: 2025-10-21 -> 2026-03-02",
        "look at:",
        "  reference: R-8 is only the next number; see whether the registry has given it to you",
        "build it with: briefmaker build briefs/grain-talks.yaml",
    ]


def test_a_template_beside_a_brief_to_begin_from_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old brief has one."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(briefmaker, ["new", "x", "--from", "old.yaml", "--template", "meeting"])
    assert result.exit_code == 2
    assert "leave --template out" in result.output


def test_new_begins_a_pack_and_says_what_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last line can be copied; options that are for briefs are refused."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(briefmaker, ["new", "Visit", "--pack", "--date", "2026-03-02"])
    assert result.stdout.splitlines() == [
        "wrote packs/visit.yaml",
        "no brief can go into it yet: begin one with `briefmaker new NAME`, and name it under `tabs`",
    ]
    CliRunner().invoke(briefmaker, ["new", "Grain talks", "--date", "2026-03-02"])
    result = CliRunner().invoke(briefmaker, ["new", "Tour", "--pack"])
    assert result.stdout.splitlines() == [
        "wrote packs/tour.yaml",
        "its first tab is `grain-talks`; name the others under `tabs`",
        "make it with: briefmaker pack tour",
    ]
    for option in ("--template", "--from"):
        assert CliRunner().invoke(briefmaker, ["new", "Trip", "--pack", option, "meeting"]).exit_code == 2
    assert not (tmp_path / "packs" / "trip.yaml").exists()
