"""Checks that a document rests on what its brief rests on: figures, sources, citations, links."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from briefmaker.verifying.check import Deviation, Needs, Subject, check, view_of
from briefmaker.verifying.expected import (
    Passage,
    iterate_citations,
    iterate_figure_tables,
    iterate_links,
    iterate_parts,
    words_of,
)
from briefmaker.verifying.looking import NOTHING, count_missing, find_missing, has_words
from briefmaker.verifying.squeezing import shorten
from briefmaker.verifying.table_matching import compare_tables
from briefmaker.view.figure_shape import FigureView
from briefmaker.view.shape import ParticipantView

# Those of a figure's one-line texts that are the table's own are compared with the table.
_IN_TABLE = (".rows[", ".y.", ".x", ".rows")


@check(Needs.BRIEF)
def figures(subject: Subject) -> Iterator[Deviation]:
    """Every figure has its number, caption, unit, comparison and source, and says where not every number is printed."""
    view = view_of(subject)
    numbers = [
        Passage(f"figure {each.number}", view.labels["figure_number"].format(n=each.number))
        for each in iterate_parts(view, FigureView)
        if each.caption or each.unit
    ]
    numbers += [Passage(f"figure {each.number}", each.excerpt) for each in iterate_parts(view, FigureView)]
    for missing in find_missing(subject, "figures", numbers):
        if not any(part in missing.expected.partition(": ")[0] for part in _IN_TABLE):
            yield missing


@check(Needs.BRIEF)
def figures_data(subject: Subject) -> Iterator[Deviation]:
    """Every figure, drawn or not, has its numbers in a table, row by row as they are printed."""
    yield from compare_tables(list(iterate_figure_tables(view_of(subject))), subject.document.outline.tables)


@check(Needs.BRIEF)
def alt_texts(subject: Subject) -> Iterator[Deviation]:
    """Every figure, drawn or not, and every portrait has its text for readers who cannot see it."""
    outline = subject.document.outline
    wanted = [each.alt for each in iterate_parts(view_of(subject), FigureView) if each.alt is not None]
    said = [picture.alt for picture in outline.pictures] + [table.description for table in outline.tables]
    for alt in wanted:
        if not any(has_words(each, words_of(alt)) for each in said):
            yield Deviation(f"{alt.path}: {shorten(words_of(alt))}", NOTHING)
    for each in iterate_parts(view_of(subject), ParticipantView):
        if each.portrait is not None and not any(has_words(one, each.portrait.alt) for one in said):
            yield Deviation(f"a portrait of {shorten(each.portrait.alt)}", NOTHING)


@check(Needs.BRIEF)
def sources(subject: Subject) -> Iterator[Deviation]:
    """Every source stands in the document with number, title, publisher, date and grade, and leads to its address."""
    view = view_of(subject)
    numbers = [Passage(f"source {each.number}", f"[{each.number}]") for each in view.sources]
    yield from find_missing(subject, "sources", numbers)
    wanted = [each for each in iterate_links(view) if each[0].startswith("sources.")]
    yield from _compare_links(wanted, subject)


@check(Needs.BRIEF)
def links(subject: Subject) -> Iterator[Deviation]:
    """Every link of a text leads where the brief says."""
    wanted = [each for each in iterate_links(view_of(subject)) if not each[0].startswith("sources.")]
    yield from _compare_links(wanted, subject)


def _compare_links(wanted: list[tuple[str, str, str]], subject: Subject) -> Iterator[Deviation]:
    """Give the links that lead nowhere, or that carry other words; a line end may cut a link's words in pieces.

    From right to left an address lies on the page in pieces that cannot be put together again: there only links are counted.
    """
    words = Counter[str]()
    said: dict[str, str] = {}
    for link in subject.document.outline.links:
        address = plain_address(link.target)
        words[address] += 1
        said[address] = said.get(address, "") + link.text
    needed = Counter(plain_address(address) for _, _, address in wanted)
    short = {address for address, _, _ in count_missing(needed, words)}
    for path, text, address in wanted:
        plain = plain_address(address)
        if plain in short:
            yield Deviation(f"{path}: a link to {shorten(address)}", f"{words[plain]} of {needed[plain]}")
        elif not has_words(said[plain], text) and not subject.flow.is_right_to_left:
            yield Deviation(f"{path}: a link on the words {shorten(text)}", shorten(said[plain]))


def plain_address(address: str) -> str:
    """Give an address as it can be compared: the two formats write the same one differently."""
    return unquote(address).rstrip("/").replace("_", "-") if address.startswith("#") else unquote(address).rstrip("/")


@check(Needs.BRIEF)
def citations(subject: Subject) -> Iterator[Deviation]:
    """Every citation leads to its source in the list."""
    found = Counter(plain_address(link.target) for link in subject.document.outline.links)
    numbers = [source.number for _, cited in iterate_citations(view_of(subject)) for source in cited.sources]
    needed = Counter(f"#source-{number}" for number in numbers)
    for target, wanted, there in count_missing(needed, found):
        yield Deviation(f"{wanted} citations that lead to source {target.rpartition('-')[2]}", str(there))


CHECKS = (figures, figures_data, alt_texts, sources, citations, links)
