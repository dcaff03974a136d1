"""Documents that no longer say what their brief says, each in one way."""

import pikepdf
from tests.verifying.pdf_faults import iterate_elements
from tests.verifying.planting import (
    CHART,
    SHEET,
    SUBMISSION,
    WORKBOOK,
    Fault,
    Tree,
    change_page,
    change_parts,
    change_pdf,
    change_text,
    change_tree,
    find_paragraph,
    pack,
    unpack,
)

from briefmaker.verifying.word_outline import DRAWING
from briefmaker.writing.word.wordml import W

HEADER, FOOTER = "word/header2.xml", "word/footer1.xml"


def _both(check: str, old: str, new: str) -> list[Fault]:
    """Give a fault in words that stand alike on the page and in the Word document."""
    what = f"{old} becomes {new or 'nothing'}"
    return [Fault(check, "pdf", what, change_page(old, new)), Fault(check, "docx", what, change_text(old, new))]


def _alter_heading(root: Tree) -> None:
    headings = [
        each for each in root.iter(f"{W}p") if each.find(f"{W}pPr/{W}pStyle[@{W}val='NumberedHeading']") is not None
    ]
    words = next(text for each in headings for text in each.iter(f"{W}t") if text.text == "The new quay")
    words.text = "The new key"


def _drop_paragraph(root: Tree) -> None:
    dropped = find_paragraph(root, "closed to large ships")
    parent = dropped.getparent()
    assert parent is not None
    # Its anchor goes to the paragraph before it, so that only the words are lost.
    previous = dropped.getprevious()
    assert previous is not None
    previous.extend([each for each in dropped if each.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd")])
    parent.remove(dropped)


def _swap_items(root: Tree) -> None:
    one, other = (find_paragraph(root, words) for words in ("yards in the north", "a lone dredger"))
    texts = [next(text for text in each.iter(f"{W}t") if text.text) for each in (one, other)]
    texts[0].text, texts[1].text = texts[1].text, texts[0].text


def _swap_objectives(root: Tree) -> None:
    words = ("A date for the quay is named in the room.", "The fees stay with the working group.")
    texts = [next(text for text in root.iter(f"{W}t") if text.text == each) for each in words]
    texts[0].text, texts[1].text = texts[1].text, texts[0].text


def _drop_marking_on_page_2() -> Fault:
    style = "<style>@page :nth(2) { @bottom-center { content: none } }</style></head>"
    return Fault("markings", "pdf", "no marking at the foot of page 2", change_page("</head>", style))


def _describe_chart_otherwise(root: Tree) -> None:
    next(root.iter(f"{DRAWING}docPr")).set("descr", "Something else")


def describe_otherwise(pdf: pikepdf.Pdf) -> None:
    """Give the chart another alternative text than the brief's."""
    next(iterate_elements(pdf, "Figure")).Alt = pikepdf.String("Something else")


def _change_chart(parts: dict[str, bytes]) -> None:
    """Give the chart and its workbook another number than the brief's, both the same."""
    parts[CHART] = parts[CHART].replace(b"<c:v>633</c:v>", b"<c:v>336</c:v>")
    sheet = unpack(parts[WORKBOOK])
    sheet[SHEET] = sheet[SHEET].replace(b"<v>633</v>", b"<v>336</v>")
    parts[WORKBOOK] = pack(sheet)


def _speak_french(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = pikepdf.String("fr")


def _change_author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = pikepdf.String("Somebody else")


def _number_otherwise(root: Tree) -> None:
    next(root.iter(f"{W}startOverride")).set(f"{W}val", "4")


_ASKED = ("renew the lease for five years", "renew the lease for ten years")

BRIEF_FAULTS: tuple[Fault, ...] = (
    Fault("title", "pdf", "another title", change_page("<h1>Harbour talks", "<h1>Harbor talks")),
    Fault("title", "docx", "another title", change_text(">Harbour talks with", ">Harbor talks with")),
    Fault("headings", "pdf", "another heading", change_page('"topic">The new quay', '"topic">The new key')),
    Fault("headings", "docx", "another heading", change_tree(_alter_heading)),
    *_both("paragraphs", "since the storm.<", "until the storm.<"),
    Fault(
        "paragraphs",
        "pdf",
        "a dropped one",
        change_page("<p>It has been closed to large ships since the storm.</p>", ""),
    ),
    Fault("paragraphs", "docx", "a dropped one", change_tree(_drop_paragraph)),
    *_both("lists", "yards in the north", "yards of the north"),
    Fault("lists", "docx", "two items change places", change_tree(_swap_items)),
    Fault("lists", "docx", "numbers from 4", change_tree(_number_otherwise, "word/numbering.xml")),
    Fault(
        "lists",
        "pdf",
        "bullets for numbers",
        change_page("<ol><li>yards", "<ol style='list-style-type:disc'><li>yards"),
    ),
    *_both("tables", ">140<", ">141<"),
    Fault("tables", "pdf", "a dropped cell", change_page('<td class="right">140</td>', "")),
    Fault("tables", "docx", "an empty cell", change_text(">140<", "><")),
    Fault("order", "docx", "two objectives change places", change_tree(_swap_objectives)),
    *_both("objectives", "stay with the working", "go to the working"),
    *_both("lines-to-take", "Every month costs", "Each month costs"),
    *_both("meeting", "Welcome at the gate", "Welcome at the door"),
    *_both("participants", "A loan for the dredging", "A gift for the dredging"),
    *_both("addressees", "Registry of Maritime", "Archive of Maritime"),
    *_both("judgements", "Works begin before", "Works end before"),
    Fault("likelihoods", "pdf", "another range", change_page("55–80", "20–45")),
    Fault("likelihoods", "docx", "another range", change_text("55–80", "20–45")),
    *_both("next-steps", "Send the survey dates", "Send the survey notes"),
    *_both("clearances", "Does the lease run on?", "Does the lease run out?"),
    *_both("glossary", "twenty-foot equivalent", "forty-foot equivalent"),
    *_both("notes", "with an invented drafting", "without an invented drafting"),
    *_both("figures-data", ">633<", ">336<"),
    Fault("word-chart-numbers", "docx", "another number", change_parts(_change_chart)),
    *_both("figures", "Goods landed in three", "Goods lost in three"),
    Fault("alt-texts", "docx", "another", change_tree(_describe_chart_otherwise)),
    Fault("alt-texts", "pdf", "another", change_pdf(describe_otherwise)),
    *_both("sources", "Tender file of the quay", "Tender file of the key"),
    Fault(
        "sources",
        "docx",
        "another address",
        change_text("int/files/quay", "int/files/key", "word/_rels/document.xml.rels"),
    ),
    Fault("citations", "pdf", "another source", change_page('href="#source-2"', 'href="#source-1"')),
    Fault("citations", "docx", "another source", change_text('w:anchor="source_2"', 'w:anchor="source_1"')),
    Fault("links", "pdf", "none", change_page('<a href="https://example.int/tender">tender</a>', "tender")),
    Fault("links", "docx", "another address", change_text("int/tender", "int/tinder", "word/_rels/document.xml.rels")),
    _drop_marking_on_page_2(),
    Fault("markings", "docx", "a lower one", change_text("NATO RESTRICTED", "NATO UNCLASSIFIED", HEADER)),
    *_both("portion-marks", "(NU)", "(NR)"),
    Fault("draft-notice", "pdf", "none", change_page("<span>DRAFT · version 3</span>", "<span></span>")),
    Fault("draft-notice", "docx", "another", change_text("DRAFT · version 3", "FINAL · version 3", HEADER)),
    Fault("replaces", "pdf", "none", change_page("Replaces version\u00a01 of\u00a0", "Of ", SUBMISSION), SUBMISSION),
    Fault(
        "replaces", "docx", "another", change_text("version\u00a01", "version\u00a03", HEADER, SUBMISSION), SUBMISSION
    ),
    Fault("reference", "pdf", "another number", change_page(">PLN-2026-0071<", ">PLN-2026-71<")),
    Fault("reference", "docx", "another number", change_text("PLN-2026-0071", "PLN-2026-71", FOOTER)),
    Fault("version", "pdf", "another status", change_page("· In clearance ·", "· Cleared ·")),
    Fault("version", "docx", "another status", change_text("In clearance", "Cleared", FOOTER)),
    Fault("date", "pdf", "another day", change_page("· 2\u00a0March 2026 ·", "· 3\u00a0March 2026 ·")),
    Fault("date", "docx", "another day", change_text("1\u00a0March 2026, 09:00", "1\u00a0March 2026, 10:00", FOOTER)),
    Fault("page-numbers", "pdf", "another total", change_page('<span class="page-total"></span>', "7")),
    Fault("page-numbers", "docx", "no total", change_text(" NUMPAGES ", " SECTIONS ", FOOTER)),
    Fault("language", "pdf", "another", change_pdf(_speak_french)),
    Fault("language", "docx", "another", change_text(">en-GB<", ">fr<", "docProps/core.xml")),
    Fault("properties", "pdf", "another author", change_pdf(_change_author)),
    Fault("properties", "docx", "another author", change_text("A. Quill", "A. Quall", "docProps/core.xml")),
    Fault("decision", "pdf", "it asks for more", change_page(*_ASKED, SUBMISSION), SUBMISSION),
    Fault("decision", "docx", "it asks for more", change_text(*_ASKED, brief=SUBMISSION), SUBMISSION),
    Fault("decision", "docx", "a lost option", change_text("Let it end", "", brief=SUBMISSION), SUBMISSION),
)
