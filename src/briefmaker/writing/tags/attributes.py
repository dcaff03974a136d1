"""What an element says of itself: the direction of a table's heads, the language of foreign words, the place of a picture."""

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.pdf import pydyf

from briefmaker.writing.tags.tree import Tree

_POINTS = 0.75  # of a CSS pixel
_SCOPES = {"row": "/Row", "rowgroup": "/Row"}


def mend_attributes(tree: Tree) -> None:
    """Put right what each element says of itself."""
    for element in tree.walk():
        box = tree.box_of(element)
        if box is None or box.element is None:
            continue
        _name_part(element, box)
        _tell_language(element, box)
        _tell_change(element, box)
        match element["S"]:
            case "/TH" | "/TD":
                _give_scope(element, box)
            case "/Table":
                _summarise(element, box)
            case "/Figure":
                _describe_figure(tree, element, box)


def _name_part(element: Any, box: Any) -> None:
    """Call words within a line a span, and a block that holds lines a paragraph: WeasyPrint goes by HTML's names alone."""
    if element["S"] == "/NonStruct" and isinstance(box, boxes.InlineBox):
        element["S"] = "/Span"
    elif element["S"] == "/Div" and any(isinstance(child, boxes.LineBox) for child in box.children):
        element["S"] = "/P"


def _tell_language(element: Any, box: Any) -> None:
    if language := box.element.get("lang"):
        element["Lang"] = pydyf.String(language)


def _tell_change(element: Any, box: Any) -> None:
    """Say of words that are new, or gone, that they are: PDF 1.7 has no element for either."""
    if (
        box.element.tag in ("ins", "del")
        and isinstance(box, boxes.InlineBox)
        and (words := box.element.get("aria-label"))
    ):
        element["Alt"] = pydyf.String(words)


def _give_scope(element: Any, box: Any) -> None:
    """Say whether a head is a row's or a column's, in place of WeasyPrint's ids, which come twice in a table over pages."""
    element.pop("ID", None)
    element["A"].pop("Headers", None)
    if element["S"] == "/TH":
        element["A"]["Scope"] = _SCOPES.get(box.element.get("scope"), "/Column")
    elif len(element["A"]) == 1:
        del element["A"]


def _summarise(element: Any, box: Any) -> None:
    if summary := box.element.get("aria-label"):
        element["A"] = pydyf.Dictionary({"O": "/Table", "Summary": pydyf.String(summary)})


def _describe_figure(tree: Tree, element: Any, box: Any) -> None:
    """Give a picture its words, and its place in points from the foot of the page, not in pixels from its head."""
    if "Alt" not in element and (words := box.element.get("aria-label")):
        element["Alt"] = pydyf.String(words)
    height = tree.find(element["Pg"])["MediaBox"][3]
    left, top, right, bottom = (_POINTS * side for side in element["A"]["BBox"])
    element["A"]["BBox"] = pydyf.Array((left, height - bottom, right, height - top))
