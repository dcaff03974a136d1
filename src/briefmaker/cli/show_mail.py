"""What ``briefmaker mail`` prints: who would get what, a question before it goes, and what came of it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_findings import make_printable, show_failure, show_findings
from briefmaker.cli.show_outbox import describe_line, told_when_stopped
from briefmaker.delivery.messages import Message, State
from briefmaker.diagnostics import Diagnostic, Severity
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.mailing.message import PlannedMessage
from briefmaker.jobs.mailing.plan import MailPlan, plan_mail
from briefmaker.jobs.mailing.send_mail import MailOutcome, draft_mail, send_mail
from briefmaker.jobs.mailing.wishes import MailWishes

_MOST_SHOWN = 40
_ABOUT_MAIL = ("MAL", "EDN", "LNG", "CLR")
_WAITS = "`briefmaker outbox send` sends what waits"
_HINTS = {
    State.SENT: "--again sends once more what was sent",
    State.QUEUED: _WAITS,
    State.SENDING: _WAITS,
    State.FAILED: "`briefmaker outbox retry N` sends again what failed; `briefmaker outbox show N` says why it did",
    State.UNKNOWN: "ask the reader about what is unknown; `briefmaker outbox` says how to settle it",
}
"""What can be done about messages that are in the outbox already."""


def show_mail(  # noqa: PLR0913 - each option of the command by its name
    name: str,
    *,
    draft: bool,
    send: bool,
    output: Path | None,
    to: tuple[str, ...],
    to_me: bool,
    for_clearance: bool,
    correct: str | None,
    again: bool,
    yes: bool,
    wait: int,
) -> None:
    """Plan a send, show it, and do what is asked; leaves with FINDINGS where something stands against it."""
    wishes = MailWishes(to, to_me=to_me, for_clearance=for_clearance, correct=correct, again=again)
    plan = plan_mail(name, wishes)
    _show_findings(plan.diagnostics)
    if plan.is_stopped:
        click.echo("nothing is sent to anybody", err=True)
        _leave(ExitCode.FINDINGS)
    _show_repeats(plan)
    if not plan.messages:
        click.echo("there is nothing to send")
        _leave_for(plan.repeated)
    elif draft:
        _write(plan, output)
    else:
        _show_plan(plan)
        _send(plan, is_wished=send, is_agreed=yes, wait=wait)


def _show_findings(found: Sequence[Diagnostic]) -> None:
    """Print what stands against a send, and warnings about mail; of what `check` tells as well, how many there are."""
    shown = [each for each in found if each.severity is Severity.ERROR or each.code.startswith(_ABOUT_MAIL)]
    show_findings(shown)
    if left := len(found) - len(shown):
        told = "1 warning is" if left == 1 else f"{left} warnings are"
        click.echo(f"{told} not shown here: `briefmaker check` does", err=True)


def _show_repeats(plan: MailPlan) -> None:
    for message in plan.repeated:
        click.echo(make_printable(_describe_repeat(message)))
    for state in dict.fromkeys(message.state for message in plan.repeated):
        click.echo(f"  hint: {_HINTS[state]}")


def _describe_repeat(message: Message) -> str:
    reader, version = f"{message.to.name} <{message.to.address}>", f"version {message.about.version}"
    if message.state is State.SENT:
        return f"{reader} has {version} already: message {message.number}"
    return f"{version} for {reader} is in the outbox already: message {message.number}, {message.state}"


def _write(plan: MailPlan, output: Path | None) -> None:
    for path in draft_mail(plan, output):
        click.echo(f"wrote {shown_path(path)}")


def _show_plan(plan: MailPlan) -> None:
    for line in write_plan(plan):
        click.echo(line)


def write_plan(plan: MailPlan) -> Iterator[str]:
    """Give the lines that say who would get what."""
    sender = plan.messages[0].letter.sender
    yield make_printable(f"from {sender.name} <{sender.address}>")
    for reason in dict.fromkeys(message.about.reason for message in plan.messages if message.about.reason):
        yield make_printable(f"reason, for all to read who get it: {reason}")
    for message in plan.messages[:_MOST_SHOWN]:
        yield from _describe(message)
    if len(plan.messages) > _MOST_SHOWN:
        yield f"and {len(plan.messages) - _MOST_SHOWN:,} more"


def _describe(message: PlannedMessage) -> Iterator[str]:
    letter, about = message.letter, message.about
    yield make_printable(f"to {letter.to.name} <{letter.to.address}>")
    yield make_printable(f"    {letter.subject}")
    edition = f"edition {about.edition}: " if about.edition else ""
    enclosed = ", ".join(f"{each.name} ({len(each.content) / 1000:,.0f} kB)" for each in letter.enclosures)
    yield make_printable(f"    {edition}{enclosed}")


def _send(plan: MailPlan, *, is_wished: bool, is_agreed: bool, wait: int) -> None:
    count = len(plan.messages)
    what = f"{count} message{'' if count == 1 else 's'}"
    if not is_wished:
        click.echo(f"{what} would be sent; nothing was: --send sends, --draft writes files for a mail program")
        return
    if not is_agreed:
        _ask(what)
    with told_when_stopped():
        outcome = send_mail(plan, patience=wait * 60)
    _show_outcome(outcome)
    _leave_for(plan.repeated)


def _ask(what: str) -> None:
    """Ask on a terminal; elsewhere nobody could answer, and nothing is sent."""
    if not _is_terminal():
        raise click.UsageError(f"{what} would be sent, and nobody is there to say yes; add --yes")
    try:
        is_agreed = click.confirm(f"send {what}?")
    except click.Abort:
        # The end of what is typed is no yes.
        click.echo()
        is_agreed = False
    if not is_agreed:
        click.echo("nothing was sent")
        _leave(ExitCode.DONE)


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _show_outcome(outcome: MailOutcome) -> None:
    """Tell what came of each message; leaves with NEEDS_A_PERSON or FINDINGS where not all were sent."""
    messages, failure = outcome.messages, outcome.failure
    for message in messages:
        if message.state is not State.SENT:
            click.echo(describe_line(message))
    sent = sum(message.state is State.SENT for message in messages)
    click.echo(f"{sent} of {len(messages)} messages sent")
    if failure is not None:
        show_failure(failure)
    if any(message.state is State.QUEUED for message in messages):
        click.echo("what was not sent waits in the outbox: `briefmaker outbox send` goes on with it")
    _leave_for(messages, ExitCode.FINDINGS if failure is None else failure.exit_code)


def _leave_for(messages: Sequence[Message], otherwise: int = ExitCode.FINDINGS) -> None:
    """Leave with NEEDS_A_PERSON, or with ``otherwise`` where any is not sent; go on where all are."""
    if any(message.needs_a_person for message in messages):
        _leave(ExitCode.NEEDS_A_PERSON)
    if any(message.state is not State.SENT for message in messages):
        _leave(otherwise)


def _leave(code: int) -> NoReturn:
    click.get_current_context().exit(code)
