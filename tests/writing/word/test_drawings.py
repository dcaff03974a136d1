"""Pictures in Word: in the line or floating, each with its words, its size and a number of its own."""

import io
import re

from lxml import etree
from tests.pictures import LOGO, open_picture, paint

from briefmaker.model.picture import Picture, PlacedPicture
from briefmaker.writing.word.drawings import Drawings
from briefmaker.writing.word.wordml import W

FACE = Picture("face.png", paint(), 40, 30)
DRAWN = Picture("logo.svg", LOGO.encode(), 100, 50)


class Part:
    """Keeps what is put into it."""

    def __init__(self) -> None:
        self.files: list[bytes] = []

    def embed(self, content: io.BytesIO) -> str:
        """Give an id for a file."""
        self.files.append(content.getvalue())
        return f"rId{len(self.files)}"


def draw(view: PlacedPicture, side: str = "") -> tuple[etree._Element, Part]:
    """Give the run that shows a picture, and the part that it was put into."""
    part = Part()
    drawings = Drawings({picture.key: picture for picture in (FACE, DRAWN)}, part.embed)
    run = drawings.float(view, side) if side else drawings.inline(view)
    return etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{run}</w:p>'), part


def find(root: etree._Element, name: str) -> etree._Element:
    """Give the first element of a name, whatever its namespace."""
    return next(each for each in root.iter(etree.Element) if etree.QName(each).localname == name)


def test_a_picture_stands_in_the_line_with_its_words() -> None:
    """25 mm are 900,000 of Word's units; no distance to the text, which LibreOffice would shift it by."""
    run, part = draw(PlacedPicture("face.png", 25, 18.8, 'Anna "A" <Berg>'))
    assert part.files == [FACE.content]
    assert dict(find(run, "inline").attrib) == {"distT": "0", "distB": "0", "distL": "0", "distR": "0"}
    assert dict(find(run, "extent").attrib) == {"cx": "900000", "cy": "676800"}
    described = find(run, "docPr")
    assert (described.get("name"), described.get("descr")) == ("face.png", 'Anna "A" <Berg>')


def test_a_picture_floats_at_a_side_of_the_page() -> None:
    """Where text stands in its way, nothing moves."""
    run, _ = draw(PlacedPicture("face.png", 25, 18.8, "A"), "right")
    assert find(run, "align").text == "right"
    assert find(run, "wrapNone") is not None
    assert find(run, "positionV").get("relativeFrom") == "page"


def test_a_drawing_is_put_in_as_dots() -> None:
    """Older Words show no SVG."""
    _, part = draw(PlacedPicture("logo.svg", 28, 14, "A"))
    assert open_picture(part.files[0]).size == (662, 331)


def test_each_drawing_has_a_number_of_its_own() -> None:
    """Also the same picture a second time."""
    drawings = Drawings({"face.png": FACE}, Part().embed)
    view = PlacedPicture("face.png", 25, 18.8, "A")
    numbers = re.findall(
        r'docPr id="(\d+)"', drawings.inline(view) + drawings.inline(view) + drawings.float(view, "left")
    )
    assert len(set(numbers)) == 3
