"""Packs are built as briefs are: nothing unchanged is bound again, the manifest tells of them, and one that hangs is ended."""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.end_to_end.slow_layouts import write_slow_template
from tests.packs import PACK, make_pack_workspace, write_annex, write_brief

from briefmaker.diagnostics import BriefmakerError, Code
from briefmaker.jobs.building.build import build
from briefmaker.jobs.building.unchanged import BuildMemory
from briefmaker.jobs.packs.make_pack import PackOutcome, bind_packs, pack, plan_binding, plan_packs
from briefmaker.jobs.packs.order import PackWishes

ANNEXED = PACK + "annexes: [{file: annex.pdf, title: Declaration}]\n"
ENDLESS = "format: 1\ntitle: Without end\ndate: 2026-03-02\ntabs: [{name}]\n"


@pytest.fixture
def pack_file(workspace: Path) -> Path:
    """Give the pack of a workspace in which the test stands; an annex goes with it."""
    file = make_pack_workspace(workspace, ANNEXED)
    write_annex(file.with_name("annex.pdf"))
    return file


def say_why(**wishes: Any) -> str:
    """Give the reason why the pack would be bound; empty where it would not."""
    with BuildMemory() as memory:
        (order,) = plan_packs(["visit"], PackWishes(("pdf",), **wishes))
        return memory.say_why(order)


def bind(**wishes: Any) -> PackOutcome:
    """Bind the pack as a PDF."""
    outcome = pack("visit", formats=["pdf"], **wishes)
    assert outcome.documents, outcome.diagnostics
    return outcome


def read_manifest() -> dict[str, Any]:
    """Give what the manifest of output/ holds."""
    content: dict[str, Any] = json.loads(Path("output/manifest.json").read_bytes())
    return content


def test_a_pack_of_which_nothing_has_changed_is_not_bound_again(pack_file: Path) -> None:
    """What is told is the same, and the documents are left as they are; so it is from another folder."""
    first = pack("visit")
    times = [each.path.stat().st_mtime_ns for each in first.documents]
    second = pack("visit")
    assert (first.is_unchanged, second.is_unchanged) == (False, True)
    assert (second.documents, second.diagnostics) == (first.documents, first.diagnostics)
    assert [each.path.stat().st_mtime_ns for each in second.documents] == times
    os.chdir(pack_file.parent)
    assert pack("visit.yaml").is_unchanged


def _change_annex(folder: Path) -> None:
    write_annex(folder / "packs" / "annex.pdf", pages=3)


def _change_brief(folder: Path) -> None:
    write_brief(folder, "grain", "Grain talks", "NATO UNCLASSIFIED", "Ask for two dates.")


def _change_pack(folder: Path) -> None:
    (folder / "packs" / "visit.yaml").write_text(f"{ANNEXED}dividers: true\n", "utf-8")


def _let_another_brief_come_first(folder: Path) -> None:
    shutil.copy(folder / "briefs" / "trade.yaml", folder / "briefs" / "grain")


def _change_cover(folder: Path) -> None:
    (folder / "templates" / "pack").mkdir(parents=True)
    (folder / "templates" / "pack" / "page.css").write_text("p { color: red }", "utf-8")


def _change_settings(folder: Path) -> None:
    with (folder / "briefmaker.yaml").open("a", encoding="utf-8") as settings:
        settings.write("embed_fonts: true\n")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_change_annex, "changed: packs/annex.pdf"),
        (_change_brief, "changed: briefs/grain.yaml"),
        (_change_pack, "changed: packs/visit.yaml"),
        (_let_another_brief_come_first, "changed: briefs/grain"),
        (_change_cover, "settings, templates, fonts or briefmaker itself have changed"),
        (_change_settings, "settings, templates, fonts or briefmaker itself have changed"),
    ],
)
@pytest.mark.usefixtures("pack_file")
def test_each_thing_that_a_pack_is_made_of_counts(workspace: Path, change: Callable[[Path], None], reason: str) -> None:
    """And is named by what would be bound."""
    assert say_why() == "it was not built before"
    bind()
    assert say_why() == ""
    change(workspace)
    assert say_why() == reason


def test_a_brief_that_is_a_link_counts_by_where_it_leads(pack_file: Path, workspace: Path) -> None:
    """Both files stay as they are; the link leads to the other one."""
    link = workspace / "briefs" / "linked.yaml"
    link.symlink_to("grain.yaml")
    pack_file.write_text(PACK.replace("- grain", "- linked"), "utf-8")
    bind()
    write_brief(workspace, "other", "Other talks", "NATO UNCLASSIFIED", "Ask for a place.")
    assert say_why() == ""
    link.unlink()
    link.symlink_to("other.yaml")
    assert say_why() == "changed: briefs/linked.yaml"


@pytest.mark.usefixtures("pack_file")
def test_other_wishes_are_another_pack() -> None:
    """Each is remembered for itself, as long as its documents are there."""
    bind(copies=3)
    for wishes in (
        {},
        {"copies": 4},
        {"copies": 3, "copy": 2},
        {"copies": 3, "paper": "letter"},
        {"copies": 3, "check": False},
    ):
        assert say_why(**wishes) == "it was not built before"
    assert say_why(copies=3) == ""
    assert "--force" in say_why(copies=3, force=True)
    assert not bind(copies=3, force=True).is_unchanged


@pytest.mark.usefixtures("pack_file")
def test_a_late_change_is_made_again_only_of_another_former_pack(workspace: Path) -> None:
    """By what stands in the former PDF, not by its name."""
    former = bind(output="issued").documents[0].path
    _change_brief(workspace)
    assert not bind(former=former).is_unchanged
    moved = former.rename(former.with_name("renamed.pdf"))
    assert bind(former=moved).is_unchanged
    later = bind(output="later").documents[0].path
    assert say_why(former=later) == "it was not built before"
    with pytest.raises(BriefmakerError, match="no page has changed"):
        pack("visit", former=later)


@pytest.mark.parametrize("what", ["gone", "altered"])
@pytest.mark.usefixtures("pack_file")
def test_documents_that_are_not_as_they_were_left_are_made_again(what: str) -> None:
    """By whatever they were changed; their bytes are the same as before."""
    file = bind().documents[0].path
    content = file.read_bytes()
    file.unlink() if what == "gone" else file.write_bytes(content + b"%")
    assert say_why() == f"gone, or changed by somebody: {file.name}"
    assert not bind().is_unchanged
    assert file.read_bytes() == content


@pytest.mark.usefixtures("pack_file")
def test_a_store_that_is_gone_costs_a_binding() -> None:
    """And nothing else."""
    bind()
    shutil.rmtree("output/.briefmaker")
    assert not bind().is_unchanged
    assert bind().is_unchanged


def test_briefs_and_packs_of_one_folder_are_remembered_side_by_side(pack_file: Path) -> None:
    """Building the one leaves the other known, in the store and in the manifest."""
    bind()
    assert [each.is_unchanged for each in build(formats=["html"])] == [False, False]
    assert bind().is_unchanged
    assert [each.is_unchanged for each in build(formats=["html"])] == [True, True]
    assert [each["source"] for each in read_manifest()["documents"]] == [
        "briefs/grain.yaml",
        "briefs/trade.yaml",
        "packs/visit.yaml",
    ]


def test_the_manifest_tells_what_a_pack_wrote(pack_file: Path) -> None:
    """As it does of a brief's documents; copies have their numbers, and pages that replace others are told as such."""
    first = bind().documents[0]
    (told,) = read_manifest()["documents"]
    assert told.pop("seconds") > 0
    assert told.pop("made")
    content = first.path.read_bytes()
    assert told == {
        "path": "visit-DRAFT-v1.pdf",
        "format": "pdf",
        "is_archive": False,
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "pages": 6,
        "marking": "NATO RESTRICTED",
        "source": "packs/visit.yaml",
        "source_sha256": hashlib.sha256(pack_file.read_bytes()).hexdigest(),
        "edition": None,
        "pack": True,
        "replacement": False,
        "errors": 0,
        "warnings": 0,
        "findings": {},
    }
    pack("visit", copies=2)
    _change_brief(pack_file.parent.parent)
    bind(former=first.path)
    assert {each["path"]: (each.get("copy"), each["replacement"]) for each in read_manifest()["documents"]} == {
        "visit-DRAFT-v1.pdf": (None, False),
        "visit-DRAFT-v1-copy-1.docx": (1, False),
        "visit-DRAFT-v1-copy-1.pdf": (1, False),
        "visit-DRAFT-v1-copy-2.docx": (2, False),
        "visit-DRAFT-v1-copy-2.pdf": (2, False),
        "visit-replacement-DRAFT-v1.pdf": (None, True),
    }


def test_a_pack_with_an_error_is_told_as_not_built_until_it_is(pack_file: Path, workspace: Path) -> None:
    """And is tried each time, its documents staying as they were."""
    before = bind().documents[0].path.read_bytes()
    (workspace / "briefs" / "grain.yaml").write_text("format: 1\ntitel: x\n", "utf-8")
    assert pack("visit", formats=["pdf"]).is_failed
    assert pack("visit", formats=["pdf"]).is_failed
    (told,) = read_manifest()["not_built"]
    assert (told["source"], told["pack"]) == ("packs/visit.yaml", True)
    assert told["source_sha256"] == hashlib.sha256(pack_file.read_bytes()).hexdigest()
    assert Path("output/visit-DRAFT-v1.pdf").read_bytes() == before
    _change_brief(workspace)
    assert not bind().is_unchanged
    assert read_manifest()["not_built"] == []


@pytest.fixture
def read_only_output(workspace: Path) -> Iterator[Path]:
    """Give the folder of documents on a disk that takes nothing."""
    disk = workspace / "output"
    disk.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", "ro,size=100k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root may mount a disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.usefixtures("pack_file")
def test_a_folder_that_is_read_only_is_told_and_nothing_is_written(read_only_output: Path) -> None:
    """No store and no manifest either, and no traceback."""
    outcome = pack("visit", formats=["pdf"])
    assert [each.code for each in outcome.diagnostics] == [Code.OUTPUT_UNWRITABLE]
    assert list(read_only_output.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "limits", "code", "hint"),
    [
        ("endless", {"deadline": 6.0}, Code.RUN_DEADLINE, "`--deadline` of `briefmaker pack`"),
        ("hoard", {"memory": 600}, Code.RUN_MEMORY, "`--memory` of `briefmaker pack`"),
    ],
)
def test_a_pack_that_takes_too_much_is_ended_and_told(
    pack_file: Path, workspace: Path, name: str, limits: dict[str, Any], code: Code, hint: str
) -> None:
    """With its name, the cause and what to do; no part of a file stays, and the one beside it is bound."""
    write_slow_template(workspace, name)
    pack_file.with_name(f"{name}.yaml").write_text(ENDLESS.format(name=name), "utf-8")
    wishes = PackWishes(("pdf",), **limits)
    plan = plan_packs([name, "visit"], wishes)
    for orders in (plan[:1], plan):
        outcomes = dict(bind_packs(orders, plan_binding(wishes, orders)))
        (found,) = outcomes[0].diagnostics
        assert (found.code, found.file) == (code, f"packs/{name}.yaml")
        assert found.message.startswith("the pack was not finished: it ")
        assert hint in found.hint
    assert outcomes[1].is_built
    assert {each.name for each in Path("output").iterdir()} == {".briefmaker", "manifest.json", "visit-DRAFT-v1.pdf"}
    assert [each["source"] for each in read_manifest()["not_built"]] == [f"packs/{name}.yaml"]


def test_what_a_pack_may_take_grows_with_its_copies(pack_file: Path) -> None:
    """Ten times what a brief may, and once more for each five numbered copies; a wish holds as it is."""
    (pack_file.parents[1] / "briefmaker.yaml").write_text("workers: {deadline: 3, memory: 500}\n", "utf-8")

    def limit(**wishes: Any) -> tuple[float, int]:
        wanted = PackWishes(**wishes)
        limits = plan_binding(wanted, plan_packs(["visit"], wanted)).limits
        assert limits is not None
        return limits.seconds, limits.megabytes

    assert limit() == (30, 2000)
    assert limit(copies=10) == (36, 2000)
    assert limit(copies=10, deadline=7.0, memory=900) == (7, 900)


def test_packs_whose_documents_would_take_each_others_place_are_refused(pack_file: Path) -> None:
    """Both, whatever else is bound."""
    other = pack_file.with_name("Visit.yml")
    other.write_text(PACK, "utf-8")
    orders = plan_packs([], PackWishes(("pdf",)))
    outcomes = [outcome for _, outcome in bind_packs(orders)]
    assert [[each.code for each in outcome.diagnostics] for outcome in outcomes] == [[Code.OUTPUT_CLASH]] * 2
    assert not Path("output").exists()


@pytest.mark.usefixtures("pack_file")
def test_pages_of_several_packs_cannot_be_replaced_at_once(workspace: Path) -> None:
    """Nor can those of a file that is no pack."""
    (workspace / "packs" / "other.yaml").write_text(PACK, "utf-8")
    former = bind(output="issued").documents[0].path
    with pytest.raises(BriefmakerError, match="is for one pack"):
        plan_packs([], PackWishes(former=former))
    with pytest.raises(BriefmakerError, match="is not the PDF of a pack"):
        pack("visit", former=workspace / "packs" / "annex.pdf")
