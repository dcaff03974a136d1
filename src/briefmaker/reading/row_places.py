"""Leads places in the file that a row made back to the definition it was made of."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefmaker.diagnostics import Diagnostic, Span
from briefmaker.diagnostics.diagnostic import WHOLE_FILE
from briefmaker.reading.text_file import FileText


@dataclass(frozen=True, slots=True)
class Splice:
    """What stands in the definition from ``start`` to ``end`` stands in the row's file from ``made_start`` to ``made_end``."""

    start: int
    end: int
    made_start: int
    made_end: int


@dataclass(frozen=True, slots=True)
class Moves:
    """Leads places in the file that a row made back to the definition."""

    original: FileText
    made: FileText
    starts: tuple[int, ...] = ()
    splices: tuple[Splice, ...] = ()

    def lead_back(self, span: Span) -> Span:
        """Give the span in the definition; what a row put in is told at the whole line, or text, that it was put into."""
        start = self.made.offset(span.line) + span.column - 1
        end = self.made.offset(span.end_line) + span.end_column - 1
        index = bisect_right(self.starts, start) - 1
        if index >= 0 and end <= self.splices[index].made_end and start < self.splices[index].made_end:
            return self._lead_within(self.splices[index], start, end)
        first, last = self._lead(start, is_end=False), self._lead(end, is_end=True)
        return self.original.span(first, max(first, last))

    def lead_back_all(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Give findings about the row's brief as findings about the definition."""
        for each in found:
            if each.file != self.original.file:
                yield each
                continue
            span = self.lead_back(each.span) if each.span != WHOLE_FILE else each.span
            excerpt = self.original.lines[span.line - 1] if each.excerpt else ""
            yield replace(each, span=span, excerpt=excerpt, fix=None)

    def _lead_within(self, splice: Splice, start: int, end: int) -> Span:
        """Give the same words on the same line of the text, the line where it was filled in, else the whole text."""
        before = self.original.text[splice.start : splice.end].split("\n")
        after = self.made.text[splice.made_start : splice.made_end].split("\n")
        line = self.made.text.count("\n", splice.made_start, start)
        if len(before) != len(after) or self.made.text.count("\n", start, end):
            return self.original.span(splice.start, splice.end)
        begins = splice.start + sum(len(each) + 1 for each in before[:line])
        words = self.made.text[start:end]
        at = before[line].find(words) if before[line].count(words) == 1 else -1
        if at >= 0:
            return self.original.span(begins + at, begins + at + len(words))
        stripped = before[line].strip()
        begins += before[line].find(stripped)
        return self.original.span(begins, begins + len(stripped))

    def _lead(self, offset: int, *, is_end: bool) -> int:
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return offset
        splice = self.splices[index]
        if offset >= splice.made_end:
            return offset - splice.made_end + splice.end
        return splice.end if is_end and offset > splice.made_start else splice.start
