"""What the outbox, the clearances and the schedules' own files have to say of how a workspace stands, as plain data."""

import datetime
from dataclasses import dataclass

from briefmaker.delivery.outbox import Outbox
from briefmaker.jobs.clearing.clearance_state import ClearanceStanding, list_clearances
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.schedules.check_schedules import find_missing_work
from briefmaker.model.settings import Settings
from briefmaker.workspace.files import BriefFolder
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
    with Outbox(workspace.records_folder) as outbox:
        messages = outbox.messages()
    stuck = tuple(
        StuckMessage(each.number, str(each.state), each.to.address, each.about.subject, each.answer)
        for each in messages
        if each.needs_a_person
    )
    return OutboxState(stuck, sum(str(each.state) in ("queued", "sending") for each in messages))


def read_clearances(workspace: Workspace, today: datetime.date) -> tuple[AwaitedClearance, ...]:
    """Give the clearances of a workspace's briefs that are open, late or void, in the order of the files."""
    if not any(workspace.briefs_folder.glob("*.y*ml")):
        return ()
    standings = list_clearances([workspace.briefs_folder], today)
    return tuple(_describe_clearance(each) for each in standings if str(each.standing) != "holds")


def _describe_clearance(each: ClearanceStanding) -> AwaitedClearance:
    asked = f"{each.clearance.unit} ({each.clearance.by})" if each.clearance.by else str(each.clearance.unit)
    file = shown_path(each.brief)
    if str(each.standing) == "void":
        sentence = f"the clearance of {asked} is void: the brief was changed since"
        return AwaitedClearance(file, sentence, needs_a_person=True, advice=f"ask {each.clearance.unit} anew")
    if each.is_late:
        sentence = f"{asked} was to answer by {each.clearance.due}"
        return AwaitedClearance(file, sentence, needs_a_person=True, advice=f"ask {each.clearance.unit}")
    by = f", due {each.clearance.due}" if each.clearance.due else ""
    return AwaitedClearance(file, f"{asked}: {each.clearance.state}{by}", needs_a_person=False, advice="")


@dataclass(frozen=True, slots=True)
class MissingPart:
    """Something that a schedule names and that is not there: a sentence, and what to do."""

    schedule: str
    sentence: str
    advice: str


def read_missing_parts(workspace: Workspace, settings: Settings) -> tuple[MissingPart, ...]:
    """Give what the schedules of a workspace name and that is not there now."""
    missing = find_missing_work(settings, BriefFolder(workspace.root, workspace.root))
    return tuple(MissingPart(each.schedule, each.message, each.hint) for each in missing)
