"""Pictures in Word: set into a line, or floating at the corner of the page, with words for who cannot see them."""

import io
import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from briefmaker.model.picture import Picture, PlacedPicture, is_drawn
from briefmaker.writing.svg_picture import paint

FIRST_DRAWING_ID = 50_000  # above those that Word gave to drawings of the template itself
LOGO_TOP = 8.0
"""Where the logo floats, in millimetres from the sheet's upper edge."""

_EMU_PER_MM = 36_000
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NO_DISTANCE = 'distT="0" distB="0" distL="0" distR="0"'  # else LibreOffice shifts the picture


@dataclass(frozen=True, slots=True)
class Drawings:
    """Draws the pictures of one document; ``embed`` puts a PNG or JPEG file into the part at hand and gives its id."""

    pictures: Mapping[str, Picture]
    embed: Callable[[io.BytesIO], str]
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(FIRST_DRAWING_ID))

    def inline(self, view: PlacedPicture) -> str:
        """Give a run with the picture set into the line."""
        return (
            f"<w:r><w:drawing><wp:inline {_NAMESPACES} {_NO_DISTANCE}>{self._draw(view)}</wp:inline></w:drawing></w:r>"
        )

    def float(self, view: PlacedPicture, side: str) -> str:
        """Give a run whose picture floats above the text at the ``left`` or ``right`` of the margin, moving nothing."""
        anchor = 'simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"'
        place = (
            f'<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>{side}</wp:align></wp:positionH>'
            f'<wp:positionV relativeFrom="page"><wp:posOffset>{_emu(LOGO_TOP)}</wp:posOffset></wp:positionV>'
        )
        drawn = self._draw(view, "<wp:wrapNone/>")
        return f"<w:r><w:drawing><wp:anchor {_NAMESPACES} {_NO_DISTANCE} {anchor}>{place}{drawn}</wp:anchor></w:drawing></w:r>"

    def _draw(self, view: PlacedPicture, wrap: str = "") -> str:
        width, height = _emu(view.width), _emu(view.height)
        number, name, words = next(self.numbers), quoteattr(view.key), quoteattr(view.alt)
        picture = self.pictures[view.key]
        file = self.embed(io.BytesIO(paint(picture, view.width) if is_drawn(picture) else picture.content))
        return (
            f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}'
            f'<wp:docPr id="{number}" name={name} descr={words}/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name={name} descr={words}/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{file}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        )


_NAMESPACES = (
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def _emu(length: float) -> int:
    return round(length * _EMU_PER_MM)
