"""What ``briefmaker mail`` prints: who would get what, a question before it goes, and what came of it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_findings import make_printable, show_failure, show_findings
from briefmaker.cli.show_outbox import describe_line
from briefmaker.delivery.messages import State
from briefmaker.diagnostics import Diagnostic, Severity
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.mail import MailOutcome, draft_mail, send_mail
from briefmaker.jobs.mail_message import PlannedMessage
from briefmaker.jobs.mail_plan import MailPlan, plan_mail
from briefmaker.jobs.mail_wishes import MailWishes

_MOST_SHOWN = 40
_ABOUT_MAIL = ("MAL", "EDN", "LNG", "CLR")


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
        click.echo(f"{left} warning{'' if left == 1 else 's'} of `briefmaker check` are not shown here", err=True)


def _show_repeats(plan: MailPlan) -> None:
    for message in plan.repeated:
        words = f"{message.to.name} <{message.to.address}> has version {message.about.version} already"
        click.echo(make_printable(f"{words}: message {message.number}, {message.state}"))
    if plan.repeated:
        click.echo("  hint: --again sends it once more")


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
        click.echo(f"{what} would be sent; nothing was: --send sends them, --draft writes them as files")
        return
    if not is_agreed:
        _ask(what)
    _show_outcome(send_mail(plan, patience=wait * 60))


def _ask(what: str) -> None:
    """Ask on a terminal; elsewhere nobody could answer, and nothing is sent."""
    if not _is_terminal():
        raise click.UsageError(f"{what} would be sent, and nobody is there to say yes; add --yes")
    if not click.confirm(f"send {what}?"):
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
    click.echo(f"{sent} of {len(messages)} messages were sent")
    if failure is not None:
        show_failure(failure)
    if any(message.state is State.QUEUED for message in messages):
        click.echo("what was not sent waits in the outbox: `briefmaker outbox send` goes on with it")
    if any(message.needs_a_person for message in messages):
        _leave(ExitCode.NEEDS_A_PERSON)
    if failure is not None:
        _leave(failure.exit_code)


def _leave(code: int) -> NoReturn:
    click.get_current_context().exit(code)
