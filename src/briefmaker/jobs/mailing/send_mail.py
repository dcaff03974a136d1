"""Mail a brief or a pack: as drafts for a mail program, or through the outbox to the mail server."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from briefmaker.delivery.messages import Message
from briefmaker.delivery.outbox import Outbox, tell_time
from briefmaker.delivery.postings import Posting
from briefmaker.delivery.sending import send_due
from briefmaker.delivery.server import ask_server
from briefmaker.delivery.server_access import Access
from briefmaker.delivery.write_message import write_message
from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.mailing.drafts import Draft, write_drafts
from briefmaker.jobs.mailing.message import PlannedMessage
from briefmaker.jobs.mailing.outbox import open_access
from briefmaker.jobs.mailing.plan import MailPlan
from briefmaker.reading.suggest import list_words


@dataclass(frozen=True, slots=True)
class MailOutcome:
    """What came of a send.

    ``messages`` are those of this send as they stand now; ``failure`` says why the server took none, or no more.
    """

    messages: tuple[Message, ...] = ()
    failure: BriefmakerError | None = None


def draft_mail(plan: MailPlan, folder: Path | None = None) -> tuple[Path, ...]:
    """Write the messages of a plan as drafts, into the workspace's folder of documents unless another is named.

    Raises BriefmakerError where something stands against the send, or they cannot be written; then none is.
    """
    _refuse_stopped(plan)
    drafts = [Draft(each.letter, each.document, each.about.version) for each in plan.messages]
    return write_drafts(folder or plan.desk.workspace.output_folder, drafts)


def send_mail(plan: MailPlan, *, patience: float = 0) -> MailOutcome:
    """Put the messages of a plan into the outbox, all or none, and send what is due.

    Where the server cannot be reached or lets nobody in, they wait there. Raises BriefmakerError, with nothing put there, where
    something stands against the send, the settings name no server, or a message is larger than the server takes.
    """
    _refuse_stopped(plan)
    if not plan.messages:
        return MailOutcome()
    access = open_access(plan.desk)
    now = tell_time()
    postings = [_post(message, now) for message in plan.messages]
    failure = _try_server(access, postings)
    with Outbox(plan.desk.workspace.records_folder) as outbox:
        numbers = outbox.queue(postings, plan.issued, now=now)
        if failure is None:
            failure = _send(outbox, access, patience)
        return MailOutcome(tuple(map(outbox.message, numbers)), failure)


def _send(outbox: Outbox, access: Access, patience: float) -> BriefmakerError | None:
    try:
        return send_due(outbox, access, patience=patience).stopped
    except BriefmakerError as failure:
        return failure


def _refuse_stopped(plan: MailPlan) -> None:
    if plan.is_stopped:
        raise FindingsError("nothing was sent to anybody", plan.diagnostics, exit_code=1)


def _post(message: PlannedMessage, now: datetime.datetime) -> Posting:
    letter = message.letter
    # Mail programs show seconds; more would only differ.
    pieces = write_message(letter, message.message_id, now.replace(microsecond=0))
    return Posting(letter.to, message.message_id, pieces, message.about, letter.sender.address)


def _try_server(access: Access, postings: list[Posting]) -> BriefmakerError | None:
    """Give why the server cannot be reached; raises BriefmakerError where it can, and one of these is too large for it."""
    try:
        largest = ask_server(access).size
    except BriefmakerError as failure:
        return failure
    too_large = [each for each in postings if largest is not None and sum(map(len, each.pieces)) > largest]
    if too_large:
        size = max(sum(map(len, each.pieces)) for each in too_large)
        names = list_words([each.to.address for each in too_large], 3)
        raise BriefmakerError(
            f"the message to {names} has {size / 1e6:,.2f} MB, and the mail server takes {(largest or 0) / 1e6:,.2f} MB",
            "send one format only (`formats: [pdf]` on the list), or make pictures smaller; nothing was sent to anybody",
            exit_code=1,
        )
    return None
