"""The workspace around a brief is found, and what belongs to it."""

from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.workspace.workspace import built_in_templates, find_briefs, find_default_briefs, find_workspace


def test_the_nearest_folder_with_settings_or_briefs_is_the_workspace(tmp_path: Path) -> None:
    """A workspace inside another is its own."""
    inner = tmp_path / "desk" / "briefs" / "europe"
    inner.mkdir(parents=True)
    (tmp_path / "briefmaker.yaml").write_text("")
    assert find_workspace(inner).root == tmp_path / "desk"
    assert find_workspace(tmp_path).root == tmp_path
    assert not find_workspace(inner).is_lone


def test_a_folder_without_a_workspace_stands_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its documents go to output/ where the command was called, and its own templates/ and settings count for nothing."""
    lone, elsewhere = tmp_path / "lone", tmp_path / "elsewhere"
    (lone / "templates").mkdir(parents=True)
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    workspace = find_workspace(lone)
    assert workspace.is_lone
    assert workspace.root == lone
    assert workspace.output_folder == elsewhere / "output"
    assert workspace.template_collections == (built_in_templates(),)
    assert workspace.read_settings() is None


def test_a_workspace_puts_its_own_templates_first(tmp_path: Path) -> None:
    """Dropping a folder into templates/ adds to the built-in ones or replaces one."""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "templates").mkdir()
    assert find_workspace(tmp_path).template_collections == (tmp_path / "templates", built_in_templates())


def test_settings_are_read_where_there_are_any(tmp_path: Path) -> None:
    """A workspace without briefmaker.yaml is told apart from one with an empty one."""
    (tmp_path / "briefs").mkdir()
    assert find_workspace(tmp_path).read_settings() is None
    (tmp_path / "briefmaker.yaml").write_bytes(b"paper: letter\n")
    assert find_workspace(tmp_path).read_settings() == b"paper: letter\n"


def test_a_folder_gives_its_briefs_in_order_and_each_once(tmp_path: Path) -> None:
    """Both endings count; hidden files, folders and other files do not."""
    for name in ("b.yaml", "a.yml", ".hidden.yaml", "brief.schema.json", "note.txt"):
        (tmp_path / name).write_text("")
    (tmp_path / "folder.yaml").mkdir()
    found = find_briefs([tmp_path, tmp_path / "b.yaml"])
    assert [brief.name for brief in found] == ["a.yml", "b.yaml"]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    """A missing path and a folder without briefs end the command instead of building nothing in silence."""
    with pytest.raises(BriefmakerError, match="no file or folder"):
        find_briefs([tmp_path / "missing.yaml"])
    with pytest.raises(BriefmakerError, match="no briefs in"):
        find_briefs([tmp_path])


def test_without_a_path_the_briefs_are_those_around_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also from a folder within; where there are none that is told."""
    (tmp_path / "briefs" / "old").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "briefs" / "old")
    assert find_default_briefs() == tmp_path / "briefs"
    (tmp_path / "briefs" / "old").rmdir()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefs").rmdir()
    with pytest.raises(BriefmakerError, match="no folder briefs/ here"):
        find_default_briefs()
