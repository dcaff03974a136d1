"""Opens the package of a Word document: its parts as bytes and as trees, with all that it names resolved."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from briefmaker.verifying.limits import LARGEST_INSIDE, MOST_PARTS, UnreadableDocumentError, too_much

RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
DOCUMENT_PART = "word/document.xml"
_OLD_WORD = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part leads to: a kind, and a target that is an address, or another part of the package."""

    id: str
    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True)
class WordPackage:
    """A package that was unpacked; ``trees`` holds its parts that are XML."""

    parts: Mapping[str, bytes]
    trees: Mapping[str, etree._Element]

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """Give what a part leads to, by id; an empty mapping for a part that leads nowhere."""
        folder, name = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        if tree is None:
            return {}
        return {each.id: each for each in _iterate_relationships(tree, folder)}

    def all_relationships(self) -> Iterator[tuple[str, Relationship]]:
        """Give every relationship of the package with the part that it belongs to; that of the package itself is empty."""
        for name, tree in self.trees.items():
            folder, file = posixpath.split(name)
            if posixpath.basename(folder) == "_rels" and file.endswith(".rels"):
                owner = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
                for each in _iterate_relationships(tree, posixpath.dirname(owner)):
                    yield owner, each


def _iterate_relationships(tree: etree._Element, folder: str) -> Iterator[Relationship]:
    for each in tree.iter(f"{RELATIONSHIPS}Relationship"):
        is_external = each.get("TargetMode") == "External"
        target = each.get("Target", "")
        path = target if is_external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Relationship(each.get("Id", ""), each.get("Type", "").rsplit("/", 1)[-1], path, is_external)


def open_package(name: str, content: bytes) -> WordPackage:
    """Unpack a document. Raises UnreadableDocumentError for one that is damaged, locked or too large, before it is unpacked."""
    if content.startswith(_OLD_WORD):
        raise UnreadableDocumentError(
            f"{name} is encrypted, or in Word's old format", "save it as .docx without a password"
        )
    try:
        parts = _unpack(name, content)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as broken:
        raise UnreadableDocumentError(f"{name} is not a Word document that can be read", "build it anew") from broken
    if DOCUMENT_PART not in parts:
        raise UnreadableDocumentError(f"{name} is not a Word document", "verify a .docx or .pdf that briefmaker wrote")
    return WordPackage(
        parts, {part: _parse(name, part, parts[part]) for part in parts if part.endswith((".xml", ".rels"))}
    )


def _unpack(name: str, content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        entries = package.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_INSIDE:
            raise too_much(name)
        return {entry.filename: package.read(entry) for entry in entries}


def _parse(name: str, part: str, content: bytes) -> etree._Element:
    if b"<!DOCTYPE" in content[:1000]:
        raise UnreadableDocumentError(f"{name} has a document type in {part}, as no Word document has")
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as broken:
        raise UnreadableDocumentError(f"{name} is damaged: {part} is not XML", "build the document anew") from broken
