"""Anchors: a bookmark in every paragraph that came from the brief, and the map from bookmark to field.

LibreOffice keeps a bookmark that lies within one paragraph, and the document's custom properties; it loses content controls
and paragraph ids. So each anchored paragraph has its bookmark inside it, and the map travels in the custom properties, cut
into pieces since Word keeps no more than 255 characters of one.
"""

import re

from briefmaker.writing.word.wordml import write_bookmark

FIRST_BOOKMARK_ID = 100_000  # above those that Word gave to bookmarks of the template itself
LONGEST_PROPERTY = 250
MAP_PROPERTY = "briefmaker-anchors"


class Anchors:
    """Names the anchored paragraphs of one document, in the order in which they are written.

    The document of an edition has no fingerprint, since that of the whole file could prove a guess at what is withheld, and
    so it has no anchors either.
    """

    def __init__(self, fingerprint: str) -> None:
        self._prefix = f"bf_{fingerprint[:8]}_" if fingerprint else ""
        self._paths: list[str] = []
        self._bookmarks = 0

    def anchor(self, path: str, content: str) -> str:
        """Give content with an anchor for a field around it; without a path it stays as it is, in an edition always."""
        if not path or not self._prefix:
            return content
        self._paths.append(path)
        return self.bookmark(f"{self._prefix}{len(self._paths)}", content)

    def bookmark(self, name: str, content: str) -> str:
        """Give content with a bookmark of that name, such as the target of a link, around it."""
        self._bookmarks += 1
        return write_bookmark(FIRST_BOOKMARK_ID + self._bookmarks, name, content)

    def properties(self) -> dict[str, str]:
        """Give the map as custom properties: ``1-3 agenda[0].background`` says what bookmarks 1 to 3 belong to."""
        if not self._prefix:
            return {}
        pieces = [""]
        for entry in _entries(self._paths):
            if len(pieces[-1]) + len(entry) + 1 > LONGEST_PROPERTY:
                pieces.append("")
            pieces[-1] = f"{pieces[-1]}\n{entry}".lstrip("\n")
        return {f"{MAP_PROPERTY}-{number:04}": piece for number, piece in enumerate(pieces, start=1)}


def _entries(paths: list[str]) -> list[str]:
    """Give one entry for each run of neighbours with one path."""
    entries: list[str] = []
    first = 1
    for number, path in enumerate(paths, start=1):
        if number == len(paths) or paths[number] != path:
            entries.append(f"{first}-{number} {path}" if number > first else f"{number} {path}")
            first = number + 1
    return entries


def read_anchor_map(properties: dict[str, str], prefix: str) -> dict[str, str]:
    """Give the field of each bookmark name, from the custom properties of a document."""
    pieces = [properties[name] for name in sorted(properties) if name.startswith(f"{MAP_PROPERTY}-")]
    found: dict[str, str] = {}
    for entry in "\n".join(pieces).splitlines():
        if match := re.fullmatch(r"([0-9]+)(?:-([0-9]+))? (.+)", entry):
            first, last = int(match[1]), int(match[2] or match[1])
            found |= {f"{prefix}{number}": match[3] for number in range(first, last + 1)}
    return found
