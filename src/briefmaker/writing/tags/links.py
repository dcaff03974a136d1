"""Links for those who listen: one annotation a link, which says in words where it leads."""

from typing import Any

from weasyprint.pdf import pydyf

from briefmaker.writing.tags.tree import Tree


def mend_links(tree: Tree) -> None:
    """Take away the annotations that WeasyPrint gives to every box within a link, and name the others by their words."""
    doubled: list[Any] = []
    for element in tree.walk():
        if element["S"] == "/Link":
            _name_annotations(tree, element)
            doubled += (each for child in tree.children(element) for each in _take_annotations(tree, child))
    if doubled:
        _remove(tree, doubled)


def _name_annotations(tree: Tree, link: Any) -> None:
    element = tree.box_of(link).element
    words = element.get("title") or " ".join("".join(element.itertext()).split())
    for kid in link["K"]:
        if words and (annotation := tree.find_annotation(kid)):
            annotation["Contents"] = pydyf.String(words)


def _take_annotations(tree: Tree, element: Any) -> list[Any]:
    """Take the annotations out of an element and of all that it holds."""
    taken, kept = [], []
    for kid in element["K"]:
        if annotation := tree.find_annotation(kid):
            taken.append(annotation)
        else:
            kept.append(kid)
    element["K"][:] = kept
    return taken + [each for child in tree.children(element) for each in _take_annotations(tree, child)]


def _remove(tree: Tree, doubled: list[Any]) -> None:
    """Remove annotations from their pages and from the parent tree."""
    places = {annotation["StructParent"] for annotation in doubled}
    gone = {annotation.reference for annotation in doubled}
    for reference in tree.record.page_references:
        page = tree.find(reference)
        if "Annots" in page:
            page["Annots"][:] = [each for each in page["Annots"] if each not in gone]
    start = 2 * len(tree.record.page_references)
    pairs = list(zip(tree.parents[start::2], tree.parents[start + 1 :: 2], strict=True))
    tree.parents[start:] = [each for pair in pairs if pair[0] not in places for each in pair]
