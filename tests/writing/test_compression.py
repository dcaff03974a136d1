"""Tests of how streams in a PDF are compressed."""

import zlib
from io import BytesIO
from typing import Any

import pikepdf

from briefmaker.writing.import_weasyprint import import_weasyprint


def _make_pdf() -> tuple[Any, Any]:
    import_weasyprint()
    from weasyprint.pdf import pydyf

    pdf = pydyf.PDF()
    page = pydyf.Stream(["1 0 0 1 72 720 cm", 0.5, b"BT", b"ET " * 400], {"Kind": "/Page"}, compress=True)
    pdf.add_object(page)
    pdf.add_object(pydyf.Stream([b"as it stands\nendstream"], {"Kind": "/Picture"}))
    return pdf, page


def test_a_stream_says_what_it_said_at_the_usual_level() -> None:
    """Proves that a compressed stream gives back every byte, and names the filter that it needs."""
    from briefmaker.writing.compression import LEVEL, compress_streams

    pdf, page = _make_pdf()
    said = b"1 0 0 1 72 720 cm\n0.5\nBT\n" + b"ET " * 400
    compress_streams(pdf)
    assert page.stream == [zlib.compress(said, LEVEL)]
    assert page.extra == {"Kind": "/Page", "Filter": "/FlateDecode"}
    assert zlib.decompress(page.data.split(b"stream\n", 1)[1].removesuffix(b"\nendstream")) == said


def test_what_is_not_to_be_compressed_stays_as_it_is() -> None:
    """Proves that a stream with a filter of its own, such as a picture's, is not put through another."""
    from briefmaker.writing.compression import compress_streams

    pdf, _ = _make_pdf()
    picture = pdf.objects[-1]
    before = picture.data
    compress_streams(pdf)
    assert picture.data == before


def test_a_page_of_ours_is_compressed_and_can_be_opened() -> None:
    """Proves that a whole PDF with such streams is a sound one, and says what it says without them."""
    weasyprint = import_weasyprint()
    from briefmaker.writing.compression import compress_streams

    page = weasyprint.HTML(string="<p>Words and words</p>").render()
    plain = page.write_pdf()
    ours = page.write_pdf(finisher=lambda _, pdf: compress_streams(pdf))
    assert ours != plain
    assert _read_page(ours) == _read_page(plain)


def _read_page(content: bytes) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        return pdf.pages[0].Contents.read_bytes()
