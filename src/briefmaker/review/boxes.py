"""What a Word document holds twice, for newer programs and for older ones, and the text boxes in its drawings."""

from briefmaker.reading.office_package import Element
from briefmaker.writing.word.wordml import COMPATIBILITY, W

ALTERNATIVES = f"{COMPATIBILITY}AlternateContent"


def choose_alternative(alternatives: Element) -> Element:
    """Give what newer programs read of content that is there twice, once for newer ones and once for older."""
    found = alternatives.find(f"{COMPATIBILITY}Choice")
    return alternatives if found is None else found


def find_boxes(drawing: Element) -> list[Element]:
    """Give the text boxes of a drawing, those within others left to these."""
    boxes: list[Element] = []
    for child in drawing:
        if child.tag == f"{W}txbxContent":
            boxes.append(child)
        elif child.tag == ALTERNATIVES:
            boxes += find_boxes(choose_alternative(child))
        else:
            boxes += find_boxes(child)
    return boxes
