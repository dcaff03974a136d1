"""Editions are built beside the whole brief, each under its own name, and tell in their properties what they are."""

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

from briefmaker.diagnostics import Code, Severity
from briefmaker.jobs.building.build import Outcome, build
from briefmaker.jobs.building.edition import withhold_reading
from briefmaker.jobs.building.render import render
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.read import read
from briefmaker.reading.office_package import CUSTOM_PART, read_custom_properties
from briefmaker.writing.word import is_untouched

SETTINGS = """\
editions:
  chair: {shows: [title, version, agenda, sources], ceiling: NATO SECRET, title: For the chair}
  press: {shows: [bottom_line], ceiling: NATO UNCLASSIFIED}
"""


@pytest.fixture
def marked(workspace: Path, without_rules: None) -> Path:
    """Give a workspace with two editions, and a brief that has something for one of them."""
    settings = workspace / "briefmaker.yaml"
    settings.write_text(settings.read_text("utf-8") + SETTINGS, "utf-8")
    brief = workspace / "briefs" / "grain.yaml"
    text = brief.read_text("utf-8").replace("marking: NATO UNCLASSIFIED", "marking: NATO SECRET\nhandling: [ATOMAL]")
    brief.write_text(text, "utf-8")
    return workspace


def _told(outcome: Outcome) -> list[tuple[Code, Severity]]:
    return [(found.code, found.severity) for found in outcome.diagnostics]


def test_all_editions_are_built_and_the_empty_one_is_told(marked: Path) -> None:
    """Under the brief's name and their own; a brief that has nothing for one of all has not failed."""
    chair, press = build(edition="all", formats=["html", "docx"])
    assert [each.path.name for each in chair.documents] == ["grain-DRAFT-v2.chair.html", "grain-DRAFT-v2.chair.docx"]
    assert (chair.edition, _told(chair)) == ("chair", [])
    assert (press.edition, press.documents) == ("press", ())
    assert _told(press) == [(Code.EDITION_EMPTY, Severity.WARNING)]
    assert not press.is_failed
    assert not press.is_built


def test_an_edition_that_is_asked_for_and_empty_has_failed(marked: Path) -> None:
    """Whoever named it waits for a document; and `render` gives none."""
    (press,) = build(edition="press", formats=["html"])
    assert press.is_failed
    assert _told(press) == [(Code.EDITION_EMPTY, Severity.ERROR)]
    with pytest.raises(FindingsError):
        render(marked / "briefs" / "grain.yaml", "html", edition="press")


def test_an_edition_of_a_brief_with_errors_is_not_built(marked: Path) -> None:
    """Also where the error is in what it would withhold."""
    brief = marked / "briefs" / "grain.yaml"
    brief.write_text(brief.read_text("utf-8") + "objectives: [{text: A., marking: NATO SECRETT}]\n", "utf-8")
    (outcome,) = build(edition="chair", formats=["html"])
    assert _told(outcome) == [(Code.MARKING_UNKNOWN, Severity.ERROR)]


def test_both_files_say_what_they_are_marked_and_the_edition_says_which_it_is(marked: Path) -> None:
    """In the properties of PDF and Word; the whole brief names its file's fingerprint instead, and has anchors."""
    brief = marked / "briefs" / "grain.yaml"
    with pikepdf.open(io.BytesIO(render(brief, "pdf", edition="chair"))) as document:
        assert str(document.docinfo["/marking"]) == "NATO SECRET ATOMAL"
        assert str(document.docinfo["/Subject"]) == "Meeting brief · For the chair"
    edition, whole = (_properties(render(brief, "docx", edition=name)) for name in ("chair", None))
    assert edition["briefmaker-marking"] == whole["briefmaker-marking"] == "NATO SECRET ATOMAL"
    assert edition["briefmaker-edition"] == "chair"
    assert "briefmaker-edition" not in whole
    assert whole["briefmaker-source"] == read(brief).fingerprint
    assert [name for name in edition if "anchors" in name or "source" in name] == []
    assert [name for name in whole if "anchors" in name] != []


def _properties(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return read_custom_properties(package.read(CUSTOM_PART))


def test_an_edition_s_word_document_is_sealed_and_always_the_same(marked: Path) -> None:
    """So that an edited one is not overwritten."""
    contents = [render(marked / "briefs" / "grain.yaml", "docx", edition="chair") for _ in range(2)]
    assert contents[0] == contents[1]
    assert is_untouched(contents[0])


def test_a_reading_that_writers_get_holds_nothing(marked: Path) -> None:
    """Neither brief nor data, places nor fingerprint."""
    whole = read(marked / "briefs" / "grain.yaml")
    empty = withhold_reading(whole)
    assert (empty.brief, empty.sound_part, dict(empty.tables), empty.fingerprint) == (None, None, {}, "")
    assert (empty.places.lines, dict(empty.places.values), dict(empty.places.keys)) == ((), {}, {})
    assert whole.fingerprint


@pytest.mark.parametrize("name", ["grain.press", "grain.Archive", "a.b.CHAIR"])
@pytest.mark.parametrize("edition", [None, "chair"])
def test_a_brief_named_as_an_edition_of_another_is_not_built(marked: Path, name: str, edition: str | None) -> None:
    """The whole brief would stand in the file that readers of the edition are sent, and the other way round."""
    brief = (marked / "briefs" / "grain.yaml").rename(marked / "briefs" / f"{name}.yaml")
    (outcome,) = build([brief], edition=edition, formats=["pdf"])
    assert outcome.is_failed
    assert [(found.code, found.hint) for found in outcome.diagnostics] == [
        (Code.OUTPUT_CLASH, f"rename the file: {name[::-1].replace('.', '-', 1)[::-1]}.yaml")
    ]


def test_a_dot_in_a_name_is_no_edition(marked: Path) -> None:
    """Unless one is called so."""
    brief = (marked / "briefs" / "grain.yaml").rename(marked / "briefs" / "grain.en.yaml")
    (outcome,) = build([brief], edition="chair", formats=["html"])
    assert [each.path.name for each in outcome.documents] == ["grain.en-DRAFT-v2.chair.html"]


def test_an_unchecked_edition_says_so(marked: Path) -> None:
    """Of a final brief too, though the edition carries nothing that leads to the whole."""
    brief = marked / "briefs" / "grain.yaml"
    brief.write_text(brief.read_text("utf-8").replace("status: draft", "status: final"), "utf-8")
    (outcome,) = build(edition="chair", formats=["docx"], check=False)
    (document,) = outcome.documents
    assert document.path.name == "grain-DRAFT-v2.chair.docx"
    own = _properties(document.path.read_bytes())
    assert (own["briefmaker-status"], own["briefmaker-checked"]) == ("DRAFT · version 2 · not checked", "no")


@pytest.mark.parametrize(("of", "state"), [("0000000000000000", "Changed since cleared"), ("", "Cleared")])
def test_clearances_of_an_edition_are_those_of_the_whole_brief(marked: Path, of: str, state: str) -> None:
    """An edition is smaller than what was cleared, which voids nothing; a change of what it withholds does."""
    from briefmaker.reading.reading import fingerprint_cleared

    settings = marked / "briefmaker.yaml"
    settings.write_text(
        settings.read_text("utf-8").replace("[title, version,", "[title, version, clearances,"), "utf-8"
    )
    brief = marked / "briefs" / "grain.yaml"
    kept = re.sub(r"(?ms)^clearances:.*?(?=^\S)", "", brief.read_text("utf-8"))
    hidden = "  - {unit: Navy, state: cleared, editions: [press]}\n"
    text = f"{kept}\nclearances:\n{hidden}  - {{unit: Legal, state: cleared, of: x}}\n"
    brief.write_text(text, "utf-8")
    reading = read(brief)
    assert reading.brief is not None, reading.diagnostics
    brief.write_text(text.replace("of: x", f"of: '{of or fingerprint_cleared(reading.brief, reading)}'"), "utf-8")
    page = render(brief, "html", edition="chair").decode()
    assert "Navy" not in page
    assert [each for each in ("Changed since cleared", "Cleared") if f">{each}<" in page] == [state]
