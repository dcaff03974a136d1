"""Sends what is due in the outbox: each message once, over one connection, and records what came of it."""

import datetime
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from briefmaker.delivery.claims import Claims
from briefmaker.delivery.messages import Message, State
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.server import MailConnection
from briefmaker.delivery.server_access import LATER, Access
from briefmaker.delivery.transfer import Answer, Outcome
from briefmaker.diagnostics import BriefmakerError

PAUSES = (1, 5, 15, 30, 60, 120, 240, 480, 960, 1440, 1440)
"""Minutes after which a message is tried again that was refused for the moment, or whose connection was lost; together more
than three days. RFC 5321 (4.5.4.1) wants half an hour after the first attempts, and four to five days of a server that has
nobody to ask; here a person is asked, and greylisting lets the second attempt pass after minutes."""
_LEAST_WAIT = 0.01
_SETBACKS = 3
"""So many messages running may be put off or lose their connection before a run pauses: whoever sends more than a server takes
in a time would else use up the attempts of all others."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of a run: the messages that it tried, as they stand now, and how many connections it opened.

    ``stopped`` says why it ended before all that was due had been tried; what was not, waits.
    """

    messages: tuple[Message, ...] = ()
    connections: int = 0
    stopped: BriefmakerError | None = None

    def in_state(self, state: State) -> tuple[Message, ...]:
        """Give the messages in a state."""
        return tuple(message for message in self.messages if message.state is state)

    @property
    def needs_a_person(self) -> bool:
        """Tell whether somebody has to decide about any of them; also about one of which nothing could be recorded."""
        return any(message.needs_a_person or message.state is State.SENDING for message in self.messages)


def send_due(
    outbox: Outbox, access: Access, *, wait: Callable[[float], None] = time.sleep, patience: float = 0
) -> Sent:
    """Send what is due, and give what came of it.

    With ``patience``, in seconds, it waits within that time for messages whose next attempt comes then, as servers that greylist
    want it. Raises BriefmakerError when no message can be sent at all: the server cannot be reached, is not to be trusted, or
    lets nobody log in; then all wait as before.
    """
    run = _Run(outbox, outbox.clock() + datetime.timedelta(seconds=patience))
    if not outbox.has_due():
        return Sent()
    stopped = None
    with MailConnection(access) as connection:
        try:
            _send_all(run, connection, wait)
        except BriefmakerError as failure:
            if not run.tried:
                raise
            stopped = failure
            # What could not be recorded, as the disk is full, is shown as unknown, as soon as that can be recorded.
            with suppress(BriefmakerError):
                outbox.find_abandoned()
    return Sent(tuple(outbox.message(number) for number in run.tried), connection.opened, stopped)


def _send_all(run: "_Run", connection: MailConnection, wait: Callable[[float], None]) -> None:
    with Claims(run.outbox) as claims:
        while run.has_next(wait):
            connection.make_ready()
            message = claims.take()
            if message is not None:
                _send(message, run, claims, connection)


@dataclass
class _Run:
    """What a run has tried, in order, each once; until when it has patience; setbacks one after the other."""

    outbox: Outbox
    until: datetime.datetime
    tried: dict[int, None] = field(default_factory=dict)
    setbacks: int = 0
    said: str = ""

    def note(self, answer: Answer) -> None:
        """Note what came of a message."""
        self.setbacks = self.setbacks + 1 if _is_setback(answer) else 0
        self.said = answer.said

    def has_next(self, wait: Callable[[float], None]) -> bool:
        """Tell whether to go on with a message, once those of this run have been waited for that are due soon enough.

        Raises BriefmakerError after too many setbacks, where patience is over and others would have been due.
        """
        if self.setbacks >= _SETBACKS and self.outbox.has_due():
            if not self._wait_for_tried(wait):
                raise self._give_up()
            self.setbacks = 0
        while not self.outbox.has_due():
            if not self._wait_for_tried(wait):
                return False
        return True

    def _wait_for_tried(self, wait: Callable[[float], None]) -> bool:
        """Wait for the first of those that were put off; False where there is none, or patience ends before."""
        waiting = [each.not_before for each in self.outbox.messages(state=State.QUEUED) if each.number in self.tried]
        if not waiting or min(waiting) > self.until:
            return False
        # A clock that is set while one sleeps may stand before the moment still.
        wait(max(_LEAST_WAIT, (min(waiting) - self.outbox.clock()).total_seconds()))
        return True

    def _give_up(self) -> BriefmakerError:
        return BriefmakerError(
            f"{self.setbacks} messages running could not be handed over; of the last: {self.said}",
            "what was not sent waits; `briefmaker outbox send` goes on with it",
            LATER,
        )


def _is_setback(answer: Answer) -> bool:
    """Tell whether others would hardly fare better now: the connection was lost, or the server puts off whoever sends."""
    is_put_off = answer.outcome is Outcome.LATER and not answer.is_of_recipient
    return is_put_off or answer.outcome in (Outcome.LOST, Outcome.UNKNOWN)


def _send(message: Message, run: _Run, claims: Claims, connection: MailConnection) -> None:
    """Send one message and record what came of it; whatever happens meanwhile, it is not left as being sent."""
    run.tried[message.number] = None
    try:
        content = run.outbox.content(message.number)
    except BriefmakerError as broken:
        claims.mark_failed(message, broken.message)
        return
    try:
        answer = connection.hand_over(message.sender, message.to.address, content)
    except BaseException as stopped:
        if connection.is_handed_over:
            claims.mark_unknown(message, "the program was stopped before the server said whether it has it")
        else:
            said = stopped.message if isinstance(stopped, BriefmakerError) else "the program was stopped"
            claims.put_back(message, said, run.outbox.clock(), has_counted=False)
            del run.tried[message.number]
        raise
    _record(message, answer, run.outbox, claims)
    run.note(answer)


def _record(message: Message, answer: Answer, outbox: Outbox, claims: Claims) -> None:
    match answer.outcome:
        case Outcome.TAKEN:
            claims.mark_sent(message, answer.said)
        case Outcome.REFUSED:
            claims.mark_failed(message, answer.said)
        case Outcome.UNKNOWN:
            claims.mark_unknown(message, answer.said)
        case Outcome.LATER | Outcome.LOST if message.attempts <= len(PAUSES):
            pause = datetime.timedelta(minutes=PAUSES[message.attempts - 1])
            claims.put_back(message, answer.said, outbox.clock() + pause)
        case _:
            claims.mark_failed(message, f"given up after {message.attempts} attempts: {answer.said}")
