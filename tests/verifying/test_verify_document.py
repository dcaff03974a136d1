"""Every named check passes sound documents and finds the fault that is planted for it, and no other check cries with it."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.verifying.brief_faults import BRIEF_FAULTS
from tests.verifying.house_faults import HOUSE_FAULTS
from tests.verifying.origin_faults import ORIGIN_FAULTS, OriginFault, make_archive, make_edition, view_edition
from tests.verifying.pdf_faults import PDF_FAULTS
from tests.verifying.planting import BRIEF, EDITION, HOUSE, SUBMISSION, Fault, make_pdf, make_word, view_sound
from tests.verifying.sister_faults import SISTER_FAULTS, SisterFault
from tests.verifying.word_faults import SCHEMA_FAULT, WORD_FAULTS
from tests.writing.word.desk import ROOT

from briefmaker.reading.yaml_comments import remove_comments
from briefmaker.verifying.check import Needs, Result, State, Subject
from briefmaker.verifying.verify_document import ALL_CHECKS, open_document, verify_document
from briefmaker.view.shape import View

VALIDATOR = ROOT / "tools" / "node_modules" / ".bin" / "ooxml-validator"
ALL_FAULTS = (*BRIEF_FAULTS, *HOUSE_FAULTS, *ORIGIN_FAULTS, *SISTER_FAULTS, *PDF_FAULTS, *WORD_FAULTS, SCHEMA_FAULT)


def view_brief(brief: Path = BRIEF) -> View:
    """Give the view of a brief that faults are planted in."""
    return view_sound(brief)


def name_failed(results: Iterable[Result]) -> set[str]:
    """Give the names of the checks that failed."""
    return {result.check.name for result in results if result.state is State.FAILED}


def test_there_are_enough_checks_and_no_name_is_given_twice() -> None:
    """A name is how a check is told, found in the manual and relied on in scripts."""
    names = [each.name for each in ALL_CHECKS]
    assert len(names) >= 25
    assert len(set(names)) == len(names)
    assert all(each.sentence.endswith(".") for each in ALL_CHECKS)


def test_every_check_has_its_planted_fault() -> None:
    """None is missing, and no fault belongs to a check that there is not."""
    assert {fault.check for fault in ALL_FAULTS} == {each.name for each in ALL_CHECKS}
    assert len(ALL_FAULTS) >= 25


@pytest.mark.parametrize("brief", [BRIEF, SUBMISSION, HOUSE], ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_document_without_a_fault_passes(kind: str, brief: Path) -> None:
    """So that what is found below is the planted fault."""
    documents = {"pdf": open_document("a.pdf", make_pdf(brief)), "docx": open_document("a.docx", make_word(brief))}
    sister = documents["docx" if kind == "pdf" else "pdf"]
    results = verify_document(Subject(documents[kind], view_brief(brief), sister))
    assert name_failed(results) == set()
    not_run = {result.check.name: result.reason for result in results if result.state is State.NOT_RUN}
    assert set(not_run) <= {"sister-alt-texts", "word-schema"}
    assert all(not_run.values())


def test_an_edition_and_an_archive_without_a_fault_pass() -> None:
    """So that what is found in them is the planted fault; the checks kept for them are run, and for no other document."""
    archived = remove_comments(HOUSE.read_bytes())
    subjects = {
        "edition-pdf": Subject(
            open_document("a.pdf", make_edition("pdf")), view_edition(), edition=EDITION, whole=view_brief(HOUSE)
        ),
        "edition-docx": Subject(
            open_document("a.docx", make_edition("docx")), view_edition(), edition=EDITION, whole=view_brief(HOUSE)
        ),
        "archive": Subject(
            open_document("a.pdf", make_archive()), view_brief(HOUSE), is_archive=True, archived=archived
        ),
        "other": Subject(open_document("a.pdf", make_pdf(HOUSE)), view_brief(HOUSE)),
    }
    ran = {}
    for name, subject in subjects.items():
        results = verify_document(subject)
        assert name_failed(results) == set(), name
        ran[name] = {result.check.name for result in results} & {"edition", "withheld", "archived-brief"}
    kept = {"edition", "withheld"}
    assert ran == {"edition-pdf": kept, "edition-docx": kept, "archive": {"archived-brief"}, "other": set()}


@pytest.mark.parametrize("fault", ORIGIN_FAULTS, ids=str)
def test_what_is_carried_of_a_brief_s_file_is_judged(fault: OriginFault) -> None:
    """An edition may carry nothing of it, a PDF for the archive has to carry it whole."""
    whole = view_brief(HOUSE)
    view = view_edition() if fault.edition else whole
    document, archived = open_document("brief", fault.make()), remove_comments(HOUSE.read_bytes())
    subject = Subject(
        document, view, edition=fault.edition, whole=whole, is_archive=fault.is_archive, archived=archived
    )
    assert name_failed(verify_document(subject)) == {fault.check}


@pytest.mark.parametrize("fault", [*BRIEF_FAULTS, *HOUSE_FAULTS], ids=str)
def test_a_document_that_says_something_else_than_its_brief_fails_one_check(fault: Fault) -> None:
    """Compared with the brief alone, without the other format."""
    results = verify_document(Subject(open_document("brief", fault.make()), view_brief(fault.brief)))
    assert name_failed(results) == {fault.check}


@pytest.mark.parametrize("fault", SISTER_FAULTS, ids=str)
def test_formats_that_differ_fail_one_check(fault: SisterFault) -> None:
    """Compared with the other format alone, without the brief."""
    subject = Subject(open_document("brief", fault.make()), sister=open_document("sister", fault.sister()))
    assert name_failed(verify_document(subject)) == {fault.check}


@pytest.mark.parametrize("fault", [*PDF_FAULTS, *WORD_FAULTS], ids=str)
def test_a_document_that_is_not_sound_fails_one_check(fault: Fault) -> None:
    """By itself, without brief and sister."""
    assert name_failed(verify_document(Subject(open_document("brief", fault.make())))) == {fault.check}


@pytest.mark.conformance
def test_the_schema_is_checked_where_its_validator_is_installed() -> None:
    """The sound document passes, the one with an element out of place does not."""
    assert VALIDATOR.exists(), "the validator is missing: npm install --prefix tools --no-package-lock"
    for content, failed in ((make_word(), set[str]()), (SCHEMA_FAULT.make(), {"word-schema"})):
        subject = Subject(open_document("brief.docx", content), schema_program=str(VALIDATOR))
        assert name_failed(verify_document(subject)) == failed


def test_a_schema_program_that_gives_no_answer_is_told_as_not_run(tmp_path: Path) -> None:
    """A program of that name may be something else."""
    program = shutil.which("true")
    assert program is not None
    results = verify_document(Subject(open_document("brief.docx", make_word()), schema_program=program))
    (schema,) = (result for result in results if result.check.name == "word-schema")
    assert (schema.state, "did not answer" in schema.reason) == (State.NOT_RUN, True)


def test_what_cannot_be_compared_is_told_with_its_reason() -> None:
    """Without brief and sister nothing is passed in silence."""
    subject = Subject(open_document("brief.pdf", make_pdf()), why_no_view="no brief", why_no_sister="no sister")
    reasons = {Needs.BRIEF: "no brief", Needs.SISTER: "no sister"}
    for result in verify_document(subject):
        if result.check.needs in reasons:
            assert (result.state, result.reason) == (State.NOT_RUN, reasons[result.check.needs])
