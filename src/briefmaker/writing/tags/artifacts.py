"""Marks in the pages themselves what nobody reads: running lines, repeated heads, decoration."""

from typing import Any

from weasyprint.pdf import pydyf

from briefmaker.writing.tags.tree import Tree


def mark_artifacts(tree: Tree) -> None:
    """Turn the marked content of each page that stands in no element into artifacts, as PDF/UA-1, 7.1 asks."""
    for page, numbers in tree.record.artifacts.items():
        contents = tree.find(tree.record.page_references[page])["Contents"]
        _mark(tree.find(contents).stream, numbers)


def _mark(operations: list[Any], numbers: dict[int, dict[str, str]]) -> None:
    """Rewrite ``/Span <</MCID 7>> BDC``, which pydyf keeps as three items, as ``/Artifact <<...>> BDC``."""
    for index, item in enumerate(operations):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in numbers:
            operations[index - 1] = "/Artifact"
            operations[index] = pydyf.Dictionary(numbers[item["MCID"]])
