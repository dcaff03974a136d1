"""A link is one link, and says in words where it leads."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from tests.reading_aloud import Element

Hear = Callable[..., Element]

ADDRESS = '<a href="https://example.org/report"'


def test_a_link_is_named_by_its_words(hear: Hear) -> None:
    """Not by its address; a title in the page comes first."""
    [named] = hear(f"<p>{ADDRESS}>the  <em>report</em></a>").find("Link")
    assert (named.links, named.words()) == (["the report"], "the report")
    [titled] = hear(f'<p>{ADDRESS} title="Report of May">[1]</a>').find("Link")
    assert titled.links == ["Report of May"]


def test_a_link_over_lines_is_one(hear: Hear) -> None:
    """It has an annotation for each line, all in one element."""
    [link] = hear(f"<p>{ADDRESS}>{'report ' * 30}</a>").find("Link")
    assert len(link.links) > 1
    assert link.words() == ("report " * 30).strip()


def test_what_stands_within_a_link_gets_no_link_of_its_own(make_pdf: Callable[..., bytes]) -> None:
    """One annotation for the link and none for the span in it, in the page and in the tree."""
    with pikepdf.open(BytesIO(make_pdf(f"<p>{ADDRESS}><span>a <b>report</b></span></a> {ADDRESS}>b</a>"))) as pdf:
        assert [str(each.Contents) for each in pdf.pages[0].Annots] == ["a report", "b"]
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        keys = [int(numbers[place]) for place in range(0, len(numbers), 2)]
        assert keys == [0, *(int(each.StructParent) for each in pdf.pages[0].Annots)]
        assert all(str(numbers[2 * place + 1].S) == "/Link" for place in range(1, len(keys)))


@pytest.mark.parametrize(
    "body",
    [
        f"<table><thead><tr><th>Head {ADDRESS}>[1]</a></th></tr></thead>{'<tr><td>x</td></tr>' * 60}</table>",
        f'<p>{ADDRESS}>a</a></p><p aria-hidden="true">{ADDRESS}>b</a></p>',
        f"{ADDRESS}><ul><li>one<ul><li>in</ul><li>two</ul></a>",
    ],
)
def test_no_link_stands_outside_the_tree(make_pdf: Callable[..., bytes], body: str) -> None:
    """One in a head that stands again on the next page, or in what is hidden from readers, is not there."""
    with pikepdf.open(BytesIO(make_pdf(body))) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        owners = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
        for page in pdf.pages:
            for each in page.get("/Annots", []):
                kids = [kid for kid in owners[int(each.StructParent)].K if isinstance(kid, pikepdf.Dictionary)]
                held = [kid.Obj.objgen for kid in kids if "/Obj" in kid]
                assert each.objgen in held
