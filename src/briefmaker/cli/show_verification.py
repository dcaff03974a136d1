"""What ``briefmaker verify`` prints: a line a check, what was expected and found where one failed, and how it ended."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_findings import make_printable, show_failure
from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.checking.verify import Verification, verify
from briefmaker.jobs.desk import shown_path
from briefmaker.verifying.check import Deviation, Result, State

_COLOURS = {State.OK: "green", State.FAILED: "red", State.NOT_RUN: "yellow"}
_MOST_SHOWN = 10  # deviations of one check: who has to mend more builds anew


def show_verifications(files: Sequence[Path], brief: Path | None, edition: str | None, *, is_json: bool) -> None:
    """Verify and tell; leaves with FINDINGS when any check of any document failed, or a document could not be read."""
    told: list[dict[str, Any]] = []
    is_sound = True
    for file in files:
        try:
            verification = verify(file, brief=brief, edition=edition)
        except BriefmakerError as failure:
            is_sound = False
            told.append({"document": str(file), "error": failure.message, "hint": failure.hint})
            if not is_json:
                show_failure(failure)
            continue
        is_sound = is_sound and verification.is_sound
        told.append(_describe(verification))
        if not is_json:
            _show(verification)
    if is_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    if not is_sound:
        click.get_current_context().exit(ExitCode.FINDINGS)


def _show(verification: Verification) -> None:
    click.echo(click.style(make_printable(shown_path(verification.document)), bold=True))
    for result in verification.results:
        _show_result(result)
    if verification.is_unchecked:
        click.echo("  made with `--no-check`, and says so: nobody asked the rules before")
    sums = (f"{verification.count(state)} {state.lower()}" for state in State)
    click.echo(f"{len(verification.results)} checks: {', '.join(sums)}")


def _show_result(result: Result) -> None:
    reason = f": {make_printable(result.reason)}" if result.reason else ""
    click.echo(f"  {click.style(f'{result.state:<8}', fg=_COLOURS[result.state])} {result.check.name}{reason}")
    for deviation in result.deviations[:_MOST_SHOWN]:
        click.echo(make_printable(f"           {_write(deviation)}"))
    if len(result.deviations) > _MOST_SHOWN:
        click.echo(f"           and {len(result.deviations) - _MOST_SHOWN} more")


def _write(deviation: Deviation) -> str:
    where = f"{deviation.where}: " if deviation.where else ""
    return f"{where}expected {deviation.expected}; found {deviation.found}"


def _describe(verification: Verification) -> dict[str, Any]:
    return {
        "document": str(verification.document),
        "brief": None if verification.brief is None else str(verification.brief),
        "edition": verification.edition or None,
        "checked": not verification.is_unchecked,
        "sister": None if verification.sister is None else str(verification.sister),
        "sound": verification.is_sound,
        "sum": {str(state).lower(): verification.count(state) for state in State},
        "checks": [_describe_result(result) for result in verification.results],
    }


def _describe_result(result: Result) -> dict[str, Any]:
    deviations = [{"expected": each.expected, "found": each.found, "where": each.where} for each in result.deviations]
    return {
        "name": result.check.name,
        "state": str(result.state).lower(),
        "reason": result.reason,
        "deviations": deviations,
    }
