"""Checks that a PDF and a Word document of one brief say the same, whatever the brief says."""

from collections import Counter
from collections.abc import Iterator

from briefmaker.verifying.brief_blocks import number_of
from briefmaker.verifying.brief_evidence import plain_address
from briefmaker.verifying.check import Deviation, Document, Needs, NotRunError, Subject, check, sister_of
from briefmaker.verifying.flow import Flow
from briefmaker.verifying.looking import MOST_COMPARED, NOTHING, count_missing, find_nearest, has_words
from briefmaker.verifying.outline import Block, Kind
from briefmaker.verifying.squeezing import count_words, keep_words, shorten

_NAMES = {"pdf": "the PDF", "docx": "the Word document"}


def _compare_blocks(subject: Subject, kind: Kind) -> Iterator[Deviation]:
    """Give the blocks of one kind whose words the other format has not, seen from both."""
    sister = sister_of(subject)
    yield from _find_absent(subject.document, sister, kind)
    yield from _find_absent(sister, subject.document, kind)


def _find_absent(one: Document, other: Document, kind: Kind) -> Iterator[Deviation]:
    flow = Flow(other.outline.blocks, keep_words)
    said = [block for block in one.outline.of_kind(kind) if keep_words(block.text)]
    absent = [block for block in said if flow.count(block.text) == 0 and not _is_at_foot(block, other)]
    for number, block in enumerate(absent):
        nearest = find_nearest(block.text, other.outline.blocks if number < MOST_COMPARED else ())
        found = f"{shorten(nearest.text)} ({nearest.where})" if nearest else NOTHING
        yield Deviation(f"{_NAMES[one.format]}: {shorten(block.text)}", f"{_NAMES[other.format]}: {found}", block.where)


def _is_at_foot(block: Block, other: Document) -> bool:
    """Tell whether a block of a PDF's first page is what the house puts at its foot, which in Word runs there."""
    return block.page == 1 and any(has_words(page.foot, block.text) for page in other.outline.running[:1])


@check(Needs.SISTER)
def sister_headings(subject: Subject) -> Iterator[Deviation]:
    """Every heading of the one format stands in the other, and those of both come in one order."""
    yield from _compare_blocks(subject, Kind.HEADING)
    one, other = (_headings(each) for each in (subject.document, sister_of(subject)))
    shared = set(one) & set(other)
    for first, second in zip(
        (each for each in one if each in shared), (each for each in other if each in shared), strict=False
    ):
        if first != second:
            yield Deviation(f"{_NAMES[subject.document.format]}: {shorten(one[first])}", shorten(other[second]))
            return


def _headings(document: Document) -> dict[str, str]:
    return {keep_words(block.text): block.text for block in document.outline.of_kind(Kind.HEADING)}


@check(Needs.SISTER)
def sister_paragraphs(subject: Subject) -> Iterator[Deviation]:
    """Every paragraph of the one format stands in the other, word for word."""
    yield from _compare_blocks(subject, Kind.PARAGRAPH)


@check(Needs.SISTER)
def sister_lists(subject: Subject) -> Iterator[Deviation]:
    """Every list entry of the one format stands in the other; numbered ones have the same numbers."""
    yield from _compare_blocks(subject, Kind.ITEM)
    one, other = (_numbered(each) for each in (subject.document, sister_of(subject)))
    for words in one.keys() & other.keys():
        if number_of(one[words]) != number_of(other[words]):
            yield Deviation(f"{one[words].marker} {shorten(one[words].text)}", other[words].marker, other[words].where)


def _numbered(document: Document) -> dict[str, Block]:
    """Give the entries with markers, by their words; those that stand there twice tell nothing."""
    marked = [block for block in document.outline.of_kind(Kind.ITEM) if block.marker]
    counts = Counter(keep_words(block.text) for block in marked)
    return {words: block for block in marked if counts[words := keep_words(block.text)] == 1}


@check(Needs.SISTER)
def sister_tables(subject: Subject) -> Iterator[Deviation]:
    """Both formats have as many tables of data, and every cell of the one stands in the other."""
    yield from _compare_blocks(subject, Kind.CELL)
    one, other = (
        sum(table.has_header for table in each.outline.tables) for each in (subject.document, sister_of(subject))
    )
    if one != other:
        yield Deviation(f"{_NAMES[subject.document.format]}: {one} tables with a header", f"the other format: {other}")


@check(Needs.SISTER)
def sister_links(subject: Subject) -> Iterator[Deviation]:
    """Both formats lead to the same web addresses and to the same sources."""
    one, other = (_targets(each) for each in (subject.document, sister_of(subject)))
    for target in sorted(one ^ other):
        has, lacks = (subject.document, sister_of(subject)) if target in one else (sister_of(subject), subject.document)
        yield Deviation(f"{_NAMES[has.format]}: a link to {shorten(target)}", f"{_NAMES[lacks.format]}: none")


def _targets(document: Document) -> set[str]:
    """Give where links lead; places of one format's own, such as the items of an agenda, are not compared."""
    targets = (plain_address(link.target) for link in document.outline.links)
    return {
        target for target in targets if target and not (target.startswith("#") and not target.startswith("#source-"))
    }


@check(Needs.SISTER)
def sister_alt_texts(subject: Subject) -> Iterator[Deviation]:
    """Pictures have the same alternative texts in both formats."""
    one, other = (_alternatives(each) for each in (subject.document, sister_of(subject)))
    if not one and not other:
        raise NotRunError("neither format has pictures")
    for alt, wanted, found in (*count_missing(one, other), *count_missing(other, one)):
        yield Deviation(f"{shorten(alt)}, {wanted} times", f"{found} times")


def _alternatives(document: Document) -> Counter[str]:
    alts = [each.alt for each in document.outline.pictures] + [each.description for each in document.outline.tables]
    return Counter(" ".join(alt.split()) for alt in alts if alt.strip())


@check(Needs.SISTER)
def sister_language(subject: Subject) -> Iterator[Deviation]:
    """Both formats are in one language."""
    one, other = (each.outline.language for each in (subject.document, sister_of(subject)))
    if one.lower() != other.lower():
        yield Deviation(f"{_NAMES[subject.document.format]}: {one or 'none'}", f"the other format: {other or 'none'}")


@check(Needs.SISTER)
def sister_running(subject: Subject) -> Iterator[Deviation]:
    """Head and foot of the pages have the same words in both formats: marking, notice, reference, version, date."""
    yield from _compare_running(subject.document, sister_of(subject))
    yield from _compare_running(sister_of(subject), subject.document)


def _compare_running(one: Document, other: Document) -> Iterator[Deviation]:
    for number, page in enumerate(one.outline.running):
        # The first page is compared with the first, all others with a further one: a document of one page has none.
        for fitting in other.outline.running[min(number, 1) :][:1]:
            for place in ("head", "foot"):
                lacking = _running_words(getattr(page, place)) - _running_words(getattr(fitting, place))
                if place == "foot" and number == 0:
                    lacking -= {word for each in _list_at_foot(other, one) for word in _running_words(each.text)}
                if lacking:
                    words = f"{_NAMES[one.format]}: {shorten(getattr(page, place))}"
                    found = f"{_NAMES[other.format]} lacks {', '.join(sorted(lacking))}"
                    yield Deviation(words, found, f"{page.where}, {place}")


def _list_at_foot(pdf: Document, word: Document) -> list[Block]:
    return [block for block in pdf.outline.blocks if _is_at_foot(block, word)]


def _running_words(text: str) -> set[str]:
    """Give the words of a running line without the numbers of pages, which only a PDF knows."""
    return {word for word in count_words(text) if not word.isdecimal() and word not in ("PAGE", "NUMPAGES")}


@check(Needs.SISTER)
def sister_properties(subject: Subject) -> Iterator[Deviation]:
    """Both formats say the same of themselves: title, author, kind, keywords, marking, status."""
    one, other = (each.outline.properties for each in (subject.document, sister_of(subject)))
    for name in ("title", "author", "subject", "keywords", "marking", "status"):
        is_cut = any(
            a.endswith("…") and b.startswith(a[:-1]) for a, b in ((one[name], other[name]), (other[name], one[name]))
        )
        if one[name] != other[name] and not is_cut:
            yield Deviation(f"{name}: {shorten(one[name]) or 'nothing'}", shorten(other[name]) or "nothing")


@check(Needs.SISTER)
def sister_source(subject: Subject) -> Iterator[Deviation]:
    """Both formats were made from the same state of the brief."""
    one, other = (each.outline.properties["source"] for each in (subject.document, sister_of(subject)))
    if not one or not other:
        raise NotRunError("a document does not say which brief it was made from")
    if one != other:
        yield Deviation(f"{_NAMES[subject.document.format]}: {one[:12]}", f"the other format: {other[:12]}")


CHECKS = (
    sister_headings,
    sister_paragraphs,
    sister_lists,
    sister_tables,
    sister_links,
    sister_alt_texts,
    sister_language,
    sister_running,
    sister_properties,
    sister_source,
)
