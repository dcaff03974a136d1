"""Every text of a file looked at once: what it cites, what Markdown makes of it, and what YAML did to it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity
from briefmaker.model.text import TextKind
from briefmaker.reading.citations import find_references
from briefmaker.reading.limit import MAX_TOLD
from briefmaker.reading.suggest import did_you_mean
from briefmaker.reading.text_file import FileText
from briefmaker.reading.text_places import place_in_text
from briefmaker.reading.text_problems import find_text_problems
from briefmaker.reading.walk import FoundField
from briefmaker.reading.yaml_nodes import Scalar
from briefmaker.reading.yaml_problems import shorten

_LIST_OR_TABLE_LINE = re.compile(r"[ \t]*(?:[-*+][ \t]|[0-9]{1,9}[.)][ \t]|\|)")


@dataclass(frozen=True, slots=True)
class TextChecker:
    """Looks at the texts of one file; ``citable`` are the ids of sources and facts (None: not known)."""

    text: FileText
    places: Places
    citable: Mapping[str, str] | None

    def check(self, field: FoundField) -> Iterator[Diagnostic]:
        """Give all that is wrong with one text."""
        scalar, kind = field.node, field.kind
        if not isinstance(scalar, Scalar) or kind in (None, TextKind.WORDS):
            return
        if kind is TextKind.RICH:
            yield from self._check_joined_lines(field, scalar)
        yield from self._check_citations(field, scalar)
        for problem in find_text_problems(scalar.text, kind)[:MAX_TOLD]:
            span = place_in_text(self.text, scalar, problem.offset, problem.length)
            yield self.places.finding(
                problem.code, field.path, problem.message, problem.hint, severity=problem.severity, span=span
            )

    def _check_citations(self, field: FoundField, scalar: Scalar) -> Iterator[Diagnostic]:
        if self.citable is None:
            return
        told = 0
        for reference in find_references(scalar.text):
            if reference.id not in self.citable and told < MAX_TOLD:
                told += 1
                span = place_in_text(self.text, scalar, reference.offset, len(reference.id) + 1)
                message = f"`@{shorten(reference.id)}` is neither under `sources` nor the id of a fact"
                hint = did_you_mean(reference.id, self.citable, "add it to `sources`")
                yield self.places.finding(Code.SOURCE_UNKNOWN, field.path, message, hint, span=span)

    def _check_joined_lines(self, field: FoundField, scalar: Scalar) -> Iterator[Diagnostic]:
        if scalar.style == "|":
            return
        raw = self.text.text[scalar.start : scalar.end]
        lines = raw.splitlines()
        lines = lines[1:] if scalar.style == ">" else lines
        if len(lines) < 2:  # noqa: PLR2004 - one line has nothing to be joined with
            return
        has_gap = any(not line.strip() for line in lines)
        continued = lines if scalar.style == ">" else lines[1:]
        if has_gap or any(_LIST_OR_TABLE_LINE.match(line) for line in continued):
            sign = "`>`" if scalar.style == ">" else "YAML"
            message = f"{sign} joins the lines of this text: its paragraphs, lists or tables run together"
            span = self.text.span(scalar.start, scalar.start + 1)
            hint = "use `|`"
            yield self.places.finding(Code.YAML_FOLDED, field.path, message, hint, severity=Severity.WARNING, span=span)
