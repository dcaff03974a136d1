"""Joins what WeasyPrint's tree cuts: a paragraph, list or table that goes over a page, a link that goes over a line."""

from collections.abc import Iterator
from typing import Any

from briefmaker.writing.tags.tree import Tree

_MAY_BE_EMPTY = {"/TD", "/TH", "/TR", "/Table", "/L", "/LI", "/LBody", "/Figure", "/Form"}


def join_pieces(tree: Tree, element: Any) -> None:
    """Make one element of neighbours that came of one HTML element, all the way down, and leave out what is empty."""
    kept: list[Any] = []
    last = None
    for kid in _unwrap_text(tree, element):
        child = tree.find_element(kid)
        if child is not None and last is not None and _is_same(tree, last, child):
            _take_over(tree, last, child)
        else:
            kept.append(kid)
            last = child
    for kid in kept:
        if (child := tree.find_element(kid)) is not None:
            join_pieces(tree, child)
    element["K"][:] = [kid for kid in kept if not _is_empty(tree.find_element(kid))]


def _unwrap_text(tree: Tree, element: Any) -> Iterator[Any]:
    """Give what an element holds, with the text itself where WeasyPrint makes an element of each line of it."""
    for kid in element["K"]:
        child = tree.find_element(kid)
        if child is None or child["S"] == "/Form" or tree.box_of(child) is not None:
            yield kid
        else:
            yield from [tree.hand_over(each, child, element) for each in child["K"]]
            child.clear()


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
        child = tree.find_element(kid)
        part = None if child is None else _find_part(tree, first, child)
        if part is not None:
            _take_over(tree, part, child)
        else:
            first["K"].append(tree.hand_over(kid, second, first))
    second.clear()


def _find_part(tree: Tree, first: Any, child: Any) -> Any:
    """Give the cell of a row, or the body of a list's entry, that a part of the second piece goes on with."""
    if first["S"] not in ("/TR", "/LI"):
        return None
    if child["S"] == "/LBody":
        return next((each for each in tree.children(first) if each["S"] == "/LBody"), None)
    return next((each for each in tree.children(first) if _is_same(tree, each, child)), None)


def _drop_repeated_head(tree: Tree, first: Any, second: Any) -> None:
    """Make the head that stands again on the next page an artifact: it was read at the table's beginning."""
    head = next((child for child in tree.children(first) if child["S"] == "/THead"), None)
    for kid in list(second["K"]):
        child = tree.find_element(kid)
        if head is not None and child is not None and _is_same(tree, head, child):
            second["K"].remove(kid)
            _silence(tree, child)


def _silence(tree: Tree, element: Any) -> None:
    owned, silent = tree.content_of(element["Pg"]), tree.record.artifacts[tree.pages[element["Pg"]]]
    for number in (kid for kid in element["K"] if isinstance(kid, int)):
        owned[number] = "null"
        silent[number] = {}
    tree.unread_links |= {each["StructParent"] for each in map(tree.find_annotation, element["K"]) if each}
    for child in tree.children(element):
        _silence(tree, child)
    element.clear()


def _is_empty(child: Any) -> bool:
    return child is not None and not child["K"] and child["S"] not in _MAY_BE_EMPTY
