"""Checks that a document has what the house puts on each: its name, its logo, its fixed texts."""

from collections.abc import Iterator

from briefmaker.verifying.check import Deviation, Needs, Subject, check, view_of
from briefmaker.verifying.expected import iterate_block_words
from briefmaker.verifying.looking import NOTHING, has_words, tell_missing
from briefmaker.verifying.squeezing import shorten


@check(Needs.BRIEF)
def house(subject: Subject) -> Iterator[Deviation]:
    """The name of the house, its logo with words for who cannot see it, and its fixed texts stand in the document."""
    view = view_of(subject)
    opening = f"{view.house.organisation} {view.kind}"
    if view.house.organisation and subject.words.count(opening) == 0:
        yield tell_missing(f"{view.house.organisation} · {view.kind}", subject.document.outline.blocks, "organisation")
    logo = view.house.logo
    if logo and not any(has_words(each.alt, logo.alt) for each in subject.document.outline.pictures):
        yield Deviation(f"a logo of {logo.alt}", NOTHING)
    yield from _find_fixed_texts(subject)


def _find_fixed_texts(subject: Subject) -> Iterator[Deviation]:
    """Tell of the text at the foot of page one, which stands there and not in the text, and of the one at the end."""
    texts, outline = view_of(subject).house, subject.document.outline
    foot = " ".join(f"{page.head} {page.foot}" for page in outline.running[:1])
    for words in iterate_block_words(texts.first_page.blocks) if texts.first_page else ():
        if not has_words(foot, words) and subject.flow.count(words) == 0:
            yield Deviation(f"boilerplate.first_page: {shorten(words)}", shorten(foot) or NOTHING, "page 1")
    for words in iterate_block_words(texts.end.blocks) if texts.end else ():
        if subject.flow.count(words) == 0:
            yield tell_missing(words, outline.blocks, "boilerplate.end")


CHECKS = (house,)
