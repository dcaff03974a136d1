"""The tree of a PDF that is being written."""

from weasyprint.pdf import pydyf

from briefmaker.writing.tags.record import TagRecord
from briefmaker.writing.tags.tree import Tree


def make_tree() -> tuple[Tree, list[pydyf.Dictionary]]:
    """Give a tree of two pages, with a paragraph on each."""
    pdf = pydyf.PDF()
    for _ in range(2):
        pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
    record = TagRecord(pdf)
    document, first, second = (pydyf.Dictionary({"Type": "/StructElem", "K": pydyf.Array()}) for _ in range(3))
    nums = pydyf.Array([0, pydyf.Array(), 1, pydyf.Array()])
    parents, root = pydyf.Dictionary({"Nums": nums}), pydyf.Dictionary()
    for each in (document, first, second, parents, root):
        pdf.add_object(each)
    root["ParentTree"], pdf.catalog["StructTreeRoot"] = parents.reference, root.reference
    for page, each in zip(record.page_references, (first, second), strict=True):
        each |= {"S": "/P", "K": pydyf.Array([0]), "Pg": page}
        document["K"].append(each.reference)
    nums[1][:], nums[3][:] = [first.reference], [second.reference]
    record.document = document
    return Tree(pdf, record), [first, second]


def test_walking_gives_elements_in_the_order_of_reading() -> None:
    """From the first to the last, the document itself left out."""
    tree, elements = make_tree()
    assert list(tree.walk()) == elements


def test_content_that_is_handed_over_keeps_its_page_and_gets_a_new_owner() -> None:
    """It is named with its page where that is not the new element's, and the parent tree follows."""
    tree, (first, second) = make_tree()
    given = tree.hand_over(0, second, first)
    assert given == {"Type": "/MCR", "Pg": second["Pg"], "MCID": 0}
    assert tree.content_of(second["Pg"]) == [first.reference]
    assert tree.hand_over(0, first, first) == 0
    assert tree.hand_over(given, first, second) is given
    assert tree.content_of(second["Pg"]) == [second.reference]


def test_an_element_that_is_handed_over_names_its_new_parent() -> None:
    """So that the way up is as right as the way down."""
    tree, (first, second) = make_tree()
    assert tree.hand_over(second.reference, tree.document, first) == second.reference
    assert second["P"] == first.reference
