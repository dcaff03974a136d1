"""What stands twice in a document is read once, and so is a text box within another."""

from lxml import etree

from briefmaker.review.boxes import choose_alternative, find_boxes
from briefmaker.writing.word.wordml import COMPATIBILITY, WORD_NAMESPACE

_SPACES = f'xmlns:w="{WORD_NAMESPACE}" xmlns:mc="{COMPATIBILITY[1:-1]}"'


def read(content: str) -> etree._Element:
    """Give an element of a document."""
    return etree.fromstring(f"<w:drawing {_SPACES}>{content}</w:drawing>")


def test_a_box_for_newer_programs_is_read_and_not_again_for_older_ones() -> None:
    """Each holds the same words."""
    box = "<w:txbxContent><w:p/></w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    drawing = read(both)
    assert [each.getparent().tag for each in find_boxes(drawing)] == [f"{COMPATIBILITY}Choice"]
    assert choose_alternative(drawing[0]).tag == f"{COMPATIBILITY}Choice"


def test_what_only_older_programs_are_told_is_read_all_the_same() -> None:
    """There is nothing else to read."""
    only = "<mc:AlternateContent><mc:Fallback><w:txbxContent/></mc:Fallback></mc:AlternateContent>"
    assert len(find_boxes(read(only))) == 1


def test_a_box_within_a_box_belongs_to_that() -> None:
    """Whoever reads the outer one meets it there."""
    inner = "<w:txbxContent><w:p/></w:txbxContent>"
    boxes = find_boxes(read(f"<w:txbxContent><w:p><w:r><w:pict>{inner}</w:pict></w:r></w:p></w:txbxContent>"))
    assert len(boxes) == 1
    assert len(boxes[0].findall(f".//{{{WORD_NAMESPACE}}}txbxContent")) == 1
