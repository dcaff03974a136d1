"""What ``briefmaker check`` prints, in each of its formats, and what it leaves with."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_findings import describe_finding, make_printable
from briefmaker.diagnostics import Diagnostic
from briefmaker.jobs.checking.check import CheckOutcome
from briefmaker.model.answers import Life


def show_check(outcomes: Sequence[CheckOutcome], output_format: str) -> None:
    """Tell what was found; leaves with FINDINGS when there is any finding, be it a warning.

    Answers of the web that are no findings are told beside them, on the error stream.
    """
    click.echo(_WRITERS[output_format](outcomes), nl=False)
    for line in describe_answers(outcomes):
        click.echo(line, err=True)
    if any(outcome.diagnostics for outcome in outcomes):
        click.get_current_context().exit(ExitCode.FINDINGS)


def describe_answers(outcomes: Sequence[CheckOutcome]) -> Iterator[str]:
    """Give a line for each address that could not be asked and each that has moved for good, and last how many were asked."""
    answers = {answer.address: answer for outcome in outcomes for answer in outcome.answers}
    for answer in answers.values():
        if answer.life is Life.UNCLEAR:
            yield f"could not be asked: {make_printable(answer.address)} ({make_printable(answer.said)})"
        elif answer.moved_to is not None:
            yield f"has moved: {make_printable(answer.address)} to {make_printable(answer.moved_to)}"
    if answers:
        dead = sum(answer.life is Life.DEAD for answer in answers.values())
        unclear = sum(answer.life is Life.UNCLEAR for answer in answers.values())
        yield f"{count_things(len(answers), 'address', 'addresses')} asked: {dead} dead, {unclear} could not be asked"


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


def count_things(number: int, thing: str, things: str = "") -> str:
    """Give a number with its noun: ``1 brief``, ``1,000 briefs``."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


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
