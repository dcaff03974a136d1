"""Lists within lists: each stands in the body of its own entry, in the place where it is read."""

from typing import Any

from weasyprint.pdf import pydyf

from briefmaker.writing.tags.tree import Tree


def mend_lists(tree: Tree) -> None:
    """Put inner lists, which WeasyPrint sets beside their entry, into it, and give every entry one body for all it holds."""
    for element in list(tree.walk()):
        if element["S"] == "/L":
            _take_in_lists(tree, element)
        elif element["S"] == "/LI":
            _gather_body(tree, element)


def _take_in_lists(tree: Tree, outer: Any) -> None:
    kept: list[Any] = []
    entry = None
    for kid in outer["K"]:
        child = tree.find_element(kid)
        if _kind(child) == "/L" and entry is not None and _holds(tree, entry, child):
            _insert_in_order(tree, entry, kid)
            child["P"] = entry.reference
        else:
            kept.append(kid)
            entry = child if _kind(child) == "/LI" else None
    outer["K"][:] = kept


def _holds(tree: Tree, entry: Any, inner: Any) -> bool:
    return any(child is tree.box_of(inner) for child in tree.box_of(entry).children)


def _insert_in_order(tree: Tree, entry: Any, inner: Any) -> None:
    """Put a list among what its entry holds, in the order of their boxes."""
    order = {id(box): place for place, box in enumerate(tree.box_of(entry).children)}
    places = [order.get(id(tree.box_of(tree.find(kid))), -1) for kid in entry["K"]]
    own = order[id(tree.box_of(tree.find(inner)))]
    entry["K"].insert(sum(place < own for place in places), inner)


def _gather_body(tree: Tree, entry: Any) -> None:
    rest = [kid for kid in entry["K"] if _kind(tree.find_element(kid)) != "/Lbl"]
    bodies = [child for child in map(tree.find_element, rest) if _kind(child) == "/LBody"]
    if len(bodies) == len(rest) <= 1:
        return
    body = bodies[0] if bodies else _add_body(tree, entry)
    gathered: list[Any] = []
    for kid in rest:
        child = tree.find_element(kid)
        if _kind(child) == "/LBody":
            gathered += [tree.hand_over(each, child, body) for each in child["K"]]
        else:
            gathered.append(tree.hand_over(kid, entry, body))
    body["K"][:] = gathered
    entry["K"][:] = [*(kid for kid in entry["K"] if kid not in rest), body.reference]


def _kind(element: Any) -> Any:
    return None if element is None else element["S"]


def _add_body(tree: Tree, entry: Any) -> Any:
    body = pydyf.Dictionary(
        {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(), "Pg": entry["Pg"], "P": entry.reference}
    )
    tree.pdf.add_object(body)
    tree.record.boxes[body.number] = tree.box_of(entry)
    return body
