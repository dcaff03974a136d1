"""Pictures as they come: turned, huge, damaged, named wrongly; what comes out is upright, small, and nothing but a picture."""

import io

import pytest
from PIL import Image, ImageCms, ImageFile
from tests.pictures import LOGO, colour_at, open_picture, paint, write_chunk, write_png

from briefmaker.diagnostics import Code
from briefmaker.reading.picture_file import PictureError, read_picture

BOX = (25.0, 32.0)


def refuse(content: bytes, *, may_be_drawn: bool = False) -> PictureError:
    """Give the refusal of a picture."""
    with pytest.raises(PictureError) as refused:
        read_picture(content, "a.png", BOX, may_be_drawn=may_be_drawn)
    assert refused.value.hint
    return refused.value


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_keeps_its_form_and_is_no_larger_than_print_needs(form: str) -> None:
    """At 300 dots an inch in a box of 25 by 32 mm, that is 295 dots wide."""
    read = read_picture(paint(1200, 900, form), "a", BOX)
    image = open_picture(read.content)
    assert (image.format, image.size) == (form, (295, 221))
    assert (read.width, read.height) == image.size
    assert read.key.endswith(".png" if form == "PNG" else ".jpg")
    assert (colour_at(image, 0, 0.5), colour_at(image, 1, 0.5)) == ("red", "blue")


def test_a_small_picture_stays_as_small() -> None:
    """Dots that are not there are not made up."""
    assert open_picture(read_picture(paint(40, 30), "a", BOX).content).size == (40, 30)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
@pytest.mark.parametrize(
    ("orientation", "red"), [(1, (0, 0.5)), (3, (1, 0.5)), (6, (0.5, 0)), (8, (0.5, 1)), (2, (1, 0.5)), (5, (0.5, 0))]
)
def test_a_picture_is_turned_upright(form: str, orientation: int, red: tuple[float, float]) -> None:
    """As the camera noted; afterwards nothing says that it is turned."""
    image = open_picture(read_picture(paint(1200, 900, form, orientation=orientation), "a", BOX).content)
    assert colour_at(image, *red) == "red"
    assert image.getexif() == {}
    assert (image.width > image.height) is (orientation < 5)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_nothing_beside_the_picture_is_kept(form: str) -> None:
    """No comment, place or profile, neither as a field nor anywhere in the bytes."""
    content = paint(form=form, comment="TAKEN BY ANNA")
    assert b"TAKEN BY ANNA" in content
    read = read_picture(content, "a", BOX)
    assert b"ANNA" not in read.content
    assert set(open_picture(read.content).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_text_of_a_png_is_not_kept() -> None:
    """In plain and in packed chunks."""
    content = write_png(
        8, 1, b"\0\xff", write_chunk(b"tEXt", b"Comment\0SECRET") + write_chunk(b"eXIf", b"MM\0*SECRET")
    )
    assert b"SECRET" not in read_picture(content, "a", BOX).content


def test_the_same_picture_gives_the_same_bytes() -> None:
    """And the same key, by which a document keeps it once."""
    content = paint(800, 600, "JPEG", comment="x")
    assert read_picture(content, "a", BOX) == read_picture(content, "b", BOX)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_every_way_of_counting_colours_becomes_a_plain_one(mode: str) -> None:
    """Grey, sRGB, or either with a clear ground; never a palette or 16 bits."""
    image = open_picture(read_picture(paint(mode=mode), "a", BOX).content)
    assert image.mode == ("RGBA" if "A" in mode else "RGB" if mode in ("P", "RGB") else "L")


def test_sixteen_bits_keep_their_brightness() -> None:
    """A middle grey stays one."""
    written = io.BytesIO()
    Image.new("I;16", (4, 4), 32768).save(written, "PNG")
    assert open_picture(read_picture(written.getvalue(), "a", BOX).content).getpixel((1, 1)) == 128


def test_colours_for_print_become_colours_for_a_screen() -> None:
    """A CMYK JPEG is readable everywhere afterwards."""
    image = open_picture(read_picture(paint(form="JPEG", mode="CMYK"), "a", BOX).content)
    assert image.mode == "RGB"
    assert (colour_at(image, 0, 0.5), colour_at(image, 1, 0.5)) == ("red", "blue")


@pytest.mark.parametrize(
    "profile", [ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), b"not a profile"]
)
def test_a_profile_of_colours_is_followed_and_then_left_out(profile: bytes) -> None:
    """One that is damaged is left out only."""
    written = io.BytesIO()
    Image.new("RGB", (4, 4), (200, 30, 30)).save(written, "PNG", icc_profile=profile)
    image = open_picture(read_picture(written.getvalue(), "a", BOX).content)
    assert "icc_profile" not in image.info
    assert image.getpixel((0, 0)) == (200, 30, 30)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (paint(form="GIF"), "GIF"),
        (paint(form="BMP"), "BMP"),
        (paint(form="TIFF"), "TIFF"),
        (b"%PDF-1.7", "PDF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
        (b"just text", "not a picture"),
        (b"", "not a picture"),
    ],
)
def test_another_kind_of_file_is_named(content: bytes, kind: str) -> None:
    """Whatever its name says: here all are called a.png."""
    refused = refuse(content)
    assert refused.code is Code.PICTURE_UNUSABLE
    assert kind in str(refused)


def test_only_a_logo_may_be_drawn() -> None:
    """And it may be a photograph too."""
    assert refuse(LOGO.encode()).code is Code.PICTURE_UNUSABLE
    drawn = read_picture(LOGO.encode(), "a.svg", BOX, may_be_drawn=True)
    assert (drawn.key[-4:], drawn.width, drawn.height) == (".svg", 100, 50)
    assert read_picture(paint(), "a.png", BOX, may_be_drawn=True).key.endswith(".png")


@pytest.mark.parametrize(
    ("width", "height", "is_refused"),
    [(5000, 4000, False), (5001, 4000, True), (7000, 3000, True), (14000, 14000, True), (30000, 30000, True)],
)
def test_more_than_twenty_megapixels_are_refused_before_they_are_decoded(
    width: int, height: int, is_refused: bool
) -> None:
    """By what the head says: the bombs here have no rows at all, so that decoding them would be told as damage."""
    if is_refused:
        refused = refuse(write_png(width, height))
        assert refused.code is Code.PICTURE_TOO_LARGE
        assert "20 million" in str(refused)
    else:
        assert open_picture(read_picture(write_png(width, height, bytes(626 * height)), "a", BOX).content).width == 295


def test_a_bomb_of_a_few_kilobytes_does_not_go_off() -> None:
    """900 million pixels, all there, in a file of about a hundred kilobytes."""
    content = write_png(30000, 30000, bytes(3751 * 30000))
    assert len(content) < 120_000
    assert refuse(content).code is Code.PICTURE_TOO_LARGE


def test_a_bomb_in_the_text_of_a_picture_does_not_go_off() -> None:
    """Packed comments that unpack to a hundred megabytes."""
    import zlib

    packed = write_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(100_000_000), 9))
    assert refuse(write_png(8, 1, b"\0\xff", packed)).code is Code.PICTURE_UNUSABLE


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
@pytest.mark.parametrize("share", [0.01, 0.1, 0.5, 0.9])
def test_a_truncated_picture_is_told_as_damaged(form: str, share: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never as half a face; also when WeasyPrint was imported before, which has Pillow accept such files."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    content = paint(400, 300, form)
    assert refuse(content[: max(12, int(len(content) * share))]).code is Code.PICTURE_UNUSABLE
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_any_damage_is_a_refusal_or_a_picture(form: str) -> None:
    """Two hundred files, each with some bytes altered, raise nothing else."""
    import random

    chance = random.Random(8)  # noqa: S311 - a fixed choice of places
    content = paint(60, 40, form, comment="x")
    refusals = 0
    for _ in range(200):
        damaged = bytearray(content)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            read_picture(bytes(damaged), "a", BOX)
        except PictureError:
            refusals += 1
    assert refusals > 0
