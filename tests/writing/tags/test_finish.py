"""The whole of it: faults that a validator would find are not there any more."""

from collections.abc import Callable
from io import BytesIO

import pikepdf

from briefmaker.writing.pdf import write_pdf
from briefmaker.writing.template import Template


def test_every_element_names_its_parent_and_nothing_gone_is_named(make_pdf: Callable[..., bytes]) -> None:
    """The tree is the same from above and from below, after pieces were joined and elements taken out."""
    rows = "<tr><td>x <a href='#t'>link <b>bold</b></a></td></tr>" * 60
    body = f"<h1 id=t>T</h1><ul><li>a<ul><li>{'word ' * 400}</ul></ul><table><thead><tr><th>H</thead>{rows}</table>"
    seen = 0
    with pikepdf.open(BytesIO(make_pdf(body))) as pdf:
        waiting = [(pdf.Root.StructTreeRoot, each) for each in pdf.Root.StructTreeRoot.K]
        while waiting:
            parent, element = waiting.pop()
            seen += 1
            assert element.Type == "/StructElem"
            assert element.P.objgen == parent.objgen
            kids = [each for each in element.K if isinstance(each, pikepdf.Dictionary)]
            waiting += [(element, each) for each in kids if each.get("/Type") == "/StructElem"]
    assert seen > 200


def test_a_page_without_words_is_written(make_template: Callable[..., Template]) -> None:
    """There is nothing to mend in it, and nothing breaks."""
    written = write_pdf('<html lang="en"><title>x</title><body></body></html>', make_template(style=""))
    assert written.lengths.pages == 1
    assert written.diagnostics == ()
