"""What may happen to a message in the outbox: each change of its state, and the event that tells of it, in one."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefmaker.delivery.messages import State, write_data
from briefmaker.diagnostics import BriefmakerError


@dataclass(frozen=True, slots=True)
class Change:
    """A change of state: what it is called, from which states it may be made, and to which."""

    event: str
    before: frozenset[State]
    after: State


QUEUED = "queued"
"""The event of a message that is put into the outbox, or put off."""

SENDING = Change("sending", frozenset({State.QUEUED}), State.SENDING)
# Whoever sent it may still say what came of it when others, who took it for dead, have made it unknown.
_IN_HAND = frozenset({State.SENDING, State.UNKNOWN})
SENT = Change("sent", _IN_HAND, State.SENT)
FAILED = Change("failed", _IN_HAND, State.FAILED)
UNKNOWN = Change("unknown", _IN_HAND, State.UNKNOWN)
PUT_BACK = Change("queued", _IN_HAND, State.QUEUED)
RETRIED = Change("retried", frozenset({State.FAILED, State.UNKNOWN, State.QUEUED}), State.QUEUED)
RESOLVED_AS_SENT = Change("resolved", frozenset({State.FAILED, State.UNKNOWN}), State.SENT)
RESOLVED_AS_DROPPED = Change("resolved", frozenset({State.FAILED, State.UNKNOWN, State.QUEUED}), State.DROPPED)


def change_state(
    connection: sqlite3.Connection,
    number: int,
    change: Change,
    at: str,
    data: Mapping[str, Any],
    columns: Mapping[str, Any],
) -> None:
    """Change the state of a message, and columns of its row with it, and tell of it; within a transaction.

    Raises BriefmakerError where there is no such message, or it is in a state from which this change may not be made.
    """
    row = connection.execute(
        "SELECT m.state, m.to_address, a.file, a.key FROM messages m JOIN abouts a ON a.number = m.about WHERE m.number = ?",
        (number,),
    ).fetchone()
    if row is None:
        raise BriefmakerError(f"there is no message {number} in the outbox", "`briefmaker outbox` lists them")
    state, address, file, key = row
    if State(state) not in change.before:
        raise _refuse(number, State(state))
    values = {"state": str(change.after), **columns}
    places = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"UPDATE messages SET {places} WHERE number = ?", (*values.values(), number))  # noqa: S608 - names of columns, from this room
    add_event(connection, at, change.event, (file, key), number, {"to": address, "state": str(change.after), **data})


def add_event(
    connection: sqlite3.Connection,
    at: str,
    event: str,
    subject: tuple[str, str],
    message: int | None,
    data: Mapping[str, Any],
) -> None:
    """Add an event of a file and a key, given as ``subject``; within a transaction."""
    connection.execute(
        "INSERT INTO events (at, event, file, key, message, data) VALUES (?, ?, ?, ?, ?, ?)",
        (at, event, *subject, message, write_data(data)),
    )


_HINTS = {
    State.SENDING: "it is being sent right now",
    State.SENT: "`briefmaker mail --again` sends anew what was sent",
    State.DROPPED: "`briefmaker mail --again` sends anew what was dropped",
    State.QUEUED: "it waits to be sent: `briefmaker outbox send`",
}


def _refuse(number: int, state: State) -> BriefmakerError:
    return BriefmakerError(f"message {number} is {state}", _HINTS.get(state, "`briefmaker outbox` lists what waits"))
