"""Citations as they are written in a text: ``[@id]``, ``[@id, table 3]``, ``[@one; @two, p. 4]``."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from briefmaker.model.rich_text import Reference

# No character can be read in two ways, so what does not match is given up in linear time. (Possessive quantifiers would
# say so, and are wrong in the first releases of Python 3.11.)
_REFERENCE = r"@[A-Za-z0-9][A-Za-z0-9_.-]*(?:\s*,[^\[\];|]*|\s*)"
CITATION = re.compile(rf"\[{_REFERENCE}(?:;\s*{_REFERENCE})*\]")
_ATTEMPT = re.compile(r"\[@[^\[\]\n]*\]?")
_ID = re.compile(r"@([A-Za-z0-9][A-Za-z0-9_.-]*)")


@dataclass(frozen=True, slots=True)
class WrittenReference:
    """An id named in a citation, and where its ``@`` stands in the text, in characters from its beginning."""

    id: str
    offset: int


def read_references(written: str) -> tuple[Reference, ...]:
    """Give the references of a citation that CITATION matched."""
    references = []
    for part in written[1:-1].split(";"):
        name, _, place = part.strip().removeprefix("@").partition(",")
        references.append(Reference(name.strip(), " ".join(place.split())))
    return tuple(references)


def find_references(source: str) -> Iterator[WrittenReference]:
    """Give each id that a text cites, in order; what a backslash sets off is no citation."""
    if "[@" not in source:
        return
    for found in CITATION.finditer(source):
        if not _is_escaped(source, found.start()):
            position = found.start() + 1
            for part in found.group()[1:-1].split(";"):
                named = _ID.search(part)
                if named:
                    yield WrittenReference(named.group(1), position + named.start())
                position += len(part) + 1


def find_broken_citations(source: str) -> Iterator[tuple[int, str]]:
    """Give the place and the text of each ``[@...`` that is not written as a citation is."""
    if "[@" not in source:
        return
    for attempt in _ATTEMPT.finditer(source):
        if not _is_escaped(source, attempt.start()) and not CITATION.match(source, attempt.start()):
            yield attempt.start(), attempt.group()


def _is_escaped(source: str, offset: int) -> bool:
    first = offset
    while first and source[first - 1] == "\\":
        first -= 1
    return (offset - first) % 2 == 1


def drop_references(source: str, dropped: Container[str]) -> str:
    """Give a text without what it cites of these ids: a citation of nothing else goes with the blank before it."""
    written, end = "", 0
    for found in CITATION.finditer(source):
        parts = found.group()[1:-1].split(";")
        kept = [part for part in parts if (named := _ID.search(part)) and named.group(1) not in dropped]
        if _is_escaped(source, found.start()) or len(kept) == len(parts):
            continue
        before = source[end : found.start()]
        written += f"{before}[{';'.join(kept).strip()}]" if kept else before.rstrip(" ")
        end = found.end()
    return written + source[end:]
