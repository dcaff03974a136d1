"""A pack as something that is mailed: what has changed since it was issued."""

from pathlib import Path

import pytest

from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.mailing.pack import (
    PackMatter,
    fingerprint_pack,
    list_changes_of_pack,
    open_pack,
    write_issued_pack,
)
from briefmaker.workspace.workspace import find_workspace

PACK = "format: 1\ntitle: Visit\ndate: 2026-03-02\ntabs: [{tabs}]\n"


@pytest.fixture
def pack_file(workspace: Path, brief_file: Path) -> Path:
    """Give a pack of two briefs."""
    text = brief_file.read_text("utf-8")
    for name in ("fish", "wood"):
        brief_file.with_name(f"{name}.yaml").write_text(text.replace("Grain talks", f"{name.title()} talks"), "utf-8")
    (workspace / "packs").mkdir()
    file = workspace / "packs" / "visit.yaml"
    file.write_text(PACK.format(tabs="grain, fish"), "utf-8")
    return file


def open_matter(file: Path) -> PackMatter:
    """Open a pack without errors."""
    matter, found = open_pack(file, open_desk(find_workspace(file.parent)))
    assert matter is not None, found
    return matter


def test_parts_that_are_new_gone_or_changed_are_told(pack_file: Path) -> None:
    """In the pack's language, by tab and title; what is as it was is not."""
    issued = write_issued_pack(open_matter(pack_file).bound)
    assert list_changes_of_pack(issued, open_matter(pack_file).bound) == ()
    fish = pack_file.parent.parent / "briefs" / "fish.yaml"
    fish.write_text(fish.read_text("utf-8").replace("Ask for a date.", "Ask for a day."), "utf-8")
    pack_file.write_text(PACK.format(tabs="fish, wood"), "utf-8")
    changes = list_changes_of_pack(issued, open_matter(pack_file).bound)
    assert [each.words for each in changes] == [
        "Tab B: new: Wood talks in Ankara",
        "Pack: dropped: Grain talks in Ankara",
        "Tab A: changed: Fish talks in Ankara",
    ]


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"layout": 99, "parts": {}}', '{"layout": 1}'])
def test_of_what_nobody_can_read_no_change_is_told(pack_file: Path, kept: str) -> None:
    """It was kept by a later briefmaker, or is broken."""
    assert list_changes_of_pack(kept, open_matter(pack_file).bound) == ()


def test_the_fingerprint_hangs_on_what_is_in_it(pack_file: Path) -> None:
    """Not on its status, nor on who gets it."""
    before = fingerprint_pack(open_matter(pack_file).bound)
    pack_file.write_text(PACK.format(tabs="grain, fish") + "status: cleared\nversion: 2\n", "utf-8")
    assert fingerprint_pack(open_matter(pack_file).bound) == before
    pack_file.write_text(PACK.format(tabs="fish, grain"), "utf-8")
    assert fingerprint_pack(open_matter(pack_file).bound) != before
