"""The bytes of a picture's file as a picture for print: upright, no larger than print needs, and nothing but the picture.

What a camera or a program wrote beside the picture (place, owner, comments, a preview) does not reach a document.
"""

import hashlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from briefmaker.diagnostics import Code
from briefmaker.model.picture import Picture
from briefmaker.reading.svg_file import read_svg
from briefmaker.reading.yaml_problems import shorten

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 20_000_000
DOTS_PER_MM = 300 / 25.4
_JPEG_QUALITY = 90
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
# What else the file may be, by its first bytes, so that the sentence can name it.
_OTHERS = {b"GIF8": "GIF", b"BM": "BMP", b"II*\0": "TIFF", b"MM\0*": "TIFF", b"%PDF": "PDF", b"RIFF": "WebP"}
# What Pillow lets out of a file that is damaged, by chance or on purpose.
_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, ArithmeticError, MemoryError)


class PictureError(Exception):
    """A picture that cannot be used: which code, in which sentence, and what to do."""

    def __init__(self, code: Code, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


def read_picture(content: bytes, name: str, box: tuple[float, float], *, may_be_drawn: bool = False) -> Picture:
    """Give a picture for print, in a box of that width and height in millimetres; the same content gives the same bytes.

    ``name`` is for sentences; ``may_be_drawn`` lets it be an SVG. Raises PictureError for what is no picture or damaged,
    and, before it is decoded, for more than 20 million pixels.
    """
    shown = shorten(name)
    source = hashlib.sha256(content).hexdigest()
    if content.startswith((_PNG, _JPEG)):
        return replace(_read_painted(content, shown, box), source=source)
    if _looks_drawn(content):
        return replace(_read_drawn(content, shown, may_be_drawn=may_be_drawn), source=source)
    kind = next((kind for start, kind in _OTHERS.items() if content.startswith(start)), "")
    message = f"`{shown}` holds a {kind} file" if kind else f"`{shown}` is not a picture that can be read"
    hint = "save it as PNG, JPEG or SVG" if may_be_drawn else "save it as PNG or JPEG"
    raise PictureError(Code.PICTURE_UNUSABLE, message, hint)


def _looks_drawn(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<svg", b"<!--", b"<!DOCTYPE"))


def _read_drawn(content: bytes, shown: str, *, may_be_drawn: bool) -> Picture:
    if not may_be_drawn:
        message = f"`{shown}` is an SVG drawing; only a logo may be one"
        raise PictureError(Code.PICTURE_UNUSABLE, message, "save it as PNG or JPEG")
    try:
        drawing = read_svg(content)
    except ValueError as refused:
        hint = "save it as plain SVG with its letters turned into outlines, or as PNG"
        raise PictureError(Code.PICTURE_UNUSABLE, f"`{shown}`: {refused}", hint) from refused
    return _keep(drawing.content, (drawing.width, drawing.height), "svg")


def _keep(content: bytes, size: tuple[float, float], ending: str) -> Picture:
    return Picture(f"{hashlib.sha256(content).hexdigest()[:16]}.{ending}", content, *size)


def _read_painted(content: bytes, shown: str, box: tuple[float, float]) -> Picture:
    from PIL import Image

    with warnings.catch_warnings(), _refusing_truncated():
        # Pillow warns of many pixels, which are counted here, and of broken notes of a camera, which are thrown away.
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
            if image.width * image.height > MAX_PIXELS:
                raise _too_many_pixels(shown, f" ({image.width:,} × {image.height:,})")
            return _encode(_make_upright(image, box), is_photograph=content.startswith(_JPEG))
        except Image.DecompressionBombError as bomb:
            raise _too_many_pixels(shown) from bomb
        except _DAMAGE as damage:
            raise PictureError(Code.PICTURE_UNUSABLE, f"`{shown}` is damaged", "export the picture anew") from damage


@contextmanager
def _refusing_truncated() -> Iterator[None]:
    """Have half a picture told as damaged: WeasyPrint, once imported, lets Pillow fill in the rest with grey."""
    from PIL import ImageFile

    usual = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = usual


def _too_many_pixels(shown: str, size: str = "") -> PictureError:
    message = f"`{shown}` has more than {MAX_PIXELS // 1_000_000} million pixels{size}"
    return PictureError(Code.PICTURE_TOO_LARGE, message, "save it smaller: 1,000 pixels a side are plenty")


def _make_upright(image: "Image", box: tuple[float, float]) -> "Image":
    """Give the picture as it is meant to be seen, in plain colours, with as many dots as print shows in the box."""
    from PIL import Image, ImageOps

    longest = round(max(box) * DOTS_PER_MM)
    image.draft(None, (longest * 2, longest * 2))  # a JPEG is decoded to little more than is needed
    made = _in_plain_colours(ImageOps.exif_transpose(image))
    scale = min(1.0, *(most * DOTS_PER_MM / side for most, side in zip(box, made.size, strict=True)))
    size = (max(1, round(made.width * scale)), max(1, round(made.height * scale)))
    return made if size == made.size else made.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)


def _in_plain_colours(image: "Image") -> "Image":
    """Give a picture in grey or sRGB, with or without transparency, whatever its file counts in."""
    if image.mode.startswith("I"):  # 16 bits a channel
        image = image.point(lambda value: value / 256).convert("L")
    is_clear = "A" in image.mode or "transparency" in image.info
    mode = "RGBA" if is_clear else "L" if image.mode in ("1", "L") else "RGB"
    if image.mode in ("RGB", "CMYK") and (profile := image.info.get("icc_profile")):
        return _from_profile(image, profile)
    return image.convert(mode)


def _from_profile(image: "Image", profile: bytes) -> "Image":
    """Give a picture whose file describes its colours in sRGB; one that describes them wrongly is taken as it is."""
    from PIL import ImageCms

    try:
        source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        made = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        made = None
    return made or image.convert("RGB")


def _encode(image: "Image", *, is_photograph: bool) -> Picture:
    image.info = {}  # else Pillow writes back what it found beside the picture
    written = io.BytesIO()
    if is_photograph:
        image.save(written, "JPEG", quality=_JPEG_QUALITY)
    else:
        image.save(written, "PNG")
    return _keep(written.getvalue(), image.size, "jpg" if is_photograph else "png")
