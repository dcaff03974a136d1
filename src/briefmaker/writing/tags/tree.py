"""The structure tree of a PDF that is being written: elements, what they hold, and the boxes they came of."""

from collections.abc import Iterator
from typing import Any

from weasyprint.pdf import pydyf

from briefmaker.writing.tags.record import TagRecord


class Tree:
    """The tree under ``document``, with what was recorded while it was built.

    An element is pydyf's dictionary. It holds (``K``) references to elements and to annotations, and numbers of marked
    content, which is on the page of the element (``Pg``) unless it stands in a dictionary with its own page. ``unread_links``
    are the keys, in the parent tree, of annotations that belong to nothing that is read.
    """

    def __init__(self, pdf: Any, record: TagRecord) -> None:
        self.pdf = pdf
        self.record = record
        self.document = record.document
        self.pages = {reference: number for number, reference in enumerate(record.page_references)}
        self.unread_links: set[int] = set()
        # A key, then what belongs to it, by turns: the content of each page, then the annotations, numbered from 0.
        self.parents = self.find(self.find(pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]

    def find(self, reference: Any) -> Any:
        """Give the object that a reference names; None for marked content."""
        return self.pdf.objects[int(reference.split()[0])] if isinstance(reference, bytes) else None

    def find_element(self, reference: Any) -> Any:
        """Give the element that a reference names; None for an annotation and for marked content."""
        found = self.find(reference)
        return found if found is not None and found.get("Type") == "/StructElem" else None

    def find_annotation(self, reference: Any) -> Any:
        """Give the annotation that an element refers to; None for an element and for marked content."""
        found = self.find(reference)
        return self.find(found["Obj"]) if found is not None and found.get("Type") == "/OBJR" else None

    def box_of(self, element: Any) -> Any:
        """Give the box that an element came of; None for the pieces of text that WeasyPrint puts into it."""
        return self.record.boxes.get(element.number)

    def content_of(self, page: bytes) -> Any:
        """Give the list that names the element of each marked content of a page."""
        return self.parents[2 * self.pages[page] + 1]

    def children(self, element: Any) -> Iterator[Any]:
        """Give the elements that an element holds."""
        for kid in element["K"]:
            child = self.find_element(kid)
            if child is not None:
                yield child

    def walk(self) -> Iterator[Any]:
        """Give every element in the order in which they are read."""
        waiting = list(self.children(self.document))[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += list(self.children(element))[::-1]

    def hand_over(self, kid: Any, giver: Any, taker: Any) -> Any:
        """Give one thing that an element holds to another; gives what the other has to put among its own."""
        if child := self.find_element(kid):
            child["P"] = taker.reference
        elif annotation := self.find_annotation(kid):
            self.parents[2 * annotation["StructParent"] + 1] = taker.reference
        elif isinstance(kid, int):
            self.content_of(giver["Pg"])[kid] = taker.reference
            if giver["Pg"] != taker["Pg"]:
                return pydyf.Dictionary({"Type": "/MCR", "Pg": giver["Pg"], "MCID": kid})
        else:
            self.content_of(kid["Pg"])[kid["MCID"]] = taker.reference
        return kid
