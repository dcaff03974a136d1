"""Checks that the PDF and the Word document of a pack say the same."""

from collections import Counter
from collections.abc import Iterator

from briefmaker.verifying.check import Deviation, Document, Kept, Needs, NotRunError, Subject, check, pack_of
from briefmaker.verifying.expected_pack import ExpectedPack
from briefmaker.verifying.flow import Flow
from briefmaker.verifying.looking import MOST_COMPARED, NOTHING, find_nearest, has_words
from briefmaker.verifying.outline import Block, Kind
from briefmaker.verifying.pack_flow import cut_front, find_contents, read_page_number
from briefmaker.verifying.squeezing import count_words, keep_words, shorten, squeeze


@check(Needs.PACK, kept=Kept.PACK)
def pack_paragraphs(subject: Subject) -> Iterator[Deviation]:
    """Every paragraph of the one format stands in the other, on the cover word for word in whatever order."""
    pack, one, other = pack_of(subject), subject.document, _find_sister(subject)
    for this, that in ((one, other), (other, one)):
        absent = (
            _find_absent_from_word(this, that, pack)
            if this.format == "pdf"
            else _find_absent_from_pdf(this, that, pack)
        )
        for number, block in enumerate(absent):
            nearest = find_nearest(block.text, that.outline.blocks if number < MOST_COMPARED else ())
            found = f"{shorten(nearest.text)} ({nearest.where})" if nearest else NOTHING
            yield Deviation(
                f"{_NAMES[this.format]}: {shorten(block.text)}", f"{_NAMES[that.format]}: {found}", block.where
            )


_NAMES = {"pdf": "the PDF", "docx": "the Word document"}


def _find_sister(subject: Subject) -> Document:
    if subject.sister is None:
        raise NotRunError(subject.why_no_sister)
    return subject.sister


def _find_absent_from_word(pdf: Document, word: Document, pack: ExpectedPack) -> Iterator[Block]:
    """Give the paragraphs that Word has not.

    Left out are the letter of a tab, what runs on its first page, which a PDF reads aloud, and what a page left blank says.
    """
    flow = Flow(word.outline.blocks, keep_words)
    running = [f"{page.head} {page.foot}" for page in word.outline.running]
    alone = {*(squeeze(part.entry.letter) for part in pack.parts), squeeze(str(pack.view.labels["left_blank"]))}
    for block in pdf.outline.of_kind(Kind.PARAGRAPH):
        is_there = flow.count(block.text) or squeeze(block.text) in alone
        if keep_words(block.text) and not is_there and not any(has_words(each, block.text) for each in running):
            yield block


def _find_absent_from_pdf(word: Document, pdf: Document, pack: ExpectedPack) -> Iterator[Block]:
    """Give the paragraphs that the PDF has not; those of the cover count by their words, since Word sets labels beside them."""
    flow, front = Flow(pdf.outline.blocks, keep_words), cut_front(word)
    cover = count_words(" ".join(f"{block.marker} {block.text}" for block in cut_front(pdf)))
    names = [f"{part.name} · " for part in pack.parts]
    for block in word.outline.of_kind(Kind.PARAGRAPH):
        name = next((each for each in names if block.text.startswith(each)), "")
        if flow.count(block.text.removeprefix(name)) or not keep_words(block.text):
            continue
        if block not in front or count_words(block.text) - cover != Counter():
            yield block


@check(Needs.PACK, ("docx",), kept=Kept.PACK)
def pack_word_pages(subject: Subject) -> Iterator[Deviation]:
    """The contents name the same pages as those of the PDF beside it, until Word counts for itself."""
    pack, sister = pack_of(subject), _find_sister(subject)
    pages = {squeeze(row.cells[0]): row.cells[-1] for row in find_contents(sister, pack)}
    for row in find_contents(subject.document, pack):
        wanted = pages.get(squeeze(row.cells[0]), "")
        if read_page_number(row.cells[-1]) != read_page_number(wanted):
            yield Deviation(f"{row.cells[0]}: page {wanted or 'none'}", f"page {row.cells[-1] or 'none'}")


CHECKS = (pack_paragraphs, pack_word_pages)
