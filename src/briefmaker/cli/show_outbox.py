"""What ``briefmaker outbox`` prints: messages, a line each, what came of sending, and what a person can do."""

import datetime
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from briefmaker.cli.exit_codes import ExitCode
from briefmaker.cli.show_findings import make_printable, show_failure
from briefmaker.cli.stopping import StoppedError, stoppable
from briefmaker.delivery.messages import Message, State
from briefmaker.delivery.sending import Sent
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.mailing.outbox import (
    list_messages,
    resolve_message,
    retry_messages,
    save_message,
    send_waiting,
    show_message,
)

_USUALLY_LISTED = 20
_INDENT = "\n       "
_COLOURS = {State.FAILED: "red", State.UNKNOWN: "red", State.QUEUED: "yellow", State.SENDING: "yellow"}


def show_list(*, is_json: bool, is_all: bool) -> None:
    """Print the messages; leaves with NEEDS_A_PERSON when any needs one."""
    messages = list_messages()
    if is_json:
        click.echo(json.dumps({"messages": [describe_data(each) for each in messages]}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(write_list(messages, is_all=is_all)))
    if any(message.needs_a_person for message in messages):
        click.get_current_context().exit(ExitCode.NEEDS_A_PERSON)


def write_list(messages: Sequence[Message], *, is_all: bool) -> Iterator[str]:
    """Give the lines that list messages, and what can be done where a person is needed."""
    if not messages:
        yield "the outbox is empty"
        return
    done = [each for each in messages if each.state in (State.SENT, State.DROPPED)]
    left_out = [] if is_all else done[_USUALLY_LISTED:]
    yield from (describe_line(each) for each in messages[: len(messages) - len(left_out)])
    if left_out:
        yield f"and {len(left_out):,} more that were sent or dropped; --all lists them"
    in_need = sum(each.needs_a_person for each in messages)
    if in_need:
        yield f"{in_need:,} of them {'needs' if in_need == 1 else 'need'} a person:"
        yield from _advise(messages)


def _advise(messages: Sequence[Message]) -> Iterator[str]:
    if any(message.state is State.UNKNOWN for message in messages):
        yield "  ask the reader whether what is unknown has come"
    yield "  `briefmaker outbox retry N` sends one again"
    yield "  `briefmaker outbox resolve N --as sent|dropped --note TEXT` settles it"


def describe_line(message: Message) -> str:
    """Give a message in a line: number, state, when, to whom, what about; and what was said where it is not sent."""
    state = click.style(f"{message.state:<8}", fg=_COLOURS.get(message.state))
    when = write_moment(message.sent_at or message.tried_at or message.queued_at)
    about = make_printable(f"{message.to.address}  {message.about.subject}")
    line = f"{message.number:>5}  {state} {when}  {about}"
    is_said = message.answer and message.state is not State.SENT
    return "".join((line, f"{_INDENT}{make_printable(message.answer)}" if is_said else "", _describe_next(message)))


def _describe_next(message: Message) -> str:
    is_put_off = message.state is State.QUEUED and message.attempts > 0
    return f"{_INDENT}next attempt from {write_moment(message.not_before)}" if is_put_off else ""


def write_moment(moment: datetime.datetime) -> str:
    """Give a moment as clocks here show it."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def describe_data(message: Message) -> dict[str, Any]:
    """Give a message as data."""
    about = message.about
    return {
        "number": message.number,
        "state": str(message.state),
        "needs_a_person": message.needs_a_person,
        "to": {"name": message.to.name, "address": message.to.address},
        "sender": message.sender,
        "message_id": message.message_id,
        "subject": about.subject,
        "file": about.file,
        "key": about.key,
        "purpose": str(about.purpose),
        "version": about.version,
        "edition": about.edition,
        "marking": about.marking,
        "documents": dict(about.documents),
        "size": message.size,
        "attempts": message.attempts,
        "queued_at": message.queued_at.isoformat(),
        "not_before": message.not_before.isoformat(),
        "tried_at": message.tried_at.isoformat() if message.tried_at else None,
        "sent_at": message.sent_at.isoformat() if message.sent_at else None,
        "answer": message.answer,
    }


def show_one(number: int, save: Path | None) -> None:
    """Print a message and what happened to it, and write it where that is wished."""
    shown = show_message(number)
    message, about = shown.message, shown.message.about
    rows = [
        ("message", str(message.number)),
        ("state", str(message.state)),
        ("to", f"{message.to.name} <{message.to.address}>"),
        ("from", message.sender),
        ("subject", about.subject),
        ("of", f"{about.file}, version {about.version}{f', edition {about.edition}' if about.edition else ''}"),
        ("marking", about.marking),
        ("Message-ID", message.message_id),
        ("size", f"{message.size:,} bytes"),
        *(("enclosed", f"{name}  sha256 {sha256}") for name, sha256 in about.documents.items()),
    ]
    for name, value in rows:
        if value:
            click.echo(f"{name:<11} {make_printable(value)}")
    for event in shown.events:
        said = event.data.get("answer") or event.data.get("note") or ""
        click.echo(make_printable(f"{write_moment(event.at)}  {event.event:<8}  {said}".rstrip()))
    if save is not None:
        click.echo(f"saved {shown_path(save_message(number, save))}")


def show_sending(minutes: int) -> None:
    """Send what is due, and tell what came of it."""
    with stoppable(), told_when_stopped():
        sent = send_waiting(patience=minutes * 60)
    _show_sent(sent)


def show_retry(numbers: Sequence[int], has_failed: bool, minutes: int) -> None:
    """Send again, and tell what came of it."""
    if not numbers and not has_failed:
        raise click.UsageError("name the messages by their numbers, or give --failed; `briefmaker outbox` lists them")
    with stoppable(), told_when_stopped():
        sent = retry_messages(numbers, has_failed=has_failed, patience=minutes * 60)
    _show_sent(sent)


@contextmanager
def told_when_stopped() -> Iterator[None]:
    """Say where to see what was sent and what was not, when the command is stopped within."""
    try:
        yield
    except StoppedError:
        click.echo("stopped: `briefmaker outbox` shows what was sent, and what waits or needs you", err=True)
        raise


def show_resolution(number: int, state: str, note: str) -> None:
    """Record what came of a message, and tell how it stands now."""
    click.echo(describe_line(resolve_message(number, State(state), note)))


def _show_sent(sent: Sent) -> None:
    for message in sent.messages:
        click.echo(describe_line(message))
    counts = [(state, len(sent.in_state(state))) for state in State]
    told = ", ".join(
        f"{number:,} {'waiting' if state is State.QUEUED else state}" for state, number in counts if number
    )
    click.echo(told or _describe_waiting())
    if sent.stopped is not None:
        show_failure(sent.stopped)
    if sent.needs_a_person:
        click.echo("\n".join(_advise(sent.messages)))
        click.get_current_context().exit(ExitCode.NEEDS_A_PERSON)
    if sent.stopped is not None:
        click.get_current_context().exit(sent.stopped.exit_code)


def _describe_waiting() -> str:
    waiting = [message.not_before for message in list_messages() if message.state is State.QUEUED]
    if not waiting:
        return "nothing is due"
    kind = "message waits" if len(waiting) == 1 else "messages wait, the first"
    return f"nothing is due; {len(waiting):,} {kind} until {write_moment(min(waiting))}"
