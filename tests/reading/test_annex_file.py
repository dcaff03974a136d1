"""An annex is opened once, to see whether it can be bound and how large its pages are."""

from pathlib import Path

import pytest
from tests.packs import write_annex

from briefmaker.reading.annex_file import AnnexRefusedError, read_annex


def test_pages_are_measured_as_they_are_seen(tmp_path: Path) -> None:
    """One that is turned is as wide as it was high."""
    write_annex(tmp_path / "a.pdf")
    assert read_annex((tmp_path / "a.pdf").read_bytes(), "a.pdf").sizes == ((595.0, 842.0), (842.0, 595.0))


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"%PDF-1.7\nxref\n0 0\ntrailer <<>>\n%%EOF", b"PK\x03\x04", b"\0" * 999]
)
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    """In a sentence, whatever it is."""
    with pytest.raises(AnnexRefusedError, match=r"`x.pdf` (is not a PDF|has no pages)"):
        read_annex(content, "x.pdf")
