"""What ``briefmaker pull`` prints: a diff by field with who and when, conflicts, what is left over; and what it asks."""

import difflib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_findings import make_printable, show_findings
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.reviewing.pull import PullOutcome, PullWishes, pull_documents, undo_pull
from briefmaker.review.changes import Change, Hand, Remark, What
from briefmaker.review.combining import BRIEF, Combined, Conflict


def show_undo(briefs: Sequence[Path]) -> None:
    """Give briefs back what they were before the last pull, and say so."""
    for brief in briefs:
        backup = undo_pull(brief)
        click.echo(f"{shown_path(brief)} is what it was before the last pull (from {shown_path(backup)})", err=True)


def show_pull(documents: Sequence[Path], brief: Path | None, wishes: PullWishes, *, asks: bool, is_json: bool) -> None:
    """Pull, and show what came back; leaves with FINDINGS when somebody has to choose, or something has no place."""
    outcome = pull_documents(documents, brief, wishes, _ask if asks else None)
    if is_json:
        click.echo(json.dumps(_as_data(outcome), ensure_ascii=False, indent=2))
    else:
        for line in iterate_lines(outcome):
            click.echo(line)
        show_findings(outcome.diagnostics)
        click.echo(_sum_up(outcome), err=True)
    if outcome.conflicts or outcome.leftovers:
        click.get_current_context().exit(ExitCode.FINDINGS)


def iterate_lines(outcome: PullOutcome) -> Iterator[str]:
    """Give the lines that show an outcome: each change with its field, who, when, and the words before and after."""
    for change in outcome.changes:
        yield from show_change(change)
    for conflict in outcome.conflicts:
        yield from show_conflict(conflict)
    for remark in outcome.remarks:
        yield from _show_remark(remark)


def show_change(change: Change) -> Iterator[str]:
    """Give the lines that show one change."""
    tracked = "" if change.is_tracked else ", not tracked"
    yield click.style(make_printable(f"{change.path}: {change.what}{_who(change.hands)}{tracked}"), bold=True)
    if change.what is What.MOVED:
        yield f"  {make_printable(change.after)}"
        return
    yield from _compare(change.before, change.after)


def _who(hands: Sequence[Hand]) -> str:
    if not hands:
        return ""
    return " by " + ", ".join(
        f"{hand.author or 'somebody'} ({_when(hand)})" if hand.date else hand.author for hand in hands
    )


def _when(hand: Hand) -> str:
    return hand.date[:16].replace("T", " ")


def _compare(before: str, after: str) -> Iterator[str]:
    """Give the paragraphs that differ, those before and those after."""
    for line in difflib.ndiff(before.splitlines(), after.splitlines()):
        if line.startswith("- ") and line[2:].strip():
            yield click.style(f"  - {make_printable(line[2:])}", fg="red")
        elif line.startswith("+ ") and line[2:].strip():
            yield click.style(f"  + {make_printable(line[2:])}", fg="green")


def show_conflict(conflict: Conflict) -> Iterator[str]:
    """Give the lines that show one conflict, with all its texts."""
    yield click.style(make_printable(f"{conflict.path}: in conflict"), bold=True, fg="yellow")
    if conflict.then != conflict.now:
        yield from _show_text("when the document was made", conflict.then)
    yield from _show_text(f"{BRIEF} (the brief now)", conflict.now)
    for change in conflict.changes:
        yield from _show_text(f"{change.document}{_who(change.hands)}", change.after or f"({change.what})")


def _show_text(title: str, text: str) -> Iterator[str]:
    yield f"  {make_printable(title)}:"
    for line in text.splitlines():
        if line.strip():
            yield f"    {make_printable(line)}"


def _show_remark(remark: Remark) -> Iterator[str]:
    about = f" on “{remark.about}”" if remark.about else ""
    title = f"{remark.path or 'the document'}: comment by {remark.author or 'somebody'}{about}"
    yield click.style(make_printable(title), bold=True)
    yield f"  {make_printable(remark.text)}"


def _sum_up(outcome: PullOutcome) -> str:
    if not (outcome.changes or outcome.conflicts or outcome.leftovers or outcome.remarks):
        return "nothing was changed"
    parts = [_count(len(outcome.changes), "change")]
    parts += [_count(len(outcome.conflicts), "conflict")] if outcome.conflicts else []
    parts += [f"{_count(len(outcome.leftovers), 'text')} without a place"] if outcome.leftovers else []
    told = ", ".join(parts)
    if outcome.is_written:
        name = shown_path(outcome.brief)
        return f"{told}: written into {name}; `briefmaker pull --undo {name}` takes it back"
    return f"{told} for {shown_path(outcome.brief)}; nothing is written" + (
        "" if outcome.after == outcome.before else " without --apply"
    )


def _count(number: int, thing: str) -> str:
    """Give a number of things in words; here, since what shows checks brings in every rule."""
    return f"{number} {thing}" + ("" if number == 1 else "s")


def _as_data(outcome: PullOutcome) -> dict[str, Any]:
    return {
        "brief": shown_path(outcome.brief),
        "is_written": outcome.is_written,
        "backup": None if outcome.backup is None else shown_path(outcome.backup),
        "changes": [_change_as_data(each) for each in outcome.changes],
        "conflicts": [
            {
                "path": each.path,
                "then": each.then,
                "now": each.now,
                "changes": [_change_as_data(change) for change in each.changes],
            }
            for each in outcome.conflicts
        ],
        "leftovers": [asdict(each) for each in outcome.leftovers],
        "comments": [asdict(each) for each in outcome.remarks],
        "findings": [
            {"code": str(each.code), "severity": str(each.severity), "path": each.path, "message": each.message}
            for each in outcome.diagnostics
        ],
    }


def _change_as_data(change: Change) -> dict[str, Any]:
    return {
        "what": str(change.what),
        "path": change.path,
        "document": change.document,
        "before": change.before,
        "after": change.after,
        "authors": [asdict(hand) for hand in change.hands],
        "is_tracked": change.is_tracked,
        "fields": dict(change.fields),
    }


# --- asking -----------------------------------------------------------------------------------------------------------


def _ask(combined: Combined) -> Combined:
    """Show each change and ask whether it is to be made, and each conflict, and ask whose text is to stand."""
    try:
        kept = tuple(change for change in combined.changes if _is_wanted(change))
        answers = [(conflict, _choose(conflict)) for conflict in combined.conflicts]
    except click.Abort:
        click.echo("\nnothing is written", err=True)
        raise
    chosen = tuple(answer for _, answer in answers if isinstance(answer, Change))
    return Combined((*kept, *chosen), tuple(conflict for conflict, answer in answers if answer is None))


def _is_wanted(change: Change) -> bool:
    for line in show_change(change):
        click.echo(line)
    return click.confirm("  make this change?", default=True)


def _choose(conflict: Conflict) -> Change | str | None:
    """Give the change that somebody chose, ``yaml``, or None for none by now."""
    for line in show_conflict(conflict):
        click.echo(line)
    names = {str(number): change for number, change in enumerate(conflict.changes, start=1)}
    for name, change in names.items():
        click.echo(f"  {name}: {make_printable(change.document)}")
    answer = click.prompt("  whose text?", type=click.Choice([BRIEF, *names, "later"]), default="later")
    return BRIEF if answer == BRIEF else names.get(answer)
