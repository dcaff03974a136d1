"""Reads the revisions and comments of a returned document."""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from briefmaker.review.paragraphs import DELETED, INSERTED, MOVED, Comment, Revision, SourceParagraph
from briefmaker.writing.word.wordml import W

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
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


def read_comments(
    root: etree._Element | None, extended: etree._Element | None, paragraphs: Sequence[SourceParagraph]
) -> Iterator[Comment]:
    """Give the comments of a document, each with the words that it is about; ``extended`` tells which are replies."""
    firsts = _read_firsts(root, extended)
    for comment in () if root is None else root.iter(f"{W}comment"):
        id_ = str(comment.get(f"{W}id"))
        lines = ("".join(str(each.text or "") for each in one.iter(f"{W}t")) for one in comment.iter(f"{W}p"))
        about = "".join(each.text for one in paragraphs for each in one.words if id_ in each.comments)
        said = " / ".join(line for line in lines if line.strip())
        author, date = (str(comment.get(f"{W}{name}", "")) for name in ("author", "date"))
        yield Comment(id_, author, date, said, about, firsts.get(id_, ""))


def _read_firsts(root: etree._Element | None, extended: etree._Element | None) -> dict[str, str]:
    """Give for each reply the comment that it answers, both by their ids; Word leads from paragraph to paragraph."""
    if root is None or extended is None:
        return {}
    owners = {
        str(each.get(f"{_W14}paraId")): str(comment.get(f"{W}id"))
        for comment in root.iter(f"{W}comment")
        for each in comment.iter(f"{W}p")
    }
    links = ((each.get(f"{_W15}paraId"), each.get(f"{_W15}paraIdParent")) for each in extended.iter(f"{_W15}commentEx"))
    return {
        owners[str(reply)]: owners[str(first)]
        for reply, first in links
        if first and str(reply) in owners and str(first) in owners
    }
