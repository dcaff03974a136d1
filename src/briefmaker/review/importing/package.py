"""Opens a Word document from elsewhere: what kind of file it is, how much it holds, and its parts; nothing is run or fetched."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from briefmaker.diagnostics import Code, Diagnostic, Severity
from briefmaker.writing.word.properties import CUSTOM_PART, read_custom_properties

LARGEST_FILE = 64 * 1024 * 1024
LARGEST_INSIDE = 256 * 1024 * 1024
LARGEST_XML = 64 * 1024 * 1024
MOST_PARTS = 5_000
_PIECE = 1024 * 1024
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CONTENT_TYPES = "[Content_Types].xml"
_MACROS = re.compile(r"(?i)(^|/)vba\w*\.(bin|xml)$")
_AS_DOCX = "open it in Word or LibreOffice and save it as .docx"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What fetches something when a document is opened; a hyperlink waits until somebody follows it.
_FETCHED = {"image", "attachedTemplate", "oleObject", "frame", "subDocument", "video", "audio", "externalLinkPath"}
Element = etree._Element  # noqa: SLF001 - lxml's only name for the type


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part leads to: a kind such as ``hyperlink``, and an address outside or another part of the package."""

    id: str
    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True)
class ForeignPackage:
    """The parts of a document as bytes, and as trees once they are asked for."""

    parts: Mapping[str, bytes]
    trees: Mapping[str, Element]

    @cached_property
    def document_part(self) -> str:
        """The part that holds the text: ``word/document.xml``, unless the package says otherwise."""
        return next(
            (each.target for each in self.relationships("").values() if each.kind == "officeDocument"),
            "word/document.xml",
        )

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """Give what a part leads to, by id; for the package itself the part is empty."""
        folder, name = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {} if tree is None else {each.id: each for each in _read_relationships(tree, folder)}

    def related(self, kind: str) -> Iterator[tuple[str, Element]]:
        """Give the parts of one kind that the document leads to, such as ``header``, each with its tree, in their order."""
        for each in self.relationships(self.document_part).values():
            if each.kind == kind and each.target in self.trees:
                yield each.target, self.trees[each.target]

    @cached_property
    def custom_properties(self) -> Mapping[str, str]:
        """The custom properties; none where the part cannot be read."""
        return read_custom_properties(self.parts[CUSTOM_PART]) if CUSTOM_PART in self.trees else {}


@dataclass(frozen=True, slots=True)
class Opening:
    """A package, or None, with all that there is to tell of it."""

    package: ForeignPackage | None
    diagnostics: tuple[Diagnostic, ...] = ()


def open_foreign(name: str, content: bytes) -> Opening:
    """Open a document by its bytes; never raises.

    ``name`` is what findings call it. A file that is no DOCX, is encrypted, cut off or holds too much is an error; macros and
    addresses that would be fetched are warnings: nothing of a document is ever run or fetched.
    """
    refused = _refuse(name, content)
    if refused:
        return Opening(None, (refused,))
    try:
        parts = _unpack(content)
        package = ForeignPackage(parts, {part: _parse(data) for part, data in parts.items() if _is_xml(part)})
    except _TooMuchError:
        message = f"holds more than {LARGEST_INSIDE // _PIECE} MB once it is unpacked, and is not opened"
        return Opening(None, (_error(Code.IMPORT_TOO_LARGE, name, message, "copy its text into a new document"),))
    except (
        *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError),
        *(NotImplementedError, RuntimeError, etree.XMLSyntaxError),
    ):
        message = "is damaged or was cut off on its way: it cannot be unpacked"
        return Opening(None, (_error(Code.IMPORT_DAMAGED, name, message, "ask for the file anew, or " + _AS_DOCX),))
    if package.document_part not in package.trees:
        message = "is a package without a document in it" + _name_kind(parts)
        return Opening(None, (_error(Code.IMPORT_OTHER_FILE, name, message, _AS_DOCX),))
    return Opening(package, tuple(_look_for_risks(name, package)))


def _error(code: Code, name: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, name, hint=hint)


_OLD_WORD = b"\xd0\xcf\x11\xe0"
# The first bytes of files that people take for Word documents, what these are, and what to do.
_OTHERS = (
    (b"%PDF-", "is a PDF", "ask for the Word document that it was made from"),
    (b"{\\rtf", "is in rich text format (.rtf)", _AS_DOCX),
    (_OLD_WORD, "is in Word's old format (.doc)", _AS_DOCX),
)


def _refuse(name: str, content: bytes) -> Diagnostic | None:
    """Tell by its size and first bytes why a file is no DOCX, or give None."""
    if len(content) > LARGEST_FILE:
        message = f"is larger than {LARGEST_FILE // _PIECE} MB"
        return _error(Code.IMPORT_TOO_LARGE, name, message, "take large pictures out of it")
    if not content:
        return _error(Code.IMPORT_DAMAGED, name, "is empty", "ask for the file anew")
    if content.startswith(_OLD_WORD) and _ENCRYPTED in content:
        return _error(Code.IMPORT_LOCKED, name, "has a password", "save it without one: File > Info in Word")
    for beginning, message, hint in _OTHERS:
        if content.startswith(beginning):
            return _error(Code.IMPORT_OTHER_FILE, name, message, hint)
    if not content.startswith(b"PK"):
        return _error(Code.IMPORT_OTHER_FILE, name, "is not a Word document", _AS_DOCX)
    return None


class _TooMuchError(Exception):
    """A package that would fill the memory."""


def _unpack(content: bytes) -> dict[str, bytes]:
    """Give the parts by name; what is read is counted, since the sizes that a package states need not be true."""
    parts, total = {}, 0
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        entries = package.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_INSIDE:
            raise _TooMuchError
        for entry in entries:
            with package.open(entry) as stream:
                parts[entry.filename] = stream.read(LARGEST_INSIDE - total + 1)
            total += len(parts[entry.filename])
            is_too_long = _is_xml(entry.filename) and len(parts[entry.filename]) > LARGEST_XML
            if total > LARGEST_INSIDE or is_too_long:
                raise _TooMuchError
    return parts


def _is_xml(part: str) -> bool:
    return part.endswith((".xml", ".rels"))


def _parse(content: bytes) -> Element:
    """Give a part as a tree; one with a document type, which could swell without end, is refused as damaged."""
    if b"<!DOCTYPE" in content[:1000] or b"<!ENTITY" in content[:5000]:
        raise ValueError("a part has a document type")
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _name_kind(parts: Mapping[str, bytes]) -> str:
    """Say what a package is instead of a Word document, where that can be told."""
    kind = parts.get("mimetype", b"")[:100]
    if b"opendocument" in kind:
        return ": an OpenDocument file"
    if any(part.startswith("xl/") for part in parts):
        return ": an Excel workbook"
    return ": a PowerPoint presentation" if any(part.startswith("ppt/") for part in parts) else ""


def _look_for_risks(name: str, package: ForeignPackage) -> Iterator[Diagnostic]:
    if any(_MACROS.search(part) for part in package.parts) or b"macroEnabled" in package.parts.get(_CONTENT_TYPES, b""):
        message, hint = "has macros; they are neither run nor kept", "its text is read as it stands"
        yield Diagnostic(Code.IMPORT_NOT_FETCHED, message, name, hint=hint, severity=Severity.WARNING)
    fetched = sorted({each.target for each in _iterate_fetched(package)})
    if fetched:
        message = (
            f"wants to fetch {len(fetched)} file{'s' * (len(fetched) > 1)} from outside, such as {fetched[0][:80]}"
        )
        hint = "nothing is fetched; put into the document itself what it needs"
        yield Diagnostic(Code.IMPORT_NOT_FETCHED, message, name, hint=hint, severity=Severity.WARNING)


def _iterate_fetched(package: ForeignPackage) -> Iterator[Relationship]:
    for part, tree in package.trees.items():
        if part.endswith(".rels"):
            yield from (each for each in _read_relationships(tree, "") if each.is_external and each.kind in _FETCHED)


def _read_relationships(tree: Element, folder: str) -> Iterator[Relationship]:
    for each in tree.iter(_RELATIONSHIP):
        is_external = each.get("TargetMode") == "External"
        target = each.get("Target", "")
        path = target if is_external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Relationship(each.get("Id", ""), each.get("Type", "").rsplit("/", 1)[-1], path, is_external)
