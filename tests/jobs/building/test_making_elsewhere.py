"""Briefs made on a cluster are those made here: the same bytes, the same findings, nothing of the cluster in either."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from tests.batch.clusters import open_cluster
from tests.jobs.building.test_rows import DEFINITION
from tests.jobs.changes.test_former import issue

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.building import parcels
from briefmaker.jobs.building.build import build
from briefmaker.jobs.building.outcome import Outcome

EXAMPLES = Path(__file__).parents[3] / "briefs"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a scheduler with one worker."""
    with open_cluster(tmp_path_factory.mktemp("cluster"), 1) as opened:
        yield opened.address


def compare(cluster: str, **wishes: object) -> tuple[Outcome, ...]:
    """Build here and on a cluster, make sure that it comes to the same, and give the outcomes."""
    here = build(output="here", dask=None, **wishes)  # type: ignore[arg-type] # they are those of build
    there = build(output="there", dask=cluster, **wishes)  # type: ignore[arg-type] # the same
    assert [_tell(each) for each in there] == [_tell(each) for each in here]
    assert {file.name: file.read_bytes() for file in _list_documents("there")} == {
        file.name: file.read_bytes() for file in _list_documents("here")
    }
    return there


def _list_documents(folder: str) -> list[Path]:
    return [each for each in Path(folder).glob("*.*") if each.name != "manifest.json" and each.is_file()]


def _tell(outcome: Outcome) -> tuple[object, ...]:
    names = [(each.path.name, each.pages, each.sha256) for each in outcome.documents]
    return (outcome.brief, outcome.row, names, outcome.diagnostics, outcome.fingerprint, outcome.marking)


def test_example_briefs_are_the_same_to_the_byte(cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With their people, pictures and data files, which the worker asks for."""
    shutil.copytree(EXAMPLES, tmp_path / "briefs")
    monkeypatch.chdir(tmp_path)
    briefs = [f"briefs/{name}.yaml" for name in ("nato-us-2025-10-22", "haiti-2025-10-16", "weekly-2025-10-20")]
    outcomes = compare(cluster, paths=briefs, formats=["pdf", "docx", "html"])
    assert [len(each.documents) for each in outcomes] == [3, 3, 3]


def test_settings_and_templates_of_the_workspace_go_along(cluster: str, workspace: Path) -> None:
    """So do its house style and its logo; a template that is changed is changed there too."""
    own = workspace / "templates" / "meeting"
    shutil.copytree(EXAMPLES.parent / "templates" / "meeting", own)
    (workspace / "briefmaker.yaml").write_text("paper: letter\norganisation: Ministry of Grain\n", "utf-8")
    for words in ("FIRST-WORDS", "SECOND-WORDS"):
        page = own / "page.html.j2"
        page.write_text(
            page.read_text("utf-8").replace("{{ parts.facts() }}", f"<p>{words}</p>{{{{ parts.facts() }}}}"), "utf-8"
        )
        (outcome,) = compare(cluster, formats=["html"], force=True)
        assert words in outcome.documents[0].path.read_text("utf-8")


def test_changes_since_what_was_issued_are_told(cluster: str, workspace: Path, brief_file: Path) -> None:
    """Though the outbox does not travel: such a brief is made here."""
    issue(workspace, "PBN-7", 1)
    text = brief_file.read_text("utf-8")
    brief_file.write_text(f"changes: auto\nreference: PBN-7\n{text}", "utf-8")
    (workspace / "briefs" / "issued.yaml").unlink()
    (outcome,) = compare(cluster, formats=["html"])
    assert "Version 1." in outcome.documents[0].path.read_text("utf-8")


def test_what_is_wrong_is_told_of_the_files_here(
    cluster: str, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was typed, from wherever one stands; data that is missing, a folder, or a way out of the workspace alike."""
    (workspace / "briefs" / "folder.csv").mkdir()
    (workspace / "secret.csv").write_text("a,b\n1,2\n", "utf-8")
    (workspace / "inner" / "briefs").mkdir(parents=True)
    (workspace / "inner" / "briefs" / "out.csv").symlink_to(workspace / "secret.csv")
    brief = (workspace / "briefs" / "grain.yaml").read_text("utf-8")
    for name in ("nothing.csv", "../folder.csv", "out.csv", "../../secret.csv"):
        figure = f"figures:\n  rise: {{title: Rise, kind: bar, data: {name}, category: a, value: b}}\n"
        (workspace / "inner" / "briefs" / "grain.yaml").write_text(brief + figure, "utf-8")
        (outcome,) = compare(cluster, paths=["inner/briefs/grain.yaml"], formats=["html"])
        assert outcome.is_failed
        assert {each.file for each in outcome.diagnostics} == {"inner/briefs/grain.yaml"}
    monkeypatch.chdir(workspace / "inner" / "briefs")
    compare(cluster, paths=["grain.yaml"], formats=["html"])


def test_each_row_is_made_there(cluster: str, workspace: Path) -> None:
    """A row that lacks a value is told, and what rules find in one is led back to the definition."""
    (workspace / "briefs" / "grain.yaml").unlink()
    definition = DEFINITION + "glossary: {UNUSED: Nothing}\n"
    (workspace / "briefs" / "each.yaml").write_text(definition, "utf-8")
    rows = "name,code,seats\nPeru,pe,12\nChile,cl,3\nBolivia,bo\n"
    (workspace / "briefs" / "members.csv").write_text(rows, "utf-8")
    outcomes = compare(cluster, formats=["html"])
    assert [each.is_built for each in outcomes] == [True, True, False]
    assert all(found.file == "briefs/each.yaml" for each in outcomes for found in each.diagnostics)


def test_an_edited_document_here_is_kept(cluster: str, brief_file: Path) -> None:
    """The worker cannot know of it."""
    (outcome,) = build(dask=cluster, formats=["docx"])
    document = outcome.documents[0].path
    edited = docx.Document(str(document))
    edited.paragraphs[0].insert_paragraph_before("Edited by hand.")
    edited.save(str(document))
    before = document.read_bytes()
    (again,) = build(dask=cluster, formats=["docx"])
    assert [each.code for each in again.diagnostics if each.severity == "error"] == ["OUT001"]
    assert document.read_bytes() == before


def test_what_is_unchanged_is_sent_nowhere(brief_file: Path, cluster: str) -> None:
    """What was made elsewhere is remembered as what was made here."""
    build(dask=cluster, formats=["html"])
    (outcome,) = build(dask="tcp://127.0.0.1:1", formats=["html"])
    assert outcome.is_unchanged


def test_a_worker_with_other_versions_is_refused(
    brief_file: Path, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its documents would not be the same; what differs is named."""
    monkeypatch.setattr(parcels, "describe_program", lambda: {"briefmaker": "99.1"})
    with pytest.raises(BriefmakerError, match=r"briefmaker is \S+ there and 99.1 here"):
        build(dask=cluster, formats=["html"])


def test_nothing_to_start_is_needed_for_a_local_one(brief_file: Path) -> None:
    """``local`` begins a cluster within this process and ends it."""
    assert [each.is_built for each in compare("local", formats=["html"])] == [True]
