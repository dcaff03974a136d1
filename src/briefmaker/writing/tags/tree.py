"""The structure tree of a PDF that is being written: elements, what they hold, and the boxes they came of."""

from collections.abc import Iterator
from typing import Any

from weasyprint.pdf import pydyf

from briefmaker.writing.tags.record import TagRecord


class Tree:
    """The tree under ``document``, with what was recorded while it was built.

    An element is pydyf's dictionary. It holds (``K``) references to elements and to annotations, and numbers of marked
    content on the page of the element (``Pg``).
    """

    def __init__(self, pdf: Any, record: TagRecord) -> None:
        self.pdf = pdf
        self.record = record
        self.document = record.document

    def find(self, reference: Any) -> Any:
        """Give the object that a reference names; None for the number of marked content."""
        return self.pdf.objects[int(reference.split()[0])] if isinstance(reference, bytes) else None

    def box_of(self, element: Any) -> Any:
        """Give the box that an element came of; None for the pieces of text that WeasyPrint puts into it."""
        return self.record.boxes.get(id(element))

    def page_of(self, element: Any) -> int:
        """Give the number of an element's page, from 0."""
        return int(self.record.page_references.index(element["Pg"]))

    def children(self, element: Any) -> Iterator[Any]:
        """Give the elements that an element holds."""
        for kid in element["K"]:
            child = self.find(kid)
            if child is not None and is_element(child):
                yield child

    def walk(self) -> Iterator[Any]:
        """Give every element in the order in which they are read."""
        waiting = list(self.children(self.document))[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += list(self.children(element))[::-1]

    @property
    def parents(self) -> Any:
        """The entries of the parent tree: a key, then what belongs to it, by turns."""
        return self.find(self.find(self.pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]


def is_element(thing: Any) -> bool:
    """Tell an element from the reference to an annotation."""
    return isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/StructElem"
