"""Opens a Word document from elsewhere as a package of parts: nothing in it is trusted, nothing is run or fetched."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property

from lxml import etree

from briefmaker.reading.unpacking import LARGEST_FILE, PackageError, Refusal, is_xml, unpack

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type
DOCUMENT_PART = "word/document.xml"
CUSTOM_PART = "docProps/custom.xml"
CUSTOM_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CONTENT_TYPES = "[Content_Types].xml"
_MACROS = re.compile(r"(?i)(^|/)vba\w*\.(bin|xml)$")
_LONGEST_SHOWN = 80
_AS_DOCX = "open it in Word or LibreOffice and save it as .docx"
_ANEW = f"ask for the file anew, or {_AS_DOCX}"


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part leads to: a kind such as ``hyperlink``, and an address outside or another part of the package."""

    id: str
    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True)
class OfficePackage:
    """The parts of a document as bytes, and as trees once they are asked for."""

    parts: Mapping[str, bytes]
    _read: dict[str, Element] = field(default_factory=dict)

    def tree(self, part: str) -> Element | None:
        """Give a part as a tree; None where the document has none. Raises PackageError for one that is no XML."""
        if part not in self.parts:
            return None
        if part not in self._read:
            self._read[part] = _parse(part, self.parts[part])
        return self._read[part]

    @cached_property
    def trees(self) -> Mapping[str, Element]:
        """All parts that are XML by their names. Raises PackageError where one of them is none."""
        return {part: tree for part in self.parts if is_xml(part) and (tree := self.tree(part)) is not None}

    @cached_property
    def document_part(self) -> str:
        """The part that holds the text, which programs give names of their own."""
        return self._find("officeDocument", DOCUMENT_PART)

    @cached_property
    def custom_properties(self) -> Mapping[str, str]:
        """The custom properties; none where there are none."""
        tree = self.tree(self._find("custom-properties", CUSTOM_PART))
        return {} if tree is None else _list_properties(tree)

    def _find(self, kind: str, otherwise: str) -> str:
        return next((each.target for each in self.relationships("").values() if each.kind == kind), otherwise)

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """Give what a part leads to, by id; for the package itself the part is empty."""
        folder, name = posixpath.split(part)
        tree = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {} if tree is None else {each.id: each for each in _read_relationships(tree, folder)}

    def all_relationships(self) -> Iterator[tuple[str, Relationship]]:
        """Give every relationship of the package with the part that it belongs to; that of the package itself is empty."""
        for name in self.parts:
            folder, file = posixpath.split(name)
            if posixpath.basename(folder) == "_rels" and file.endswith(".rels"):
                owner = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
                yield from ((owner, each) for each in self.relationships(owner).values())

    def related(self, kind: str) -> Iterator[tuple[str, Element]]:
        """Give the parts of one kind that the text leads to, such as ``header``, in their order, each with its tree.

        Raises PackageError for one that is no XML.
        """
        for each in self.relationships(self.document_part).values():
            is_part = each.kind == kind and not each.is_external and is_xml(each.target)
            tree = self.tree(each.target) if is_part else None
            if tree is not None:
                yield each.target, tree


def open_package(content: bytes, *, reads_all: bool = True) -> OfficePackage:
    """Open a document by its bytes.

    Raises PackageError for one that is no DOCX, is encrypted, damaged or cut off, or holds more than a document may. Unless it
    ``reads_all``, a part that is no XML fails only once it is asked for: one that nobody needs may be broken.
    """
    _refuse_other(content)
    try:
        package = OfficePackage(unpack(content))
    except PackageError as refused:
        hint = _ANEW if refused.why is Refusal.DAMAGED else refused.hint
        raise PackageError(refused.why, str(refused), hint) from refused
    if package.document_part not in (package.trees if reads_all else package.parts):
        raise _refuse_package(package)
    return package


_OLD_WORD = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# The first bytes of files that people take for Word documents, what these are, and what to do.
_OTHERS = (
    (b"%PDF-", "is a PDF", "ask for the Word document that it was made from"),
    (b"{\\rtf", "is in rich text format (.rtf)", _AS_DOCX),
)


def _refuse_other(content: bytes) -> None:
    """Tell by its size and first bytes why a file is no DOCX."""
    if len(content) > LARGEST_FILE:
        raise PackageError(
            Refusal.TOO_LARGE, f"is larger than {LARGEST_FILE // 1024**2} MB", "take large pictures out of it"
        )
    if not content:
        raise PackageError(Refusal.DAMAGED, "is empty", "ask for the file anew")
    if content.startswith(_OLD_WORD) and _ENCRYPTED in content:
        raise PackageError(Refusal.LOCKED, "has a password", "save it without one: File > Info in Word")
    if content.startswith(_OLD_WORD):
        raise PackageError(Refusal.OLD_FORMAT, "is in Word's old format (.doc)", _AS_DOCX)
    for beginning, message, hint in _OTHERS:
        if content.startswith(beginning):
            raise PackageError(Refusal.OTHER_FILE, message, hint)
    if not content.startswith(b"PK"):
        raise PackageError(Refusal.OTHER_FILE, "is not a Word document", _AS_DOCX)


def _refuse_package(package: OfficePackage) -> PackageError:
    """Say what a package without a text is: another program's file, or a document that lost it."""
    kind = _name_kind(package.parts)
    if not kind and any(part.startswith("word/") for part in package.parts):
        return PackageError(Refusal.DAMAGED, f"is damaged: {package.document_part} is missing", _ANEW)
    return PackageError(Refusal.OTHER_FILE, f"is a package without a document in it{kind}", _AS_DOCX)


def _name_kind(parts: Mapping[str, bytes]) -> str:
    if b"opendocument" in parts.get("mimetype", b"")[:100]:
        return ": an OpenDocument file"
    if any(part.startswith("xl/") for part in parts):
        return ": an Excel workbook"
    return ": a PowerPoint presentation" if any(part.startswith("ppt/") for part in parts) else ""


def parse_xml(content: bytes) -> Element:
    """Give XML as a tree, nothing outside of it read, nothing in it expanded. Raises ValueError, also for a document type."""
    try:
        # What a document type defines could swell without end: one that is told at once is not read at all.
        has_type = b"<!DOCTYPE" in content[:1000]
        root = None if has_type else etree.fromstring(content, _make_parser())
    except etree.XMLSyntaxError as broken:
        raise ValueError("it is not XML") from broken
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("it has a document type, as no part of a document has")
    return root


def _make_parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def _parse(part: str, content: bytes) -> Element:
    try:
        return parse_xml(content)
    except ValueError as broken:
        raise PackageError(Refusal.DAMAGED, f"is damaged: {part} cannot be read, since {broken}", _ANEW) from broken


def resolve_target(folder: str, target: str) -> str:
    """Give the part that a target leads to which stands in the relationships of a part in a folder."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _read_relationships(tree: Element, folder: str) -> Iterator[Relationship]:
    for each in tree.iter(RELATIONSHIP):
        is_external = each.get("TargetMode") == "External"
        target = each.get("Target", "")
        path = target if is_external else resolve_target(folder, target)
        yield Relationship(each.get("Id", ""), each.get("Type", "").rsplit("/", 1)[-1], path, is_external)


def read_custom_properties(part: bytes) -> dict[str, str]:
    """Give the custom properties that a part holds. Raises ValueError for one that is no XML."""
    return _list_properties(parse_xml(part))


def _list_properties(tree: Element) -> dict[str, str]:
    return {
        str(each.get("name", "")): "".join(map(str, each.itertext()))
        for each in tree.findall(f"{{{CUSTOM_NAMESPACE}}}property")
    }


class Risk(Enum):
    """What a document may bring that is left alone."""

    MACROS = auto()
    FETCHED = auto()


def list_risks(package: OfficePackage) -> Iterator[tuple[Risk, str, str]]:
    """Give what of a document is left alone, each with a sentence and what to do about it.

    That is programs, and what would be fetched when the document is opened: a link waits until somebody follows it. Raises
    PackageError for relationships that cannot be read.
    """
    if any(map(_MACROS.search, package.parts)) or b"macroEnabled" in package.parts.get(_CONTENT_TYPES, b""):
        yield Risk.MACROS, "has macros; they are neither run nor kept", "its text is read as it stands"
    outside = (each for _, each in package.all_relationships() if each.is_external and each.kind != "hyperlink")
    fetched = sorted({each.target for each in outside})
    if fetched:
        files = f"{len(fetched)} file{'s' * (len(fetched) > 1)}"
        message = f"wants to fetch {files} from outside, such as {fetched[0][:_LONGEST_SHOWN]}"
        yield Risk.FETCHED, message, "nothing is fetched; put into the document itself what it needs"
