"""What could be huge once unpacked is refused before it is."""

import io
import zipfile
import zlib

import pytest
from tests.verifying.planting import make_pdf

from briefmaker.reading.unpacking import MOST_PARTS
from briefmaker.verifying import limits
from briefmaker.verifying.limits import UnreadableDocumentError, check_size, check_streams
from briefmaker.verifying.verify_document import open_document


def _pdf_with(packed: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    head = b"<< /Length %d /Filter %s >>\nstream\n" % (len(packed), filters)
    return b"%PDF-1.7\n1 0 obj\n" + head + packed + b"\nendstream\nendobj\n"


def test_a_stream_that_unpacks_to_gigabytes_is_refused() -> None:
    """One megabyte that holds a gigabyte of zeros is measured in pieces, and left as soon as it is too much."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(16 * 1024**2)) for _ in range(20)) + packer.flush()
    assert len(packed) < 1024**2
    with pytest.raises(UnreadableDocumentError, match="holds more than 256 MB"):
        open_document("bomb.pdf", _pdf_with(packed))


def test_many_streams_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each may be small."""
    monkeypatch.setattr(limits, "LARGEST_INSIDE", 3_000_000)
    one = _pdf_with(zlib.compress(bytes(1_000_000)))
    check_streams("brief.pdf", one * 2)
    with pytest.raises(UnreadableDocumentError):
        check_streams("brief.pdf", one * 4)


@pytest.mark.parametrize("filters", [b"[/FlateDecode /FlateDecode]", b"[/ASCIIHexDecode/FlateDecode]", b"/LZWDecode"])
def test_a_stream_that_cannot_be_measured_is_refused(filters: bytes) -> None:
    """What is packed twice is small even after it was unpacked once."""
    with pytest.raises(UnreadableDocumentError, match="packed in a way"):
        check_streams("brief.pdf", _pdf_with(b"", filters))


def test_a_pdf_of_our_own_passes() -> None:
    """Its streams are measured too."""
    check_streams("brief.pdf", make_pdf())


def test_a_package_that_unpacks_to_gigabytes_is_refused() -> None:
    """By what its directory says, before any part is unpacked."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        for _ in range(20):
            part.write(bytes(16 * 1024**2))
    with pytest.raises(UnreadableDocumentError, match="holds more than 256 MB"):
        open_document("bomb.docx", written.getvalue())


def test_a_package_of_very_many_parts_is_refused() -> None:
    """Their names alone would fill the memory."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for number in range(MOST_PARTS + 1):
            package.writestr(str(number), b"")
    with pytest.raises(UnreadableDocumentError, match="holds more than"):
        open_document("many.docx", written.getvalue())


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it is."""
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    with pytest.raises(UnreadableDocumentError, match="larger than"):
        check_size("brief.pdf", bytes(11))
