"""A drawing as a picture of dots, for Word, which takes an SVG only in its newest versions."""

import io
from functools import lru_cache

from briefmaker.model.picture import Picture
from briefmaker.writing.import_weasyprint import import_weasyprint

DOTS_PER_MM = 600 / 25.4
"""Twice what a photograph needs: a logo is made of edges."""

_POINTS_PER_MM = 72 / 25.4


@lru_cache(maxsize=8)
def paint(picture: Picture, width: float) -> bytes:
    """Give a drawing, ``width`` millimetres wide, as a PNG with a clear ground; the same drawing gives the same bytes."""
    import pypdfium2

    page = pypdfium2.PdfDocument(_write_page(picture, width))[0]
    painted = page.render(scale=DOTS_PER_MM / _POINTS_PER_MM, fill_color=(255, 255, 255, 0), maybe_alpha=True)
    written = io.BytesIO()
    painted.to_pil().convert("RGBA").save(written, "PNG")
    return written.getvalue()


def _write_page(picture: Picture, width: float) -> bytes:
    """Give a PDF of one page that is the drawing."""
    weasyprint = import_weasyprint()
    height = width * picture.height / picture.width
    box = f"display: block; width: {width}mm; height: {height}mm"
    sheet = f"@page {{ size: {width}mm {height}mm; margin: 0 }} html, body {{ margin: 0 }} svg {{ {box} }}"
    html = weasyprint.HTML(string=picture.content.decode(), url_fetcher=_fetch_nothing)
    content: bytes = html.write_pdf(stylesheets=[weasyprint.CSS(string=sheet)])
    return content


def _fetch_nothing(url: str) -> None:
    raise ValueError(url)
