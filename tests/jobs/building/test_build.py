"""Briefs are built side by side: the bad one stops only itself, and nothing of anybody's is lost."""

import os
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pytest

from briefmaker.diagnostics import BriefmakerError, Code
from briefmaker.jobs.building.build import Outcome, build
from briefmaker.jobs.failures import FindingsError
from briefmaker.reading.office_package import CUSTOM_PART, read_custom_properties
from briefmaker.workspace.build_store import STORE_FOLDER
from briefmaker.workspace.manifest import MANIFEST_NAME
from briefmaker.workspace.workspace import built_in_templates


def _codes(outcome: Outcome) -> list[Code]:
    return [found.code for found in outcome.diagnostics]


def _names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()} - {MANIFEST_NAME, STORE_FOLDER} if folder.is_dir() else set()


@pytest.mark.usefixtures("without_rules")
def test_all_briefs_of_the_workspace_are_built_in_both_formats(workspace: Path) -> None:
    """Without arguments briefs/ becomes output/, as PDF and Word."""
    (outcome,) = build()
    assert outcome.is_built
    assert outcome.diagnostics == ()
    assert [document.path for document in outcome.documents] == [
        workspace / "output" / "grain-DRAFT-v2.pdf",
        workspace / "output" / "grain-DRAFT-v2.docx",
    ]
    assert [document.pages for document in outcome.documents] == [1, None]
    assert _names(workspace / "output") == {"grain-DRAFT-v2.pdf", "grain-DRAFT-v2.docx"}


@pytest.mark.parametrize(
    ("status", "name"),
    [
        ("draft", "grain-DRAFT-v2"),
        ("in-clearance", "grain-DRAFT-v2"),
        ("cleared", "grain-DRAFT-v2"),
        ("final", "grain"),
        ("replaced", "grain-REPLACED-v2"),
    ],
)
@pytest.mark.usefixtures("without_rules")
def test_the_name_says_what_state_the_brief_is_in(brief_file: Path, status: str, name: str) -> None:
    """Only a final brief has the plain name."""
    brief_file.write_text(brief_file.read_text("utf-8").replace("status: draft", f"status: {status}"), "utf-8")
    (outcome,) = build([brief_file], formats=["html"])
    assert [document.path.name for document in outcome.documents] == [f"{name}.html"]


def test_an_error_of_a_rule_refuses_a_brief_and_a_warning_does_not(workspace: Path, brief_file: Path) -> None:
    """Nothing of it is written; the draft beside it is."""
    final = brief_file.read_text("utf-8").replace("status: draft", "status: final")
    (workspace / "briefs" / "final.yaml").write_text(final, "utf-8")
    refused, built = build(formats=["html"])
    assert (refused.is_failed, built.is_built) == (True, True)
    assert "STR002" in _codes(refused)
    assert "STR002" in _codes(built)
    assert _names(workspace / "output") == {"grain-DRAFT-v2.html"}


def test_what_was_not_checked_is_a_draft_by_name_and_properties(workspace: Path, brief_file: Path) -> None:
    """Also of a brief that says it is final, and whose final documents stay untouched beside it."""
    brief_file.write_text(brief_file.read_text("utf-8").replace("status: draft", "status: final"), "utf-8")
    (outcome,) = build(check=False)
    assert outcome.is_built
    assert outcome.diagnostics == ()
    assert _names(workspace / "output") == {"grain-DRAFT-v2.pdf", "grain-DRAFT-v2.docx"}
    pdf, word = (document.path for document in outcome.documents)
    with pikepdf.open(pdf) as document, document.open_metadata() as metadata:
        said = [str(document.docinfo[name]) for name in ("/status", "/checked")]
        assert said == ["DRAFT · version 2 · not checked", "no"]
        assert metadata["pdfx:checked"] == "no"
    with zipfile.ZipFile(word) as package:
        own = read_custom_properties(package.read(CUSTOM_PART))
        core = package.read("docProps/core.xml").decode()
    assert (own["briefmaker-status"], own["briefmaker-checked"]) == ("DRAFT · version 2 · not checked", "no")
    assert "<cp:contentStatus>DRAFT · version 2 · not checked</cp:contentStatus>" in core


def test_a_bad_brief_does_not_stop_a_good_one(workspace: Path, brief_file: Path) -> None:
    """Each outcome has its own findings; of the bad brief nothing is written."""
    (workspace / "briefs" / "bad.yaml").write_text("format: 1\ntemplate: meeting\ntitel: x\n", "utf-8")
    bad, good = build(formats=["html"])
    assert (bad.is_built, good.is_built) == (False, True)
    assert Code.FIELD_UNKNOWN in _codes(bad)
    assert _names(workspace / "output") == {"grain-DRAFT-v2.html"}


@pytest.mark.usefixtures("without_rules")
def test_two_briefs_with_one_name_are_both_refused(workspace: Path, brief_file: Path) -> None:
    """Neither overwrites the other, whichever came first; names that differ only in case clash on some systems."""
    (workspace / "briefs" / "Grain.yml").write_bytes(brief_file.read_bytes())
    (workspace / "briefs" / "other.yaml").write_bytes(brief_file.read_bytes())
    outcomes = build(formats=["html"])
    assert [(outcome.brief.name, _codes(outcome)) for outcome in outcomes] == [
        ("Grain.yml", [Code.OUTPUT_CLASH]),
        ("grain.yaml", [Code.OUTPUT_CLASH]),
        ("other.yaml", []),
    ]
    assert _names(workspace / "output") == {"other-DRAFT-v2.html"}


def test_building_again_replaces_what_briefmaker_wrote(workspace: Path, brief_file: Path) -> None:
    """A Word document that nobody touched is no obstacle, and the same brief gives the same bytes."""
    build()
    first = {name: (workspace / "output" / name).read_bytes() for name in _names(workspace / "output")}
    (outcome,) = build()
    assert outcome.is_built
    assert {name: (workspace / "output" / name).read_bytes() for name in _names(workspace / "output")} == first


def test_an_edited_word_document_is_not_overwritten(workspace: Path, brief_file: Path) -> None:
    """Somebody's edits stay, the PDF too; --force and another folder are the two ways on."""
    build()
    edited = workspace / "output" / "grain-DRAFT-v2.docx"
    _edit(edited, "Ask for a date", "Ask for two dates")
    pdf_before = (workspace / "output" / "grain-DRAFT-v2.pdf").stat().st_mtime_ns
    content = edited.read_bytes()
    (outcome,) = build()
    assert _codes(outcome) == [Code.OUTPUT_EDITED]
    assert edited.read_bytes() == content
    assert (workspace / "output" / "grain-DRAFT-v2.pdf").stat().st_mtime_ns == pdf_before
    assert build(output="elsewhere")[0].is_built
    assert build(formats=["pdf"])[0].is_built
    assert build(force=True)[0].is_built
    assert edited.read_bytes() != content


def test_a_foreign_word_document_is_not_overwritten(workspace: Path, brief_file: Path) -> None:
    """A file that happens to have the name is somebody's too."""
    (workspace / "output").mkdir()
    (workspace / "output" / "grain-DRAFT-v2.docx").write_bytes(b"not even a document")
    assert _codes(build()[0]) == [Code.OUTPUT_EDITED]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_told(workspace: Path, brief_file: Path) -> None:
    """The outcome says so; there is no traceback."""
    (workspace / "output").mkdir(mode=0o500)
    assert _codes(build()[0]) == [Code.OUTPUT_UNWRITABLE]


@pytest.mark.usefixtures("without_rules")
def test_a_folder_that_cannot_be_made_is_told(workspace: Path, brief_file: Path) -> None:
    """A file stands where the folder should be."""
    (workspace / "output").write_text("")
    (outcome,) = build(formats=["html"])
    assert _codes(outcome) == [Code.OUTPUT_UNWRITABLE]


def test_a_brief_outside_any_workspace_is_built(
    tmp_path: Path, brief_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its documents go to output/ where the command was called."""
    lone, here = tmp_path / "mail" / "lone.yaml", tmp_path / "here"
    lone.parent.mkdir()
    here.mkdir()
    lone.write_bytes(brief_file.read_bytes())
    brief_file.rename(tmp_path / "grain.yaml")
    brief_file.parent.rmdir()
    monkeypatch.chdir(here)
    (outcome,) = build([lone], formats=["html"])
    assert outcome.documents[0].path == here / "output" / "lone-DRAFT-v2.html"


def test_wrong_settings_stop_everything_with_their_line(workspace: Path, brief_file: Path) -> None:
    """They hold for all briefs; exit code 2 is for usage and settings."""
    (workspace / "briefmaker.yaml").write_text("# ours\npaper: a5\n", "utf-8")
    with pytest.raises(FindingsError) as raised:
        build()
    assert raised.value.exit_code == 2
    (found,) = raised.value.diagnostics
    assert (found.file, found.span.line, found.code) == ("briefmaker.yaml", 2, Code.FIELD_CHOICE)


@pytest.mark.usefixtures("without_rules")
def test_an_unknown_template_is_told_at_its_line(brief_file: Path) -> None:
    """With the name that was probably meant."""
    brief_file.write_text(brief_file.read_text("utf-8").replace("template: meeting", "template: meting"), "utf-8")
    (outcome,) = build()
    (found,) = outcome.diagnostics
    assert (found.code, found.span.line, found.hint) == (Code.TEMPLATE_UNKNOWN, 2, "did you mean `meeting`?")


@pytest.mark.usefixtures("without_rules")
def test_a_filled_field_that_the_template_does_not_show_is_told(brief_file: Path) -> None:
    """It is a warning at the field's line; the brief is built."""
    brief_file.write_text(brief_file.read_text("utf-8") + "recommendation: |\n  Go.\n", "utf-8")
    (outcome,) = build(formats=["html"])
    assert outcome.is_built
    (found,) = outcome.diagnostics
    assert (found.code, found.span.line) == (Code.TEMPLATE_NOT_SHOWN, 17)


def test_a_mistake_in_a_template_stops_its_own_briefs_only(workspace: Path, brief_file: Path) -> None:
    """The finding names the template's file, line and tag."""
    broken = workspace / "templates" / "broken"
    broken.mkdir(parents=True)
    (broken / "template.yaml").write_text("name: {en: Broken}\ndescription: x\nshows: [title]\n", "utf-8")
    (broken / "page.html.j2").write_text("<html><body>\n{{ view.titel }}\n</body></html>", "utf-8")
    text = brief_file.read_text("utf-8").replace("template: meeting", "template: broken")
    (workspace / "briefs" / "another.yaml").write_text(text, "utf-8")
    another, grain = build(formats=["html"])
    assert grain.is_built
    broken_found = [found for found in another.diagnostics if found.code is Code.TEMPLATE_BROKEN]
    assert "page.html.j2:2" in broken_found[0].message
    assert "{{ view.titel }}" in broken_found[0].message


def test_an_address_that_a_template_may_not_have_stops_its_briefs(workspace: Path, brief_file: Path) -> None:
    """The error comes while the PDF is written; nothing of that brief is kept."""
    shutil.copytree(built_in_templates() / "meeting", workspace / "templates" / "meeting")
    styles = workspace / "templates" / "meeting" / "page.css"
    styles.write_text(styles.read_text("utf-8") + 'body { background: url("file:///etc/hostname") }', "utf-8")
    (outcome,) = build()
    assert Code.TEMPLATE_REFUSED in _codes(outcome)
    assert not outcome.is_built
    assert not (workspace / "output").exists()


def test_a_missing_library_stops_the_command(brief_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no fault of any brief or template; what to install is told once."""

    def fail() -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr("briefmaker.writing.pdf.import_weasyprint", fail)
    with pytest.raises(BriefmakerError, match="libpango") as raised:
        build(formats=["pdf"])
    assert "briefmaker doctor" in raised.value.hint


@pytest.mark.parametrize("wrong", [{"formats": ["odt"]}, {"formats": []}, {"paper": "a5"}, {"paths": ["missing.yaml"]}])
def test_what_cannot_be_begun_is_raised(brief_file: Path, wrong: dict[str, object]) -> None:
    """Wrong arguments are the caller's mistake, not an outcome of a brief."""
    with pytest.raises(BriefmakerError) as raised:
        build(**wrong)  # type: ignore[arg-type]
    assert raised.value.exit_code == 2


def test_letter_paper_differs_from_a4(brief_file: Path) -> None:
    """The argument wins over the settings."""
    (letter,) = build(formats=["pdf"], paper="letter", output="letter")
    (a4,) = build(formats=["pdf"], output="a4")
    assert letter.documents[0].path.read_bytes() != a4.documents[0].path.read_bytes()


def test_an_archive_has_a_name_of_its_own_and_says_what_it_is(workspace: Path, brief_file: Path) -> None:
    """It replaces neither the PDF that goes out nor passes for it; the Word document is as ever."""
    build()
    before = _names(workspace / "output")
    (outcome,) = build(archive=True)
    assert [(each.path.name, each.is_archive, each.pages) for each in outcome.documents] == [
        ("grain-DRAFT-v2.archive.pdf", True, 1),
        ("grain-DRAFT-v2.docx", False, None),
    ]
    assert _names(workspace / "output") == before | {"grain-DRAFT-v2.archive.pdf"}


def _edit(document: Path, old: str, new: str) -> None:
    with zipfile.ZipFile(document) as package:
        parts = {entry: package.read(entry) for entry in package.namelist()}
    assert old.encode() in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(old.encode(), new.encode())
    with zipfile.ZipFile(document, "w") as package:
        for entry, content in parts.items():
            package.writestr(entry, content)


def test_a_template_without_its_page_stops_only_its_own_briefs(workspace: Path) -> None:
    """The other briefs of the run are built, and the finding names the template."""
    own = workspace / "templates" / "mine"
    own.mkdir(parents=True)
    (own / "template.yaml").write_text("name: {en: Mine}\ndescription: Mine.\nshows: [title]\n", "utf-8")
    whole = (workspace / "briefs" / "grain.yaml").read_text("utf-8")
    (workspace / "briefs" / "broken.yaml").write_text(whole.replace("template: meeting", "template: mine"), "utf-8")
    outcomes = build([workspace / "briefs"], formats=["html", "docx"])
    assert [outcome.is_built for outcome in outcomes] == [False, True]
    assert outcomes[0].diagnostics[-1].code == Code.TEMPLATE_BROKEN
