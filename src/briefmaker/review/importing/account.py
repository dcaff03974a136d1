"""Every word accounted for: what a document says is compared with what its draft says, and what is missing is given."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from briefmaker.review.importing.blocks import WordDocument, iterate_paragraphs, plain

_WORD = re.compile(r"[^\W_]+")
_EMPHASIS = re.compile(r"(?<!\\)\*+")


def split_words(text: str) -> list[str]:
    """Give the words of a text, without signs."""
    return _WORD.findall(text.casefold())


def find_missing(document: WordDocument, data: Any, comments: Iterable[str]) -> list[str]:
    """Give the paragraphs of the document that the draft has not, neither whole nor word by word."""
    stream = " ".join([" ", *_iterate_words(data), *(word for each in comments for word in split_words(each)), " "])
    left = Counter(stream.split())
    missing = []
    for paragraph in _iterate_paragraphs(document):
        said = split_words(paragraph)
        is_whole = f" {' '.join(said)} " in stream
        if said and not is_whole and any(left[word] < count for word, count in Counter(said).items()):
            missing.append(paragraph)
    return missing


def _iterate_paragraphs(document: WordDocument) -> Iterator[str]:
    for blocks in (document.blocks, *document.notes.values()):
        yield from (plain(each.inlines) for each in iterate_paragraphs(blocks))
    yield from (each.text for each in document.asides)


def _iterate_words(data: Any) -> Iterator[str]:
    match data:
        case str():
            yield from split_words(_EMPHASIS.sub("", data))
        case dict():
            for name, value in data.items():
                yield from split_words(str(name))
                yield from _iterate_words(value)
        case list():
            for value in data:
                yield from _iterate_words(value)
        case _:
            pass
