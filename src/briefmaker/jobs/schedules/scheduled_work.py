"""The work of one schedule at one of its times: its briefs are checked and built, its packs bound, and both mailed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic
from briefmaker.jobs.building.mishaps import tell_mishap
from briefmaker.jobs.building.outcome import Outcome
from briefmaker.jobs.desk import Desk, shown_path
from briefmaker.jobs.request import Wishes
from briefmaker.jobs.schedules.posted import Post, Posted, add_posted
from briefmaker.model.schedules import Schedule
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError
from briefmaker.workspace.workspace import Workspace, find_pack_in

if TYPE_CHECKING:
    from briefmaker.batch.limits import Limits
    from briefmaker.jobs.packs.make_pack import PackOutcome

_FINDINGS = 1
_BRIEFS_OF_A_PACK, _MEMORY_OF_A_PACK = 10, 4
"""A pack may take so many times what a brief may: seconds, and megabytes."""


@dataclass(slots=True)
class Worked:
    """What came of the work of one time; it grows as the work goes on, so that what was stopped halfway can be told too."""

    built: int = 0
    unchanged: int = 0
    not_built: int = 0
    packs: int = 0
    packs_not_made: int = 0
    posted: Posted = field(default_factory=Posted)
    exit_code: int = 0
    is_mailed: bool = False

    def fail(self, exit_code: int) -> None:
        """Have the worse exit code count."""
        self.exit_code = max(self.exit_code, exit_code)

    def describe(self) -> str:
        """Give it in a sentence for people."""
        counts = [
            (self.built, "brief built", "briefs built"),
            (self.unchanged, "unchanged", "unchanged"),
            (self.not_built, "brief NOT built", "briefs NOT built"),
            (self.packs, "pack bound", "packs bound"),
            (self.packs_not_made, "pack NOT made", "packs NOT made"),
        ]
        if self.is_mailed:
            posted = self.posted
            counts += [
                (posted.sent, "message sent", "messages sent"),
                (posted.waiting, "message waits", "messages wait"),
                (posted.failed, "message FAILED", "messages FAILED"),
                (posted.unknown, "message may not have arrived", "messages may not have arrived"),
            ]
        said = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
        return ", ".join(said) or "nothing was made"


def work_through(
    schedule: Schedule,
    desk: Desk,
    post: Post | None,
    worked: Worked,
    tell: Callable[[Diagnostic], None],
) -> None:
    """Do what a schedule asks for, and enter into ``worked`` what came of it; each part that fails harms no other.

    ``tell`` is given each finding as it comes. A part that cannot be begun is a finding too (RUN010), not raised.
    """
    made: list[Path] = []
    with _Guard(desk.workspace, worked, tell):
        made += _build(schedule, desk.workspace, worked, tell)
    for name in schedule.packs:
        with _Guard(desk.workspace, worked, tell):
            made += _bind(name, desk, worked, tell)
    worked.is_mailed = schedule.mail
    for file in made if schedule.mail else ():
        with _Guard(desk.workspace, worked, tell):
            _mail(file, post, worked, tell)


class _Guard:
    """Turns a failure of one part of the work into a finding, so that the others go on."""

    def __init__(self, workspace: Workspace, worked: Worked, tell: Callable[[Diagnostic], None]) -> None:
        self._settings = shown_path(workspace.settings_file)
        self._worked = worked
        self._tell = tell

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, raised: BaseException | None, trace: object) -> bool:
        if not isinstance(raised, BriefmakerError):
            return False
        for found in getattr(raised, "diagnostics", ()):
            self._tell(found)
        self._tell(Diagnostic(Code.SCHEDULE_FAILED, raised.message, self._settings, hint=raised.hint))
        self._worked.fail(raised.exit_code)
        return True


def _build(
    schedule: Schedule, workspace: Workspace, worked: Worked, tell: Callable[[Diagnostic], None]
) -> Iterator[Path]:
    """Build the briefs of a schedule; gives the files of those of which nothing failed, once each."""
    if not schedule.briefs:
        return
    # Imported here, as below: most runs find nothing due, and need none of it.
    from briefmaker.jobs.building.build import carry_out, plan_build, plan_work

    wishes = Wishes()
    orders = plan_build([_find(each, workspace) for each in schedule.briefs], wishes)
    is_whole = {order.brief: True for order in orders}
    for _, outcome in carry_out(orders, plan_work(wishes, orders)):
        _count(outcome, worked)
        is_whole[outcome.brief] &= not outcome.is_failed
        for found in outcome.diagnostics:
            tell(found)
    yield from (brief for brief, is_good in is_whole.items() if is_good)


def _count(outcome: Outcome, worked: Worked) -> None:
    if outcome.is_failed:
        worked.not_built += 1
        worked.fail(_FINDINGS)
    elif outcome.is_unchanged:
        worked.unchanged += 1
    elif outcome.is_built:
        worked.built += 1


def _find(relative: str, workspace: Workspace) -> Path:
    try:
        return BriefFolder(workspace.root, workspace.root).find(relative)
    except (PathOutsideError, UnreadableFileError) as refused:
        raise BriefmakerError(f"{refused}", "name briefs as they are seen from the workspace's folder") from refused


def _bind(name: str, desk: Desk, worked: Worked, tell: Callable[[Diagnostic], None]) -> Iterator[Path]:
    """Bind a pack; gives its file, where it was made."""
    from briefmaker.jobs.building.working import Work, perform

    file = find_pack_in(desk.workspace.packs_folder, name)
    (done,) = perform(bind_alone, [file], Work(limits=_limit_pack(desk)))
    if isinstance(done.result, BriefmakerError):
        raise done.result
    if done.failure is not None:
        tell(tell_mishap(file, done.failure, "pack"))
    for found in done.result.diagnostics if done.result else ():
        tell(found)
    if done.result is None or done.result.is_failed:
        worked.packs_not_made += 1
        worked.fail(_FINDINGS)
        return
    worked.packs += 1
    yield file


def bind_alone(file: Path) -> "PackOutcome | BriefmakerError":
    """Bind a pack in a process that may be ended: a pack that hangs must not keep all schedules from running, for ever.

    What it writes is whole or not there, whenever it is ended.
    """
    from briefmaker.jobs.packs.make_pack import pack

    try:
        return pack(file)
    except BriefmakerError as failure:
        return failure


def _limit_pack(desk: Desk) -> "Limits":
    from briefmaker.batch.limits import Limits

    workers = desk.settings.workers
    return Limits(_BRIEFS_OF_A_PACK * workers.deadline, _MEMORY_OF_A_PACK * workers.memory)


def _mail(file: Path, post: Post | None, worked: Worked, tell: Callable[[Diagnostic], None]) -> None:
    if post is None:
        raise BriefmakerError(f"{shown_path(file)} was not mailed: this briefmaker sends nothing by schedule")
    posted = post(file)
    for found in posted.diagnostics:
        tell(found)
    worked.posted = add_posted(worked.posted, posted)
    worked.fail(posted.exit_code)
