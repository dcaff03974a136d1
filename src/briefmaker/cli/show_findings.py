"""How findings look: ``file:line:column: CODE sentence``, the line with a caret under the place, and what to do."""

import unicodedata
from collections.abc import Iterable

import click

from briefmaker.diagnostics import BriefmakerError, Diagnostic, Severity, in_order
from briefmaker.diagnostics.diagnostic import WHOLE_FILE

_WIDTH = 100
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def show_findings(diagnostics: Iterable[Diagnostic]) -> None:
    """Print findings in the order of the file; coloured on a terminal."""
    for diagnostic in in_order(diagnostics):
        click.echo(describe_finding(diagnostic), err=True)


def show_failure(failure: BriefmakerError) -> None:
    """Print why the command cannot go on."""
    show_findings(getattr(failure, "diagnostics", ()))
    click.echo(f"briefmaker: {click.style(make_printable(failure.message), bold=True)}", err=True)
    if failure.hint:
        click.echo(f"  hint: {make_printable(failure.hint)}", err=True)


def describe_finding(diagnostic: Diagnostic) -> str:
    """Give the lines that tell of one finding; click removes the colours where they cannot be shown."""
    place = f"{diagnostic.file}:{diagnostic.span.line}:{diagnostic.span.column}"
    kind = click.style(diagnostic.code, fg=_COLOURS[diagnostic.severity], bold=True)
    warning = "warning: " if diagnostic.severity is Severity.WARNING else ""
    lines = [f"{click.style(make_printable(place), bold=True)}: {kind} {warning}{make_printable(diagnostic.message)}"]
    if diagnostic.excerpt.strip() and diagnostic.span != WHOLE_FILE:
        text, caret = draw_excerpt(diagnostic)
        lines += [f"    {text}", f"    {click.style(caret, fg=_COLOURS[diagnostic.severity])}"]
    if diagnostic.hint:
        lines.append(f"    hint: {make_printable(diagnostic.hint)}")
    return "\n".join(lines)


def draw_excerpt(diagnostic: Diagnostic) -> tuple[str, str]:
    """Give the line of the file and, for the line below it, the caret; a long line is cut around the place."""
    line = make_printable(diagnostic.excerpt)
    span = diagnostic.span
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    first = _window_start(line, start)
    last = min(len(line), first + _WIDTH)
    before = "…" if first else ""
    text = before + line[first:last] + ("…" if last < len(line) else "")
    marked = line[start : max(start + 1, min(end, last))]
    caret = " " * _width(before + line[first:start]) + "^" * max(1, _width(marked.rstrip()))
    return text, caret


def _window_start(line: str, start: int) -> int:
    if len(line) <= _WIDTH:
        return 0
    return max(0, min(start - _WIDTH // 3, len(line) - _WIDTH))


def make_printable(text: str) -> str:
    """Give a text that cannot steer the terminal: each control or direction character becomes one visible sign."""
    return "".join(" " if letter in "\t\n\r" else "\ufffd" if _is_unprintable(letter) else letter for letter in text)


def _is_unprintable(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def _width(text: str) -> int:
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
