"""Pictures for tests: honest ones, and some that are made to do harm."""

import io
import struct
import zlib

from PIL import Image

RED, BLUE = (200, 30, 30), (30, 30, 200)

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
    '<rect width="40" height="50" fill="#1e5b45"/><circle cx="75" cy="25" r="20" fill="#b08d3c"/></svg>'
)


def write_chunk(kind: bytes, content: bytes) -> bytes:
    """Give one chunk of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def write_png(width: int, height: int, rows: bytes = b"", further: bytes = b"") -> bytes:
    """Give a grey PNG of one bit a pixel, whose rows may be fewer than its head says."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = write_chunk(b"IHDR", head) + further + write_chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + chunks + write_chunk(b"IEND", b"")


def paint(
    width: int = 40,
    height: int = 30,
    form: str = "PNG",
    *,
    mode: str = "RGB",
    orientation: int = 0,
    comment: str = "",
) -> bytes:
    """Give a picture that is red in its left half and blue in its right, as a file of a form."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    image = image.convert(mode)
    options: dict[str, object] = {}
    if orientation or comment:
        exif = Image.Exif()
        exif[0x0112] = orientation or 1
        exif[0x010E] = comment
        exif[0x8825] = {1: "N", 2: (52.0, 4.0, 0.0)}  # where it was taken
        options["exif"] = exif.tobytes()
    written = io.BytesIO()
    image.save(written, form, **options)
    return written.getvalue()


def open_picture(content: bytes) -> Image.Image:
    """Give a picture as it is decoded."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def colour_at(image: Image.Image, x: float, y: float) -> str:
    """Give ``red`` or ``blue`` for the place at these shares of width and height."""
    pixel = image.convert("RGB").getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
    assert isinstance(pixel, tuple)
    return "red" if pixel[0] > pixel[2] else "blue"
