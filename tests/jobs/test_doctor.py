"""The doctor finds what is here and what is not."""

from pathlib import Path

import pytest

from briefmaker.jobs import doctor
from briefmaker.jobs.doctor import State, examine


def test_where_everything_is_here_nothing_is_advised(workspace: Path) -> None:
    """Python, each package, Pango, the subsetter, the fonts and the templates are named with what was found."""
    results = {result.what: result for result in examine()}
    assert {
        "Python",
        "briefmaker",
        "weasyprint",
        "docxtpl",
        "pydantic",
        "Pango",
        "libharfbuzz-subset",
        "fonts",
        "templates",
    } <= set(results)
    assert {result.state for result in results.values()} == {State.GOOD}
    assert not any(result.advice for result in results.values())
    assert "meeting" in results["templates"].found


def test_a_missing_package_is_named_with_the_command_that_installs_it(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The state is MISSING, so that the command ends with 1."""
    monkeypatch.setattr(doctor, "requires", lambda _: ["no-such-package>=2,<3; python_version > '3'"])
    (missing,) = (result for result in examine() if result.state is State.MISSING)
    assert missing.what == "no-such-package"
    assert missing.advice.startswith("pip install 'no-such-package")


def test_missing_pango_is_told_for_this_system(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install depends on the system."""

    def fail() -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr("briefmaker.writing.import_weasyprint.import_weasyprint", fail)
    for system, word in (("Linux", "apt-get"), ("Darwin", "brew"), ("Windows", "choco")):
        monkeypatch.setattr(doctor.platform, "system", lambda system=system: system)
        (missing,) = (result for result in examine() if result.state is State.MISSING)
        assert missing.what == "Pango"
        assert word in missing.advice


def test_a_broken_font_is_told(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that a virus scanner emptied is no font."""
    (tmp_path / "Empty.ttf").write_bytes(b"")
    monkeypatch.setattr(doctor, "shipped_folder", lambda _: tmp_path)
    (missing,) = (result for result in examine() if result.state is State.MISSING)
    assert "Empty.ttf" in missing.found


def test_what_only_an_extra_needs_is_not_missing(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it is here or not."""
    asked = ["pyyaml>=6.0.3", "nowhere-to-be-found>=1; extra == 'dask'"]
    monkeypatch.setattr(doctor, "requires", lambda _: asked)
    names = [result.what for result in examine()]
    assert "pyyaml" in names
    assert "nowhere-to-be-found" not in names


def test_what_a_schedule_names_and_is_not_there_is_told(workspace: Path) -> None:
    """By the name of the schedule; where all is there, nothing is said."""
    settings = workspace / "briefmaker.yaml"
    settings.write_text('schedules: {weekly: {cron: "0 7 * * MON", briefs: [briefs], packs: [visit]}}\n', "utf-8")
    (workspace / "briefs").mkdir(exist_ok=True)
    told = [result for result in examine() if result.what.startswith("schedule")]
    assert [(each.what, each.state, each.found) for each in told] == [
        ("schedule weekly", State.MISSING, "there is no pack `visit`")
    ]
    (workspace / "packs").mkdir()
    (workspace / "packs" / "visit.yaml").write_text("", "utf-8")
    assert not [result for result in examine() if result.what.startswith("schedule")]
