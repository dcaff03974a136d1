"""Anchors: a bookmark in every paragraph that came from the brief, and the map from bookmark to field.

LibreOffice keeps a bookmark that lies within one paragraph, and the document's custom properties; it loses content controls
and paragraph ids. So each anchored paragraph has its bookmark inside it, and the map travels in the custom properties, cut
into pieces since Word keeps no more than 255 characters of one.

An entry of a list that has an id stands in the map with both: ``agenda[0=burden-sharing].background``. And each field has a
short hash of what it said, so that it can be told later whether the brief says something else by now.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefmaker.model.rich_text import (
    Blocks,
    Citation,
    Cited,
    ItemList,
    LineBreak,
    Paragraph,
    Run,
    Table,
    iterate_inlines,
)
from briefmaker.writing.word.wordml import write_bookmark

FIRST_BOOKMARK_ID = 100_000  # above those that Word gave to bookmarks of the template itself
LONGEST_PROPERTY = 250
DIGEST_OF_ALL, _OF_WORDS = 8, 4
MOST_ANCHORS = 100_000
MAP_PROPERTY = "briefmaker-anchors"
FORMAT_PROPERTY, MAP_FORMAT = "briefmaker-format", "1"
"""How the map is written; raised when a reader of old would misread it."""
_ENTRY = re.compile(r"([0-9]+)(?:-([0-9]+))?(?:~([0-9a-f]+))? (.+)")
_WITH_ID = re.compile(r"\[([0-9]+)=([A-Za-z0-9_-]+)\]")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a bookmark belongs to: a field by its path, the ids of the entries around it, and the hash of what it said.

    ``ids`` leads from the path of an entry, such as ``agenda[0]``, to its id; ``digest`` is empty in documents of old.
    """

    path: str
    ids: tuple[tuple[str, str], ...] = ()
    digest: str = ""


class Anchors:
    """Names the anchored paragraphs of one document, in the order in which they are written.

    The document of an edition has no fingerprint, since that of the whole file could prove a guess at what is withheld, and
    so it has no anchors either.
    """

    def __init__(self, fingerprint: str, ids: Mapping[str, str] | None = None) -> None:
        self._prefix = f"bf_{fingerprint[:8]}_" if fingerprint else ""
        self._ids = ids or {}
        self._paths: list[str] = []
        self._names: dict[str, str] = {}
        self._bookmarks = 0

    def anchor(self, path: str, content: str, said: Blocks = ()) -> str:
        """Give content with an anchor for a field around it; without a path it stays as it is, in an edition always.

        ``said`` is all that the field says, of which the map keeps a hash.
        """
        if not path or not self._prefix:
            return content
        self._paths.append(path)
        if path not in self._names:
            self._names[path] = f"~{digest_blocks(said)} {write_ids(path, self._ids)}"
        return self.bookmark(f"{self._prefix}{len(self._paths)}", content)

    def bookmark(self, name: str, content: str) -> str:
        """Give content with a bookmark of that name, such as the target of a link, around it."""
        self._bookmarks += 1
        return write_bookmark(FIRST_BOOKMARK_ID + self._bookmarks, name, content)

    def properties(self) -> dict[str, str]:
        """Give the map as custom properties: ``1-3~1a2b3c4d5e6f agenda[0].background`` says what bookmarks 1 to 3 belong to."""
        if not self._prefix:
            return {}
        pieces = [""]
        for entry in _entries(self._paths, self._names):
            if len(pieces[-1]) + len(entry) + 1 > LONGEST_PROPERTY:
                pieces.append("")
            pieces[-1] = f"{pieces[-1]}\n{entry}".lstrip("\n")
        return {f"{MAP_PROPERTY}-{number:04}": piece for number, piece in enumerate(pieces, start=1)}


def _entries(paths: list[str], names: Mapping[str, str]) -> list[str]:
    """Give one entry for each run of neighbours with one path."""
    entries: list[str] = []
    first = 1
    for number, path in enumerate(paths, start=1):
        if number == len(paths) or paths[number] != path:
            entries.append((f"{first}-{number}" if number > first else f"{number}") + names[path])
            first = number + 1
    return entries


def write_ids(path: str, ids: Mapping[str, str]) -> str:
    """Give a path with the ids of the entries in it: ``agenda[0=burden-sharing].background``."""
    written, here = "", ""
    for piece in re.split(r"(?<=\])", path):
        here += piece
        written += f"{piece[:-1]}={ids[here]}]" if piece.endswith("]") and here in ids else piece
    return written


def digest_blocks(blocks: Blocks) -> str:
    """Give a short hash of what a text says, the same whatever numbers its sources have and where its lines may not break.

    Eight digits for all of it, and four for its words alone, which can be read back from any document.
    """
    return _hash("\0".join(_say(blocks)).replace("\u00a0", " "))[:DIGEST_OF_ALL] + digest_words(blocks)


def digest_words(blocks: Blocks) -> str:
    """Give a short hash of the words of a text, without looks, lists, blanks and numbers of sources."""
    words = (_say_words(inline) for inlines in iterate_inlines(blocks) for inline in inlines)
    return _hash("".join("".join(words).split()))[:_OF_WORDS]


def _say_words(inline: object) -> str:
    return inline.text if isinstance(inline, Run) else _say_inline(inline).replace("\2", "").replace("\3", "")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _say(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield "p"
                yield from map(_say_inline, block.inlines)
            case ItemList():
                yield f"l{block.ordered}{block.start}"
                for item in block.items:
                    yield "i"
                    yield from _say(item)
            case Table():
                for row in (block.header, *block.rows):
                    yield "r"
                    for cell in row:
                        yield "c"
                        yield from map(_say_inline, cell)


def _say_inline(inline: object) -> str:
    match inline:
        case Run():
            return f"{inline.strong:d}{inline.emphasis:d}{inline.link}\1{inline.text}"
        case Cited():
            return "\2".join(source.place for source in inline.sources)
        case Citation():
            return "\2".join(reference.place for reference in inline.references)
        case LineBreak():
            return "\3"
        case _:
            return ""


def read_anchors(properties: Mapping[str, str]) -> dict[int, Anchor]:
    """Give what each bookmark leads to by its number, from the custom properties of a document."""
    pieces = [properties[name] for name in sorted(properties) if name.startswith(f"{MAP_PROPERTY}-")]
    found: dict[int, Anchor] = {}
    for entry in "\n".join(pieces).splitlines():
        if match := _ENTRY.fullmatch(entry):
            first, last = int(match[1]), int(match[2] or match[1])
            anchor = _read_anchor(match[4], match[3] or "")
            # No document has so many; a map that says so was made to take up memory.
            found |= dict.fromkeys(range(first, min(last, first + MOST_ANCHORS) + 1), anchor)
    return found


def _read_anchor(written: str, digest: str) -> Anchor:
    ids: list[tuple[str, str]] = []
    path, end = "", 0
    for match in _WITH_ID.finditer(written):
        path += written[end : match.start()] + f"[{match[1]}]"
        ids.append((path, match[2]))
        end = match.end()
    return Anchor(path + written[end:], tuple(ids), digest)


def read_anchor_map(properties: dict[str, str], prefix: str) -> dict[str, str]:
    """Give the field of each bookmark name, from the custom properties of a document."""
    return {f"{prefix}{number}": anchor.path for number, anchor in read_anchors(properties).items()}
