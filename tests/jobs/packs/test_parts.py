"""What is wrong with a pack or with anything in it is told at its line, all at once, and nothing is made."""

from pathlib import Path

import pikepdf
import pytest
from tests.packs import PACK, make_pack_workspace, write_annex

from briefmaker.jobs.packs.make_pack import pack


def tell(folder: Path, text: str) -> list[tuple[str, int, str]]:
    """Give what is told of a pack of this text: code, line, message; nothing may be written."""
    file = folder / "packs" / "visit.yaml"
    if not file.exists():
        make_pack_workspace(folder)
    file.write_text(text, "utf-8")
    outcome = pack("visit")
    assert outcome.is_failed
    assert not (folder / "output").exists()
    return [(found.code, found.span.line, found.message) for found in outcome.diagnostics if found.severity == "error"]


@pytest.mark.parametrize(
    ("lines", "code", "line", "words"),
    [
        ("  - grein\n", "PCK001", 9, "there is no brief `grein`"),
        ("  - ../../outside.yaml\n", "PCK001", 9, "there is no brief"),
        ("  - grain\n", "PCK002", 9, "the brief `grain` is in the pack already"),
        ("  - ../briefs/grain.yaml\n", "PCK002", 9, "is in the pack already"),
        ("annexes: [{file: none.pdf, title: x}]\n", "PCK006", 9, "there is no file `none.pdf`"),
        ("annexes: [{file: visit.yaml, title: x}]\n", "PCK006", 9, "is not a PDF"),
        ("annexes: [{file: ../../x.pdf, title: x}]\n", "PCK006", 9, "leads out of the workspace"),
        ("programme: [{step: Talks, brief: fish}]\n", "PCK007", 9, "the brief `fish` is not in the pack"),
        ("status: final\n", "PCK008", 8, "the pack is final"),
        ("marking: NATO UNCLASSIFIED\n", "PCK004", 8, "`trade` carries NATO RESTRICTED"),
        ("marking: SECRETISH\n", "PCK004", 8, "does not cover"),
        ("colour: red\n", "FLD001", 9, "`colour`"),
        ("lists: [office]\n", "REF006", 9, "there is no distribution list `office`"),
    ],
)
def test_a_mistake_is_told_at_its_line(workspace: Path, lines: str, code: str, line: int, words: str) -> None:
    """With a code of its own."""
    found = tell(workspace, PACK + lines)
    assert (code, line) in [each[:2] for each in found]
    assert words in next(each[2] for each in found if each[0] == code)


def test_a_pack_of_nothing_is_refused(workspace: Path) -> None:
    """It says what to write."""
    assert [each[0] for each in tell(workspace, "format: 1\ntitle: x\ndate: 2026-03-02\n")] == ["PCK005"]


def test_a_file_that_is_no_pack_is_told_as_any_other(workspace: Path) -> None:
    """A list, or nothing at all."""
    assert [each[0] for each in tell(workspace, "- a\n")] == ["YML010"]
    assert [each[0] for each in tell(workspace, "")] == ["FIL005"]


def test_a_brief_with_errors_stops_the_pack_and_tells_all(workspace: Path) -> None:
    """Its own findings, and the line of the pack that names it."""
    make_pack_workspace(workspace)
    file = workspace / "briefs" / "trade.yaml"
    file.write_text(file.read_text("utf-8").replace("title: Négociations", "titel: x"), "utf-8")
    found = tell(workspace, PACK)
    assert {each[0] for each in found} >= {"FLD001", "FLD002", "PCK003"}
    assert (8, "briefs/trade.yaml has errors, so the pack is not made") in [each[1:] for each in found]


def test_briefs_of_two_schemes_make_no_pack(workspace: Path) -> None:
    """Neither scheme says which marking is higher."""
    make_pack_workspace(workspace)
    file = workspace / "briefs" / "trade.yaml"
    file.write_text(file.read_text("utf-8").replace("NATO RESTRICTED", "TLP:AMBER"), "utf-8")
    assert [each[0] for each in tell(workspace, PACK)] == ["PCK004"]


def test_an_annex_that_is_encrypted_or_empty_is_refused(workspace: Path) -> None:
    """What needs a password, and what has no pages."""
    make_pack_workspace(workspace)
    locked = pikepdf.Encryption(owner="owner", user="user")
    write_annex(workspace / "packs" / "locked.pdf", encryption=locked)
    write_annex(workspace / "packs" / "open.pdf", encryption=pikepdf.Encryption(owner="owner", user=""))
    write_annex(workspace / "packs" / "empty.pdf", pages=0)
    names = ("locked", "open", "empty")
    annexes = "".join(f"  - {{file: {name}.pdf, title: {name}}}\n" for name in names)
    messages = [each[2] for each in tell(workspace, f"{PACK}annexes:\n{annexes}")]
    assert ["password" in messages[0], "encrypted" in messages[1], "no pages" in messages[2]] == [True] * 3


def test_an_annex_with_an_unknown_marking_is_told(workspace: Path) -> None:
    """At its own line."""
    make_pack_workspace(workspace)
    write_annex(workspace / "packs" / "annex.pdf")
    lines = "annexes:\n  - file: annex.pdf\n    title: x\n    marking: NATO SECRETISH\n"
    assert [each[:2] for each in tell(workspace, PACK + lines)] == [("PCK004", 12)]
