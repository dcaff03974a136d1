"""A Word document as a package of parts: what each holds, and what it refers to."""

import posixpath
from collections.abc import Iterator
from typing import Any

from lxml import etree

from briefmaker.reading.office_package import RELATIONSHIP, parse_xml, resolve_target
from briefmaker.reading.unpacking import unpack

_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class Package:
    """The parts of one document by name; those that were asked for as XML are written anew at the end."""

    def __init__(self, content: bytes) -> None:
        self.parts = unpack(content)
        self._roots: dict[str, Any] = {}

    def has(self, name: str) -> bool:
        """Tell whether there is a part of this name."""
        return name in self.parts

    def root(self, name: str) -> Any:
        """Give the root of a part, the same one each time."""
        if name not in self._roots:
            self._roots[name] = parse_xml(self.parts[name])
        return self._roots[name]

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
        return iter(() if self._root is None else self._root.iter(RELATIONSHIP))

    def name_target(self, relation: Any) -> str:
        """Give the name of the part that a relation leads to."""
        return resolve_target(posixpath.dirname(self.part), str(relation.get("Target")))

    def find_address(self, key: str) -> str:
        """Give the web address that a relation leads to; empty for one that leads elsewhere."""
        relation = self.find(key)
        is_external = relation is not None and relation.get("TargetMode") == "External"
        return str(relation.get("Target")) if is_external else ""

    def link_to(self, address: str) -> str:
        """Give the id of a relation to a web address, which is added if need be."""
        wanted = (_HYPERLINK, address, "External")
        for each in self:
            if (each.get("Type"), each.get("Target"), each.get("TargetMode")) == wanted:
                return str(each.get("Id"))
        key = next(name for number in range(1, 1_000_000) if self.find(name := f"former{number}") is None)
        attributes = {"Id": key, "Type": _HYPERLINK, "Target": address, "TargetMode": "External"}
        etree.SubElement(self._need_root(), RELATIONSHIP, attributes)
        return key

    def _need_root(self) -> Any:
        if self._root is None:
            self.package.parts[self.file] = b'<Relationships xmlns="%s"/>' % RELATIONSHIP[1:].partition("}")[0].encode()
            self._root = self.package.root(self.file)
        return self._root


def canonise(element: Any) -> str:
    """Give an element as text that is equal for equal ones; empty for one that says nothing."""
    if not len(element) and not element.attrib:
        return ""
    return str(etree.tostring(element, method="c14n", exclusive=True, with_tail=False).decode())
