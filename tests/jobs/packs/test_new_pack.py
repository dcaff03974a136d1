"""A pack that is begun can be made at once, and overwrites nothing."""

import datetime
from pathlib import Path

import pytest
from tests.packs import WITHOUT_RULES, write_brief

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.packs.make_pack import pack
from briefmaker.jobs.packs.new_pack import PACK_SCHEMA_FILE, new_pack
from briefmaker.model.schema import pack_schema, write_schema

DAY = datetime.date(2026, 3, 2)


@pytest.fixture
def briefs(workspace: Path) -> Path:
    """Give the folder of the briefs of a workspace in which the test stands: one that is broken, and two that are not."""
    folder = workspace / "briefs"
    folder.mkdir(exist_ok=True)
    (workspace / "briefmaker.yaml").write_text(WITHOUT_RULES, "utf-8")
    (folder / "broken.yaml").write_text("format: 1\ntitle: [\n", "utf-8")
    write_brief(workspace, "grain", "Grain talks", "NATO UNCLASSIFIED", "Ask for a date.")
    write_brief(workspace, "2026-03-02", "Trade", "UNCLASSIFIED", "Ask for a date.")
    return folder


def test_a_pack_that_is_begun_can_be_made_as_it_stands(briefs: Path, workspace: Path) -> None:
    """Of one brief, since others may be marked by another scheme; those stand there to be chosen."""
    begun = new_pack("Visit to Ankara", date=DAY)
    assert (begun.path, begun.tab) == (workspace / "packs" / "visit-to-ankara.yaml", "2026-03-02")
    text = begun.path.read_text("utf-8")
    assert text.splitlines()[0] == "# yaml-language-server: $schema=pack.schema.json"
    assert 'tabs:\n  - "2026-03-02"\n  # - broken\n  # - grain\n' in text
    assert "date: 2026-03-02 " in text
    outcome = pack(begun.path)
    assert [found for found in outcome.diagnostics if found.severity == "error"] == []
    assert len(outcome.documents) == 2
    assert (begun.path.parent / PACK_SCHEMA_FILE).read_text("utf-8") == write_schema(pack_schema())


def test_the_settings_of_the_workspace_are_used(briefs: Path, workspace: Path) -> None:
    """Its language, and its lists as a comment."""
    people = "people: [{name: Ann, email: ann@example.int}]"
    with (workspace / "briefmaker.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"languages: [fr, en]\ndistribution_lists: {{office: {{{people}}}, desk: {{{people}}}}}\n")
    text = new_pack("visit", date=DAY).path.read_text("utf-8")
    assert "language: fr " in text
    assert "\n# lists: [office, desk]" in text


def test_where_no_brief_can_go_in_the_pack_is_begun_and_says_so(briefs: Path, workspace: Path) -> None:
    """What to do depends on whether there are any."""
    for name in ("grain", "2026-03-02"):
        (briefs / f"{name}.yaml").unlink()
    begun = new_pack("visit", date=DAY)
    assert begun.tab == ""
    assert begun.why_empty.startswith("`briefmaker check` tells what is wrong")
    assert [found.code for found in pack(begun.path).diagnostics] == ["PCK005"]
    (briefs / "broken.yaml").unlink()
    assert new_pack("tour", date=DAY).why_empty.startswith("begin one with `briefmaker new NAME`")


def test_no_pack_is_overwritten(briefs: Path, workspace: Path) -> None:
    """Nor is one begun without a name."""
    path = new_pack("visit", date=DAY).path
    path.write_text("mine", "utf-8")
    with pytest.raises(BriefmakerError, match="is there already"):
        new_pack("Visit", date=DAY)
    with pytest.raises(BriefmakerError, match="a pack needs a name"):
        new_pack("...", date=DAY)
    assert path.read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ['Say "yes": #1', "null", "a: b", "Éire – visit"])
def test_any_name_makes_a_title(briefs: Path, name: str) -> None:
    """Whatever YAML would make of it."""
    assert not pack(new_pack(name, date=DAY).path).is_failed
