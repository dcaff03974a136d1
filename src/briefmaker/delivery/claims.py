"""The messages that one process takes out of the outbox to send them, which no other takes, and what becomes of each."""

import datetime
from types import TracebackType
from typing import Any, Self

from briefmaker.delivery import outbox_changes
from briefmaker.delivery.messages import IS_DUE, Message, due_values, write_time
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.outbox_changes import Change, change_state
from briefmaker.delivery.outbox_file import OUTBOX_NAME, guarded
from briefmaker.delivery.presence import Presence

_NEXT = f"SELECT number, attempts FROM messages WHERE {IS_DUE} ORDER BY number LIMIT 1"  # noqa: S608 - names of columns


class Claims:
    """What this process sends; a context manager, within which others see that it is there."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._presence: Presence | None = None

    def __enter__(self) -> Self:
        with guarded(self._outbox.folder / OUTBOX_NAME):
            self._presence = Presence(self._outbox.folder)
        self._outbox.find_abandoned()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._presence is not None:
            self._presence.end()
            self._presence = None

    def take(self) -> Message | None:
        """Take the first message that is due, to be sent now; None where none is."""
        assert self._presence is not None  # noqa: S101 - taken within the context
        moment = self._outbox.clock()
        now = write_time(moment)
        with self._outbox.writing() as connection:
            row = connection.execute(_NEXT, due_values(moment)).fetchone()
            if row is None:
                return None
            number, attempts = row
            columns = {"claim": self._presence.name, "attempts": attempts + 1, "tried_at": now}
            change_state(connection, number, outbox_changes.SENDING, now, {"by": self._presence.name}, columns)
        return self._outbox.message(number)

    def mark_sent(self, message: Message, answer: str) -> None:
        """Record that the server has a message."""
        self._settle(message, outbox_changes.SENT, answer, sent_at=write_time(self._outbox.clock()))

    def mark_failed(self, message: Message, answer: str) -> None:
        """Record that a message was refused for good."""
        self._settle(message, outbox_changes.FAILED, answer)

    def mark_unknown(self, message: Message, answer: str) -> None:
        """Record that nobody knows whether the server has a message."""
        self._settle(message, outbox_changes.UNKNOWN, answer)

    def put_back(
        self, message: Message, answer: str, not_before: datetime.datetime, *, has_counted: bool = True
    ) -> None:
        """Put a message back into the queue, not to be sent before a moment; the server cannot have it."""
        columns: dict[str, Any] = {"not_before": write_time(not_before), "claim": None}
        self._settle(message, outbox_changes.PUT_BACK, answer, attempts=message.attempts - (not has_counted), **columns)

    def _settle(self, message: Message, change: Change, answer: str, **columns: Any) -> None:
        now = write_time(self._outbox.clock())
        with self._outbox.writing() as connection:
            data = {"answer": answer}
            change_state(connection, message.number, change, now, data, {"answer": answer, **columns})
