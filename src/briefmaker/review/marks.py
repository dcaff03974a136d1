"""Portion marks before the words of a field: they are set by the brief's markings, and no words of its text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from briefmaker.review.structure import FieldParagraph
from briefmaker.review.versions import Span

_MARK = re.compile(r"\([^()]{1,60}\)")


def read_mark(paragraphs: Sequence[FieldParagraph]) -> str:
    """Give the mark that a field bears; empty for one that bears none."""
    spans = (span for each in paragraphs[:1] for span in each.spans)
    read = "".join(span.text for span in takewhile(lambda span: span.look.is_mark, spans)).strip()
    return read if _MARK.fullmatch(read) else ""


def take_mark_off(spans: tuple[Span, ...], marks: frozenset[str]) -> tuple[Span, ...]:
    """Give words without the portion mark that they begin with; all else that only looks like one is words like others."""
    first = next((place for place, span in enumerate(spans) if span.text.strip()), None)
    if first is None:
        return spans
    opening = spans[first]
    mark = next((each for each in marks if opening.text.lstrip().startswith(each)), "")
    if mark:
        rest = opening.text.lstrip().removeprefix(mark)
        opening = replace(opening, text=rest.lstrip() if opening.look.is_mark else rest)
    elif opening.look.is_mark and _MARK.fullmatch(opening.text.strip()):
        opening = replace(opening, text="")
    plain = (opening, *spans[first + 1 :])
    return tuple(replace(span, look=replace(span.look, is_mark=False)) for span in plain)
