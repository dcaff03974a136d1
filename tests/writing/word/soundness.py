"""What makes a Word document sound beyond its schema: all that it names exists, and nothing is named twice."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def open_parts(content: bytes) -> dict[str, bytes]:
    """Give the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def find_faults(content: bytes) -> list[str]:
    """Give every fault in words; an empty list for a sound document."""
    parts = open_parts(content)
    return [fault for name in _text_parts(parts) for fault in _faults_of(parts, name)]


def _text_parts(parts: dict[str, bytes]) -> list[str]:
    return [name for name in parts if re.fullmatch(r"word/(document|header\d+|footer\d+)\.xml", name)]


def _faults_of(parts: dict[str, bytes], name: str) -> Iterator[str]:
    root = etree.fromstring(parts[name])
    styles = {each.get(f"{W}styleId") for each in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
    numbers = {each.get(f"{W}numId") for each in etree.fromstring(parts["word/numbering.xml"]).iter(f"{W}num")}
    for tag in ("pStyle", "rStyle", "tblStyle"):
        yield from (f"{name}: no style {each}" for each in _values(root, tag) if each not in styles)
    yield from (f"{name}: no list {each}" for each in _values(root, "numId") if each not in numbers | {"0"})
    yield from (f"{name}: a cell ends without a paragraph" for cell in root.iter(f"{W}tc") if cell[-1].tag != f"{W}p")
    yield from (f"{name}: {each} twice" for each in _repeated(root, "bookmarkStart", "id"))
    yield from (f"{name}: {each} twice" for each in _repeated(root, "bookmarkStart", "name"))
    yield from (f"{name}: sdt id {each} twice" for each in _repeated_values(_values(root, "id")))
    yield from _unbalanced(root, name)
    yield from _loose_relations(parts, root, name)
    yield from _dead_links(root, name)


def _values(root: etree._Element, tag: str) -> list[str]:
    return [each.get(f"{W}val", "") for each in root.iter(f"{W}{tag}")]


def _repeated(root: etree._Element, tag: str, attribute: str) -> list[str]:
    return _repeated_values([each.get(f"{W}{attribute}", "") for each in root.iter(f"{W}{tag}")])


def _repeated_values(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def _unbalanced(root: etree._Element, name: str) -> Iterator[str]:
    for start in root.iter(f"{W}bookmarkStart"):
        paragraph = next(start.iterancestors(f"{W}p"), None)
        ends = [] if paragraph is None else [each.get(f"{W}id") for each in paragraph.iter(f"{W}bookmarkEnd")]
        if start.get(f"{W}id") not in ends:
            yield f"{name}: bookmark {start.get(f'{W}name')} does not end in its paragraph"
        if len(start.get(f"{W}name", "")) > 40:
            yield f"{name}: bookmark {start.get(f'{W}name')} is too long"


def _loose_relations(parts: dict[str, bytes], root: etree._Element, name: str) -> Iterator[str]:
    file = name.replace("word/", "word/_rels/") + ".rels"
    known = {each.get("Id") for each in etree.fromstring(parts[file])} if file in parts else set()
    for link in root.iter(f"{W}hyperlink"):
        if link.get(f"{R}id") and link.get(f"{R}id") not in known:
            yield f"{name}: no relationship {link.get(f'{R}id')}"


def _dead_links(root: etree._Element, name: str) -> Iterator[str]:
    targets = {each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart")}
    for link in root.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor and anchor not in targets:
            yield f"{name}: a link leads to {anchor}, which is not there"


def anchored_texts(content: bytes) -> list[tuple[str, str]]:
    """Give bookmark name and text of every anchor in a document's body, in order."""
    root = etree.fromstring(open_parts(content)["word/document.xml"])
    anchors = [each for each in root.iter(f"{W}bookmarkStart") if each.get(f"{W}name", "").startswith("bf_")]
    return [(each.get(f"{W}name", ""), _text_until(each)) for each in anchors]


def _text_until(start: etree._Element) -> str:
    words: list[str] = []
    for each in start.itersiblings():
        if each.tag == f"{W}bookmarkEnd" and each.get(f"{W}id") == start.get(f"{W}id"):
            break
        words += [text.text or "" for text in each.iter(f"{W}t")]
    return "".join(words)
