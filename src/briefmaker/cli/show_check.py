"""What ``briefmaker check`` prints, in each of its formats, and what it leaves with."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_findings import describe_finding
from briefmaker.diagnostics import Diagnostic
from briefmaker.jobs.check import CheckOutcome, check


def show_check(paths: Sequence[Path], output_format: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    """Check and tell; leaves with FINDINGS when there is any finding, be it a warning."""
    show_outcomes(check(paths, select=select, ignore=ignore), output_format)


def show_outcomes(outcomes: Sequence[CheckOutcome], output_format: str) -> None:
    """Tell what was found; leaves with FINDINGS when there is any finding."""
    click.echo(_WRITERS[output_format](outcomes), nl=False)
    if any(outcome.diagnostics for outcome in outcomes):
        click.get_current_context().exit(ExitCode.FINDINGS)


def list_findings(outcomes: Sequence[CheckOutcome]) -> list[Diagnostic]:
    """Give all findings, brief by brief."""
    return [found for outcome in outcomes for found in outcome.diagnostics]


def write_text(outcomes: Sequence[CheckOutcome]) -> str:
    """Give the findings as lines to read, and last how many there are."""
    found = list_findings(outcomes)
    lines = [describe_finding(each) for each in found]
    briefs = count_things(len(outcomes), "brief")
    wrong = sum(1 for outcome in outcomes if outcome.diagnostics)
    lines.append(
        f"{count_things(len(found), 'finding')} in {wrong} of {briefs}" if found else f"{briefs}, nothing found"
    )
    fixable = sum(1 for each in found if each.fix is not None)
    if fixable:
        lines.append(f"{fixable:,} of them can be mended with --fix; --diff shows it first")
    return "".join(f"{line}\n" for line in lines)


def count_things(number: int, thing: str) -> str:
    """Give a number with its noun: ``1 brief``, ``1,000 briefs``."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def write_json(outcomes: Sequence[CheckOutcome]) -> str:
    """Give the findings as data."""
    return _dump({"findings": [_describe(each) for each in list_findings(outcomes)]})


def _describe(found: Diagnostic) -> dict[str, Any]:
    return {
        "code": str(found.code),
        "severity": str(found.severity),
        "message": found.message,
        "file": found.file,
        "line": found.span.line,
        "column": found.span.column,
        "path": found.path,
        "hint": found.hint,
    }


def write_sarif(outcomes: Sequence[CheckOutcome]) -> str:
    """Give the findings as SARIF 2.1.0."""
    from briefmaker.cli.sarif import make_sarif

    return _dump(make_sarif(list_findings(outcomes)))


def write_github(outcomes: Sequence[CheckOutcome]) -> str:
    """Give the findings as workflow commands, which GitHub shows beside the lines of a change."""
    return "".join(f"{_annotate(each)}\n" for each in list_findings(outcomes))


def _annotate(found: Diagnostic) -> str:
    span = found.span
    properties = {"file": found.file, "line": span.line, "col": span.column, "endLine": span.end_line}
    if span.line == span.end_line:
        properties["endColumn"] = span.end_column
    properties["title"] = str(found.code)
    written = ",".join(f"{name}={_escape(str(value), ':,')}" for name, value in properties.items())
    text = f"{found.message}; {found.hint}" if found.hint else found.message
    return f"::{found.severity} {written}::{_escape(text)}"


def _escape(text: str, others: str = "") -> str:
    """Give a text as workflow commands take it: percent signs and line breaks, and in properties what parts them."""
    for sign in ("%", "\r", "\n", *others):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _dump(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


_WRITERS: dict[str, Callable[[Sequence[CheckOutcome]], str]] = {
    "text": write_text,
    "json": write_json,
    "sarif": write_sarif,
    "github": write_github,
}
