"""A pack is one document: one count of pages, one outline, one marking, and each brief as it is alone."""

import datetime
import io
import shutil
from pathlib import Path

import docx
import pikepdf
import pytest
from tests.packs import (
    PACK,
    list_alternatives,
    list_structure,
    make_pack_workspace,
    read_outline,
    read_page_texts,
    write_annex,
    write_brief,
)

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.formats import USUAL_FORMATS, DocumentFormat
from briefmaker.jobs.packs.binding import bind_pack
from briefmaker.jobs.packs.documents import make_documents
from briefmaker.jobs.packs.make_pack import PackOutcome, pack
from briefmaker.jobs.request import Request
from briefmaker.model.replaced import Replaced
from briefmaker.model.settings import Paper
from briefmaker.workspace.workspace import find_workspace


@pytest.fixture
def pack_file(workspace: Path) -> Path:
    """Give the pack of a workspace in which the test stands."""
    return make_pack_workspace(workspace)


def read_pdf(outcome: PackOutcome) -> bytes:
    """Give the PDF of a pack that was made."""
    assert [found for found in outcome.diagnostics if found.severity == "error"] == []
    return next(each.path for each in outcome.documents if each.format is DocumentFormat.PDF).read_bytes()


def test_a_pack_has_one_count_one_outline_and_one_marking(pack_file: Path) -> None:
    """Cover, contents with the pages on which the tabs begin, then the briefs; the highest marking stands on every page."""
    content = read_pdf(pack("visit", formats=["pdf"]))
    cover, contents, first, second = read_page_texts(content)
    assert all(word in cover for word in ("Visit to Ankara", "PCK-14", "Private Office", "Registry", "Page 1 of 4"))
    assert "If trade is raised" in contents
    assert "NATO UNCLASSIFIED" in contents
    assert "Page 3 of 4" in first
    assert "Page 4 sur 4" in second
    assert all(page.count("NATO RESTRICTED") >= 2 for page in (cover, contents, first, second))
    assert "NATO UNCLASSIFIED" not in first
    assert read_outline(content) == [
        (0, "Visit to Ankara", 1),
        (0, "Contents", 2),
        (0, "Tab A: Grain talks", 3),
        (1, "Detail", 3),
        (0, "Tab B: If trade is raised", 4),
        (1, "Detail", 4),
    ]
    assert list_structure(content) == ["/Part", "/Part", "/Part"]


def test_the_word_document_has_a_section_a_part_and_the_pages_of_the_pdf(pack_file: Path) -> None:
    """The contents show them until Word counts for itself; each section has its own head."""
    outcome = pack("visit")
    document = docx.Document(str(outcome.documents[1].path))
    assert len(document.sections) == 3
    instructions = [each.text for each in document.element.body.iter() if str(each.tag).endswith("}instrText")]
    assert [each.strip() for each in instructions] == ["PAGEREF tab_a \\h", "PAGEREF tab_b \\h"]
    assert [row.cells[3].text for row in document.tables[1].rows[1:]] == ["3", "4"]
    text = "\n".join(each.text for each in document.paragraphs)
    assert "Ask for a date." in text
    assert "Demandez une date." in text
    assert "NATO RESTRICTED" in document.sections[1].first_page_header.paragraphs[0].text


def test_the_same_pack_gives_the_same_bytes(pack_file: Path) -> None:
    """In both formats, with an annex too."""
    write_annex(pack_file.with_name("annex.pdf"))
    pack_file.write_text(PACK + "annexes: [{file: annex.pdf, title: Declaration}]\n", "utf-8")
    first, second = (
        [each.path.read_bytes() for each in pack("visit", output=name).documents] for name in ("one", "two")
    )
    assert first == second


def test_tabs_begin_on_right_hand_pages_behind_dividers(pack_file: Path) -> None:
    """An empty page says that it is, is marked, and is counted; in Word the section begins on an odd page."""
    pack_file.write_text(f"{PACK}double_sided: true\ndividers: true\n", "utf-8")
    outcome = pack("visit")
    pages = read_page_texts(read_pdf(outcome))
    assert [number for number, page in enumerate(pages, 1) if "intentionally left blank" in page] == [4, 6, 8]
    assert all("NATO RESTRICTED" in page for page in pages)
    assert ["Tab A" in pages[2], "Ask for a date" in pages[4], "Tab B" in pages[6], "Demandez" in pages[8]] == [
        True
    ] * 4
    document = docx.Document(str(outcome.documents[1].path))
    assert [str(each.start_type) for each in document.sections[1:]] == ["ODD_PAGE (4)"] * 4


def test_an_annex_is_bound_with_words_for_who_cannot_see_it(pack_file: Path) -> None:
    """Each of its pages is one of the pack's, with marking and number."""
    write_annex(pack_file.with_name("annex.pdf"))
    annex = "annexes: [{file: annex.pdf, title: Declaration, marking: NATO CONFIDENTIAL}]\n"
    pack_file.write_text(PACK + annex, "utf-8")
    outcome = pack("visit")
    content = read_pdf(outcome)
    pages = read_page_texts(content)
    assert len(pages) == 6
    assert all("NATO CONFIDENTIAL" in page for page in pages)
    assert "Page 6 of 6" in pages[5]
    assert list_alternatives(content) == ["Annex 1: Declaration, page 1 of 2", "Annex 1: Declaration, page 2 of 2"]
    document = docx.Document(str(outcome.documents[1].path))
    described = [each.get("descr") for each in document.element.body.iter() if str(each.tag).endswith("}docPr")]
    assert described == ["Annex 1: Declaration, page 1 of 2", "Annex 1: Declaration, page 2 of 2"]


def test_a_programme_names_the_page_of_each_step(pack_file: Path) -> None:
    """A step without a brief names none."""
    steps = 'programme:\n  - {at: "09:00", step: Arrival, place: Quay}\n  - {at: "10:00", step: Talks, brief: trade}\n'
    pack_file.write_text(PACK + steps, "utf-8")
    contents = read_page_texts(read_pdf(pack("visit", formats=["pdf"])))[1]
    assert "10:00 Talks Tab B, 4" in contents.replace("\n", " ")


def test_copies_have_numbers(pack_file: Path) -> None:
    """On every page of both formats, and in the names of the files; one can be made alone."""
    outcome = pack("visit", copies=12, copy=3)
    assert [each.path.name for each in outcome.documents] == [
        "visit-DRAFT-v1-copy-03.pdf",
        "visit-DRAFT-v1-copy-03.docx",
    ]
    assert all("Copy 3 of 12" in page for page in read_page_texts(read_pdf(outcome)))
    document = docx.Document(str(outcome.documents[1].path))
    assert all("Copy 3 of 12" in each.footer.paragraphs[0].text for each in document.sections)
    assert len(pack("visit", formats=["pdf"], copies=2).documents) == 2


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        ({"copy": 2}, "says which of how many"),
        ({"copies": 0}, "1 to 200 copies"),
        ({"copies": 2, "copy": 3}, "there is no copy 3 of 2"),
        ({"formats": ["html"]}, "a pack is made as pdf and docx"),
        ({"former": "briefmaker.yaml"}, "is not the PDF of a pack"),
    ],
)
def test_a_wish_that_cannot_be_granted_is_refused(pack_file: Path, wishes: dict[str, object], words: str) -> None:
    """Before anything is made."""
    with pytest.raises(BriefmakerError, match=words):
        pack("visit", **wishes)  # type: ignore[arg-type]  # wrong on purpose
    assert not Path("output").exists()


def test_a_pack_that_is_not_there_is_told_with_those_that_are(pack_file: Path) -> None:
    """A typing mistake is seen at once."""
    with pytest.raises(BriefmakerError, match="there is no pack `vist`") as failure:
        pack("vist")
    assert failure.value.hint == "there are: visit"


def test_a_late_change_is_the_changed_pages_and_a_note(pack_file: Path, workspace: Path) -> None:
    """They keep their numbers, say that they replace others, and a second change is made from the first."""
    pack("visit", formats=["pdf"])
    old = Path("output") / "visit-DRAFT-v1.pdf"
    with pytest.raises(BriefmakerError, match="no page has changed"):
        pack("visit", former=old)
    write_brief(workspace, "grain", "Grain talks", "NATO UNCLASSIFIED", "Ask for two dates.")
    outcome = pack("visit", former=old)
    assert [each.path.name for each in outcome.documents] == ["visit-replacement-DRAFT-v1.pdf"]
    note, page = read_page_texts(read_pdf(outcome))
    assert "Pages to exchange" in note
    assert "Page" not in note.partition("Put in")[2]
    assert "Ask for two dates." in page
    assert "Replacement" in page
    assert "Page 3 of 4" in page
    with pytest.raises(BriefmakerError, match="no page has changed"):
        pack("visit", former=outcome.documents[0].path)


def test_a_page_that_has_become_two_has_a_letter(pack_file: Path, workspace: Path) -> None:
    """The pages after it keep their numbers, and the contents stay as they were."""
    pack("visit", formats=["pdf"])
    shutil.copy(Path("output") / "visit-DRAFT-v1.pdf", "old.pdf")
    words = "\n\n  ".join(f"Late news number {number}." for number in range(40))
    write_brief(workspace, "grain", "Grain talks", "NATO UNCLASSIFIED", words)
    pages = read_page_texts(read_pdf(pack("visit", former="old.pdf")))
    assert len(pages) == 3
    assert "3, 3a" in pages[0]
    assert "Page 3a of 4" in pages[2]


def test_the_other_side_of_a_changed_sheet_comes_too(pack_file: Path, workspace: Path) -> None:
    """Printed on both sides, a page cannot be exchanged without its back."""
    pack_file.write_text(f"{PACK}double_sided: true\n", "utf-8")
    pack("visit", formats=["pdf"])
    write_brief(workspace, "grain", "Grain talks", "NATO UNCLASSIFIED", "Ask for two dates.")
    pages = read_page_texts(read_pdf(pack("visit", former=Path("output") / "visit-DRAFT-v1.pdf")))
    assert ["Page 3 of 5" in pages[1], "Page 4 of 5" in pages[2], len(pages)] == [True, True, 3]


def test_an_annex_that_has_changed_is_replaced_and_one_that_has_not_is_not(pack_file: Path) -> None:
    """A page of a PDF is known by its file."""
    annex = pack_file.with_name("annex.pdf")
    write_annex(annex)
    pack_file.write_text(PACK + "annexes: [{file: annex.pdf, title: Declaration}]\n", "utf-8")
    old = pack("visit", formats=["pdf"]).documents[0].path
    trade = Path("briefs") / "trade.yaml"
    trade.write_text(trade.read_text("utf-8").replace("date.", "heure."), "utf-8")
    assert len(read_page_texts(read_pdf(pack("visit", former=old)))) == 2
    old = pack("visit", formats=["pdf"]).documents[0].path
    with pikepdf.open(annex, allow_overwriting_input=True) as pdf:
        pdf.docinfo.Title = "Otherwise"
        pdf.save()
    note, *pages = read_page_texts(read_pdf(pack("visit", former=old)))
    assert "5, 6" in note
    assert len(pages) == 2


def test_a_pack_that_nobody_checked_is_a_draft_and_says_so(pack_file: Path) -> None:
    """On its own pages as on those of the briefs, and in its name."""
    for brief in Path("briefs").iterdir():
        brief.write_text(brief.read_text("utf-8").replace("status: draft", "status: final"), "utf-8")
    pack_file.write_text(f"{PACK}status: final\n", "utf-8")
    assert pack("visit", formats=["pdf"]).documents[0].path.name == "visit.pdf"
    outcome = pack("visit", formats=["pdf"], check=False)
    assert outcome.documents[0].path.name == "visit-DRAFT-v1.pdf"
    cover, _, brief_page, _ = read_page_texts(read_pdf(outcome))
    assert "not checked" in cover
    assert "not checked" in brief_page


def test_an_edited_word_document_is_kept(pack_file: Path) -> None:
    """As that of a brief is; --force overwrites it."""
    target = pack("visit", formats=["docx"]).documents[0].path
    document = docx.Document(str(target))
    document.add_paragraph("By hand.")
    document.save(str(target))
    assert [each.code for each in pack("visit").diagnostics] == ["OUT001"]
    assert pack("visit", formats=["docx"], force=True).documents


def test_what_cannot_be_looked_at_is_told_and_nothing_is_written(pack_file: Path) -> None:
    """A folder in the place of the Word document, for one."""
    first = pack(pack_file)
    word = next(each.path for each in first.documents if each.path.suffix == ".docx")
    word.unlink()
    word.mkdir()
    second = pack(pack_file)
    assert second.is_failed
    assert [each.code for each in second.diagnostics if each.code.startswith("OUT")] == ["OUT003"]


def test_the_cover_prints_what_the_lists_of_a_pack_are_called(pack_file: Path, workspace: Path) -> None:
    """After what the pack says itself, in both documents."""
    people = "people: [{name: Ann, email: ann@example.int}]"
    lists = f"distribution_lists:\n  office: {{title: Cabinet, {people}}}\n  desk: {{{people}}}\n"
    with (workspace / "briefmaker.yaml").open("a", encoding="utf-8") as settings:
        settings.write(lists)
    pack_file.write_text(PACK + "lists: [office, desk]\n", "utf-8")
    outcome = pack("visit")
    assert "Private Office" in (cover := read_page_texts(read_pdf(outcome))[0])
    assert cover.index("Registry") < cover.index("Cabinet") < cover.index("desk")
    word = next(each.path for each in outcome.documents if each.format is DocumentFormat.DOCX)
    texts = "\n".join(
        cell.text for table in docx.Document(str(word)).tables for row in table.rows for cell in row.cells
    ) + "\n".join(each.text for each in docx.Document(str(word)).paragraphs)
    assert "Cabinet" in texts
    assert "desk" in texts


def test_a_corrected_pack_says_so_on_its_own_pages_and_its_briefs_speak_for_themselves(pack_file: Path) -> None:
    """Cover, contents and dividers replace those of the former version; a brief behind a tab has a version of its own."""
    desk = open_desk(find_workspace(pack_file.parent))
    request = Request(USUAL_FORMATS, Paper.A4, replaces=Replaced(1, datetime.date(2026, 2, 24)))
    bound, found = bind_pack(pack_file, desk, request)
    assert bound is not None, found
    made, _ = make_documents(bound, (), "visit")
    by_format = {each.format: content for each, content in made.items()}
    pages = [" ".join(words.split()) for words in read_page_texts(by_format[DocumentFormat.PDF])]
    notice = "Replaces version 1 of 24 February 2026"
    assert [notice in words for words in pages] == [True, True, False, False]
    sections = docx.Document(io.BytesIO(by_format[DocumentFormat.DOCX])).sections
    heads = ["".join(each.first_page_header._element.itertext()).replace("\u00a0", " ") for each in sections]
    assert [notice in head for head in heads] == [True, False, False]
