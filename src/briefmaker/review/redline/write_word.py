"""Writes two versions of a Word document as one, in which every difference is a tracked change."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefmaker.reading.office_package import CUSTOM_PART, DOCUMENT_PART, read_custom_properties
from briefmaker.review.redline.blocks import Side
from briefmaker.review.redline.carrying import Carrier, Lists
from briefmaker.review.redline.containers import ContainerWriter
from briefmaker.review.redline.package import Package, Relations
from briefmaker.review.redline.revisions import Reviser
from briefmaker.writing.word.own_properties import MARKING_PROPERTY, REDLINE_PROPERTY, SEAL_PROPERTY
from briefmaker.writing.word.package import seal_package, write_package
from briefmaker.writing.word.properties import LONGEST_CORE_PROPERTY
from briefmaker.writing.word.wordml import R, W

_CORE_PART = "docProps/core.xml"
_CATEGORY = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}category"
_RUNNING = (f"{W}headerReference", f"{W}footerReference")


@dataclass(frozen=True, slots=True)
class WordRedline:
    """A document with tracked changes, and how many there are: none where both versions say and show the same."""

    content: bytes
    revisions: int


def write_redline_word(
    old: bytes, new: bytes, *, author: str, moment: str, compared: str, marking: str = ""
) -> WordRedline:
    """Give the new document with tracked changes: accepting all gives the new one's words, rejecting all the old one's.

    Both are documents as briefmaker writes them, without tracked changes of their own. ``moment`` is the time of every change, as
    2025-10-22T00:00:00Z; ``compared`` says in the document's properties what is compared, ``marking`` what both
    together are marked. What stands outside the
    words stays that of the new: paper, margins, widths of columns. The same input gives the same bytes.
    """
    before, after = Package(old), Package(new)
    reviser = Reviser(author, moment)
    _rewrite(before, after, list(_list_parts(before, after)), reviser)
    properties = read_custom_properties(after.parts[CUSTOM_PART]) if after.has(CUSTOM_PART) else {}
    properties = {name: value for name, value in properties.items() if name != SEAL_PROPERTY}
    if marking:
        properties[MARKING_PROPERTY] = marking
        _set_category(after, marking)
    content = seal_package(write_package(after.finish()), {**properties, REDLINE_PROPERTY: compared})
    return WordRedline(content, reviser.count)


def _set_category(package: Package, marking: str) -> None:
    """Say the marking among what programs show of a document."""
    category = package.root(_CORE_PART).find(_CATEGORY) if package.has(_CORE_PART) else None
    if category is not None:
        category.text = marking[:LONGEST_CORE_PROPERTY]


def count_differences(old: bytes, new: bytes) -> int:
    """Give how many tracked changes the texts of two documents would have, heads and feet of pages left aside."""
    reviser = Reviser("", "")
    _rewrite(Package(old), Package(new), [(DOCUMENT_PART, DOCUMENT_PART)], reviser)
    return reviser.count


def _rewrite(before: Package, after: Package, parts: list[tuple[str, str]], reviser: Reviser) -> None:
    """Put into parts of the new document what those of the old one said, as tracked changes."""
    lists = Lists(before, after)
    for theirs, ours in parts:
        relations = Relations(before, theirs), Relations(after, ours)
        writer = ContainerWriter(
            Side(relations[0], lists, is_old=True),
            Side(relations[1], lists, is_old=False),
            Carrier(*relations, lists),
            reviser,
        )
        writer.rewrite(_container(before, theirs), _container(after, ours))
    lists.settle()


def _container(package: Package, part: str) -> Any:
    root = package.root(part)
    return root.find(f"{W}body") if part == DOCUMENT_PART else root


def _list_parts(old: Package, new: Package) -> Iterator[tuple[str, str]]:
    """Give the parts of both that are compared: the documents, and the heads and feet of pages of the same kind."""
    yield DOCUMENT_PART, DOCUMENT_PART
    before, after = dict(_find_running(old)), dict(_find_running(new))
    seen: set[str] = set()
    for kind, part in after.items():
        if kind in before and part not in seen:
            seen.add(part)
            yield before[kind], part


def _find_running(package: Package) -> Iterator[tuple[tuple[str, str], str]]:
    """Give each head and foot of pages by what it is for, such as the first page."""
    relations = Relations(package, DOCUMENT_PART)
    for reference in package.root(DOCUMENT_PART).iter(*_RUNNING):
        relation = relations.find(reference.get(f"{R}id"))
        if relation is not None:
            yield (str(reference.tag), str(reference.get(f"{W}type"))), relations.name_target(relation)
