"""Links and bare addresses of a text as it was typed, since its reader meets only their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model.text import TextKind

_LINK = re.compile(
    r"(?<!\\)\[(?!@)(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\([ ]*<?(?P<address>[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?[^)\n]*\)"
)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"|]+", re.IGNORECASE)
_AFTER_ADDRESS = ".,;:!?'’”»)]*_"
_MARKUP = re.compile(r"[*_]|\\(?=\W)")


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link: where it stands in the typed text, its words, and where it leads; one without words is a bare address."""

    typed: Stretch
    words: str
    address: str


def find_links(text: TextInBrief) -> Iterator[WrittenLink]:
    """Give the links of a text and the addresses that stand bare in it, first all links."""
    if text.kind is TextKind.WORDS or not ("](" in text.typed or "://" in text.typed or "www." in text.typed.lower()):
        return
    behind = []
    for found in _LINK.finditer(text.typed):
        behind.append(found.span())
        yield WrittenLink(Stretch(*found.span()), _MARKUP.sub("", found["words"]).strip(), found["address"])
    for found in _ADDRESS.finditer(text.typed):
        if not any(start <= found.start() < end for start, end in behind):
            address = found.group().rstrip(_AFTER_ADDRESS)
            yield WrittenLink(Stretch(found.start(), found.start() + len(address)), "", address)
