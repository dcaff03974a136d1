"""Reads from the PDF of a pack which pages it has: what a late change is compared with."""

import io

from briefmaker.writing.pack_changes import PAGES_PROPERTY, FormerPack, read_pages


def read_former_pack(content: bytes) -> FormerPack | None:
    """Give a pack as it was issued, by its PDF; None for a file that is none."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return read_pages(str(pdf.docinfo.get(f"/{PAGES_PROPERTY}", "")))
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError):
        return None
