"""A PDF file that goes with a pack: opened once, to see that its pages can be bound and how large they are."""

import io
from dataclasses import dataclass

MAX_BYTES = 100_000_000
MAX_PAGES = 500


class AnnexRefusedError(Exception):
    """A file cannot be an annex; the text is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class AnnexFile:
    """A PDF file and the size of each of its pages, in points, as it is seen."""

    content: bytes
    sizes: tuple[tuple[float, float], ...]


def read_annex(content: bytes, name: str) -> AnnexFile:
    """Give a PDF file that can be bound. Raises AnnexRefusedError for one that is none, is locked, or has no pages."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if pdf.is_encrypted:
                raise AnnexRefusedError(f"`{name}` is encrypted: what may not be copied cannot be bound")
            sizes = tuple(_measure(page) for page in pdf.pages)
    except pikepdf.PasswordError as locked:
        raise AnnexRefusedError(f"`{name}` is locked with a password") from locked
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as broken:
        raise AnnexRefusedError(f"`{name}` is not a PDF that can be read") from broken
    if not sizes:
        raise AnnexRefusedError(f"`{name}` has no pages")
    if len(sizes) > MAX_PAGES:
        raise AnnexRefusedError(f"`{name}` has {len(sizes)} pages, and an annex {MAX_PAGES} at most")
    return AnnexFile(content, sizes)


def _measure(page: object) -> tuple[float, float]:
    """Give width and height of a page as it is seen: what is cut off, and turned."""
    left, bottom, right, top = (float(side) for side in page.cropbox)  # type: ignore[attr-defined]  # pikepdf.Page
    size = abs(right - left) or 1.0, abs(top - bottom) or 1.0
    is_turned = int(page.obj.get("/Rotate", 0)) % 180 == 90  # type: ignore[attr-defined]  # noqa: PLR2004 - a quarter turn
    return size[::-1] if is_turned else size
