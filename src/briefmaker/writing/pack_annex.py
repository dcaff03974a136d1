"""Binds the pages of a PDF file into a pack: each as a picture, with words in its stead, in a frame on a page of the pack.

WeasyPrint draws a stand-in of one dot where the page is to be, tagged as a figure; afterwards the page takes its place as a form,
so that it stays sharp and its words can be searched. What it says of its own structure is lost: docs/decisions/0018.
"""

import hashlib
import io
import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from briefmaker.model.picture import Picture
from briefmaker.reading.annex_file import AnnexFile
from briefmaker.view.pack_shape import EntryView, PackView, SheetView

_FIRST_WIDTH = 3001
"""The stand-in of the first page is so many dots wide, the next one more: by that it is known in the finished file."""

_DOTS_PER_INCH = 150
LONG_MARKING = 36
"""From more letters on, `brief.html.j2` gives a marking several lines."""

_TEXT_WIDTH = 166.0
_TEXT_HEIGHT = {"a4": 247.0, "letter": 236.0}
_SHORTER = {"a4": 16.0, "letter": 24.0}
"""In millimetres: how high the text is, and by how much less where a long marking takes more of head and foot."""


def frame_annex(
    annex: AnnexFile, entry: EntryView, view: PackView, first: int = 0, spare: float = 0
) -> tuple[tuple[SheetView, ...], tuple[Picture, ...]]:
    """Give a frame and a stand-in for each page of an annex; it says what is read aloud instead.

    ``first`` counts the pages of the annexes before it; ``spare`` is left free of the height, in millimetres.
    """
    from briefmaker.view.house import write_plainly

    words, frames, pictures = view.labels["annex_page"], [], []
    height_of_text = _TEXT_HEIGHT[view.paper] - spare
    if len(view.properties.marking) > LONG_MARKING:
        height_of_text -= _SHORTER[view.paper]
    file = hashlib.sha256(annex.content).hexdigest()[:16]
    for number, (width, height) in enumerate(annex.sizes):
        scale = min(_TEXT_WIDTH / width, height_of_text / height)
        picture = _make_stand_in(f"annex-{file}-{number}.png", _FIRST_WIDTH + first + number)
        said = words.format(title=f"{entry.name}: {write_plainly(entry.title)}", n=number + 1, all=len(annex.sizes))
        size = round(width * scale, 2), round(height * scale, 2)
        frames.append(SheetView("annex", entry, said, picture.key, *size))
        pictures.append(picture)
    return tuple(frames), tuple(pictures)


def _make_stand_in(key: str, width: int) -> Picture:
    """Give a white PNG, one dot high; its key, and so the page that shows it, changes with the file that it stands for."""
    header = struct.pack(">IIBBBBB", width, 1, 1, 0, 0, 0, 0)
    row = zlib.compress(b"\0" + b"\xff" * ((width + 7) // 8))
    content = b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(*each) for each in ((b"IHDR", header), (b"IDAT", row), (b"IEND", b""))
    )
    return Picture(key, content, width, 1)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def draw_annex(annex: AnnexFile, key: str) -> tuple[Picture, ...]:
    """Give the pages of an annex as pictures, for Word, which takes no page of a PDF."""
    import pypdfium2

    pictures = []
    with pypdfium2.PdfDocument(annex.content) as pdf:
        for number in range(len(pdf)):
            drawn = pdf[number].render(scale=_DOTS_PER_INCH / 72).to_pil().convert("RGB")
            written = io.BytesIO()
            drawn.save(written, "PNG", optimize=False)
            pictures.append(Picture(f"{key}-{number + 1}.png", written.getvalue(), *drawn.size))
    return tuple(pictures)


def bind_annexes(pack: bytes, annexes: Sequence[AnnexFile]) -> bytes:
    """Give the pack with the pages of its annexes in their frames; the same input gives the same bytes."""
    if not annexes:
        return pack
    import pikepdf

    with pikepdf.open(io.BytesIO(pack)) as pdf:
        pages = _iterate_pages(annexes)
        stand_ins = _find_stand_ins(pdf)
        for number, page in enumerate(pages):
            # Of a late change, only the pages that have changed are there.
            if (stand_in := stand_ins.get(_FIRST_WIDTH + number)) is not None:
                _put_in(pdf, stand_in, page)
        bound = io.BytesIO()
        pdf.save(bound, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return bound.getvalue()


def _iterate_pages(annexes: Sequence[AnnexFile]) -> Iterator[Any]:
    import pikepdf

    for annex in annexes:
        with pikepdf.open(io.BytesIO(annex.content)) as pdf:
            yield from pdf.pages


def _find_stand_ins(pdf: Any) -> dict[int, Any]:
    """Give the pictures that stand in for pages, by their width in dots."""
    images = (each for each in pdf.objects if isinstance(each, _stream_type()) and each.get("/Subtype") == "/Image")
    return {int(each.Width): each for each in images if int(each.Height) == 1 and int(each.Width) >= _FIRST_WIDTH}


def _stream_type() -> Any:
    import pikepdf

    return pikepdf.Stream


def _put_in(pdf: Any, stand_in: Any, page: Any) -> None:
    """Write a page over its stand-in, as a form that fills the square of one unit which a picture fills."""
    import pikepdf

    form = pdf.copy_foreign(page.as_form_xobject())
    matrix = pikepdf.Matrix(form.Matrix) if "/Matrix" in form else pikepdf.Matrix()
    left, bottom, right, top = _enclose(matrix, [float(side) for side in form.BBox])
    fitted = (
        matrix
        @ pikepdf.Matrix(1, 0, 0, 1, -left, -bottom)
        @ pikepdf.Matrix(1 / (right - left), 0, 0, 1 / (top - bottom), 0, 0)
    )
    form.Matrix = fitted.as_array()
    for key in ("/StructParent", "/StructParents"):
        if key in form:
            del form[key]
    for key in list(stand_in.keys()):
        if key != "/Length":
            del stand_in[key]
    stand_in.write(form.read_bytes())
    for key, value in form.items():
        if key not in ("/Length", "/Filter", "/DecodeParms"):
            stand_in[key] = value


def _enclose(matrix: Any, box: Sequence[float]) -> tuple[float, float, float, float]:
    corners = [matrix.transform((x, y)) for x in box[::2] for y in box[1::2]]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(up), max(across), max(up)
