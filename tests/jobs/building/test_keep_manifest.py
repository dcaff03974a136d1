"""The manifest tells what was built, whatever else happened."""

import datetime
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from briefmaker.diagnostics import Code
from briefmaker.jobs.building.build import build

pytestmark = pytest.mark.usefixtures("brief_file")


def _read(workspace: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((workspace / "output" / "manifest.json").read_bytes())
    return content


@pytest.mark.usefixtures("without_rules")
def test_each_document_is_told_with_all_that_is_known_of_it(workspace: Path, brief_file: Path) -> None:
    """Its path, sum, size, pages and marking, and the brief that it was made of."""
    build()
    word, pdf = _read(workspace)["documents"]
    content = (workspace / "output" / "grain-DRAFT-v2.pdf").read_bytes()
    assert pdf.pop("seconds") > 0
    age = datetime.datetime.now(datetime.UTC) - datetime.datetime.fromisoformat(pdf.pop("made"))
    assert datetime.timedelta() < age < datetime.timedelta(hours=1)
    assert pdf == {
        "path": "grain-DRAFT-v2.pdf",
        "format": "pdf",
        "is_archive": False,
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "pages": 1,
        "marking": "NATO UNCLASSIFIED",
        "source": "briefs/grain.yaml",
        "source_sha256": hashlib.sha256(brief_file.read_bytes()).hexdigest(),
        "edition": None,
        "errors": 0,
        "warnings": 0,
        "findings": {},
    }
    assert (word["path"], word["pages"]) == ("grain-DRAFT-v2.docx", None)


def test_building_one_brief_keeps_what_is_told_of_the_others(workspace: Path, brief_file: Path) -> None:
    """And one that cannot be built any more keeps its documents, and is told as not built."""
    other = brief_file.with_name("other.yaml")
    other.write_text(brief_file.read_text("utf-8").replace("status: draft", "status: replaced"), "utf-8")
    build(formats=["html"])
    before = _read(workspace)
    assert [each["path"] for each in before["documents"]] == ["grain-DRAFT-v2.html", "other-REPLACED-v2.html"]
    assert sum(before["documents"][0]["findings"].values()) == before["documents"][0]["warnings"] > 0
    other.write_text("format: 1\ntitel: x\n", "utf-8")
    build([other], formats=["html"])
    after = _read(workspace)
    assert after["documents"] == before["documents"]
    assert [each["source"] for each in after["not_built"]] == ["briefs/other.yaml"]
    assert after["not_built"][0]["errors"] > 0


@pytest.mark.usefixtures("without_rules")
def test_an_edition_and_an_archive_are_told_as_such(workspace: Path) -> None:
    """With the marking of the edition, not that of the whole brief."""
    editions = "editions: {press: {shows: [agenda], ceiling: NATO SECRET}}\n"
    settings = workspace / "briefmaker.yaml"
    settings.write_text(settings.read_text("utf-8") + editions, "utf-8")
    build(formats=["html"], edition="press")
    build(formats=["pdf"], archive=True)
    told = {each["path"]: (each["edition"], each["is_archive"]) for each in _read(workspace)["documents"]}
    assert told == {"grain-DRAFT-v2.press.html": ("press", False), "grain-DRAFT-v2.archive.pdf": (None, True)}


@pytest.mark.usefixtures("without_rules")
def test_a_manifest_of_somebody_else_is_left_alone_and_told_once(workspace: Path, brief_file: Path) -> None:
    """The documents are written all the same."""
    brief_file.with_name("other.yaml").write_text(brief_file.read_text("utf-8"), "utf-8")
    theirs = workspace / "output" / "manifest.json"
    theirs.parent.mkdir()
    theirs.write_text('{"name": "a web page"}', "utf-8")
    outcomes = build(formats=["html"])
    assert [outcome.is_built for outcome in outcomes] == [True, True]
    assert [[found.code for found in outcome.diagnostics] for outcome in outcomes] == [[Code.OUTPUT_MANIFEST], []]
    assert theirs.read_text("utf-8") == '{"name": "a web page"}'


def test_briefs_that_cannot_be_built_make_no_folder(workspace: Path, brief_file: Path) -> None:
    """Where there is nothing to write there is nothing to tell of."""
    brief_file.write_text("format: 1\n", "utf-8")
    (outcome,) = build()
    assert outcome.is_failed
    assert not (workspace / "output").exists()
