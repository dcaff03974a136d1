"""A document finds its brief and its sister, and what keeps it from either is told."""

import shutil
from pathlib import Path

import pytest
from tests.writing.word.desk import EXAMPLES

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.build import build
from briefmaker.jobs.verify import verify
from briefmaker.model.settings import Paper
from briefmaker.verifying.check import Needs, State


@pytest.fixture
def documents(workspace: Path) -> list[Path]:
    """Give the PDF and the Word document of the workspace's brief."""
    (outcome,) = build()
    return [document.path for document in outcome.documents]


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
        assert verification.count(State.OK) > 50
        not_run = {each.check.name for each in verification.results if each.state is State.NOT_RUN}
        assert not_run <= {"alt-texts", "sister-alt-texts", "word-schema"}


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
