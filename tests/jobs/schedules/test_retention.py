"""Documents that were kept long enough are removed, and nothing else is."""

import datetime
import json
from pathlib import Path

import pytest
from tests.schedules import Runner, make_scheduled_workspace

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.jobs.building.build import build
from briefmaker.jobs.schedules import retention
from briefmaker.jobs.schedules.preview_run import preview_run
from briefmaker.jobs.schedules.retention import Expired, find_expired, remove_expired
from briefmaker.workspace.workspace import Workspace

DAY = datetime.timedelta(days=1)


@pytest.fixture
def built(workspace: Path) -> Workspace:
    """Give a workspace in which two briefs were built a moment ago."""
    made = make_scheduled_workspace(workspace, "retention: {output: 30}\n")
    build(formats=["html", "docx"])
    return made


def later(days: float) -> datetime.datetime:
    """Give a moment so many days from now."""
    return datetime.datetime.now(datetime.UTC) + days * DAY


def names(workspace: Workspace) -> set[str]:
    """Give what stands in output/, but for what is hidden."""
    return {file.name for file in workspace.output_folder.iterdir() if not file.name.startswith(".")}


def test_what_is_old_enough_is_removed(built: Workspace) -> None:
    """After the days that the settings say, not before; the manifest tells no more of it."""
    assert find_expired(built, 30, later(29.9)) == ()
    removed = list(remove_expired(built, 30, later(30.1)))
    assert len(removed) == 4
    assert names(built) == {"manifest.json"}
    assert json.loads((built.output_folder / "manifest.json").read_bytes())["documents"] == []


def test_what_somebody_edited_or_put_there_is_kept(built: Workspace, tmp_path: Path) -> None:
    """An edited document, a file of somebody's own, a link and a pack's documents stay, however old."""
    folder = built.output_folder
    edited = folder / "grain-DRAFT-v1.docx"
    edited.write_bytes(edited.read_bytes()[:-1] + b"x")
    (folder / "notes.txt").write_text("mine", "utf-8")
    page = folder / "trade-DRAFT-v1.html"
    page.rename(tmp_path / "page.html")
    page.symlink_to(tmp_path / "page.html")
    removed = {each.file.name for each in remove_expired(built, 30, later(400)) if isinstance(each, Expired)}
    assert removed == {"grain-DRAFT-v1.html", "trade-DRAFT-v1.docx"}
    assert names(built) == {"manifest.json", "notes.txt", "grain-DRAFT-v1.docx", "trade-DRAFT-v1.html"}
    assert (tmp_path / "page.html").is_file()


@pytest.mark.parametrize(
    "change",
    [
        {"path": "../briefs/grain.yaml"},
        {"path": 7},
        {"made": None},
        {"made": "long ago"},
        {"made": "2026-01-01T00:00:00"},
        {"sha256": "0"},
        {"bytes": None},
    ],
)
def test_an_entry_that_does_not_tell_enough_removes_nothing(built: Workspace, change: dict[str, object]) -> None:
    """Nor one that leads out of the folder."""
    manifest = built.output_folder / "manifest.json"
    content = json.loads(manifest.read_bytes())
    content["documents"] = [content["documents"][0] | change]
    manifest.write_text(json.dumps(content), "utf-8")
    assert find_expired(built, 30, later(400)) == ()


def test_a_manifest_of_somebody_else_removes_nothing(built: Workspace) -> None:
    """Whoever wrote it, it is not about our documents."""
    (built.output_folder / "manifest.json").write_text('{"documents": [{"path": "grain-DRAFT-v1.html"}]}', "utf-8")
    assert list(remove_expired(built, 30, later(400))) == []


def test_a_run_removes_them_and_a_preview_lists_them(built: Workspace) -> None:
    """Each is told with the day on which it was made; a run that only tells removes nothing."""
    told = preview_run(built, later(31))
    assert sum(each.what.startswith("removes grain-DRAFT-v1.html, made 20") for each in told) == 1
    assert len(told) == 4
    assert len(names(built)) == 5
    runner = Runner(built)
    assert runner.at(later(31)) == 0
    assert runner.told() == ["removed"] * 4 + ["run-ended"]
    assert names(built) == {"manifest.json"}


def test_what_cannot_be_removed_is_told(built: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a warning, and the others are removed."""

    def refuse(file: Path) -> None:
        if file.suffix == ".docx":
            raise PermissionError(13, "Permission denied")
        file.unlink()

    monkeypatch.setattr(retention, "remove_file", refuse)
    told = list(remove_expired(built, 30, later(31)))
    warnings = [each for each in told if isinstance(each, Diagnostic)]
    assert [each.code for each in warnings] == [Code.RETENTION_FAILED] * 2
    assert names(built) == {"manifest.json", "grain-DRAFT-v1.docx", "trade-DRAFT-v1.docx"}
