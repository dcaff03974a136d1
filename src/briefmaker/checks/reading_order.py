"""The texts of a brief in the order in which documents show them, whatever the order of the file."""

from collections.abc import Iterable
from functools import cache

from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model import Brief

_FIRST = ("title", "decision", "summary", "bottom_line", "issue", "recommendation", "key_points", "objectives")
"""What the first page shows; the other fields follow as the model has them."""


@cache
def _ranks() -> dict[str, int]:
    fields = (*_FIRST, *(name for name in Brief.model_fields if name not in _FIRST))
    return {name: rank for rank, name in enumerate(fields)}


def in_reading_order(texts: Iterable[TextInBrief]) -> list[TextInBrief]:
    """Give the texts field by field as documents show them; within a field as the file has them."""
    ranks = _ranks()
    return sorted(texts, key=lambda text: ranks.get(text.field.split(".")[0], len(ranks)))
