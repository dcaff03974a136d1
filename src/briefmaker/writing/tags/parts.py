"""Gathers the structure tree of a pack by its parts, so that somebody who listens can go from tab to tab."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from weasyprint.pdf import pydyf


def gather_parts(pdf: Any, beginnings: Sequence[int]) -> None:
    """Put what stands at the top of the tree, mended before, into one ``Part`` for each part of the document.

    ``beginnings`` are the pages, from 0, at which the parts begin; what runs on every page stands at the head of the first.
    """
    record = pdf.tag_record
    pages = {reference: number for number, reference in enumerate(record.page_references)}
    gathered: list[list[Any]] = [[] for _ in beginnings]
    for kid in record.document["K"]:
        page = pages[pdf.objects[int(kid.split()[0])]["Pg"]]
        gathered[bisect_right(beginnings, page) - 1].append(kid)
    kept = [_make_part(pdf, kids) for kids in gathered if kids]
    record.document["K"][:] = [part.reference for part in kept]


def _make_part(pdf: Any, kids: list[Any]) -> Any:
    first = pdf.objects[int(kids[0].split()[0])]
    made = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": "/Part",
            "K": pydyf.Array(kids),
            "Pg": first["Pg"],
            "P": pdf.tag_record.document.reference,
        }
    )
    pdf.add_object(made)
    for kid in kids:
        pdf.objects[int(kid.split()[0])]["P"] = made.reference
    return made
