"""Links and bare addresses of a text as it was typed, since its reader meets only their words."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model import Brief
from briefmaker.model.text import TextKind

_LINK = LatePattern(
    r"""(?<!\\)\[(?!@)(?P<words>(?:[^\[\]\\]++|\\.|\[[^\[\]]*+\])*+)\]
    \([ ]*+<?(?P<address>[^\s<>()]*+(?:\([^\s<>()]*+\)[^\s<>()]*+)*+)[^)\n]*+\)""",
    re.VERBOSE,
)
_ADDRESS = LatePattern(r"\b(?:https?://|www\.)[^\s<>\"|]+")
_AFTER_ADDRESS = ".,;:!?'’”»)]*_"
_MARKUP = re.compile(r"\\([^\w\s]|_)|[*_]")


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
    bounds = [0]
    for found in _LINK.finditer(text.typed):
        bounds += found.span()
        yield WrittenLink(Stretch(*found.span()), _MARKUP.sub(r"\1", found["words"]).strip(), found["address"])
    for found in _ADDRESS.finditer(text.typed):
        # Beginnings and ends of links take turns: behind an odd number of them nothing is within a link.
        if bisect_right(bounds, found.start()) % 2:
            address = found.group().rstrip(_AFTER_ADDRESS)
            yield WrittenLink(Stretch(found.start(), found.start() + len(address)), "", address)


@dataclass(frozen=True, slots=True)
class WrittenAddress:
    """An address on the web: the field in which it stands, where in the typed text, None for a field of its own."""

    path: str
    address: str
    typed: Stretch | None = None


def find_addresses(brief: Brief, texts: Iterable[TextInBrief]) -> Iterator[WrittenAddress]:
    """Give the addresses of the sources and of the links in texts that can be asked on the web."""
    for name, source in brief.sources.items():
        if source.url is not None:
            yield WrittenAddress(f"sources.{name}.url", source.url)
    for text in texts:
        for link in find_links(text):
            if link.address.lower().startswith(("http://", "https://")):
                yield WrittenAddress(text.path, link.address, link.typed)
