"""Reads the structure of a PDF, the tree of tags by which a screen reader goes through it, by pikepdf."""

from typing import Any

from briefmaker.verifying.limits import DEEPEST, MOST_ELEMENTS, UnreadableDocumentError
from briefmaker.verifying.pdf_parts import Content, Element, LinkAnnotation

_Kid = Element | Content | LinkAnnotation


def read_structure(name: str, pdf: Any) -> Element | None:
    """Give the root of the structure, or None where there is none. Raises UnreadableDocumentError for one without end."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return None
    return _Reader(name, pdf, root).read()


class _Reader:
    """Walks one tree; nothing is visited twice, so that a tree that leads into itself ends."""

    def __init__(self, name: str, pdf: Any, root: Any) -> None:
        self._name = name
        self._root = root
        self._roles = {str(key): str(value) for key, value in (root.get("/RoleMap") or {}).items()}
        self._pages = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        self._seen: set[tuple[int, int]] = set()
        self._count = 0

    def read(self) -> Element:
        return Element("StructTreeRoot", self._read_kids(self._root, 0, 0))

    def _read_kids(self, element: Any, page: int, depth: int) -> tuple[_Kid, ...]:
        kids = element.get("/K")
        if kids is None:
            return ()
        listed = list(kids) if _is_array(kids) else [kids]
        found = (self._read_kid(kid, page, depth + 1) for kid in listed)
        return tuple(kid for kid in found if kid is not None)

    def _read_kid(self, kid: Any, page: int, depth: int) -> _Kid | None:
        self._count += 1
        if depth > DEEPEST or self._count > MOST_ELEMENTS:
            raise UnreadableDocumentError(f"{self._name} has a structure that is too deep or too large")
        if isinstance(kid, int):
            return Content(page, kid)
        if not hasattr(kid, "get"):
            return None
        match str(kid.get("/Type", "")):
            case "/MCR":
                return Content(self._page_of(kid, page), int(kid.get("/MCID", -1)))
            case "/OBJR":
                return LinkAnnotation(read_target(kid.get("/Obj")))
            case _:
                return self._read_element(kid, page, depth)

    def _read_element(self, element: Any, page: int, depth: int) -> Element | None:
        if element.is_indirect:
            if element.objgen in self._seen:
                return None
            self._seen.add(element.objgen)
        here = self._page_of(element, page)
        tag = str(element.get("/S", "")).removeprefix("/")
        return Element(
            tag=self._roles.get(f"/{tag}", f"/{tag}").removeprefix("/"),
            kids=self._read_kids(element, here, depth),
            alt=_text_or_none(element.get("/Alt")),
            actual_text=_text_or_none(element.get("/ActualText")),
            attributes=_read_attributes(element),
        )

    def _page_of(self, element: Any, page: int) -> int:
        own = element.get("/Pg")
        return self._pages.get(own.objgen, page) if own is not None else page


def _is_array(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array)


def _text_or_none(value: Any) -> str | None:
    return None if value is None else str(value)


def _read_attributes(element: Any) -> dict[str, str]:
    """Give the attributes of an element as text, such as ``Scope`` and ``Headers`` of a cell."""
    found: dict[str, str] = {}
    owned = element.get("/A")
    for each in list(owned) if _is_array(owned) else [owned]:
        if hasattr(each, "items"):
            found |= {str(key).removeprefix("/"): _write_attribute(value) for key, value in each.items()}
    return found


def _write_attribute(value: Any) -> str:
    if _is_array(value):
        return " ".join(_write_attribute(each) for each in value)
    return str(value).removeprefix("/")


def read_target(annotation: Any) -> str:
    """Give where a link leads: a web address, or ``#name`` for a place in the document; empty for neither."""
    if not hasattr(annotation, "get"):
        return ""
    action = annotation.get("/A")
    if hasattr(action, "get"):
        if "/URI" in action:
            return str(action.get("/URI"))
        return f"#{action.get('/D')}" if "/D" in action else ""
    return f"#{annotation.get('/Dest')}" if "/Dest" in annotation else ""
