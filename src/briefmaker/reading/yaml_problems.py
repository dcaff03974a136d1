"""One thing wrong with the YAML of a file, at its offsets, before it becomes a diagnostic."""

from dataclasses import dataclass

from briefmaker.diagnostics import Code, Severity

QUOTE_HINT = "put this text in quotes"


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding between two offsets of a text."""

    code: Code
    message: str
    start: int
    end: int
    hint: str = ""
    severity: Severity = Severity.ERROR


def shorten(text: str, most: int = 40) -> str:
    """Give a text for use within a sentence: one line, cut when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
