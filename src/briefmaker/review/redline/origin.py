"""What a Word document says of where it comes from: the brief it was made of, and whether it can be compared by its own text."""

import io
import zipfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from briefmaker.review.form.places import FORM_PROPERTY
from briefmaker.review.redline.package import DOCUMENT, parse
from briefmaker.writing.word.package import is_untouched
from briefmaker.writing.word.properties import CUSTOM_PART, read_custom_properties
from briefmaker.writing.word.wordml import W

_MOST_BYTES = 64 * 1024 * 1024
_XML = (".xml", ".rels")
_CORE_PART = "docProps/core.xml"
_MODIFIED = "{http://purl.org/dc/terms/}modified"
_REVISIONS = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange"))


class NotOursError(Exception):
    """A file that briefmaker did not write as a Word document, or that cannot be opened; the text is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from: the SHA-256 of its brief, empty for an edition's, whose name is in ``edition`` then.

    ``is_untouched`` tells that nobody has edited it since; ``has_revisions`` that there are tracked changes in it.
    """

    fingerprint: str
    edition: str
    marking: str
    is_untouched: bool
    has_revisions: bool
    moment: datetime


def find_origin(content: bytes) -> Origin:
    """Give where a document comes from. Raises NotOursError."""
    try:
        parts = _open(content)
        for name, part in parts.items():
            if name.endswith(_XML):
                parse(part)
        properties = read_custom_properties(parts[CUSTOM_PART]) if CUSTOM_PART in parts else {}
        document = parse(parts[DOCUMENT])
        modified = parse(parts[_CORE_PART]).findtext(_MODIFIED) if _CORE_PART in parts else None
        moment = datetime.fromisoformat(modified) if modified else datetime(1980, 1, 1, tzinfo=UTC)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as broken:
        raise NotOursError("it is no Word document that can be opened: damaged, cut short, or protected") from broken
    except (KeyError, ValueError, etree.XMLSyntaxError) as broken:
        raise NotOursError("it is damaged: a part of it is missing, or cannot be read") from broken
    if not any(name.startswith("briefmaker-") for name in properties):
        raise NotOursError("briefmaker did not write it: it says nothing of the brief that it was made of")
    if FORM_PROPERTY in properties:
        raise NotOursError("it is a form that becomes a brief, and no version of one")
    return Origin(
        properties.get("briefmaker-source", ""),
        properties.get("briefmaker-edition", ""),
        properties.get("briefmaker-marking", ""),
        is_untouched(content),
        next(document.iter(*_REVISIONS), None) is not None,
        moment,
    )


def _open(content: bytes) -> dict[str, bytes]:
    """Give all parts; a package that would fill the memory is refused before anything of it is unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        if sum(entry.file_size for entry in package.infolist()) > _MOST_BYTES:
            raise NotOursError(f"unpacked it is larger than {_MOST_BYTES // (1 << 20)} MB")
        return {name: package.read(name) for name in package.namelist()}
