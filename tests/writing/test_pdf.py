"""Tests of writing a page as a PDF, with the real WeasyPrint, reading back what it wrote."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from briefmaker.diagnostics import Code, Severity
from briefmaker.model.settings import Paper
from briefmaker.view.shape import View
from briefmaker.writing.html import write_html
from briefmaker.writing.pdf import PdfWriting, read_styles, write_pdf
from briefmaker.writing.template import Template

MakeView = Callable[..., View]
MakeTemplate = Callable[..., Template]


@pytest.fixture
def written(flagship: View, meeting: Template) -> PdfWriting:
    """Give the flagship brief as a PDF."""
    return write_pdf(write_html(flagship, meeting), meeting)


def read_pages(content: bytes) -> list[str]:
    """Give the words of each page, blanks evened out."""
    document = pypdfium2.PdfDocument(content)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def read_lines(content: bytes) -> list[str]:
    """Give the lines of all pages, blanks evened out; a label beside a line stands on a line of its own."""
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    return [" ".join(line.split()) for line in text.splitlines()]


def test_the_file_says_what_it_is(written: PdfWriting) -> None:
    """Proves that title, author, language, marking and the brief's own time are in the file, and that it is PDF/UA-1."""
    pdf = pikepdf.open(BytesIO(written.content))
    assert str(pdf.docinfo["/Title"]) == "The Secretary General meets the President of the United States"
    assert "A. Drafter" in str(pdf.docinfo["/Author"])
    assert str(pdf.docinfo["/marking"]) == "NATO UNCLASSIFIED"
    assert str(pdf.docinfo["/ModDate"]).startswith("D:20251021120000-04")
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert b'pdfuaid:part="1"' in pdf.Root.Metadata.read_bytes()


def test_nothing_is_wrong_with_the_shipped_template(written: PdfWriting) -> None:
    """Proves that WeasyPrint warns of nothing in our own HTML and CSS, and that the count of pages is right."""
    assert written.diagnostics == ()
    assert written.lengths.pages == len(pikepdf.open(BytesIO(written.content)).pages)


def test_the_same_page_gives_the_same_bytes(flagship: View, meeting: Template, written: PdfWriting) -> None:
    """Proves that neither clock nor chance leaves a trace."""
    assert write_pdf(write_html(flagship, meeting), meeting).content == written.content


def test_qpdf_finds_nothing(written: PdfWriting, tmp_path: Path) -> None:
    """Proves that the file is sound, where qpdf is there to say so."""
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    (tmp_path / "brief.pdf").write_bytes(written.content)
    done = subprocess.run(["qpdf", "--check", tmp_path / "brief.pdf"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_page_one_answers_what_when_where_who_and_what_for(written: PdfWriting) -> None:
    """Proves that whoever reads one page only knows the meeting: up to the last point of the agenda."""
    first = read_pages(written.content)[0]
    for words in ("15:00–16:00 (New York)", "Oval Office", "Bottom line", "Objectives", "Donald J. Trump", "Wants"):
        assert words in first
    assert "Trade and technology cooperation" in first


def test_every_page_carries_marking_draft_notice_reference_and_age(written: PdfWriting) -> None:
    """Proves that no sheet can be taken out of its brief without saying what it is and how old."""
    pages = read_pages(written.content)
    assert len(pages) > 4
    for number, words in enumerate(pages, start=1):
        assert words.count("NATO UNCLASSIFIED") >= 2
        assert "DRAFT · version 2" in words
        assert "PBN-2025-117 · version 2 · Draft · 21 October 2025 · as of 21 October 2025, 12:00" in words
        assert f"Page {number} of {len(pages)}" in words
    assert all("The Secretary General meets the President of the United States" in words for words in pages[1:])


def test_bookmarks_lead_through_the_agenda(written: PdfWriting) -> None:
    """Proves that a reader on a screen can jump to each point, and that labels do not crowd the list."""
    with pikepdf.open(BytesIO(written.content)).open_outline() as outline:
        titles = [each.title for top in outline.root for each in [top, *top.children]]
    assert titles[0].startswith("The Secretary General")
    assert "Ukraine: supply while talks go on" in titles
    assert "Implications" in titles
    assert not {"Issue", "Background", "Lines to take"} & set(titles)
    assert len(titles) == len(set(titles))


def test_letter_paper_is_letter(make_view: MakeView, meeting: Template) -> None:
    """Proves that paper comes from the view."""
    sizes = {}
    for paper in Paper:
        page = write_pdf(write_html(make_view(paper=paper), meeting), meeting)
        with pikepdf.open(BytesIO(page.content)) as pdf:
            box = [float(side) for side in pdf.pages[0].mediabox]
        sizes[paper] = (round(box[2]), round(box[3]))
    assert sizes == {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}


def test_only_shipped_fonts_are_used(written: PdfWriting) -> None:
    """Proves that two machines give the same page: every letter comes from a font of ours, embedded."""
    pdf = pikepdf.open(BytesIO(written.content))
    names = {str(font.BaseFont).split("+")[-1] for page in pdf.pages for font in page.Resources.Font.values()}
    assert names
    assert all(name.startswith(("Brief-Serif", "Brief-Sans", "Brief-Display")) for name in names), names


def test_arabic_reads_from_the_right(make_view: MakeView, meeting: Template) -> None:
    """Proves that the page turns around: labels, running lines and tables begin at the right, in Arabic letters of ours."""
    view = make_view("bottom_line: أوروبا تدفع أكثر\nobjectives: [خطة]\n")
    page = write_pdf(write_html(replace(view, direction="rtl", language="ar"), meeting), meeting)
    assert page.diagnostics == ()
    text = pypdfium2.PdfDocument(page.content)[0].get_textpage()
    places = {word: text.get_charbox(text.search(word).get_next()[0])[0] for word in ("Bottom", "March", "Page")}
    assert places["Bottom"] > 440
    assert places["March"] > 300 > places["Page"]
    with pikepdf.open(BytesIO(page.content)) as pdf:
        assert any("Brief-Arabic" in str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values())


def test_a_long_marking_meets_nothing(make_view: MakeView, meeting: Template) -> None:
    """Proves that a marking with caveats on several lines stays clear of title, notice and reference."""
    head = f"format: 1\ntemplate: meeting\ntitle: {'A very long title of a meeting ' * 6}\ndate: 2026-03-02\n"
    caveat = "RELEASABLE TO INTERNATIONAL ORGANISATIONS AND PARTNERS, HANDLE THROUGH SPECIAL CHANNELS ONLY"
    rest = (
        f"marking: NATO RESTRICTED\nhandling: [{caveat}]\nreference: {'REF/' * 25}\nbottom_line: |\n" + "  x\n\n" * 60
    )
    page = write_pdf(write_html(make_view(rest, head=head), meeting), meeting)
    text = pypdfium2.PdfDocument(page.content)[1].get_textpage()
    signs = (index for index in range(text.count_chars()) if text.get_text_range(index, 1).strip())
    boxes = sorted({text.get_charbox(index) for index in signs}, key=lambda box: (box[1], box[0]))
    crowded = [
        (one, other)
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 : place + 60]
        if min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1
    ]
    assert crowded == []


def test_long_tables_repeat_their_head_and_keep_their_rows(make_view: MakeView, meeting: Template) -> None:
    """Proves that a table over several pages can be read on each of them."""
    rows = "".join(f"    | State {number} | {number} |\n" for number in range(120))
    page = write_pdf(
        write_html(
            make_view(f"agenda:\n- topic: T\n  background: |\n    | Country | Share |\n    |--|--:|\n{rows}"), meeting
        ),
        meeting,
    )
    pages = read_pages(page.content)
    assert len(pages) >= 3
    assert all("Country Share" in words for words in pages)


def test_lines_to_take_stay_on_one_page(make_view: MakeView, meeting: Template) -> None:
    """Proves that a point opens on a new page rather than part its heading, objective and lines."""
    for filling in range(20, 44, 4):
        items = "  lines_to_take: [First line., Second line., Third line.]\n  objective: The aim.\n"
        text = (
            f"agenda:\n- topic: One\n  issue: |\n{'    x' + chr(10) * 2}"
            + "    x\n\n" * filling
            + f"- topic: Two\n{items}"
        )
        pages = read_pages(write_pdf(write_html(make_view(text), meeting), meeting).content)
        holding = [words for words in pages if "First line." in words]
        assert len(holding) == 1
        assert all(words in holding[0] for words in ("2 Two", "The aim.", "Second line.", "Third line."))


def test_the_entries_of_a_short_list_are_not_parted(make_view: MakeView, meeting: Template) -> None:
    """Proves that neither a lead-in nor the first or last entry of a list stands alone at the foot or head of a page."""
    for filling in range(27, 33):
        text = "agenda:\n- topic: T\n  issue: x\n  background: |\n" + "    x\n\n" * filling
        page = write_html(make_view(f"{text}    Lead-in:\n\n    - First\n    - Second\n    - Third\n"), meeting)
        holding = [words for words in read_pages(write_pdf(page, meeting).content) if "First" in words]
        assert len(holding) == 1
        assert "Lead-in: First Second Third" in holding[0]


def test_a_table_of_one_row_is_not_tied_to_the_part_after_it(make_view: MakeView, meeting: Template) -> None:
    """Proves that each part of the end matter fills the page that has room for it, rather than all of them the next one."""
    step = "meeting:\n  programme:\n  - {at: '10:00', step: Arrival}\n"
    clearance = "clearances:\n- {unit: Law, by: B. Clearer, state: cleared}\n"
    parted = 0
    for filling in range(20, 36):
        text = f"{step}{clearance}agenda:\n- topic: T\n  issue: |\n" + "    x\n\n" * filling
        pages = read_pages(write_pdf(write_html(make_view(text), meeting), meeting).content)
        (holding,) = (words for words in pages if "Arrival" in words)
        assert "Programme Time Step 10:00 Arrival" in holding
        parted += "B. Clearer" not in holding
    assert parted


def test_nobody_stands_alone_at_the_foot_of_a_page(make_view: MakeView, meeting: Template) -> None:
    """Proves that the table of participants begins with two of them, of one side or of two."""
    people = "participants:\n- {name: Ada One, side: ours}\n" + "".join(
        f"- {{name: Ben {number}, side: theirs}}\n" for number in range(6)
    )
    for filling in range(34, 44):
        text = f"{people}objectives: [{', '.join(['Aim'] * filling)}]\n"
        pages = read_pages(write_pdf(write_html(make_view(text), meeting), meeting).content)
        (holding,) = (words for words in pages if "Ada One" in words)
        assert "Ben 0" in holding


def test_paragraphs_on_a_participant_stay_paragraphs(make_view: MakeView, meeting: Template) -> None:
    """Proves that each begins a line of its own, as in Word."""
    person = "participants:\n- id: ana\n  name: Ana\n  perspective: |\n    One.\n\n    Two.\n  approach: Three.\n"
    lines = read_lines(write_pdf(write_html(make_view(person), meeting), meeting).content)
    first = next(number for number, line in enumerate(lines) if line.endswith("One."))
    assert lines[first + 1 : first + 3] == ["Two.", "Three."]


def test_a_numbered_list_begins_where_it_was_typed(make_view: MakeView, meeting: Template) -> None:
    """Proves that a list that begins with 3 does so on the page, and the next one begins anew."""
    text = "bottom_line: |\n  3. three\n  4. four\n\n  Between.\n\n  1. one\n"
    [words] = read_pages(write_pdf(write_html(make_view(text), meeting), meeting).content)
    assert re.findall(r"\b[0-9]\.(?= |$)", words) == ["3.", "4.", "1."]


def test_a_participant_with_more_than_a_page_goes_on_over_it(make_view: MakeView, meeting: Template) -> None:
    """Proves that a row higher than a page begins under its head on page one, and is cut there rather than moved."""
    points = "".join(f"    - point {number}\n" for number in range(80))
    pages = read_pages(
        write_pdf(
            write_html(make_view(f"participants:\n- name: Ana\n  approach: |\n{points}"), meeting), meeting
        ).content
    )
    assert "Ana" in pages[0]
    assert "point 20" in pages[0]
    assert "point 79" in pages[1]


def test_an_address_outside_the_template_is_an_error(make_template: MakeTemplate) -> None:
    """Proves that pictures, styles, fonts and attachments from elsewhere are each told, and a picture inside SVG too."""
    template = make_template(
        style='@import url(https://example.org/a.css); @font-face { font-family: x; src: url("file:///etc/passwd") }',
        **{"in.svg": '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.org/deep.png"/></svg>'},
    )
    page = '<html lang="en"><title>x</title><img src="https://example.org/b.png" alt="b"><img src="in.svg" alt="c">x'
    found = write_pdf(page, template).diagnostics
    refused = [each.message for each in found if each.code is Code.TEMPLATE_REFUSED]
    for address in ("https://example.org/a.css", "file:///etc/passwd", "https://example.org/b.png", "deep.png"):
        assert any(address in message for message in refused), address
    assert all(each.severity is Severity.ERROR for each in found if each.code is Code.TEMPLATE_REFUSED)
    assert all(each.file == "templates/own" for each in found)


def test_a_mistake_in_the_styles_is_a_warning(make_template: MakeTemplate) -> None:
    """Proves that a wrong property is told, each time, without stopping the brief."""
    template = make_template(style="p { colour: red }")
    for _ in range(2):
        found = write_pdf('<html lang="en"><title>x</title><p>x', template).diagnostics
        assert [(each.code, each.severity) for each in found] == [(Code.TEMPLATE_BROKEN, Severity.WARNING)]
        assert "colour" in found[0].message


def test_styles_are_parsed_once_and_again_when_they_change(make_template: MakeTemplate) -> None:
    """Proves that a warm process is quick, and never shows an old style."""
    template = make_template(style="p { color: red }")
    first = read_styles(template, "a4")
    assert read_styles(template, "a4") is first
    make_template(style="p { color: black }")
    assert read_styles(template, "a4") is not first
