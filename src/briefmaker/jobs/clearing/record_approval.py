"""Puts on record what somebody answered who was asked to clear a brief."""

from briefmaker.delivery.outbox import Outbox
from briefmaker.jobs.clearing.approve import Approval
from briefmaker.workspace.workspace import find_workspace


def record_approval(approval: Approval) -> None:
    """Add an approval to the record of the workspace, where it stays; a brief that lies in none has no record.

    Raises BriefmakerError where the record cannot be written; what stands in the brief stands there all the same.
    """
    workspace = find_workspace(approval.brief.parent)
    if workspace.is_lone:
        return
    with Outbox(workspace.records_folder) as outbox:
        outbox.record(approval.event, approval.file, approval.key, approval.data)
