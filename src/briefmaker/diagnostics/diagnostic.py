"""One finding about one place in one file, as plain data."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the brief from being made; a warning is told and the brief is made."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file; lines and columns count from 1, in characters, and the end is just past the last one."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @classmethod
    def at(cls, line: int, column: int, length: int = 1) -> "Span":
        """Give the span of ``length`` characters on one line."""
        return cls(line, column, line, column + length)


WHOLE_FILE = Span()


@dataclass(frozen=True, slots=True)
class Fix:
    """What may safely stand instead of a stretch of a field's value; offsets count the value's characters as it was typed."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding: ``file:line:column: CODE message``, with a hint that says what to do.

    ``path`` is the field in the brief, such as ``agenda[0].background``, where there is one; ``excerpt`` is the line of
    the file that the span begins in; ``fix`` mends the field where that is safe. ``code`` is one of ``Code``, or that of a
    rule of ``check``, which is named by its file.
    """

    code: str
    message: str
    file: str
    span: Span = WHOLE_FILE
    hint: str = ""
    severity: Severity = Severity.ERROR
    path: str = ""
    excerpt: str = ""
    fix: Fix | None = None


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any of the findings stops the brief from being made."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Give the findings in the order of the file, each once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda found: (found.file, found.span, found.code, found.message)))
