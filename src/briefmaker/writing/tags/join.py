"""Joins what WeasyPrint's tree cuts: a paragraph, list or table that goes over a page, a link that goes over a line."""

from typing import Any

from weasyprint.pdf import pydyf

from briefmaker.writing.tags.tree import Tree, is_element

_MAY_BE_EMPTY = {"/TD", "/TH", "/TR", "/Table", "/L", "/LI", "/LBody", "/Figure", "/Form"}


def join_pieces(tree: Tree, element: Any) -> None:
    """Make one element of neighbours that came of one HTML element, all the way down, and leave out what is empty."""
    kept: list[Any] = []
    last = None
    for kid in element["K"]:
        child = tree.find(kid)
        if child is not None and is_element(child) and last is not None and _is_same(tree, last, child):
            _take_over(tree, last, child)
            continue
        kept.append(kid)
        last = child if child is not None and is_element(child) else None
    element["K"][:] = kept
    for child in tree.children(element):
        join_pieces(tree, child)
    element["K"][:] = [kid for kid in kept if not _is_empty(tree.find(kid))]


def _is_same(tree: Tree, one: Any, other: Any) -> bool:
    """Tell whether two elements are pieces of one HTML element in the same part."""
    first, second = tree.box_of(one), tree.box_of(other)
    return (
        first is not None
        and second is not None
        and first.element is not None
        and first.element is second.element
        and first.element_tag == second.element_tag
        and bool(one["S"] == other["S"])
    )


def _take_over(tree: Tree, first: Any, second: Any) -> None:
    """Put what the second piece holds at the end of the first."""
    if first["S"] == "/Table":
        _drop_repeated_head(tree, first, second)
    for kid in second["K"]:
        child = tree.find(kid)
        if child is None:
            first["K"].append(_name_content(second, kid) if second["Pg"] != first["Pg"] else kid)
        elif not is_element(child):
            first["K"].append(kid)
        elif cell := _find_cell(tree, first, child):
            _take_over(tree, cell, child)
        else:
            child["P"] = first.reference
            first["K"].append(kid)
    _adopt_content(tree, first, second)


def _name_content(element: Any, number: Any) -> Any:
    """Give marked content of another page than the element's, which has to be named with its page."""
    return pydyf.Dictionary({"Type": "/MCR", "Pg": element["Pg"], "MCID": number})


def _find_cell(tree: Tree, row: Any, cell: Any) -> Any:
    """Give the cell of a row that another cell, on the next page, goes on with."""
    if row["S"] != "/TR":
        return None
    return next((each for each in tree.children(row) if _is_same(tree, each, cell)), None)


def _adopt_content(tree: Tree, first: Any, second: Any) -> None:
    """Let the parent tree name the first piece wherever it named the second."""
    owned = tree.parents[2 * tree.page_of(second) + 1]
    for number in (kid for kid in second["K"] if isinstance(kid, int)):
        owned[number] = first.reference
    for kid in second["K"]:
        reference = tree.find(kid)
        if reference is not None and not is_element(reference):
            place = tree.find(reference["Obj"])["StructParent"]
            index = tree.parents.index(place, 2 * len(tree.record.page_references))
            tree.parents[index + 1] = first.reference


def _drop_repeated_head(tree: Tree, first: Any, second: Any) -> None:
    """Make the head that stands again on the next page an artifact: it was read at the table's beginning."""
    heads = [child for child in tree.children(first) if child["S"] == "/THead"]
    for kid in list(second["K"]):
        child = tree.find(kid)
        if heads and child is not None and is_element(child) and _is_same(tree, heads[0], child):
            second["K"].remove(kid)
            _silence(tree, child)


def _silence(tree: Tree, element: Any) -> None:
    page = tree.page_of(element)
    for number in (kid for kid in element["K"] if isinstance(kid, int)):
        tree.parents[2 * page + 1][number] = "null"
        tree.record.artifacts[page][number] = {}
    for child in tree.children(element):
        _silence(tree, child)
    element.clear()


def _is_empty(child: Any) -> bool:
    return child is not None and is_element(child) and not child["K"] and child["S"] not in _MAY_BE_EMPTY
