"""Forms filled in as people do: typed over what stands there or behind it, rows added and deleted, text anywhere."""

import io
from collections.abc import Iterator, Sequence
from copy import deepcopy

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell

from briefmaker.review.form.places import read_mark

PLACE = "[type here]"


def open_form(content: bytes) -> Document:
    """Open a form."""
    return docx.Document(io.BytesIO(content))


def path_of(cell: _Cell) -> str | None:
    """Give the field whose label a cell has."""
    marks = (read_mark(each.get(qn("w:name"), "")) for each in cell._tc.iter(qn("w:bookmarkStart")))
    return next(filter(None, marks), None)


def iterate_places(document: Document) -> Iterator[tuple[str, _Cell]]:
    """Give every place beside its label, in the order of the form."""
    for table in document.tables:
        if len(table.columns) == 2:
            for row in table.rows:
                path = path_of(row.cells[0])
                if path is not None and path_of(row.cells[1]) is None:
                    yield path, row.cells[1]


def iterate_columns(document: Document) -> Iterator[tuple[list[str], Table]]:
    """Give every table with a column for each field, with these fields."""
    for table in document.tables:
        paths = [path_of(cell) for cell in table.rows[0].cells]
        if all(paths):
            yield [path for path in paths if path], table


def fill(document: Document, path: str, *texts: str, number: int = 0) -> None:
    """Type paragraphs into a place, the first over what stands there; ``number`` counts places of the same field."""
    cell = [each for name, each in iterate_places(document) if name == path][number]
    cell.paragraphs[0].text = texts[0]
    for text in texts[1:]:
        cell.add_paragraph(text)


def fill_table(document: Document, root: str, rows: Sequence[dict[str, str]], number: int = 0) -> None:
    """Fill the rows of a table, and add more where there are too few."""
    paths, table = [each for each in iterate_columns(document) if each[0][0].rpartition(".")[0] == root][number]
    while len(table.rows) <= len(rows):
        table._tbl.append(deepcopy(table.rows[-1]._tr))
    for row, values in zip(table.rows[1:], rows, strict=False):
        for name, text in values.items():
            row.cells[paths.index(f"{root}.{name}")].text = text


def save(document: Document) -> bytes:
    """Give the form as a file."""
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()
