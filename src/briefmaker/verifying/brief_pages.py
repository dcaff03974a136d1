"""Checks of what stands on every page, beside portions, and in the document's properties: marking, version, numbers."""

from collections.abc import Iterator, Mapping

from briefmaker.model.rich_text import ItemList, Paragraph, plain_text
from briefmaker.verifying.check import Deviation, Document, Needs, Subject, check, view_of
from briefmaker.verifying.expected import iterate_passages, iterate_texts, words_of
from briefmaker.verifying.looking import NOTHING, has_words, tell_missing
from briefmaker.verifying.read_word import WordDocument
from briefmaker.verifying.squeezing import shorten
from briefmaker.view.shape import Properties
from briefmaker.view.shown_text import Text


@check(Needs.BRIEF)
def markings(subject: Subject) -> Iterator[Deviation]:
    """The marking with its caveats stands at the head and at the foot of every page."""
    wanted = words_of(view_of(subject).marking)
    for page in subject.document.outline.running if wanted else ():
        for place, words in (("head", page.head), ("foot", page.foot)):
            if not has_words(words, wanted):
                yield Deviation(wanted, shorten(words) or "nothing", f"{page.where}, {place}")


@check(Needs.BRIEF)
def portion_marks(subject: Subject) -> Iterator[Deviation]:
    """Every portion that has a marking of its own carries its mark; where the scheme marks all, entries of lists too."""
    for text in iterate_texts(view_of(subject)):
        if text.portion:
            for words in _portions(text):
                if subject.flow.count(words) == 0:
                    yield tell_missing(words, subject.document.outline.blocks, text.path)


def _portions(text: Text) -> list[str]:
    """Give each paragraph with the mark before it, and each entry of a list that bears it; else the mark alone."""
    bearing = [block for block in text.blocks if isinstance(block, Paragraph)]
    lists = [block for block in text.blocks if isinstance(block, ItemList) and text.marks_items]
    bearing += [item[0] for block in lists for item in block.items if item and isinstance(item[0], Paragraph)]
    return [f"{text.portion} {plain_text(each.inlines)}" for each in bearing] or [text.portion]


@check(Needs.BRIEF)
def draft_notice(subject: Subject) -> Iterator[Deviation]:
    """Until the brief is final, every page says at its head that it is a draft, or replaced, and which version."""
    yield from _on_every_page(subject, [view_of(subject).draft_notice])


@check(Needs.BRIEF)
def replaces(subject: Subject) -> Iterator[Deviation]:
    """Every page of a corrected version says at its head which version it replaces, and of what day that was."""
    yield from _on_every_page(subject, [view_of(subject).replaces_notice])


@check(Needs.BRIEF)
def reference(subject: Subject) -> Iterator[Deviation]:
    """The registry number stands on every page, exactly as it was typed."""
    yield from _on_every_page(subject, _area(subject, "reference"))


@check(Needs.BRIEF)
def version(subject: Subject) -> Iterator[Deviation]:
    """Version and status stand on every page."""
    yield from _on_every_page(subject, _area(subject, "version"))


@check(Needs.BRIEF)
def date(subject: Subject) -> Iterator[Deviation]:
    """The date of issue, and the moment whose knowledge the brief holds, stand on every page."""
    yield from _on_every_page(subject, _area(subject, "date"))


def _area(subject: Subject, area: str) -> list[str]:
    return [passage.words for passage in iterate_passages(view_of(subject), area)]


def _on_every_page(subject: Subject, wanted: list[str]) -> Iterator[Deviation]:
    for page in subject.document.outline.running:
        for words in wanted:
            if not has_words(f"{page.head} {page.foot}", words):
                yield Deviation(shorten(words), shorten(f"{page.head} · {page.foot}", 160), page.where)


@check(Needs.BRIEF)
def page_numbers(subject: Subject) -> Iterator[Deviation]:
    """Every page says which it is, and of how many."""
    label, running = view_of(subject).labels["page_of"], subject.document.outline.running
    for number, page in enumerate(running, start=1):
        is_pdf = subject.document.format == "pdf"
        values = {"page": number, "pages": len(running)} if is_pdf else {"page": "{PAGE}", "pages": "{NUMPAGES}"}
        wanted = label.format(**values)
        if not has_words(f"{page.head} {page.foot}", wanted):
            yield Deviation(wanted, shorten(page.foot) or "nothing", page.where)


@check(Needs.BRIEF)
def language(subject: Subject) -> Iterator[Deviation]:
    """The document is in the brief's language, and tells readers' software so."""
    yield from compare_language(view_of(subject).language, subject.document)


def compare_language(wanted: str, document: Document) -> Iterator[Deviation]:
    """Tell of a document that is in another language, or whose text is."""
    if document.outline.language.lower() != wanted.lower():
        yield Deviation(wanted, document.outline.language or NOTHING)
    elif isinstance(document, WordDocument) and wanted.lower() not in map(str.lower, document.default_languages):
        yield Deviation(wanted, ", ".join(document.default_languages) or NOTHING, "the text's own language")


@check(Needs.BRIEF)
def properties(subject: Subject) -> Iterator[Deviation]:
    """The document's properties give the brief's title, author, kind, keywords, marking and status."""
    yield from compare_properties(view_of(subject).properties, subject.document.outline.properties)


def compare_properties(wanted: Properties, found: Mapping[str, str]) -> Iterator[Deviation]:
    """Tell of properties of a document that say something else than they should; a long one may be cut."""
    for name in ("title", "author", "subject", "keywords", "marking", "status"):
        is_cut = found[name].endswith("…") and getattr(wanted, name).startswith(found[name][:-1])
        if found[name] != getattr(wanted, name) and not is_cut:
            yield Deviation(f"{name}: {shorten(getattr(wanted, name))}", shorten(found[name]) or "nothing")


CHECKS = (
    markings,
    portion_marks,
    draft_notice,
    replaces,
    reference,
    version,
    date,
    page_numbers,
    language,
    properties,
)
