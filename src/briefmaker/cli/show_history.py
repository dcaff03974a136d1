"""What ``briefmaker outbox history`` prints: each version with who got it and when, and what else is on record."""

import json
from collections.abc import Iterator
from itertools import groupby

import click

from briefmaker.cli.show_findings import make_printable
from briefmaker.cli.show_outbox import describe_data, write_moment
from briefmaker.delivery.messages import Event, Message, State
from briefmaker.jobs.mailing.outbox import History, read_history


def show_history(name: str, *, is_json: bool) -> None:
    """Print what is on record of a brief or pack. Raises BriefmakerError where nothing is."""
    history = read_history(name)
    if is_json:
        click.echo(json.dumps(describe_history(history), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(make_printable(line) for line in write_history(history)))


def describe_history(history: History) -> dict[str, object]:
    """Give the record as data."""
    events = [
        {"at": each.at.isoformat(), "event": each.event, "file": each.file, "key": each.key, "message": each.message,
         "data": dict(each.data)}
        for each in history.events
    ]  # fmt: skip
    return {"name": history.name, "messages": [describe_data(each) for each in history.messages], "events": events}


def write_history(history: History) -> Iterator[str]:
    """Give the lines of the record: by version and edition, and then what was done besides."""
    by_version = sorted(history.messages, key=_order)
    for (key, version, edition, purpose), messages in groupby(by_version, key=_order):
        group = list(messages)
        of = f", edition {edition}" if edition else ""
        yield f"{key} version {version}{of} ({purpose})"
        documents = {(name, sha256) for each in group for name, sha256 in each.about.documents.items()}
        yield from (f"  {name}  sha256 {sha256}" for name, sha256 in sorted(documents))
        yield from (f"  {_describe_delivery(each)}" for each in group)
    if history.events:
        yield "Besides"
        yield from (f"  {_describe_event(each)}" for each in history.events)


def _order(message: Message) -> tuple[str, int, str, str]:
    about = message.about
    return about.key, about.version, about.edition, str(about.purpose)


def _describe_delivery(message: Message) -> str:
    when = write_moment(message.sent_at or message.tried_at or message.queued_at)
    said = f": {message.answer}" if message.answer and message.state is not State.SENT else ""
    return f"{when}  {message.state:<8} {message.to.name} <{message.to.address}>, message {message.number}{said}"


def _describe_event(event: Event) -> str:
    of = f" message {event.message}" if event.message is not None else ""
    told = ", ".join(f"{name}: {_write_value(value)}" for name, value in sorted(event.data.items()) if value)
    return f"{write_moment(event.at)}  {event.event}{of}{f' ({told})' if told else ''}"


def _write_value(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
