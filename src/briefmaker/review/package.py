"""Opens a document that came back from Word: nothing in it is trusted, and what it cannot be is said at once."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Severity
from briefmaker.writing.word.anchors import FORMAT_PROPERTY, MAP_FORMAT, Anchor, read_anchors
from briefmaker.writing.word.package import SEAL_PROPERTY
from briefmaker.writing.word.properties import read_custom_properties

_MAIN, _CUSTOM = "officeDocument", "custom-properties"
LARGEST_FILE = 64 * 1024 * 1024
LARGEST_INSIDE = 256 * 1024 * 1024
MOST_PARTS = 5_000
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_HYPERLINK = "/hyperlink"
_OLD_WORD = b"\xd0\xcf\x11\xe0"


class UnreadableReviewError(BriefmakerError):
    """A returned document that cannot be read, or that no brief was made into; ``code`` is that of the finding."""

    def __init__(self, code: Code, message: str, hint: str) -> None:
        super().__init__(f"{code.value} {message}", hint, exit_code=1)
        self.code = code


@dataclass(frozen=True)
class ReturnedDocument:
    """A document that came back: its parts, what briefmaker once wrote into its properties, and what is odd about it."""

    name: str
    parts: Mapping[str, bytes]
    properties: Mapping[str, str]
    findings: tuple[Diagnostic, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Give the SHA-256 of the brief that the document was made from; empty where it does not say."""
        return self.properties.get("briefmaker-source", "")

    @property
    def edition(self) -> str:
        """Give the edition that the document is; empty for the whole brief."""
        return self.properties.get("briefmaker-edition", "")

    @cached_property
    def anchors(self) -> dict[int, Anchor]:
        """The field of each bookmark, by the number in its name."""
        return read_anchors(self.properties)

    @cached_property
    def main(self) -> str:
        """The part that holds the text: programs give it names of their own."""
        return next(iter(_related(self.name, self.parts, "", _MAIN)), "")

    def related(self, kind: str) -> list[str]:
        """Give the parts of a kind, such as ``styles`` or ``header``, that the text leads to."""
        return _related(self.name, self.parts, self.main, kind)

    def tree(self, part: str) -> etree._Element | None:
        """Give a part as a tree; None where the document has none. Raises UnreadableReviewError for one that is no XML."""
        return _parse(self.name, part, self.parts[part]) if part in self.parts else None

    def links(self, part: str) -> dict[str, str]:
        """Give the web addresses that a part leads to, by the ids of its relationships."""
        tree = self.tree(_relationships_of(part))
        return {} if tree is None else _read_links(tree)


def open_returned(name: str, content: bytes) -> ReturnedDocument:
    """Open a document that came back.

    Raises UnreadableReviewError for one that is damaged, locked, too large, of a later briefmaker, or none of briefmaker's.
    """
    parts = _unpack(name, content)
    properties = _read_properties(name, parts)
    if SEAL_PROPERTY not in properties:
        raise UnreadableReviewError(
            Code.REVIEW_FOREIGN,
            f"{name} was not written by briefmaker, or lost what says so",
            "pull what `briefmaker build` wrote and a reviewer sent back as .docx",
        )
    _check_format(name, properties)
    if properties.get("briefmaker-edition"):
        raise UnreadableReviewError(
            Code.REVIEW_EDITION,
            f"{name} is the edition {properties['briefmaker-edition']}, which holds no way back to its brief",
            "send the whole document round for review; an edition says nothing of what it withholds",
        )
    document = ReturnedDocument(name, parts, properties, tuple(_look_around(name, parts)))
    if document.main not in parts:
        raise _unreadable(name)
    return document


def _check_format(name: str, properties: Mapping[str, str]) -> None:
    """Refuse the map of a later briefmaker: it may say what this one takes for something else."""
    told = properties.get(FORMAT_PROPERTY, "")
    if told.isdecimal() and int(told) > int(MAP_FORMAT):
        raise UnreadableReviewError(
            Code.REVIEW_NEWER, f"{name} was written by a later version of briefmaker", "pull it with that version"
        )


def _unpack(name: str, content: bytes) -> dict[str, bytes]:
    if content.startswith(_OLD_WORD):
        raise UnreadableReviewError(
            Code.REVIEW_LOCKED,
            f"{name} is encrypted, or in Word's old format",
            "open it in Word and save it as .docx without a password",
        )
    if len(content) > LARGEST_FILE:
        raise _too_large(name)
    try:
        return _read_entries(name, content)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as broken:
        raise _unreadable(name) from broken


def _read_entries(name: str, content: bytes) -> dict[str, bytes]:
    """Unpack all parts, unless they say that they are too large, or turn out to be: the sizes told need not be true."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        entries = [entry for entry in package.infolist() if not entry.is_dir()]
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_INSIDE:
            raise _too_large(name)
        return {entry.filename: package.read(entry) for entry in entries}


def _too_large(name: str) -> UnreadableReviewError:
    return UnreadableReviewError(
        Code.REVIEW_TOO_LARGE,
        f"{name} holds more than {LARGEST_INSIDE // 1024**2} MB once it is unpacked, and is not opened",
        "ask for the document anew: no brief is so large",
    )


def _unreadable(name: str) -> UnreadableReviewError:
    return UnreadableReviewError(
        Code.REVIEW_UNREADABLE,
        f"{name} is not a Word document that can be read: it is damaged, or was cut short",
        "ask for the document anew, or open it in Word and save it as .docx",
    )


def _read_properties(name: str, parts: Mapping[str, bytes]) -> dict[str, str]:
    part = next(iter(_related(name, parts, "", _CUSTOM)), "")
    if part not in parts:
        return {}
    _parse(name, part, parts[part])
    return read_custom_properties(parts[part])


def _related(name: str, parts: Mapping[str, bytes], owner: str, kind: str) -> list[str]:
    """Give the parts that a part, or the package, leads to by relationships of a kind."""
    relationships = _relationships_of(owner) if owner else "_rels/.rels"
    if relationships not in parts:
        return []
    tree = _parse(name, relationships, parts[relationships])
    folder = posixpath.dirname(owner)
    found = (each for each in tree.iter(f"{_RELATIONSHIPS}Relationship") if each.get("TargetMode") != "External")
    targets = (each.get("Target", "") for each in found if each.get("Type", "").rpartition("/")[2] == kind)
    return [posixpath.normpath(posixpath.join("/", folder, each)).lstrip("/") for each in targets]


def _parse(name: str, part: str, content: bytes) -> etree._Element:
    if b"<!DOCTYPE" in content[:1000]:
        raise _unreadable(name)
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as broken:
        raise UnreadableReviewError(
            Code.REVIEW_UNREADABLE, f"{name} is damaged: {part} is not XML", "ask for the document anew"
        ) from broken


def _relationships_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _read_links(tree: etree._Element) -> dict[str, str]:
    found = (each for each in tree.iter(f"{_RELATIONSHIPS}Relationship") if each.get("TargetMode") == "External")
    return {each.get("Id", ""): each.get("Target", "") for each in found if each.get("Type", "").endswith(_HYPERLINK)}


def _look_around(name: str, parts: Mapping[str, bytes]) -> "list[Diagnostic]":
    """Tell what a reviewed document should not have: programs, and parts that are fetched from elsewhere."""
    found = []
    if any(posixpath.basename(part).lower().startswith("vbaproject") for part in parts):
        found.append(_warn(name, Code.REVIEW_MACROS, "it holds macros, which nothing here runs or keeps"))
    outside = sorted(
        {target for part in parts if part.endswith(".rels") for target in _list_outside(name, part, parts)}
    )
    if outside:
        shown = ", ".join(outside[:3]) + (" ..." if len(outside) > 3 else "")  # noqa: PLR2004 - enough to know them by
        found.append(_warn(name, Code.REVIEW_EXTERNAL, f"it refers to files elsewhere, which are not read: {shown}"))
    return found


def _list_outside(name: str, part: str, parts: Mapping[str, bytes]) -> "list[str]":
    tree = _parse(name, part, parts[part])
    outside = (each for each in tree.iter(f"{_RELATIONSHIPS}Relationship") if each.get("TargetMode") == "External")
    return [each.get("Target", "") for each in outside if not each.get("Type", "").endswith(_HYPERLINK)]


def _warn(name: str, code: Code, message: str) -> Diagnostic:
    return Diagnostic(code, message, name, severity=Severity.WARNING)
