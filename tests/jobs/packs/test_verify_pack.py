"""A document of a pack finds its pack by its name, and what keeps it from it is told."""

from pathlib import Path

import pytest
from tests.packs import PACK, make_pack_workspace, write_annex, write_brief

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.checking.verify import Verification, verify
from briefmaker.jobs.packs.make_pack import pack
from briefmaker.verifying.check import State


@pytest.fixture
def pack_file(workspace: Path) -> Path:
    """Give the pack of a workspace in which the test stands."""
    return make_pack_workspace(workspace)


def list_failed(found: Verification) -> list[str]:
    """Give the names of the checks that failed."""
    return [each.check.name for each in found.results if each.state is State.FAILED]


@pytest.mark.parametrize(
    ("lines", "copies"),
    [
        ("", 2),
        ("dividers: true\ndouble_sided: true\nannexes: [{file: a.pdf, title: Joint declaration}]\n", None),
        ("language: ar\ndividers: true\n", 2),
        ("language: fr\nlists: []\nprogramme: [{at: '09:00', step: Talks, brief: trade}]\n", None),
    ],
)
def test_what_a_pack_makes_passes(pack_file: Path, lines: str, copies: int | None) -> None:
    """In every language, with dividers, annexes and copies; each document finds its pack and the other format."""
    write_annex(pack_file.parent / "a.pdf")
    pack_file.write_text(PACK + lines, "utf-8")
    for made in pack("visit", copies=copies).documents:
        found = verify(made.path)
        assert list_failed(found) == []
        assert found.brief == pack_file
        assert found.sister is not None
        not_run = {each.check.name for each in found.results if each.state is State.NOT_RUN}
        assert not_run <= {"word-schema", "pack-annexes", "sister-alt-texts"}


def test_a_brief_that_was_changed_since_is_told(pack_file: Path, workspace: Path) -> None:
    """By what its tab does not say."""
    made = pack("visit").documents
    write_brief(workspace, "grain", "Grain talks", "NATO UNCLASSIFIED", "Ask for two dates.")
    for each in made:
        assert list_failed(verify(each.path)) == ["pack-briefs"]


def test_a_word_document_that_somebody_edited_says_so(pack_file: Path) -> None:
    """As that of a brief does."""
    from tests.verifying.planting import pack as pack_parts
    from tests.verifying.planting import unpack

    word = next(each.path for each in pack("visit").documents if each.path.suffix == ".docx")
    parts = unpack(word.read_bytes())
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"Ask for a date.", b"Ask for nothing.")
    word.write_bytes(pack_parts(parts))
    assert set(list_failed(verify(word))) == {"pack-briefs", "pack-paragraphs", "word-seal"}


def test_a_pack_that_is_not_there_or_has_errors_is_told_and_the_rest_is_run(pack_file: Path, workspace: Path) -> None:
    """A check that cannot be run is never passed in silence."""
    made = pack("visit").documents[0].path
    pack_file.write_text("format: 1\n", "utf-8")
    found = verify(made)
    assert found.brief is None
    told = {each.reason for each in found.results if each.check.name.startswith("pack-")}
    assert told == {"packs/visit.yaml has errors: `briefmaker pack` tells them"}
    pack_file.rename(workspace / "packs" / "tour.yaml")
    (workspace / "packs" / "tour.yaml").write_text(PACK, "utf-8")
    told = {each.reason for each in verify(made).results if each.check.name.startswith("pack-")}
    assert told == {"there is no pack of this name in packs/: name its file with --brief"}
    assert list_failed(verify(made, brief=workspace / "packs" / "tour.yaml")) == []


def test_pages_that_replace_others_are_no_pack(pack_file: Path, workspace: Path) -> None:
    """It says what to verify instead."""
    issued = pack("visit").documents[0].path
    write_brief(workspace, "grain", "Grain talks", "NATO UNCLASSIFIED", "Ask for two dates.")
    [made] = pack("visit", former=issued).documents
    with pytest.raises(BriefmakerError, match="pages that replace others"):
        verify(made.path)


def test_an_unchecked_pack_passes_and_says_so(pack_file: Path) -> None:
    """It is told beside the checks."""
    found = verify(pack("visit", check=False).documents[0].path)
    assert (list_failed(found), found.is_unchecked) == ([], True)
