"""Nothing is built again of which nothing has changed, and everything of which something has."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from briefmaker.jobs.building.build import build, carry_out, plan_build
from briefmaker.jobs.building.outcome import Outcome
from briefmaker.jobs.building.unchanged import BuildMemory
from briefmaker.jobs.request import Wishes
from briefmaker.model.replaced import Replaced

FIGURE = "figures: {f: {data: d.csv, alt: x}}\n"


def say_why(**wishes: bool) -> list[str]:
    """Give the reason for each brief that would be built."""
    with BuildMemory() as memory:
        return [memory.say_why(order) for order in plan_build([], Wishes(("html",), **wishes))]


def build_html(*, force: bool = False) -> Outcome:
    """Build the one brief of the workspace."""
    (outcome,) = build(formats=["html"], force=force)
    return outcome


def test_what_was_built_is_not_built_again(workspace: Path, brief_file: Path) -> None:
    """The outcome says the same, findings too; so it does from another folder."""
    first, second = build_html(), build_html()
    assert (first.is_unchanged, second.is_unchanged) == (False, True)
    assert second.documents == first.documents
    assert second.diagnostics == first.diagnostics
    assert second.fingerprint == first.fingerprint
    os.chdir(brief_file.parent)
    (there,) = build(formats=["html"])
    assert there.is_unchanged
    assert {each.file for each in there.diagnostics} <= {"grain.yaml"}


def test_time_alone_changes_nothing(workspace: Path, brief_file: Path) -> None:
    """Content counts."""
    build_html()
    os.utime(brief_file, (1, 1))
    assert build_html().is_unchanged


def test_each_thing_that_a_brief_is_made_of_counts(workspace: Path, brief_file: Path) -> None:
    """The brief, its data, settings, a template of the workspace, another format; each change is named."""
    data = workspace / "briefs" / "d.csv"
    data.write_text("a,b\nx,1\ny,2\n", "utf-8")
    brief_file.write_text(brief_file.read_text("utf-8") + FIGURE, "utf-8")
    assert say_why() == ["it was not built before"]
    build_html()
    assert say_why() == [""]
    data.write_text("a,b\nx,1\ny,3\n", "utf-8")
    assert say_why() == ["changed: briefs/d.csv"]
    build_html()
    brief_file.write_text(brief_file.read_text("utf-8") + "# more\n", "utf-8")
    assert say_why() == ["changed: briefs/grain.yaml"]
    build_html()
    (workspace / "briefmaker.yaml").write_text("paper: letter\n", "utf-8")
    assert "settings" in say_why()[0] or "not built before" in say_why()[0]
    build_html()
    (workspace / "templates" / "own").mkdir(parents=True)
    (workspace / "templates" / "own" / "page.css").write_text("p {}", "utf-8")
    assert "templates" in say_why()[0]


def test_a_file_that_was_missing_counts_when_it_comes(workspace: Path, brief_file: Path) -> None:
    """As the workspace's people do."""
    brief_file.write_text(brief_file.read_text("utf-8") + "participants: [{person: ann, role: guest}]\n", "utf-8")
    (workspace / "people.yaml").write_text("ann: {name: Ann}\n", "utf-8")
    build_html()
    (workspace / "people.yaml").write_text("ann: {name: Anne}\n", "utf-8")
    assert say_why() == ["changed: people.yaml"]


@pytest.mark.parametrize("what", ["gone", "touched"])
def test_documents_that_are_not_as_they_were_left_are_made_again(workspace: Path, what: str) -> None:
    """By whatever they were changed."""
    (document,) = build_html().documents
    if what == "gone":
        document.path.unlink()
    else:
        document.path.write_text("mine", "utf-8")
    assert document.path.name in say_why()[0]
    assert not build_html().is_unchanged
    assert "Grain talks" in document.path.read_text("utf-8")


def test_a_brief_with_an_error_is_tried_each_time(workspace: Path, brief_file: Path) -> None:
    """And one that was built and has one now is no more known."""
    build_html()
    good = brief_file.read_text("utf-8")
    brief_file.write_text(good + "bottomline: x\n", "utf-8")
    assert build_html().is_failed
    assert build_html().is_failed
    brief_file.write_text(good, "utf-8")
    assert not build_html().is_unchanged


def test_force_builds_all(workspace: Path) -> None:
    """And says that it was asked for."""
    build_html()
    assert "--force" in say_why(force=True)[0]
    assert not build_html(force=True).is_unchanged
    assert build_html().is_unchanged


def test_a_store_that_is_gone_costs_a_build(workspace: Path) -> None:
    """And nothing else."""
    build_html()
    shutil.rmtree(workspace / "output" / ".briefmaker")
    assert not build_html().is_unchanged
    assert build_html().is_unchanged


def test_one_row_does_not_build_the_others(workspace: Path, brief_file: Path) -> None:
    """A brief of a row is made of its row alone."""
    brief_file.write_text(
        "format: 1\ntemplate: information\ntitle: '{{ row.a }}'\nfor_each: d.csv\nslug: '{{ row.a }}'\ndate: 2025-10-21\n",
        "utf-8",
    )
    data = brief_file.with_name("d.csv")
    data.write_text("a,b\nx,1\ny,2\n", "utf-8")
    build(formats=["html"])
    data.write_text("a,b\nx,1\nz,2\n", "utf-8")
    assert [outcome.is_unchanged for outcome in build(formats=["html"])] == [True, False]


def test_another_wish_is_another_build(workspace: Path) -> None:
    """Each is remembered for itself."""
    build_html()
    (other,) = build(formats=["docx"])
    assert not other.is_unchanged
    assert build_html().is_unchanged


def test_a_correction_is_another_build_than_the_first_version(workspace: Path) -> None:
    """Its pages say something else, though its brief and its file are the same."""
    build_html()
    (order,) = plan_build([], Wishes(("html",)))
    correction = replace(order, request=replace(order.request, replaces=Replaced(1)))
    ((_, outcome),) = carry_out([correction])
    assert not outcome.is_unchanged
    assert "Replaces version\u00a01" in outcome.documents[0].path.read_text("utf-8")
    assert say_why() == ["gone, or changed by somebody: grain-DRAFT-v2.html"]
