"""A Word document as a package of parts: what its parts refer to, and parts that go over from one document to another."""

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_FORMER = "former-"
"""Stands before the name of a part that came over from the old document."""


class Package:
    """The parts of one document by name; those that were asked for as XML are written anew at the end."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self._roots: dict[str, Any] = {}

    def has(self, name: str) -> bool:
        """Tell whether there is a part of this name."""
        return name in self.parts

    def root(self, name: str) -> Any:
        """Give the root of a part, the same one each time."""
        if name not in self._roots:
            self._roots[name] = parse(self.parts[name])
        return self._roots[name]

    def add(self, name: str, content: bytes, content_type: str) -> None:
        """Add a part of this type."""
        self.parts[name] = content
        attributes = {"PartName": f"/{name}", "ContentType": content_type}
        etree.SubElement(self.root(CONTENT_TYPES), f"{_TYPES}Override", attributes)

    def type_of(self, name: str) -> str:
        """Give the type of a part's content: what is said of the part itself, else of its ending."""
        types = self.root(CONTENT_TYPES)
        by_name = {each.get("PartName"): each.get("ContentType") for each in types.iter(f"{_TYPES}Override")}
        by_ending = {each.get("Extension"): each.get("ContentType") for each in types.iter(f"{_TYPES}Default")}
        return by_name.get(f"/{name}") or by_ending.get(name.rpartition(".")[2]) or "application/octet-stream"

    def finish(self) -> dict[str, bytes]:
        """Give all parts, those that were opened as they are now."""
        written = {
            name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, root in self._roots.items()
        }
        return self.parts | written


class Relations:
    """What one part of a package refers to, by the id of each relation."""

    def __init__(self, package: Package, part: str) -> None:
        self.package, self.part = package, part
        folder, name = posixpath.split(part)
        self.file = f"{folder}/_rels/{name}.rels"
        self._root = package.root(self.file) if package.has(self.file) else None

    def find(self, key: str) -> Any:
        """Give a relation; None where there is none of this id."""
        return next((each for each in self if each.get("Id") == key), None)

    def __iter__(self) -> Iterator[Any]:
        return iter(() if self._root is None else self._root.iter(_RELATION))

    def name_target(self, relation: Any) -> str:
        """Give the name of the part that a relation leads to."""
        target = str(relation.get("Target"))
        folder = posixpath.dirname(self.part)
        return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))

    def identify(self, key: str) -> str:
        """Give what a relation leads to as words that are the same for the same address, or for parts of the same content."""
        relation = self.find(key)
        if relation is None:
            return ""
        if relation.get("TargetMode") == "External":
            return str(relation.get("Target"))
        name = self.name_target(relation)
        inner = Relations(self.package, name)
        contents = [self.package.parts.get(name, b""), *(inner.identify(each.get("Id")).encode() for each in inner)]
        return hashlib.sha256(b"\0".join(contents)).hexdigest()

    def relate(self, kind: str, target: str, *, is_external: bool = False) -> str:
        """Give the id of a relation of this kind to a target, which is added if need be."""
        mode = "External" if is_external else None
        for each in self:
            if (each.get("Type"), each.get("Target"), each.get("TargetMode")) == (kind, target, mode):
                return str(each.get("Id"))
        key = next(name for number in range(1, 1_000_000) if self.find(name := f"former{number}") is None)
        attributes = {"Id": key, "Type": kind, "Target": target, **({"TargetMode": mode} if mode else {})}
        etree.SubElement(self._need_root(), _RELATION, attributes)
        return key

    def link_to(self, address: str) -> str:
        """Give the id of a relation to a web address."""
        return self.relate(_HYPERLINK, address, is_external=True)

    def _need_root(self) -> Any:
        if self._root is None:
            self.package.parts[self.file] = b'<Relationships xmlns="%s"/>' % _RELATION[1:].partition("}")[0].encode()
            self._root = self.package.root(self.file)
        return self._root

    def bring(self, key: str, source: "Relations") -> str:
        """Give the id of a relation to what another document's relation leads to, whose part is brought over if need be."""
        relation = source.find(key)
        if relation is None:
            return ""
        kind = str(relation.get("Type"))
        if relation.get("TargetMode") == "External":
            return self.relate(kind, str(relation.get("Target")), is_external=True)
        words = source.identify(key)
        known = next((each for each in self if self.identify(each.get("Id")) == words), None)
        if known is not None:
            return str(known.get("Id"))
        return self.relate(kind, f"/{self._bring_part(source.name_target(relation), source.package)}")

    def _bring_part(self, name: str, source: Package) -> str:
        folder, file = posixpath.split(name)
        brought = f"{folder}/{_FORMER}{file}"
        if not self.package.has(brought):
            self.package.add(brought, source.parts[name], source.type_of(name))
            theirs, ours = Relations(source, name), Relations(self.package, brought)
            for each in theirs:
                target = theirs.name_target(each)
                attributes = dict(each.attrib)
                if each.get("TargetMode") != "External":
                    attributes["Target"] = f"/{self._bring_part(target, source)}"
                etree.SubElement(ours._need_root(), _RELATION, attributes)
        return brought


def parse(content: bytes) -> Any:
    """Give the root of a part's XML; nothing outside it is read."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def canonise(element: Any) -> str:
    """Give an element as text that is equal for equal ones; empty for one that says nothing."""
    if not len(element) and not element.attrib:
        return ""
    return str(etree.tostring(element, method="c14n", exclusive=True, with_tail=False).decode())
