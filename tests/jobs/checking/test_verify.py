"""A document finds its brief and its sister, and what keeps it from either is told."""

import datetime
import shutil
from pathlib import Path

import pikepdf
import pytest
from tests.house_style import make_house
from tests.jobs.building.test_rows import DEFINITION
from tests.verifying.planting import EDITION, HOUSE
from tests.writing.word.desk import EXAMPLES

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.building.build import build
from briefmaker.jobs.building.render import render_brief
from briefmaker.jobs.checking.verify import verify
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.model.replaced import Replaced
from briefmaker.model.settings import Paper
from briefmaker.verifying.check import Needs, State


@pytest.fixture
def documents(workspace: Path) -> list[Path]:
    """Give the PDF and the Word document of the workspace's brief."""
    (outcome,) = build()
    return [document.path for document in outcome.documents]


@pytest.fixture
def tides(tmp_path: Path) -> Path:
    """Give a workspace that defines an edition."""
    return Path(shutil.copytree(HOUSE.parent.parent, tmp_path / "tides"))


def list_failed(path: Path, edition: str | None = None) -> list[str]:
    """Give the names of the checks that failed."""
    return [each.check.name for each in verify(path, edition=edition).results if each.state is State.FAILED]


def reasons(path: Path, needs: Needs, brief: Path | None = None) -> set[str]:
    """Give why the checks of one need were not run."""
    results = verify(path, brief=brief).results
    return {each.reason for each in results if each.check.needs is needs and each.state is State.NOT_RUN}


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("brief", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_passes_in_both_formats(brief: Path, paper: Paper, tmp_path: Path) -> None:
    """On both papers; what is not run is what cannot be here."""
    (outcome,) = build([brief], output=tmp_path, paper=paper)
    for document in outcome.documents:
        verification = verify(document.path, brief=brief)
        assert [each for each in verification.results if each.state is State.FAILED] == []
        assert verification.sister is not None
        assert verification.count(State.OK) > 55
        not_run = {each.check.name for each in verification.results if each.state is State.NOT_RUN}
        assert not_run <= {"sister-alt-texts", "word-schema"}


def test_brief_and_sister_are_found_by_themselves(documents: list[Path], brief_file: Path) -> None:
    """By the fingerprint in the document, and by the name beside it."""
    pdf, word = (verify(each) for each in documents)
    assert pdf.is_sound
    assert word.is_sound
    assert (pdf.brief, pdf.sister) == (brief_file, documents[1])
    assert (word.brief, word.sister) == (brief_file, documents[0])


def test_a_document_without_sister_says_so(documents: list[Path]) -> None:
    """And is compared with its brief."""
    documents[1].unlink()
    assert reasons(documents[0], Needs.SISTER) == {"there is no document of this name in the other format"}
    assert "" not in reasons(documents[0], Needs.BRIEF)


def test_a_sister_that_cannot_be_read_is_the_reason(documents: list[Path]) -> None:
    """The document itself is still verified."""
    documents[1].write_bytes(b"nothing")
    (reason,) = reasons(documents[0], Needs.SISTER)
    assert "neither a PDF nor a Word document" in reason


def test_a_brief_that_was_changed_since_is_the_reason(documents: list[Path], brief_file: Path) -> None:
    """Whether it is looked for or named; nothing is passed in silence."""
    brief_file.write_text(brief_file.read_text("utf-8").replace("Ask for a date", "Ask for two dates"), "utf-8")
    (reason,) = {each for each in reasons(documents[0], Needs.BRIEF) if "brief" in each}
    assert "was changed since" in reason
    (named,) = {each for each in reasons(documents[0], Needs.BRIEF, brief_file) if "brief" in each}
    assert named == "briefs/grain.yaml was changed since the document was made: build it anew"


def test_a_brief_elsewhere_can_be_named(documents: list[Path], brief_file: Path, tmp_path: Path) -> None:
    """Its content decides, not its place."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    moved = Path(shutil.move(brief_file, elsewhere / "other.yaml"))
    assert verify(documents[0], brief=moved).brief == moved


@pytest.mark.parametrize("name", ["missing.pdf", "."])
def test_what_is_no_file_is_told(name: str, workspace: Path) -> None:
    """With exit code 1."""
    with pytest.raises(BriefmakerError) as raised:
        verify(workspace / name)
    assert raised.value.exit_code == 1


def test_an_edition_is_compared_with_what_its_readers_may_see(tides: Path) -> None:
    """It tells which it is by its properties or by its name, and its brief is found by that name."""
    (outcome,) = build([tides / "briefs"], edition=EDITION)
    for document in outcome.documents:
        verification = verify(document.path)
        assert (verification.edition, verification.brief) == (EDITION, tides / "briefs" / "tides.yaml")
        assert verification.is_sound
        assert verification.sister is not None
        not_run = {each.check.name for each in verification.results if each.state is State.NOT_RUN}
        assert not_run <= {"sister-source", "word-schema"}


def test_an_edition_of_another_name_is_named(tides: Path) -> None:
    """A PDF says nowhere else which edition it is; a Word document does."""
    (outcome,) = build([tides / "briefs"], edition=EDITION)
    pdf, word = (each.path.rename(each.path.with_stem("note")) for each in outcome.documents)
    assert (verify(pdf).edition, verify(word).edition) == ("", EDITION)
    (reason,) = reasons(word, Needs.BRIEF)
    assert reason == "there is no brief of this name in briefs/: name it with --brief"
    brief = tides / "briefs" / "tides.yaml"
    assert verify(word, brief=brief).is_sound
    assert verify(pdf, brief=brief, edition=EDITION).is_sound
    assert not verify(pdf, brief=brief).is_sound
    with pytest.raises(BriefmakerError, match="there is no edition `reader`"):
        verify(pdf, brief=brief, edition="reader")


def test_the_whole_brief_under_the_name_of_an_edition_is_found_out(tides: Path) -> None:
    """Its fingerprint says so, and its anchors."""
    (outcome,) = build([tides / "briefs"])
    for document in outcome.documents:
        renamed = document.path.with_stem(f"{document.path.stem}.{EDITION}")
        assert "edition" in list_failed(Path(shutil.copy(document.path, renamed)))


def test_an_edition_that_is_not_defined_any_more_is_the_reason(tides: Path) -> None:
    """Nothing is passed in silence."""
    (outcome,) = build([tides / "briefs"], edition=EDITION)
    settings = tides / "briefmaker.yaml"
    settings.write_text(settings.read_text("utf-8").partition("editions:")[0], "utf-8")
    (reason,) = reasons(outcome.documents[1].path, Needs.BRIEF)
    assert reason == f"the edition `{EDITION}` is not defined in briefmaker.yaml"


def test_a_pdf_for_the_archive_is_compared_with_its_brief_and_sister(tides: Path) -> None:
    """And its attachment with the brief's file."""
    (outcome,) = build([tides / "briefs"], archive=True)
    archive, word = (each.path for each in outcome.documents)
    verification = verify(archive)
    assert verification.is_sound
    assert (verification.sister, verify(word).sister) == (word, archive)
    assert "archived-brief" in {each.check.name for each in verification.results if each.state is State.OK}


def test_an_ordinary_pdf_under_the_name_of_one_for_the_archive_is_found_out(tides: Path) -> None:
    """A registry would keep a file that cannot be built again."""
    (outcome,) = build([tides / "briefs"], formats=["pdf"])
    renamed = outcome.documents[0].path.with_suffix(".archive.pdf")
    assert list_failed(Path(shutil.copy(outcome.documents[0].path, renamed))) == ["pdf-attachments"]


def test_the_documents_of_a_house_pass(tmp_path: Path) -> None:
    """With its logo, name and fixed texts in two languages, portraits, and a template of its own."""
    for outcome in build([make_house(tmp_path) / "briefs"]):
        assert outcome.documents
        for document in outcome.documents:
            assert list_failed(document.path) == []


def test_an_unchecked_document_is_sound_and_cannot_hide_it(brief_file: Path) -> None:
    """It is compared with the draft that it is; one that no longer says so in its properties is found out by its pages."""
    brief_file.write_text(brief_file.read_text("utf-8").replace("status: draft", "status: final"), "utf-8")
    (outcome,) = build(check=False)
    pdf, word = (document.path for document in outcome.documents)
    assert all(verify(each).is_sound and verify(each).is_unchecked for each in (pdf, word))
    with pikepdf.open(pdf, allow_overwriting_input=True) as document:
        del document.docinfo["/checked"]
        document.docinfo["/status"] = "Final"
        document.save()
    assert {"version", "sister-properties"} <= set(list_failed(pdf))


def test_a_document_of_a_row_finds_its_row(workspace: Path) -> None:
    """By the text that the row made; when the row has changed since, it is told."""
    (workspace / "briefs" / "grain.yaml").unlink()
    (workspace / "briefs" / "each.yaml").write_text(DEFINITION, "utf-8")
    rows = workspace / "briefs" / "members.csv"
    rows.write_text("name,code,seats\nPeru,pe,12\nChile,cl,3\n", "utf-8")
    written = [each.path for outcome in build() for each in outcome.documents]
    assert len(written) == 4
    for document in written:
        verification = verify(document)
        assert (verification.brief, verification.count(State.FAILED)) == (workspace / "briefs" / "each.yaml", 0)
        assert verify(document, brief="briefs/each.yaml").count(State.NOT_RUN) == verification.count(State.NOT_RUN)
    rows.write_text("name,code,seats\nPeru,pe,12\nChile,cl,4\n", "utf-8")
    assert verify(written[0]).brief is not None
    assert verify(written[2]).brief is None


def test_a_document_that_replaces_another_is_sound_and_cannot_hide_it(workspace: Path, brief_file: Path) -> None:
    """It says itself which one that is; one that says another version than its pages do is found out."""
    file, desk = find_desk(brief_file)
    request = Request(USUAL_FORMATS, Paper.A4, replaces=Replaced(1, datetime.date(2026, 2, 24)))
    for each in render_brief(read_at_desk(file, desk), desk, request).documents:
        (workspace / f"grain-DRAFT-v2.{each.format}").write_bytes(each.content)
    pdf, word = workspace / "grain-DRAFT-v2.pdf", workspace / "grain-DRAFT-v2.docx"
    for document in (pdf, word):
        assert verify(document).brief is not None
        assert list_failed(document) == []
    with pikepdf.open(pdf, allow_overwriting_input=True) as changed:
        changed.docinfo["/replaces"] = "3 2026-02-24"
        changed.save()
    assert list_failed(pdf) == ["replaces"]
