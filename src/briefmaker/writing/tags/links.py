"""Links for those who listen: one annotation a link, which says in words where it leads."""

from typing import Any

from weasyprint.pdf import pydyf

from briefmaker.writing.tags.record import NOWHERE
from briefmaker.writing.tags.tree import Tree


def mend_links(tree: Tree) -> None:
    """Take away the annotations that WeasyPrint gives to every box within a link, and name the others by their words."""
    for element in tree.walk():
        if element["S"] == "/Link":
            _name_annotations(tree, element)
            for child in tree.children(element):
                _take_annotations(tree, child)
    _remove_unread(tree)


def _name_annotations(tree: Tree, link: Any) -> None:
    element = tree.box_of(link).element
    words = element.get("title") or " ".join("".join(element.itertext()).split())
    for kid in link["K"]:
        if words and (annotation := tree.find_annotation(kid)):
            annotation["Contents"] = pydyf.String(words)


def _take_annotations(tree: Tree, element: Any) -> None:
    """Take the annotations out of an element and of all that it holds."""
    kept: list[Any] = []
    for kid in element["K"]:
        if annotation := tree.find_annotation(kid):
            tree.unread_links.add(annotation["StructParent"])
        else:
            kept.append(kid)
    element["K"][:] = kept
    for child in tree.children(element):
        _take_annotations(tree, child)


def _remove_unread(tree: Tree) -> None:
    """Remove the annotations that stand in no element from their pages and from the parent tree."""
    start = 2 * len(tree.record.page_references)
    pairs = list(zip(tree.parents[start::2], tree.parents[start + 1 :: 2], strict=True))
    gone = tree.unread_links | {key for key, owner in pairs if owner == NOWHERE}
    if not gone:
        return
    tree.parents[start:] = [each for pair in pairs if pair[0] not in gone for each in pair]
    for page in map(tree.find, tree.record.page_references):
        if "Annots" in page:
            page["Annots"][:] = [each for each in page["Annots"] if tree.find(each).get("StructParent") not in gone]
