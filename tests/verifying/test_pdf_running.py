"""What runs on pages is told from what they say, wherever it stands."""

from briefmaker.verifying.pdf_parts import Content, Element, TextObject
from briefmaker.verifying.pdf_running import read_running, split_running


def make_text(number: int, words: str, bottom: float, *, is_decoration: bool = False) -> TextObject:
    """Give a line of page 1 that stands so high above its foot."""
    return TextObject(1, number, is_decoration, words, bottom, bottom + 10, is_decoration)


def make_element(tag: str, number: int) -> Element:
    """Give an element with one marked content."""
    return Element(tag, (Content(1, number),))


TEXTS = (
    make_text(0, "RESTRICTED", 800),
    make_text(1, "version 3", 20),
    make_text(2, "Meeting brief", 760),
    make_text(3, "Title", 740),
    make_text(4, "Words", 400),
    make_text(5, "Page 1 of 1", 20),
    make_text(6, "Head of a table again", 770, is_decoration=True),
)
KINDS = (make_element("P", 2), make_element("H1", 3), make_element("P", 4))


def make_structure(*kids: Element) -> Element:
    """Give a structure with one document."""
    return Element("StructTreeRoot", (Element("Document", kids),))


def test_lines_that_are_read_before_the_title_and_stand_below_it_run() -> None:
    """With all that is read before them; the kind of document, above the title, does not."""
    body, running = split_running(make_structure(make_element("P", 0), make_element("Div", 1), *KINDS), TEXTS)
    assert [each.tag for each in running] == ["P", "Div"]
    assert [each.marked_content for each in body.iterate_content()] == [2, 3, 4]


def test_lines_that_are_read_first_and_painted_last_run() -> None:
    """As the margins of an edition that has no reference and no date: nothing is below the title that tells."""
    texts = (make_text(7, "RESTRICTED", 800), make_text(8, "DRAFT", 780), *TEXTS[2:5])
    _, running = split_running(make_structure(make_element("P", 7), make_element("P", 8), *KINDS), texts)
    assert [each.kids for each in running] == [(Content(1, 7),), (Content(1, 8),)]


def test_without_such_lines_nothing_is_taken_out() -> None:
    """As where all running lines are artifacts."""
    body, running = split_running(make_structure(*KINDS), TEXTS)
    assert running == ()
    assert [each.marked_content for each in body.iterate_content()] == [2, 3, 4]


def test_head_and_foot_are_what_the_body_has_not() -> None:
    """Above and below the middle; a decoration is neither."""
    (page,) = read_running(TEXTS, make_structure(*KINDS), 1)
    assert (page.where, page.head, page.foot) == ("page 1", "RESTRICTED", "version 3 Page 1 of 1")


def test_a_page_without_text_has_neither() -> None:
    """It is still a page."""
    assert [(page.head, page.foot) for page in read_running((), None, 2)] == [("", ""), ("", "")]
