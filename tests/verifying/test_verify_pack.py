"""Every check of a pack passes sound documents and finds the fault that is planted for it, and no other check cries with it."""

from collections.abc import Iterable

import pytest
from tests.verifying.pack_faults import PACK_FAULTS, PackFault, bind, make, make_sound

from briefmaker.jobs.packs.verify_pack import expect_pack
from briefmaker.verifying.check import Result, State, Subject
from briefmaker.verifying.verify_document import ALL_CHECKS, open_document
from briefmaker.verifying.verify_pack import PACK_CHECKS, verify_pack


def name_failed(results: Iterable[Result]) -> set[str]:
    """Give the names of the checks that failed."""
    return {result.check.name for result in results if result.state is State.FAILED}


def verify(kind: str, content: bytes, sister: bytes | None = None, copy: int = 0) -> tuple[Result, ...]:
    """Verify a document of the pack, beside one of the other format where it is given."""
    document = open_document(f"a.{kind}", content)
    other = None if sister is None else open_document("b", sister)
    subject = Subject(document, sister=other, why_no_sister="none given", is_pack=True, pack=expect_pack(bind(), copy))
    return verify_pack(subject)


def test_every_check_of_a_pack_has_its_planted_fault() -> None:
    """In each format that it is for; and no name is given twice."""
    assert {(fault.check, fault.format) for fault in PACK_FAULTS} == {
        (each.name, kind) for each in PACK_CHECKS for kind in each.formats
    }
    names = [each.name for each in (*ALL_CHECKS, *PACK_CHECKS)]
    assert len(set(names)) == len(names)
    assert all(each.sentence.endswith(".") for each in PACK_CHECKS)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_documents_of_a_pack_without_a_fault_pass(kind: str) -> None:
    """So that what is found below is the planted fault; numbered copies pass as what they are."""
    sister = make_sound("docx" if kind == "pdf" else "pdf")
    results = verify(kind, make_sound(kind), sister)
    assert name_failed(results) == set()
    not_run = {result.check.name for result in results if result.state is State.NOT_RUN}
    assert not_run <= {"word-schema"}
    assert name_failed(verify(kind, make(kind, numbers=((2, 12),)), copy=2)) == set()


@pytest.mark.parametrize("fault", PACK_FAULTS, ids=str)
def test_the_check_finds_its_planted_fault_and_no_other_does(fault: PackFault) -> None:
    """What was expected and what was found are told."""
    sister = fault.sister() if fault.sister else None
    results = verify(fault.format, fault.make(), sister, fault.copy)
    assert name_failed(results) == {fault.check}
    [failed] = [result for result in results if result.state is State.FAILED]
    assert all(each.expected and each.found for each in failed.deviations)


def test_a_check_that_holds_for_one_brief_alone_is_not_run_of_a_pack() -> None:
    """A pack has a title for each tab; annexes bring fonts that nobody here can embed."""
    names = {result.check.name for result in verify("pdf", make_sound("pdf"))}
    assert names.isdisjoint({"pdf-headings", "sister-running", "markings", "pdf-fonts"})
    assert {"pdf-links", "sister-tables", "pack-pages"} <= names
