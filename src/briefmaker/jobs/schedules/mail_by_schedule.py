"""Mails what a schedule made, and what waits in the outbox, and tells a run what came of it."""

from collections.abc import Iterable
from pathlib import Path

from briefmaker.delivery.messages import Message, State
from briefmaker.delivery.outbox import Outbox
from briefmaker.diagnostics import BriefmakerError, Diagnostic, has_errors
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.schedules.posted import Posted
from briefmaker.workspace.workspace import Workspace

_FINDINGS, _NEEDS_A_PERSON = 1, 4


def mail_by_schedule(file: Path) -> Posted:
    """Mail a brief or a pack to its lists; who has the same gets nothing. Raises BriefmakerError as ``plan_mail`` does."""
    # Imported here, as below: most runs find nothing to mail, and nothing that waits.
    from briefmaker.delivery.server_access import LATER
    from briefmaker.jobs.mailing.plan import plan_mail
    from briefmaker.jobs.mailing.send_mail import send_mail
    from briefmaker.jobs.mailing.wishes import MailWishes

    plan = plan_mail(file, MailWishes(is_automatic=True))
    if has_errors(plan.diagnostics):
        return Posted(diagnostics=plan.diagnostics, exit_code=_FINDINGS)
    outcome = send_mail(plan)
    failure = outcome.failure
    # A server that is away is no fault of this schedule: its messages wait, and go with a later run, which tells until then.
    is_for_later = failure is not None and failure.exit_code == LATER
    return _count(outcome.messages, plan.diagnostics, None if is_for_later else failure)


def send_what_waits(workspace: Workspace) -> Posted:
    """Send the messages that wait and are due. Raises BriefmakerError where none can be sent."""
    with Outbox(workspace.records_folder) as outbox:
        if not outbox.has_due():
            return Posted()
        from briefmaker.delivery.sending import send_due
        from briefmaker.jobs.mailing.outbox import open_access

        sent = send_due(outbox, open_access(open_desk(workspace)))
        return _count(sent.messages, (), sent.stopped)


def _count(messages: Iterable[Message], found: tuple[Diagnostic, ...], failure: BriefmakerError | None) -> Posted:
    """Give how many messages stand where; the server that could take none is told of by its exit code."""
    states = [each.state for each in messages]
    failed, unknown = states.count(State.FAILED), states.count(State.UNKNOWN)
    exit_code = _NEEDS_A_PERSON if failed or unknown else failure.exit_code if failure else 0
    waiting = states.count(State.QUEUED) + states.count(State.SENDING)
    return Posted(states.count(State.SENT), waiting, failed, unknown, found, exit_code)
