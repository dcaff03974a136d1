"""A page is known by what stands between its margins; its margins are filled in when the pack is whole."""

from typing import Any

from briefmaker.writing.import_weasyprint import import_weasyprint
from briefmaker.writing.pdf import VARIANT

STYLE = '@page { size: A6; @bottom-center { content: counter(page) " of " counter(pages) " " string(pack-note) } }'
weasyprint = import_weasyprint()


def lay_out_text(body: str, marks: str = STYLE) -> Any:
    """Lay out a small page."""
    from weasyprint.text.fonts import FontConfiguration

    from briefmaker.writing.pack_layout import lay_out

    return lay_out(
        weasyprint.HTML(string=f"<html lang=en><title>x</title>{body}"), (), marks, FontConfiguration(), VARIANT
    )


def fingerprint(body: str, marking: str = "", marks: str = STYLE) -> str:
    """Give the fingerprint of the page of a text."""
    from briefmaker.writing.pack_layout import fingerprint_page

    return fingerprint_page(lay_out_text(body, marks).pages[0], marking)


def read_margin(box: Any) -> str:
    """Give the words in the margins of a page."""
    texts = (each.text for each in box.descendants() if type(each).__name__ == "TextBox")
    return "".join(texts)


def test_margins_are_filled_in_as_often_as_is_wanted() -> None:
    """With the numbers and words of the whole pack, not of the part."""
    from briefmaker.writing.pack_layout import PageMarks

    laid_out = lay_out_text("<p>one<p style='break-before: page'>two")
    assert [read_margin(box) for box in laid_out.page_boxes] == ["one", "two"]
    for total in (61, 7):
        laid_out.mark_pages(PageMarks(number, total, words={"pack-note": "new"}) for number in (5, 6))
        assert [read_margin(box) for box in laid_out.page_boxes] == [f"one5 of {total} new", f"two6 of {total} new"]


def test_a_document_laid_out_otherwise_keeps_its_margins() -> None:
    """Putting them off holds for packs alone."""
    lay_out_text("<p>one")
    page = weasyprint.HTML(string="<p>one").render(stylesheets=[weasyprint.CSS(string=STYLE)]).pages[0]
    assert read_margin(page._page_box).endswith("of 1")


def test_a_fingerprint_changes_with_what_is_seen_and_with_nothing_else() -> None:
    """Words, their look and place, pictures, and the marking; not what runs in the margins."""
    drawn = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='{}'/></svg>"
    seen = [
        fingerprint("<p>one"),
        fingerprint("<p>two"),
        fingerprint("<p><b>one</b>"),
        fingerprint("<p style='color: red'>one"),
        fingerprint("<p style='margin-top: 9mm'>one"),
        fingerprint("<p>one", "SECRET"),
        fingerprint(drawn.format("M0 0L9 9")),
        fingerprint(drawn.format("M0 0L9 8")),
    ]
    assert len(set(seen)) == len(seen)
    assert fingerprint("<p>one", marks=STYLE.replace(" of ", " / ")) == seen[0]
