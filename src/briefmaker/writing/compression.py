"""Compresses what stands in a PDF at zlib's usual level: pydyf's, the highest, takes three times as long for a hundredth less."""

import zlib
from typing import Any

from weasyprint.pdf import pydyf

LEVEL = 6


def compress_streams(pdf: Any) -> None:
    """Compress the streams of a PDF, pydyf's, that is not yet written, as it would when it is written.

    The lists of objects, which pydyf makes only then, stay with it.
    """
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream) and thing.compress:
            _compress(thing)


def _compress(stream: Any) -> None:
    # pydyf puts the pieces together as bytes when it is asked for a stream that it is not to compress.
    plain = pydyf.Stream(stream.stream).data
    start = plain.index(b"stream\n") + len(b"stream\n")
    stream.stream = [zlib.compress(plain[start : -len(b"\nendstream")], LEVEL)]
    stream.extra = {**stream.extra, "Filter": "/FlateDecode"}
    stream.compress = False
