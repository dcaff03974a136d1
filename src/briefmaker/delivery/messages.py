"""What the outbox holds: messages, each in its state, and events, which are only ever added."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from briefmaker.delivery.letter import Mailbox
from briefmaker.delivery.postings import About
from briefmaker.model.mail_purpose import Purpose


class State(StrEnum):
    """Where a message is on its way."""

    QUEUED = "queued"
    """It waits to be sent."""
    SENDING = "sending"
    """A process hands it to the server now."""
    SENT = "sent"
    """The server took it, or a person found out that it had."""
    FAILED = "failed"
    """The server refused it for good, or was tried for days; only a person sends it again."""
    UNKNOWN = "unknown"
    """It was handed over whole, and nobody heard whether the server took it; only a person sends it again."""
    DROPPED = "dropped"
    """A person decided that it is not to be sent."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one reader, without its bytes.

    ``sender`` is the address that it comes from; ``size`` is that of its bytes; ``attempts`` counts since it was last put
    into the queue, and ``not_before`` says when the next may be; ``tried_at`` is the last. ``answer`` is what the server
    said last, or what a person noted.
    """

    number: int
    sender: str
    to: Mailbox
    message_id: str
    about: About
    state: State
    size: int
    attempts: int
    not_before: datetime.datetime
    queued_at: datetime.datetime
    tried_at: datetime.datetime | None = None
    sent_at: datetime.datetime | None = None
    answer: str = ""

    @property
    def needs_a_person(self) -> bool:
        """Tell whether it goes no further until somebody decides."""
        return self.state in (State.FAILED, State.UNKNOWN)

    @property
    def is_waiting(self) -> bool:
        """Tell whether it is still to be sent, or being sent."""
        return self.state in (State.QUEUED, State.SENDING)

    @property
    def is_received(self) -> bool:
        """Tell whether its reader has it, or may have it."""
        return self.state in (State.SENT, State.UNKNOWN)

    @property
    def is_issue(self) -> bool:
        """Tell whether a version is issued by it; drafts are no versions that readers have."""
        return self.about.purpose.is_issue


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, of a file and of what is issued under a key; ``message`` is the number of a message, if of one."""

    number: int
    at: datetime.datetime
    event: str
    file: str
    key: str
    message: int | None
    data: Mapping[str, Any]


def write_time(moment: datetime.datetime) -> str:
    """Give a moment as the outbox keeps it: in UTC, of one length, so that the order of texts is that of moments."""
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")


def write_data(data: Mapping[str, Any]) -> str:
    """Give data as the outbox keeps them: JSON whose keys are in order."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def write_about(about: About) -> str:
    """Give what a message is about as the outbox keeps it."""
    return write_data({**asdict(about), "documents": dict(about.documents)})


IS_DUE = "state = 'queued' AND (not_before <= ? OR not_before > ?)"
"""Asks of a row whether it is to be sent now, with the values of ``due_values``."""
_LONGEST_WAIT = datetime.timedelta(days=2)
"""Nothing is put off for so long: what would wait longer was put there by a clock that stood ahead, and would wait for ever."""


def due_values(now: datetime.datetime) -> tuple[str, str]:
    """Give the values of ``IS_DUE``."""
    return write_time(now), write_time(now + _LONGEST_WAIT)


MESSAGE_COLUMNS = (
    "m.number, m.sender, m.to_name, m.to_address, m.message_id, a.data, m.state, m.size, m.attempts, m.not_before, "
    "m.queued_at, m.tried_at, m.sent_at, m.answer"
)
EVENT_COLUMNS = "number, at, event, file, key, message, data"


def read_message(row: tuple[Any, ...]) -> Message:
    """Give the message of a row of ``MESSAGE_COLUMNS``."""
    number, sender, name, address, message_id, about, state, size, attempts, *times, answer = row
    not_before, queued_at, tried_at, sent_at = map(_read_time, times)
    assert not_before is not None and queued_at is not None  # noqa: S101, PT018 - the layout does not let them be empty
    to = Mailbox(name, address)
    return Message(
        number, sender, to, message_id, _read_about(about), State(state), size, attempts, not_before, queued_at, tried_at,
        sent_at, answer,
    )  # fmt: skip


def read_event(row: tuple[Any, ...]) -> Event:
    """Give the event of a row of ``EVENT_COLUMNS``."""
    number, at, event, file, key, message, data = row
    return Event(number, datetime.datetime.fromisoformat(at), event, file, key, message, json.loads(data))


def _read_time(text: str | None) -> datetime.datetime | None:
    return None if text is None else datetime.datetime.fromisoformat(text)


def _read_about(text: str) -> About:
    known = {field.name for field in fields(About)}
    data = {name: value for name, value in json.loads(text).items() if name in known}
    return About(**{**data, "purpose": Purpose(data["purpose"])})
