"""What a Word document says once every tracked change is accepted, or rejected: read for the tests, by the format's own rules."""

import io
import zipfile
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INSERTED, _DELETED = f"{W}ins", f"{W}del"


def settle(content: bytes, *, accept: bool, part: str = "word/document.xml", looks: bool = True) -> list[str]:
    """Give the lines of a part: a paragraph's style and words with their looks, or where a table, row or cell begins or ends."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read(part))
    body = root.find(f"{W}body")
    return settle_container(root if body is None else body, accept=accept, looks=looks)


def settle_container(container: Any, *, accept: bool, looks: bool = True) -> list[str]:
    """Give the lines of a body, or of the head or foot of a page."""
    return _Settling(accept, looks).container(container)


def list_running(content: bytes) -> list[str]:
    """Give the names of the heads and feet of pages."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return sorted(name for name in package.namelist() if name.startswith(("word/header", "word/footer")))


class _Settling:
    def __init__(self, accept: bool, looks: bool) -> None:
        self._looks = looks
        self._kept, self._dropped = (_INSERTED, _DELETED) if accept else (_DELETED, _INSERTED)
        self._accept = accept

    def container(self, container: Any) -> list[str]:
        lines: list[str] = []
        waiting: list[str] | None = None
        for child in container:
            if child.tag == f"{W}p":
                content = [*(waiting or []), *self.runs(child)]
                if child.find(f"{W}pPr/{W}rPr/{self._dropped}") is not None:
                    waiting = content
                    continue
                lines.append(f"{self.style(child)}|{_write(content)}")
                waiting = None
            elif child.tag == f"{W}tbl":
                assert not waiting, f"words without a paragraph before a table: {waiting}"
                waiting = None
                lines += self.table(child)
        assert not waiting, f"words without a paragraph at the end: {waiting}"
        return lines

    def table(self, table: Any) -> list[str]:
        rows = [row for row in table.findall(f"{W}tr") if row.find(f"{W}trPr/{self._dropped}") is None]
        lines: list[str] = []
        for row in rows:
            cells = [["<cell>", *self.container(cell), "</cell>"] for cell in row.findall(f"{W}tc")]
            lines += ["<row>", *(line for cell in cells for line in cell), "</row>"]
        return ["<table>", *lines, "</table>"] if rows else []

    def style(self, paragraph: Any) -> str:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return ""
        former = properties.find(f"{W}pPrChange/{W}pPr")
        if former is not None and not self._accept:
            properties = former
        style = properties.find(f"{W}pStyle")
        return "" if style is None else style.get(f"{W}val")

    def runs(self, parent: Any) -> list[str]:
        found: list[str] = []
        for child in parent:
            if child.tag == self._dropped:
                continue
            if child.tag in (self._kept, f"{W}hyperlink"):
                found += self.runs(child)
            elif child.tag == f"{W}r":
                found += self.run(child)
        return found

    def run(self, run: Any) -> list[str]:
        properties = run.find(f"{W}rPr")
        if properties is not None:
            former = properties.find(f"{W}rPrChange/{W}rPr")
            properties = former if former is not None and not self._accept else properties
        look = (
            ""
            if properties is None or not self._looks
            else ",".join(
                f"{etree.QName(each).localname}={each.get(f'{W}val')}"
                for each in properties
                if "Change" not in each.tag
            )
        )
        words = ""
        for child in run:
            if child.tag in (f"{W}t", f"{W}delText"):
                words += child.text or ""
            elif child.tag in (f"{W}tab", f"{W}br"):
                words += f"<{etree.QName(child).localname}>"
        return [f"{look}\0{letter}" for letter in words]


def _write(letters: list[str]) -> str:
    """Give letters with their look, which is said where it changes."""
    written, before = "", ""
    for each in letters:
        look, _, letter = each.partition("\0")
        written += letter if look == before else f"{{{look}}}{letter}"
        before = look
    return written
