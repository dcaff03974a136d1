"""The DOCX file as a package: the same bytes for the same content, and a seal that shows later edits."""

import hashlib
import io
import zipfile

from briefmaker.reading.office_package import CUSTOM_PART, read_custom_properties
from briefmaker.reading.unpacking import PackageError, unpack
from briefmaker.writing.word.own_properties import SEAL_PROPERTY
from briefmaker.writing.word.properties import write_custom_properties

_FIRST_PARTS = ("[Content_Types].xml", "_rels/.rels")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def seal_package(content: bytes, properties: dict[str, str]) -> bytes:
    """Give the package with its custom properties and a seal over all else, its entries in a fixed order and time."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[CUSTOM_PART] = write_custom_properties({SEAL_PROPERTY: _seal(parts), **properties})
    return write_package(parts)


def _seal(parts: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(parts):
        if name != CUSTOM_PART:
            digest.update(f"{name}\0{len(parts[name])}\0".encode() + parts[name])
    return digest.hexdigest()


def write_package(parts: dict[str, bytes]) -> bytes:
    """Give a package of these parts, its entries in a fixed order and with a fixed time."""
    ordered = [name for name in _FIRST_PARTS if name in parts]
    ordered += sorted(name for name in parts if name not in _FIRST_PARTS)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ordered:
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            package.writestr(entry, parts[name])
    return written.getvalue()


def is_untouched(content: bytes) -> bool:
    """Tell whether a document is exactly as briefmaker wrote it: one edited since, or by another program, is not."""
    try:
        parts = unpack(content)
        return read_custom_properties(parts[CUSTOM_PART]).get(SEAL_PROPERTY) == _seal(parts)
    except (PackageError, KeyError, ValueError):
        return False
