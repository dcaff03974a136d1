"""Check many briefs in workers: the same findings in the same order; a brief that brings down its worker harms itself alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefmaker.batch.limits import Limits
from briefmaker.diagnostics import BriefmakerError, Diagnostic
from briefmaker.jobs.building.making import open_desk_once
from briefmaker.jobs.building.mishaps import tell_mishap
from briefmaker.jobs.building.working import TO_CHECK, TO_MAKE, Work, perform
from briefmaker.jobs.checking.asking import Choice
from briefmaker.jobs.checking.check import CheckingDesk, CheckOutcome
from briefmaker.workspace.workspace import Workspace, find_workspace


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """One brief to check, as plain data that any process can take."""

    brief: Path
    workspace: Workspace
    choice: Choice


def check_many(briefs: Sequence[Path], choice: Choice) -> Iterator[CheckOutcome]:
    """Check briefs in workers and give what is wrong with each, in their order. Raises BriefmakerError as ``check`` does."""
    open_desk_once.cache_clear()
    orders = [CheckOrder(brief, find_workspace(brief.parent), choice) for brief in briefs]
    settings = [open_desk_once(each).settings.workers for each in dict.fromkeys(order.workspace for order in orders)]
    limits = Limits(max(each.deadline for each in settings), max(each.memory for each in settings))
    found: dict[int, tuple[Diagnostic, ...]] = {}
    for done in perform(check_one, orders, Work(limits=limits), TO_MAKE if choice.has_lengths else TO_CHECK):
        if isinstance(done.result, BriefmakerError):
            raise done.result
        mishap = (tell_mishap(done.task.brief, done.failure),) if done.failure else ()
        found[done.number] = mishap or done.result or ()
    for number, brief in enumerate(briefs):
        yield CheckOutcome(brief, found[number])


def check_one(order: CheckOrder) -> tuple[Diagnostic, ...] | BriefmakerError:
    """Give what is wrong with one brief, or why none can be checked here."""
    try:
        return _open_once(order.workspace).check_file(order.brief, order.choice)
    except BriefmakerError as failure:
        return failure


@lru_cache(maxsize=8)
def _open_once(workspace: Workspace) -> CheckingDesk:
    return CheckingDesk(open_desk_once(workspace))
