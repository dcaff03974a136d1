"""Documents whose two formats no longer say the same, each in one way; the sister has no fault, or a change of its own."""

from collections.abc import Callable
from dataclasses import dataclass

import pikepdf
from tests.verifying.brief_faults import HEADER, _alter_heading, _change_author, _speak_french, describe_otherwise
from tests.verifying.planting import (
    Fault,
    Tree,
    change_page,
    change_pdf,
    change_text,
    change_tree,
    find_paragraph,
    make_pdf,
    make_word,
)

from briefmaker.writing.word.wordml import W


@dataclass(frozen=True, slots=True)
class SisterFault(Fault):
    """A fault with the document that it is compared with."""

    sister: Callable[[], bytes] = make_word


def _pdf(check: str, what: str, make: Callable[[], bytes]) -> SisterFault:
    return SisterFault(check, "pdf", what, make)


def _word(check: str, what: str, make: Callable[[], bytes]) -> SisterFault:
    return SisterFault(check, "docx", what, make, sister=make_pdf)


def _add_paragraph(root: Tree) -> None:
    before = find_paragraph(root, "closed to large ships")
    before.addnext(_copy_with(before, "This sentence is nobody's."))


def _copy_with(paragraph: Tree, words: str) -> Tree:
    made = paragraph.makeelement(f"{W}p", {})
    run = made.makeelement(f"{W}r", {})
    text = made.makeelement(f"{W}t", {})
    text.text = words
    run.append(text)
    made.append(run)
    return made


def _forge_source(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/source"] = pikepdf.String("0" * 64)


SISTER_FAULTS: tuple[SisterFault, ...] = (
    _word("sister-headings", "another heading", change_tree(_alter_heading)),
    _pdf("sister-headings", "another heading", change_page('"topic">The new quay', '"topic">The new key')),
    _word("sister-paragraphs", "an added one", change_tree(_add_paragraph)),
    _pdf(
        "sister-paragraphs",
        "a dropped one",
        change_page("<p>It has been closed to large ships since the storm.</p>", ""),
    ),
    _word("sister-lists", "another item", change_text("a lone dredger", "a lost dredger")),
    _pdf(
        "sister-lists",
        "other numbers",
        change_page("<ol><li>yards", "<ol start='4' style='counter-reset:list-item 3'><li>yards"),
    ),
    _word("sister-tables", "another cell", change_text(">140<", ">141<")),
    _pdf("sister-tables", "a dropped row", change_page("Book the survey ship", "")),
    _word("sister-links", "another address", change_text("int/tender", "int/tinder", "word/_rels/document.xml.rels")),
    _pdf("sister-links", "none", change_page('<a href="https://example.int/tender">tender</a>', "tender")),
    SisterFault("sister-alt-texts", "docx", "another", make_word, sister=change_pdf(describe_otherwise)),
    _pdf("sister-language", "another", change_pdf(_speak_french)),
    _word("sister-running", "another marking", change_text("NATO RESTRICTED", "NATO UNCLASSIFIED", HEADER)),
    _pdf("sister-properties", "another author", change_pdf(_change_author)),
    _pdf("sister-source", "another brief", change_pdf(_forge_source)),
)
