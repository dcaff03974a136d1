"""Reads the revisions and comments of a returned document."""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from briefmaker.review.paragraphs import DELETED, INSERTED, MOVED, Comment, Revision, SourceParagraph
from briefmaker.writing.word.wordml import W

INSERTING = {f"{W}ins": INSERTED, f"{W}moveTo": MOVED}
DELETING = {f"{W}del": DELETED, f"{W}moveFrom": MOVED}


def read_revision(element: etree._Element, kind: str) -> Revision:
    """Give the revision that an element is."""
    return Revision(str(element.get(f"{W}author", "")), str(element.get(f"{W}date", "")), kind)


def list_revisions(properties: etree._Element, kinds: Mapping[str, str]) -> tuple[Revision, ...]:
    """Give the revisions of some kinds among those that properties hold."""
    return tuple(read_revision(each, kinds[str(each.tag)]) for each in properties if str(each.tag) in kinds)


def read_row(properties: etree._Element) -> tuple[tuple[Revision, ...], tuple[Revision, ...]]:
    """Give the revisions that brought a row of a table, and those that took it away."""
    return list_revisions(properties, INSERTING), list_revisions(properties, DELETING)


def read_comments(root: etree._Element | None, paragraphs: Sequence[SourceParagraph]) -> Iterator[Comment]:
    """Give the comments of a document, each with the words that it is about."""
    for comment in () if root is None else root.iter(f"{W}comment"):
        id_ = str(comment.get(f"{W}id"))
        lines = ("".join(str(each.text or "") for each in one.iter(f"{W}t")) for one in comment.iter(f"{W}p"))
        about = "".join(each.text for one in paragraphs for each in one.words if id_ in each.comments)
        said = " / ".join(line for line in lines if line.strip())
        yield Comment(id_, str(comment.get(f"{W}author", "")), str(comment.get(f"{W}date", "")), said, about)
