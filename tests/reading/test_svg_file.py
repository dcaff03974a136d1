"""Drawings: shapes and colours come through, whatever could run, fetch, hide or never end does not."""

import pytest
from tests.pictures import LOGO

from briefmaker.reading.svg_file import MAX_BYTES, read_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"'


def draw(inside: str, attributes: str = "") -> bytes:
    """Give a drawing with this inside."""
    return f"{HEAD} {attributes}>{inside}</svg>".encode()


def test_a_plain_drawing_comes_through_as_it_is() -> None:
    """With its size, which also stands in the file, as a page would guess another."""
    read = read_svg(LOGO.encode())
    assert (read.width, read.height) == (100, 50)
    assert b'fill="#b08d3c"' in read.content
    assert b'width="100" height="50"' in read.content
    assert read_svg(LOGO.encode()) == read


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><path d="M0 0" fill="url(#a)"/>',
        "<g style=\"fill: url('#a')\"><rect width='1' height='1'/></g>",
        "<style>.a{fill:red} .b{clip-path:url( #c )}</style><path class='a' d='M0 0'/>",
        "<style>.b{clip-path:url(#c)}</style><clipPath id='c'><rect class='a'/></clipPath><path class='b' d='M0 0'/>",
        '<defs><g id="a"><path d="M0 0"/></g></defs><use href="#a"/><use xlink:href="#a"/>',
    ],
)
def test_gradients_styles_and_repetition_are_honest(inside: str) -> None:
    """As long as they name what stands in the drawing."""
    assert read_svg(draw(inside)).width == 10


def test_words_and_what_programs_keep_for_themselves_are_left_out() -> None:
    """Title, description, metadata, comments, and elements and attributes of other namespaces."""
    inside = (
        '<title>SECRET</title><desc>SECRET</desc><metadata><x xmlns="a">SECRET</x></metadata><!-- SECRET --><?x SECRET?>'
        '<s:view xmlns:s="urn:program" s:author="SECRET"/><path xmlns:s="urn:program" s:author="SECRET" d="M0 0"/>'
    )
    read = read_svg(draw(inside))
    assert b"SECRET" not in read.content
    assert b"urn:program" not in read.content
    assert b'd="M0 0"' in read.content


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<script>alert(1)</script>", "`script`"),
        ("<foreignObject/>", "`foreignObject`"),
        ('<image href="file:///etc/passwd"/>', "`image`"),
        ('<image xlink:href="data:image/png;base64,AA"/>', "`image`"),
        ("<a href='#x'><path d='M0 0'/></a>", "`a`"),
        ('<filter id="f"/>', "`filter`"),
        ("<animate/>", "`animate`"),
        ("<text>Ministry</text>", "letters"),
        ('<use xlink:href="file:///etc/passwd#a"/>', "links"),
        ('<use href="https://example.org/a.svg#a"/>', "links"),
        ('<path onload="alert(1)" d="M0 0"/>', "script"),
        ('<path ONCLICK="alert(1)" d="M0 0"/>', "script"),
        ('<path fill="url(https://example.org/a)" d="M0 0"/>', "outside"),
        ("<path style=\"fill: URL ( 'file:///a' )\" d='M0 0'/>", "outside"),
        ('<path style="fill: u\\72l(file:///a)" d="M0 0"/>', "outside"),
        ("<style>@import 'https://example.org/a.css';</style>", "outside"),
        ("<style>path{fill:url(//example.org/a)}</style>", "outside"),
        ('<g id="a"><use href="#a"/></g>', "itself"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "itself"),
        ('<clipPath id="c"><path clip-path="url(#c)" d="M0 0"/></clipPath>', "itself"),
        ("<style>path {clip-path: url('#c')}</style><clipPath id='c'><path d='M0 0'/></clipPath>", "itself"),
    ],
)
def test_what_runs_or_reaches_out_is_refused_by_name(inside: str, told: str) -> None:
    """So that a drawing cannot do anything but be seen."""
    with pytest.raises(ValueError, match=told):
        read_svg(draw(inside))


@pytest.mark.parametrize("clip", ["clip-path='url(#l{})'", "style='clip-path : URL(\"#l{}\")'", "class='a c{}'"])
def test_clips_of_clips_are_counted_and_refused(clip: str) -> None:
    """Whoever draws a shape draws all that clips it too, however that is said."""
    rules = "".join(f".x, .c{level} {{fill:red; clip-path: url(#l{level})}}" for level in range(8))
    shapes = {level: f"<rect width='1' height='1' {clip.format(level - 1)}/>" * 10 for level in range(1, 9)}
    clips = "".join(f"<clipPath id='l{level}'>{shapes[level]}</clipPath>" for level in range(1, 8))
    with pytest.raises(ValueError, match="20,000 shapes"):
        read_svg(draw(f"<style>{rules}</style><clipPath id='l0'><path d='M0 0'/></clipPath>{clips}{shapes[8]}"))


def test_repetition_of_repetition_is_counted_and_refused() -> None:
    """Seven levels of ten draw ten million shapes; counting them takes no time."""
    levels = "".join(f'<g id="l{level}">' + f'<use href="#l{level - 1}"/>' * 10 + "</g>" for level in range(1, 8))
    with pytest.raises(ValueError, match="20,000 shapes"):
        read_svg(draw(f'<path id="l0" d="M0 0"/>{levels}'))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<svg", "not XML"),
        (b"<html/>", "not SVG"),
        (b'<svg viewBox="0 0 1 1"/>', "not SVG"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + draw("<g>&a;</g>"), "entities"),
        (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + draw("<g>&a;</g>"), "entities"),
        (draw("<g>" * 5000 + "</g>" * 5000), "not XML|deep"),
        (draw(" " * MAX_BYTES), "500 kB"),
    ],
)
def test_what_is_no_drawing_or_would_never_end_is_refused(content: bytes, told: str) -> None:
    """Entities above all: a few lines of them can fill the memory."""
    with pytest.raises(ValueError, match=told):
        read_svg(content)


@pytest.mark.parametrize(
    ("size", "read"),
    [
        ('viewBox="0 0 30 10"', (30, 10)),
        ('viewBox="-5,-5,30,10"', (30, 10)),
        ('width="30mm" height="10mm"', (30, 10)),
        ('width="30" height="10" viewBox="0 0 60 20"', (60, 20)),
        ("", None),
        ('width="100%" height="10"', None),
        ('viewBox="0 0 0 10"', None),
        ('viewBox="0 0 nan 10"', None),
        ('viewBox="0 0 1000 1"', None),
    ],
)
def test_a_drawing_says_its_size(size: str, read: tuple[float, float] | None) -> None:
    """By its viewBox, or by width and height; one without any cannot be placed."""
    content = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><path d="M0 0"/></svg>'.encode()
    if read is None:
        with pytest.raises(ValueError, match="no size"):
            read_svg(content)
    else:
        drawn = read_svg(content)
        assert (drawn.width, drawn.height) == read
