"""Tests of comparing two versions: briefs, revisions and documents; what is written, and what is refused."""

import json
import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.review.redline.settled import settle
from tests.workspace.repositories import begin_repository, commit, run_git

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.building.build import build
from briefmaker.jobs.building.render import render
from briefmaker.jobs.checking.verify import verify
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.reviewing.form import form
from briefmaker.jobs.reviewing.redline import RedlineWishes, redline

ROOT = Path(__file__).resolve().parents[3]
NAME = "nato-us-2025-10-22"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace in a repository, whose brief and data have changed since its one revision."""
    (tmp_path / "briefs").mkdir()
    shutil.copytree(ROOT / "briefs" / "data", tmp_path / "briefs" / "data")
    shutil.copy(ROOT / "briefs" / f"{NAME}.yaml", tmp_path / "briefs")
    begin_repository(tmp_path)
    commit(tmp_path)
    change(
        tmp_path / "briefs" / f"{NAME}.yaml", ("version: 2", "version: 3"), ("He agrees to fill", "He promises to fill")
    )
    change(tmp_path / "briefs" / f"{NAME}.yaml", ("likelihood: likely", "likelihood: unlikely"))
    change(tmp_path / "briefs" / "data" / "defence-spending.csv", ("4.48", "4.52"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def change(file: Path, *words: tuple[str, str]) -> None:
    """Replace words in a file, the first time that they stand there."""
    text = file.read_text("utf-8")
    for before, after in words:
        assert before in text
        text = text.replace(before, after, 1)
    file.write_text(text, "utf-8")


OLD, NEW = f"HEAD:briefs/{NAME}.yaml", f"briefs/{NAME}.yaml"


def test_a_revision_is_compared_with_its_data(workspace: Path) -> None:
    """The figure's cell that changed in a file beside the brief is told with what changed in the brief."""
    outcome = redline(OLD, NEW)
    assert outcome.headline.replace("\u00a0", " ") == (
        "Changes from version 2 of 21 October 2025 to version 3 of 21 October 2025"
    )
    assert [each.kind.value for each in outcome.changes] == ["changed", "likelihood moved", "cell changed"]
    assert outcome.documents == ()
    assert not (workspace / "output").exists()


def test_every_format_is_written_under_the_name_of_both(workspace: Path) -> None:
    """A Word document that is exact, a PDF with marks, the list as Markdown and as JSON; the same each time."""
    wishes = RedlineWishes(("docx", "pdf", "md", "json"))
    outcome = redline(OLD, NEW, wishes)
    names = [f"{NAME}.v2-v3.redline.{ending}" for ending in ("docx", "pdf", "md", "json")]
    assert [each.name for each in outcome.documents] == names
    assert {each.parent for each in outcome.documents} == {workspace / "output"}
    contents = [each.read_bytes() for each in outcome.documents]
    assert settle(contents[0], accept=True) == settle(_render(workspace, NEW), accept=True)
    assert settle(contents[0], accept=False) == settle(_render(workspace, OLD), accept=True)
    words = " ".join("".join(read_pages(outcome.documents[1])).split())
    assert "Changes from version 2" in words
    assert "agreespromises" in words.replace(" ", "")
    assert {"no longer: agrees", "new: promises"} <= set(read_alternatives(outcome.documents[1]))
    assert contents[2].decode().startswith("**NATO UNCLASSIFIED**\n\n# Changes: ")
    assert [each["kind"] for each in json.loads(contents[3])["changes"]] == [
        "changed",
        "likelihood moved",
        "cell changed",
    ]
    again = redline(OLD, NEW, wishes)
    assert [each.read_bytes() for each in again.documents] == contents


def test_neither_redline_is_verified(workspace: Path) -> None:
    """Each says that it is one, and what it compares: it holds two versions of a brief at once."""
    for document in redline(OLD, NEW, RedlineWishes(("docx", "pdf"))).documents:
        with pytest.raises(BriefmakerError, match=r"is a redline, .*\(Changes from version 2 .* to version 3 ") as told:
            verify(document)
        assert "verify the documents that `briefmaker build` wrote" in told.value.hint


def _render(workspace: Path, name: str) -> bytes:
    """Give the document of today's brief, or of the one in the repository."""
    if name == NEW:
        return render(workspace / NEW, "docx", check=True)
    former = workspace / "former"
    run_git(workspace, "worktree", "add", "-f", str(former), "HEAD")
    return render(former / NEW, "docx", check=True)


def read_pages(file: Path) -> list[str]:
    """Give the text of each page of a PDF."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file.read_bytes())]


def read_alternatives(file: Path) -> list[str]:
    """Give the words that stand in the place of others for whoever hears a PDF."""
    with pikepdf.open(file) as pdf:
        return [str(each["/Alt"]) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]


def test_two_that_say_the_same_make_no_file(workspace: Path) -> None:
    """A comment in the YAML is no change; that is said, and nothing is written."""
    copy = workspace / "briefs" / "copy.yaml"
    copy.write_text("# a comment\n" + (workspace / NEW).read_text("utf-8"), "utf-8")
    outcome = redline(NEW, copy, RedlineWishes(("docx", "pdf")))
    assert outcome.is_same
    assert outcome.documents == ()
    assert not (workspace / "output").exists()


def test_a_document_is_led_back_to_its_brief(workspace: Path) -> None:
    """To the one of today, and where that has changed to the revision that has it; what was built of which is told."""
    build([workspace / NEW], formats=["docx"])
    document = next((workspace / "output").glob("*.docx"))
    assert redline(document, NEW).is_same
    commit(workspace)
    change(workspace / NEW, ("He promises to fill", "He offers to fill"))
    outcome = redline(document, NEW)
    assert [each.field for each in outcome.changes] == ["objectives"]
    assert [each.code for each in outcome.diagnostics] == ["REV033"]


def test_a_document_that_was_edited_is_compared_by_its_own_text(workspace: Path) -> None:
    """What was edited in Word is not in the brief: a Word document is made of the texts, and no other can be."""
    from docx import Document

    build([workspace / NEW], formats=["docx"])
    document = next((workspace / "output").glob("*.docx"))
    edited = Document(str(document))
    edited.paragraphs[1].runs[1].text = "An edited title"
    edited.save(str(workspace / "edited.docx"))
    outcome = redline(workspace / "edited.docx", NEW, RedlineWishes(("docx",), output=workspace / "here"))
    assert [each.code for each in outcome.diagnostics] == ["REV032"]
    content = outcome.documents[0].read_bytes()
    assert outcome.documents[0].name == f"edited.text-{NAME}.v3.redline.docx"
    assert "An edited title" in settle(content, accept=False)[1]
    assert outcome.headline.startswith("edited.docx → version")
    assert settle(content, accept=True) == settle(document.read_bytes(), accept=True)
    with pytest.raises(FindingsError, match="no `pdf`"):
        redline(workspace / "edited.docx", NEW, RedlineWishes(("docx", "pdf")))


def test_an_edited_redline_is_not_overwritten(workspace: Path) -> None:
    """Nothing is written then, the PDF neither; --force does it."""
    written = redline(OLD, NEW, RedlineWishes(("docx",))).documents[0]
    written.write_bytes(b"edited")
    with pytest.raises(FindingsError) as refused:
        redline(OLD, NEW, RedlineWishes(("pdf", "docx")))
    assert [each.code for each in refused.value.diagnostics] == ["OUT001"]
    assert written.read_bytes() == b"edited"
    assert not written.with_suffix(".pdf").exists()
    redline(OLD, NEW, RedlineWishes(("docx",), force=True))
    assert written.read_bytes() != b"edited"


def test_a_redline_is_no_version(workspace: Path) -> None:
    """A document with tracked changes says two things at once."""
    written = redline(OLD, NEW, RedlineWishes(("docx",))).documents[0]
    with pytest.raises(FindingsError) as refused:
        redline(written, NEW)
    assert [each.code for each in refused.value.diagnostics] == ["REV031"]


@pytest.mark.parametrize(
    ("content", "code"), [(b"PK\x03\x04 cut short", "REV030"), (b"", "REV030"), (b"PK\x03\x04" + b"\0" * 99, "REV030")]
)
def test_what_is_no_document_of_ours_is_told(workspace: Path, content: bytes, code: str) -> None:
    """Damaged, empty, or no Word document at all."""
    (workspace / "x.docx").write_bytes(content)
    with pytest.raises(FindingsError) as refused:
        redline(workspace / "x.docx", NEW)
    assert [(each.code, "import" in each.hint) for each in refused.value.diagnostics] == [(code, False)]


def test_a_document_that_briefmaker_did_not_write_is_told(workspace: Path) -> None:
    """A Word document from elsewhere says nothing of a brief."""
    from docx import Document

    Document().save(str(workspace / "x.docx"))
    with pytest.raises(FindingsError) as refused:
        redline(workspace / "x.docx", NEW)
    (found,) = refused.value.diagnostics
    assert ["did not write" in found.message, "import" in found.hint] == [True, True]


@pytest.mark.parametrize("old", ["nope.yaml", "nope:briefs/x.yaml", f"HEAD:briefs/{NAME}", "HEAD:", "briefs"])
def test_what_is_not_there_is_told(workspace: Path, old: str) -> None:
    """A file, a revision, a file in one, and a folder."""
    with pytest.raises(BriefmakerError):
        redline(old, NEW)


def test_a_form_is_no_version(workspace: Path) -> None:
    """It becomes a brief by being imported."""
    form("information", output=workspace / "form.docx")
    with pytest.raises(FindingsError) as refused:
        redline("form.docx", NEW)
    assert [(each.code, "form" in each.message) for each in refused.value.diagnostics] == [("REV030", True)]


def test_two_of_one_number_and_day_are_told_apart(workspace: Path) -> None:
    """In the list too: by the revision, and by the file."""
    change(workspace / NEW, ("version: 3", "version: 2"))
    redline(OLD, NEW, RedlineWishes(["md"]))
    written = (workspace / "output" / f"{NAME}.v2-HEAD-v2.redline.md").read_text("utf-8")
    assert f"(HEAD) → version 2 of 21 October 2025 ({NAME})" in written.replace("\u00a0", " ").replace("\\", "")


def test_an_unknown_format_is_told_before_anything_is_read(workspace: Path) -> None:
    """With those that there are."""
    with pytest.raises(BriefmakerError, match="no format `odt`") as told:
        redline("nope", NEW, RedlineWishes(("docx", "odt")))
    assert "md" in told.value.hint


def test_other_templates_and_languages_are_told(workspace: Path) -> None:
    """What is compared is said, and it is compared."""
    for name in ("haiti-2025-10-16", "matieres-critiques-2025-12-08"):
        shutil.copy(ROOT / "briefs" / f"{name}.yaml", workspace / "briefs")
    outcome = redline(
        "briefs/haiti-2025-10-16.yaml", "briefs/matieres-critiques-2025-12-08.yaml", RedlineWishes(("docx",))
    )
    assert {each.code for each in outcome.diagnostics} >= {"REV034", "REV035"}
    assert outcome.documents[0].name == "haiti-2025-10-16.v1-matieres-critiques-2025-12-08.v1.redline.docx"


def test_a_redline_is_marked_as_both_together(workspace: Path) -> None:
    """What was struck out of a brief whose marking was lowered is still as secret as it was."""
    text = (workspace / NEW).read_text("utf-8")
    (workspace / "briefs" / "secret.yaml").write_text(
        text.replace("marking: NATO UNCLASSIFIED", "marking: NATO SECRET"), "utf-8"
    )
    outcome = redline("briefs/secret.yaml", NEW, RedlineWishes(("pdf", "md")))
    assert all("NATO SECRET" in page for page in read_pages(outcome.documents[0]))
    assert outcome.documents[1].read_text("utf-8").startswith("**NATO SECRET**")


def test_an_edition_holds_nothing_else(workspace: Path) -> None:
    """What an edition withholds is in none of the files, although it has changed; nor is the fingerprint of the brief."""
    settings = "editions:\n  outside: {shows: [title, date, objectives], ceiling: NATO UNCLASSIFIED}\n"
    (workspace / "briefmaker.yaml").write_text(settings, "utf-8")
    for number, name in enumerate(("one", "two"), start=1):
        shutil.copy(workspace / NEW, workspace / "briefs" / f"{name}.yaml")
        words = (
            ("Leave tariffs", f"Xylophone {number}. Leave tariffs"),
            ("objectives:\n", f"objectives:\n  - Open words {number}.\n"),
        )
        change(workspace / "briefs" / f"{name}.yaml", *words)
    wishes = RedlineWishes(("docx", "pdf", "md", "json"), edition="outside")
    outcome = redline("briefs/one.yaml", "briefs/two.yaml", wishes)
    assert len(outcome.documents) == 4
    assert "Open words" in "".join(outcome.sentences)
    texts = ["".join(settle(outcome.documents[0].read_bytes(), accept=False)), *read_pages(outcome.documents[1])]
    texts += [each.read_text("utf-8") for each in outcome.documents[2:]]
    assert not any("Xylophone" in text for text in texts)
    assert "Xylophone" in "".join(redline("briefs/one.yaml", "briefs/two.yaml").sentences)
    assert all(".outside.redline." in each.name for each in outcome.documents)
    assert "2025" in outcome.headline
    undated = "editions:\n  outside: {shows: [title, objectives], ceiling: NATO UNCLASSIFIED}\n"
    (workspace / "briefmaker.yaml").write_text(undated, "utf-8")
    assert "2025" not in redline("briefs/one.yaml", "briefs/two.yaml", RedlineWishes(edition="outside")).headline
    with pytest.raises(BriefmakerError, match="no edition"):
        redline("briefs/one.yaml", "briefs/two.yaml", RedlineWishes(edition="nope"))
