"""Checks that all a Word document names exists, and that nothing is named twice: what its schema does not see."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from briefmaker.verifying.check import Deviation, Needs, Subject, check, word_of
from briefmaker.verifying.squeezing import shorten
from briefmaker.verifying.word_outline import DRAWING
from briefmaker.verifying.word_styles import Styles
from briefmaker.writing.word.anchors import read_anchor_map
from briefmaker.writing.word.wordml import R, W

WORD = ("docx",)
_TEXT_PART = re.compile(r"word/(document|header[0-9]*|footer[0-9]*|footnotes|endnotes|comments)\.xml")
_ANCHOR = re.compile(r"(bf_[0-9a-f]*_)[0-9]+")
_LONGEST_BOOKMARK = 40
_CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATED = (f"{R}id", f"{R}embed", f"{R}link", f"{R}pict")


def iterate_text_parts(subject: Subject) -> Iterator[tuple[str, etree._Element]]:
    """Give the parts that hold text, the body first, with their names."""
    trees = word_of(subject).package.trees
    return ((name, trees[name]) for name in sorted(trees) if _TEXT_PART.fullmatch(name))


def is_anchor(bookmark: str) -> bool:
    """Tell whether a bookmark is one of those that lead back to a field of the brief."""
    return _ANCHOR.fullmatch(bookmark) is not None


def _values(root: etree._Element, tag: str) -> list[str]:
    return [str(each.get(f"{W}val", "")) for each in root.iter(f"{W}{tag}")]


def _twice(values: Iterable[str]) -> Iterator[str]:
    return (value for value, count in Counter(values).items() if count > 1)


@check(Needs.NOTHING, WORD)
def word_styles(subject: Subject) -> Iterator[Deviation]:
    """Every style that a paragraph, a run or a table names exists."""
    known = Styles(word_of(subject).package).ids
    for name, root in iterate_text_parts(subject):
        for tag in ("pStyle", "rStyle", "tblStyle"):
            yield from (Deviation(f"a style {each}", "none", name) for each in _values(root, tag) if each not in known)


@check(Needs.NOTHING, WORD)
def word_numbering(subject: Subject) -> Iterator[Deviation]:
    """Every list that a paragraph belongs to is defined."""
    tree = word_of(subject).package.trees.get("word/numbering.xml")
    known = {"0"} | (set() if tree is None else {str(each.get(f"{W}numId")) for each in tree.iter(f"{W}num")})
    for name, root in iterate_text_parts(subject):
        yield from (Deviation(f"a list {each}", "none", name) for each in _values(root, "numId") if each not in known)


@check(Needs.NOTHING, WORD)
def word_ids(subject: Subject) -> Iterator[Deviation]:
    """No id of a bookmark, picture or content control is given twice."""
    for name, root in iterate_text_parts(subject):
        given = {
            "bookmark": [str(each.get(f"{W}id")) for each in root.iter(f"{W}bookmarkStart")],
            "picture": [str(each.get("id")) for each in root.iter(f"{DRAWING}docPr")],
            "content control": _values(root, "id"),
        }
        for what, ids in given.items():
            yield from (Deviation(f"one {what} {each}", "two or more", name) for each in _twice(ids))


@check(Needs.NOTHING, WORD)
def word_bookmarks(subject: Subject) -> Iterator[Deviation]:
    """Every bookmark ends in the paragraph it begins in, and has a name of its own that Word can take."""
    for name, root in iterate_text_parts(subject):
        for start in root.iter(f"{W}bookmarkStart"):
            label, paragraph = str(start.get(f"{W}name", "")), next(start.iterancestors(f"{W}p"), None)
            ends = [] if paragraph is None else [each.get(f"{W}id") for each in paragraph.iter(f"{W}bookmarkEnd")]
            if start.get(f"{W}id") not in ends:
                yield Deviation(f"bookmark {label} ends in its paragraph", "it does not", name)
            if not 0 < len(label) <= _LONGEST_BOOKMARK:
                yield Deviation(f"a name of 1 to {_LONGEST_BOOKMARK} characters", shorten(label) or "none", name)
        names = (str(each.get(f"{W}name", "")) for each in root.iter(f"{W}bookmarkStart"))
        yield from (Deviation(f"one bookmark {each}", "two or more", name) for each in _twice(names))


@check(Needs.NOTHING, WORD)
def word_anchors(subject: Subject) -> Iterator[Deviation]:
    """Every anchor leads to a field of the brief, and every field to its anchors."""
    root = word_of(subject).package.trees["word/document.xml"]
    there = {
        str(each.get(f"{W}name"))
        for each in root.iter(f"{W}bookmarkStart")
        if _ANCHOR.fullmatch(str(each.get(f"{W}name")))
    }
    prefix = next((match[1] for each in there if (match := _ANCHOR.fullmatch(each))), "bf_")
    mapped = read_anchor_map(word_of(subject).own, prefix)
    for part in iterate_text_parts(subject):
        there |= {str(each.get(f"{W}name")) for each in part[1].iter(f"{W}bookmarkStart")}
    yield from (
        Deviation(f"an anchor of {path}", f"no bookmark {name}") for name, path in mapped.items() if name not in there
    )
    for name in sorted(each for each in there if _ANCHOR.fullmatch(each) and each not in mapped):
        yield Deviation(f"a field for the anchor {name}", "none")


@check(Needs.NOTHING, WORD)
def word_relationships(subject: Subject) -> Iterator[Deviation]:
    """Whatever a part refers to is there, and every part says what it is."""
    package = word_of(subject).package
    for name, root in iterate_text_parts(subject):
        known = package.relationships(name)
        for each in root.iter(etree.Element):
            wanted = (str(each.get(key)) for key in _RELATED if each.get(key))
            yield from (Deviation(f"a relationship {one}", "none", name) for one in wanted if one not in known)
    for owner, relationship in package.all_relationships():
        if not relationship.is_external and relationship.target not in package.parts:
            yield Deviation(f"a part {relationship.target}", "none", owner or "the package")
    yield from (Deviation("a content type", "none", part) for part in _untyped(subject))


def _untyped(subject: Subject) -> Iterator[str]:
    package = word_of(subject).package
    types = package.trees.get("[Content_Types].xml")
    if types is None:
        return
    endings = {str(each.get("Extension", "")).lower() for each in types.iter(f"{_CONTENT_TYPES}Default")}
    named = {str(each.get("PartName", "")).lstrip("/") for each in types.iter(f"{_CONTENT_TYPES}Override")}
    for part in package.parts:
        ending = part.rpartition(".")[2].lower()
        if part != "[Content_Types].xml" and not part.endswith("/") and part not in named and ending not in endings:
            yield part


@check(Needs.NOTHING, WORD)
def word_links(subject: Subject) -> Iterator[Deviation]:
    """Every link within the document leads to a bookmark that is there."""
    targets = {
        str(each.get(f"{W}name")) for _, root in iterate_text_parts(subject) for each in root.iter(f"{W}bookmarkStart")
    }
    for name, root in iterate_text_parts(subject):
        for link in root.iter(f"{W}hyperlink"):
            anchor = link.get(f"{W}anchor")
            if anchor is not None and anchor not in targets:
                yield Deviation(f"a bookmark {anchor}", "none", name)


CHECKS = (
    word_styles,
    word_numbering,
    word_ids,
    word_bookmarks,
    word_anchors,
    word_relationships,
    word_links,
)
