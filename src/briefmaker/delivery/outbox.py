"""The outbox: every message until it is sent and ever after, and a record of all that was done, in one file.

Nothing is lost, and nothing is sent a second time without a person asking for it; why no more can be promised, and what
each state means, says docs/decisions/0020-outbox.md.
"""

import datetime
import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from briefmaker.delivery import outbox_changes
from briefmaker.delivery.messages import (
    EVENT_COLUMNS,
    IS_DUE,
    MESSAGE_COLUMNS,
    Event,
    Message,
    State,
    due_values,
    read_event,
    read_message,
    write_about,
    write_time,
)
from briefmaker.delivery.outbox_changes import add_event, change_state
from briefmaker.delivery.outbox_file import OUTBOX_NAME, guarded, open_outbox_file
from briefmaker.delivery.postings import Issued, Posting
from briefmaker.delivery.presence import is_present
from briefmaker.diagnostics import BriefmakerError

_PIECES_AT_HAND = 8
"""Messages share their enclosures, and come in a few editions: so many pieces are kept at hand while messages are read."""


def tell_time() -> datetime.datetime:
    """Give the moment that it is."""
    return datetime.datetime.now(datetime.UTC)


class Outbox:
    """The outbox of a folder of records; a context manager. Its file is made when the first thing is put into it.

    All methods raise BriefmakerError when the file cannot be used: it is broken, of a newer briefmaker, may not be read or
    written, or the disk is full; then nothing of what was asked has been done.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime.datetime] = tell_time) -> None:
        self.folder = folder
        self.clock = clock
        self._connection: sqlite3.Connection | None = None
        self._read_piece = lru_cache(_PIECES_AT_HAND)(self._fetch_piece)

    def __enter__(self) -> Self:
        if self._is_there():
            self.find_abandoned()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._read_piece.cache_clear()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def queue(
        self, postings: Sequence[Posting], issued: Sequence[Issued] = (), *, now: datetime.datetime
    ) -> tuple[int, ...]:
        """Put messages into the outbox, all or none, with what is issued by them; gives their numbers.

        What was issued before under the same key, version and edition stays. Raises BriefmakerError too when one of them is
        in the outbox already, told by its Message-ID.
        """
        rows: dict[int, int] = {}
        with self.writing() as connection:
            numbers = tuple(_add(connection, posting, write_time(now), rows) for posting in postings)
            connection.executemany(
                "INSERT OR IGNORE INTO issued VALUES (?, ?, ?, ?, ?)",
                [(each.key, each.version, each.edition, each.date.isoformat(), each.content) for each in issued],
            )
        return numbers

    def messages(self, *, key: str | None = None, state: State | None = None) -> tuple[Message, ...]:
        """Give the messages in the order in which they were queued: all, or those of a key, in a state, or both."""
        asked = {"a.key": key, "m.state": None if state is None else str(state)}
        return self._select(**{name: value for name, value in asked.items() if value is not None})

    def message(self, number: int) -> Message:
        """Give one message. Raises BriefmakerError where there is none of this number."""
        found = self._select(**{"m.number": number})
        if not found:
            raise BriefmakerError(f"there is no message {number} in the outbox", "`briefmaker outbox` lists them")
        return found[0]

    def has_due(self) -> bool:
        """Tell whether any message is to be sent now."""
        return bool(self._fetch(f"SELECT 1 FROM messages WHERE {IS_DUE} LIMIT 1", *due_values(self.clock())))  # noqa: S608 - names of columns

    def content(self, number: int) -> bytes:
        """Give the bytes of a message. Raises BriefmakerError where there is none, or they are not those that were stored."""
        pieces = self._fetch("SELECT piece FROM message_pieces WHERE message = ? ORDER BY place", number)
        if not pieces:
            raise BriefmakerError(f"there is no message {number} in the outbox", "`briefmaker outbox` lists them")
        return b"".join(self._read_piece(piece) for (piece,) in pieces)

    def issued(self, key: str, edition: str | None = None) -> tuple[Issued, ...]:
        """Give what was issued under a key, by version: in all editions, or in one."""
        rows = self._fetch("SELECT * FROM issued WHERE key = ? ORDER BY version, edition", key)
        all_issued = (
            Issued(name, version, of, datetime.date.fromisoformat(date), content)
            for name, version, of, date, content in rows
        )
        return tuple(each for each in all_issued if edition is None or each.edition == edition)

    def record(self, event: str, file: str, key: str, data: Mapping[str, Any]) -> None:
        """Add an event of a file, and of what is issued under a key, such as an approval; it stays for good."""
        with self.writing() as connection:
            add_event(connection, write_time(self.clock()), event, (file, key), None, data)

    def history(self, name: str) -> tuple[Event, ...]:
        """Give the events of a file or a key, the oldest first."""
        query = f"SELECT {EVENT_COLUMNS} FROM events WHERE file = ? OR key = ? ORDER BY number"  # noqa: S608 - names of columns
        return tuple(map(read_event, self._fetch(query, name, name)))

    def events(self, number: int) -> tuple[Event, ...]:
        """Give the events of a message, the oldest first."""
        query = f"SELECT {EVENT_COLUMNS} FROM events WHERE message = ? ORDER BY number"  # noqa: S608 - names of columns
        return tuple(map(read_event, self._fetch(query, number)))

    def retry(self, *numbers: int) -> None:
        """Put messages into the queue again, all or none, to be sent at once; one that was unknown may then arrive twice.

        Raises BriefmakerError where one is not there, or was sent or dropped.
        """
        now = write_time(self.clock())
        columns = {"not_before": now, "attempts": 0, "claim": None}
        with self._changing() as connection:
            for number in numbers:
                change_state(connection, number, outbox_changes.RETRIED, now, {}, columns)

    def resolve(self, number: int, state: State, note: str) -> None:
        """Say what came of a message that needs a person: it was SENT, or is DROPPED, with a note that says how one knows.

        One that is still queued can be dropped too. Raises BriefmakerError where there is none, or it is in another state.
        """
        if state not in (State.SENT, State.DROPPED):
            raise ValueError(f"nothing is settled by {state}")
        now = self.clock()
        is_sent = state is State.SENT
        change = outbox_changes.RESOLVED_AS_SENT if is_sent else outbox_changes.RESOLVED_AS_DROPPED
        with self._changing() as connection:
            sent_at = write_time(self.message(number).tried_at or now) if is_sent else None
            columns = {"answer": note, "sent_at": sent_at, "claim": None}
            change_state(connection, number, change, write_time(now), {"note": note}, columns)

    def find_abandoned(self) -> int:
        """Make unknown what a process was sending that is there no more; gives how many."""
        if not self._fetch("SELECT 1 FROM messages WHERE state = 'sending' LIMIT 1"):
            return 0
        now = write_time(self.clock())
        with self.writing() as connection:
            rows = connection.execute("SELECT number, claim FROM messages WHERE state = 'sending'").fetchall()
            dead = {claim for claim in {claim for _, claim in rows} if not is_present(self.folder, claim)}
            lost = [number for number, claim in rows if claim in dead]
            answer = "the process that was sending it ended before it heard an answer"
            for number in lost:
                change_state(connection, number, outbox_changes.UNKNOWN, now, {"answer": answer}, {"answer": answer})
        return len(lost)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Have what is written within happen as a whole or not at all; no other process writes meanwhile."""
        with guarded(self.folder / OUTBOX_NAME):
            connection = self._open()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk ends the transaction by itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """Write, where there is something; no outbox is made for a message that cannot be in it."""
        if not self._is_there():
            raise BriefmakerError("the outbox is empty", "`briefmaker mail` puts messages into it")
        with self.writing() as connection:
            yield connection

    def _select(self, **asked: object) -> tuple[Message, ...]:
        condition = " AND ".join(f"{name} = ?" for name in asked) or "1"
        query = (
            f"SELECT {MESSAGE_COLUMNS} FROM messages m JOIN abouts a ON a.number = m.about "  # noqa: S608 - names of columns
            f"WHERE {condition} ORDER BY m.number"
        )
        return tuple(map(read_message, self._fetch(query, *asked.values())))

    def _fetch(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        if not self._is_there():
            return []
        with guarded(self.folder / OUTBOX_NAME):
            return self._open().execute(query, values).fetchall()

    def _fetch_piece(self, number: int) -> bytes:
        (sha256, content), *_ = self._fetch("SELECT sha256, content FROM pieces WHERE number = ?", number)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise BriefmakerError(
                f"{self.folder / OUTBOX_NAME} holds bytes that are not those which were stored",
                "take the file from a backup; nothing of that message is sent",
                1,
            )
        return bytes(content)

    def _is_there(self) -> bool:
        return self._connection is not None or (self.folder / OUTBOX_NAME).exists()

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = open_outbox_file(self.folder)
        return self._connection


def _add(connection: sqlite3.Connection, posting: Posting, now: str, rows: dict[int, int]) -> int:
    """Add a message; ``rows`` remembers the rows of pieces by their identity, so that shared ones are hashed once."""
    about = _add_about(connection, posting)
    values = (
        posting.sender, posting.to.name, posting.to.address, posting.message_id, about,
        sum(map(len, posting.pieces)), now, str(State.QUEUED), now,
    )  # fmt: skip
    columns = "sender, to_name, to_address, message_id, about, size, queued_at, state, not_before"
    try:
        added = connection.execute(f"INSERT INTO messages ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)  # noqa: S608 - names of columns
    except sqlite3.IntegrityError as twice:
        raise BriefmakerError(
            f"the message {posting.message_id} to {posting.to.address} is in the outbox already",
            "`briefmaker outbox` shows what became of it",
        ) from twice
    number = int(added.lastrowid or 0)
    for place, piece in enumerate(posting.pieces):
        if id(piece) not in rows:
            rows[id(piece)] = _add_piece(connection, piece)
        connection.execute("INSERT INTO message_pieces VALUES (?, ?, ?)", (number, place, rows[id(piece)]))
    data = {"to": posting.to.address, "state": str(State.QUEUED)}
    add_event(connection, now, outbox_changes.QUEUED, (posting.about.file, posting.about.key), number, data)
    return number


def _add_piece(connection: sqlite3.Connection, piece: bytes) -> int:
    # Some servers take a dot between bare line feeds for the end, and what follows for commands.
    if not piece.count(b"\r\n") == piece.count(b"\n") == piece.count(b"\r"):
        raise ValueError("a line of a message ends otherwise than by CR and LF")
    sha256 = hashlib.sha256(piece).hexdigest()
    connection.execute("INSERT OR IGNORE INTO pieces (sha256, content) VALUES (?, ?)", (sha256, piece))
    return int(connection.execute("SELECT number FROM pieces WHERE sha256 = ?", (sha256,)).fetchone()[0])


def _add_about(connection: sqlite3.Connection, posting: Posting) -> int:
    about, data = posting.about, write_about(posting.about)
    connection.execute("INSERT OR IGNORE INTO abouts (key, file, data) VALUES (?, ?, ?)", (about.key, about.file, data))
    return int(connection.execute("SELECT number FROM abouts WHERE data = ?", (data,)).fetchone()[0])
