"""Copies, moves and takes out whole entries of lists in a document: a row, or a heading with all that belongs to it."""

import re
from collections.abc import Mapping
from copy import deepcopy

from lxml import etree
from tests.review.word_edits import Element, WordEdit, put_instead

from briefmaker.writing.word.wordml import W

_BOOKMARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")


def find_parts(edit: WordEdit, entry: str) -> list[list[Element]]:
    """Give where an entry stands: each time the rows of a table, or the paragraphs and tables of the body, one behind another.

    Nothing where it cannot be cut out, since it runs from a row that is not its own into the body.
    """
    parts: list[list[tuple[Element, Element | None]]] = []
    is_last = False
    for start in edit.root.iter(f"{W}bookmarkStart"):
        path = path_of(start, edit)
        is_own = bool(path) and _is_of(start, edit, entry)
        if is_own:
            parts += [] if is_last else [[]]
            top = next(each for each in (start, *start.iterancestors()) if each.getparent() is edit.body)
            row = next(start.iterancestors(f"{W}tr"), None)
            is_shared = row is not None and any(not _is_of(each, edit, entry) for each in row.iter(f"{W}bookmarkStart"))
            parts[-1].append((next(start.iterancestors(f"{W}p")) if is_shared else top, None if is_shared else row))
        is_last = is_own if path else is_last
    found = [_elements(part) for part in parts]
    return found if all(found) else []


def path_of(start: Element, edit: WordEdit) -> str:
    """Give the field of a bookmark; nothing for one of another kind."""
    name = start.get(f"{W}name")
    return edit.paths.get(int(name.rsplit("_", 1)[1]), "") if name.startswith("bf_") else ""


def _is_of(start: Element, edit: WordEdit, entry: str) -> bool:
    """Tell whether a bookmark is of an entry's fields, or leads to none."""
    path = path_of(start, edit)
    return path == entry or path.startswith(f"{entry}.") or (not path and not start.get(f"{W}name").startswith("bf_"))


def _elements(part: list[tuple[Element, Element | None]]) -> list[Element]:
    (first, row), (last, _) = part[0], part[-1]
    if first is last and row is not None:
        return list(dict.fromkeys(each for _, each in part if each is not None))
    elements = [first]
    while elements[-1] is not last:
        following = elements[-1].getnext()
        if following is None:
            return []
        elements.append(following)
    return elements


def copy_entry(
    edit: WordEdit, entry: str, author: str = "", *, with_anchors: bool = False, suffix: str = "", most: int = 9
) -> None:
    """Copy an entry and paste it behind itself, wherever it stands, in ``most`` places; ``suffix`` is put behind each field."""
    for elements in find_parts(edit, entry)[:most]:
        copies = [deepcopy(each) for each in elements]
        for copy in copies:
            _change(edit, copy, suffix)
            if not with_anchors:
                for each in list(copy.iter(*_BOOKMARKS)):
                    each.getparent().remove(each)
            if author:
                _track(edit, copy, "ins", author)
        for copy in reversed(copies):
            elements[-1].addnext(copy)


def _change(edit: WordEdit, copy: Element, suffix: str) -> None:
    for start in copy.iter(f"{W}bookmarkStart") if suffix else ():
        inside = _texts_within(start)
        if inside and not re.search(r"^$|\.likelihood$", path_of(start, edit)):
            inside[-1].text = f"{inside[-1].text}{suffix}"


def _texts_within(start: Element) -> list[Element]:
    inside: list[Element] = []
    for each in start.itersiblings():
        if each.tag == f"{W}bookmarkEnd" and each.get(f"{W}id") == start.get(f"{W}id"):
            break
        inside += list(each.iter(f"{W}t"))
    return inside


def retype_entry(edit: WordEdit, entry: str, said: Mapping[str, str], author: str = "") -> None:
    """Copy an entry behind itself without its anchors, and type other words over those of fields, by their paths."""
    for elements in find_parts(edit, entry):
        copies = [deepcopy(each) for each in elements]
        for copy in copies:
            for start in copy.iter(f"{W}bookmarkStart"):
                path, inside = path_of(start, edit), _texts_within(start)
                if inside and path in said:
                    inside[0].text = said[path]
                    for each in inside[1:]:
                        each.text = ""
            for each in list(copy.iter(*_BOOKMARKS)):
                each.getparent().remove(each)
            if author:
                _track(edit, copy, "ins", author)
        for copy in reversed(copies):
            elements[-1].addnext(copy)


def drop_entry(edit: WordEdit, entry: str, author: str = "") -> None:
    """Take an entry out wherever it stands."""
    for elements in find_parts(edit, entry):
        for each in elements:
            if author:
                _track(edit, each, "del", author)
            elif each.getparent() is not None:
                each.getparent().remove(each)


def move_entry(edit: WordEdit, entry: str, behind: str, *, with_anchors: bool = True) -> None:
    """Cut an entry out and paste it behind another, wherever both stand; not tracked."""
    for elements, targets in zip(find_parts(edit, entry), find_parts(edit, behind), strict=True):
        for each in [] if with_anchors else [one for element in elements for one in list(element.iter(*_BOOKMARKS))]:
            each.getparent().remove(each)
        for each in reversed(elements):
            targets[-1].addnext(each)


def _track(edit: WordEdit, element: Element, tag: str, author: str) -> None:
    for run in list(element.iter(f"{W}r")):
        put_instead(run, [edit.track(tag, deepcopy(run), author)])
    for paragraph in [element] if element.tag == f"{W}p" else element.iter(f"{W}p"):
        edit.mark(paragraph, tag, author)
    for row in [element] if element.tag == f"{W}tr" else element.iter(f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            row.insert(0, properties)
        properties.append(etree.Element(f"{W}{tag}", edit.by(author)))


def type_paragraphs(edit: WordEdit, behind: Element, typed: list[tuple[str, str]], author: str = "") -> None:
    """Type paragraphs behind an element, each in the style of a field that is shown in the body, or in a style by its id."""
    for like, text in typed:
        starts = edit.starts(like)
        style = next(starts[-1].iterancestors(f"{W}p")).find(f"{W}pPr/{W}pStyle").get(f"{W}val") if starts else like
        paragraph = etree.Element(f"{W}p")
        etree.SubElement(etree.SubElement(paragraph, f"{W}pPr"), f"{W}pStyle").set(f"{W}val", style)
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text
        if author:
            _track(edit, paragraph, "ins", author)
        behind.addnext(paragraph)
        behind = paragraph
