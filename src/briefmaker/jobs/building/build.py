"""Build briefs: plan what becomes of each, have its documents made, and write them, whole or not at all."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from briefmaker.batch.done import Done, Failure
from briefmaker.batch.limits import Limits
from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic
from briefmaker.jobs.building.clashes import refuse_clashes
from briefmaker.jobs.building.making import Made, MadeDocument, Order, make, open_desk_once
from briefmaker.jobs.building.mishaps import tell_mishap
from briefmaker.jobs.building.outcome import Outcome, WrittenDocument
from briefmaker.jobs.building.output_findings import report_unwritable
from briefmaker.jobs.building.rows import expand_rows, open_definition
from briefmaker.jobs.building.unchanged import BuildMemory
from briefmaker.jobs.building.working import HERE, Work, perform
from briefmaker.jobs.desk import Desk, shown_path
from briefmaker.jobs.formats import USUAL_FORMATS, read_formats
from briefmaker.jobs.request import Request, Wishes, read_editions, read_paper
from briefmaker.model.editions import ARCHIVE
from briefmaker.workspace.output import write_files
from briefmaker.workspace.slug import safe_slug
from briefmaker.workspace.undisturbed import undisturbed
from briefmaker.workspace.workspace import Workspace, find_briefs, find_default_briefs, find_workspace

OrderType = TypeVar("OrderType", bound=Order)
Make = Callable[[OrderType], Made | BriefmakerError]


def build(  # noqa: PLR0913 - each wish is a keyword, so that a call reads as a sentence
    paths: Sequence[str | Path] = (),
    *,
    formats: Iterable[str] = USUAL_FORMATS,
    output: str | Path | None = None,
    paper: str | None = None,
    force: bool = False,
    edition: str | None = None,
    archive: bool = False,
    check: bool = True,
    jobs: int | None = None,
    deadline: float | None = None,
    memory: int | None = None,
    dask: str | None = None,
) -> tuple[Outcome, ...]:
    """Build briefs, given as files or folders (none: all of the workspace's briefs/), and tell what became of each.

    ``formats`` are ``pdf``, ``docx`` and ``html``; ``output`` is the folder for the documents; ``paper`` is ``a4`` or
    ``letter``; ``force`` overwrites a Word document that somebody has edited; ``edition`` is one that the workspace defines,
    or ``all`` for each of them, and without it the whole brief is built; ``archive`` makes the PDF one for the archive. Briefs
    are checked first, and one with an error is not built; without ``check`` the rules are not asked, and what is built says that
    it is an unchecked draft.

    With ``jobs``, ``deadline`` (seconds) or ``memory`` (MB) briefs are made in that many worker processes, and one that takes
    more than it may harms itself alone; without any of them all are made in this process, one after the other. ``dask`` is the
    address of a scheduler whose workers make them, or ``local``.

    Raises BriefmakerError when nothing can be begun: no such file, no such format or edition, wrong settings.
    """
    wishes = Wishes(
        tuple(formats),
        output,
        paper,
        edition,
        force=force,
        archive=archive,
        check=check,
        jobs=jobs,
        deadline=deadline,
        memory=memory,
        dask=dask,
    )
    plan = plan_build(paths, wishes)
    is_here = jobs is None and deadline is None and memory is None and dask is None
    outcomes = dict(carry_out(plan, HERE if is_here else plan_work(wishes, plan)))
    return tuple(outcomes[number] for number in sorted(outcomes))


def plan_build(paths: Sequence[str | Path], wishes: Wishes) -> tuple[Order, ...]:
    """Say for each brief what is to be made and where it is to be written; no brief is read yet. Raises as ``build`` does."""
    formats = read_formats(wishes.formats)
    open_desk_once.cache_clear()
    open_definition.cache_clear()
    orders: list[Order] = []
    workspaces: dict[Path, Workspace] = {}
    for brief in find_briefs([Path(path) for path in paths] or [find_default_briefs()]):
        workspace = workspaces.get(brief.parent) or workspaces.setdefault(brief.parent, find_workspace(brief.parent))
        desk = open_desk_once(workspace)
        folder = Path(wishes.output) if wishes.output is not None else workspace.output_folder
        obstacles = tuple(_refuse_name_of_edition(brief, desk))
        for edition in read_editions(wishes.edition, desk):
            request = Request(formats, read_paper(wishes.paper, desk), edition, wishes.archive, wishes.check)
            orders += expand_rows(Order(brief, workspace, folder, request, wishes.force, obstacles))
    return refuse_clashes(orders)


def plan_work(wishes: Wishes, orders: Iterable[Order]) -> Work:
    """Say how many workers make briefs and what each may take: as it is wished, else as the settings say.

    Where briefs of several workspaces are built at once, the most generous settings hold for all.
    """
    usual = limit_as_set(orders)
    return Work(wishes.jobs, Limits(wishes.deadline or usual.seconds, wishes.memory or usual.megabytes), wishes.dask)


def limit_as_set(orders: Iterable[Order]) -> Limits:
    """Give what one brief may take by the settings; of several workspaces, by the most generous of each."""
    settings = [open_desk_once(each).settings.workers for each in dict.fromkeys(order.workspace for order in orders)]
    return Limits(max(each.deadline for each in settings), max(each.memory for each in settings))


def _refuse_name_of_edition(brief_file: Path, desk: Desk) -> Iterator[Diagnostic]:
    """Tell of a brief named as an edition or the archive of another is: its documents would be taken for those."""
    stem, _, last = safe_slug(brief_file.stem).rpartition(".")
    taken = {name.casefold(): f"the edition `{name}`" for name in desk.settings.editions}
    taken |= {ARCHIVE: "the archived PDF"}
    if stem and (what := taken.get(last.casefold())):
        message = f"`{brief_file.stem}` is what {what} of a brief `{stem}` is called; nobody could tell them apart"
        hint = f"rename the file: {stem}-{last}{brief_file.suffix}"
        yield Diagnostic(Code.OUTPUT_CLASH, message, shown_path(brief_file), hint=hint)


def carry_out(
    orders: Sequence[OrderType], work: Work = HERE, making: Make[OrderType] = make
) -> Iterator[tuple[int, Outcome]]:
    """Have briefs made and write their documents; gives each outcome as it comes, with the number of its order.

    ``making`` makes one, in any process: packs are made by another function, and all else is the same for both. What stands in
    the way of one is in its outcome, not raised. Leaving early keeps what was written so far.
    Raises BriefmakerError when no brief at all can be made here, as a library is missing.
    """
    # Imported here, since it is built upon this module.
    from briefmaker.jobs.building.keep_manifest import ManifestKeeper

    with ManifestKeeper() as manifest, BuildMemory() as memory:
        left = []
        for number, order in enumerate(orders):
            outcome = memory.recall(order)
            if outcome is None:
                left.append((number, order))
            else:
                yield number, manifest.add(order, outcome)
        for done in _make_all([order for _, order in left], work, making):
            with undisturbed():
                outcome = manifest.add(done.task, _finish(done))
                if done.result is not None:
                    memory.keep(done.task, done.result, outcome)
            yield left[done.number][0], outcome


def _make_all(
    orders: Sequence[OrderType], work: Work, making: Make[OrderType]
) -> Iterator[Done[OrderType, Made | BriefmakerError]]:
    if work.cluster is None or not orders:
        return perform(making, orders, work)
    # Imported here, since few have a cluster.
    from briefmaker.jobs.building.making_elsewhere import make_elsewhere

    # Any, as it takes orders of briefs alone: packs are bound on this machine.
    done: Iterator[Done[Any, Made | BriefmakerError]] = make_elsewhere(orders, work.cluster, work)
    return done


def _finish(done: Done[OrderType, Made | BriefmakerError]) -> Outcome:
    order = done.task
    if done.failure is not None:
        return _tell_failure(order, done.failure, done.seconds)
    if not isinstance(done.result, Made):
        assert done.result is not None  # noqa: S101 - without a failure there is a result
        raise done.result
    return _write(order, done.result, done.seconds)


def _tell_failure(order: Order, failure: Failure, seconds: float) -> Outcome:
    found = (tell_mishap(order.brief, failure, order.what),)
    return Outcome(order.brief, (), found, order.edition, seconds=seconds, trace=failure.trace, row=order.slug)


def _write(order: Order, made: Made, seconds: float) -> Outcome:
    found = made.diagnostics
    written: tuple[WrittenDocument, ...] = ()
    if made.documents:
        contents = {order.target(each.name or made.name, each.format).name: each.content for each in made.documents}
        try:
            write_files(order.folder, contents)
        except OSError as failure:
            found = (*found, report_unwritable(order.folder, order.brief, failure))
        else:
            written = tuple(_describe_written(order, made.name, each) for each in made.documents)
    return Outcome(order.brief, written, found, order.edition, made.fingerprint, made.marking, seconds, row=order.slug)


def _describe_written(order: Order, name: str, document: MadeDocument) -> WrittenDocument:
    content = document.content
    return WrittenDocument(
        order.target(document.name or name, document.format),
        document.format,
        document.pages,
        order.request.makes_archive(document.format),
        hashlib.sha256(content).hexdigest(),
        len(content),
        document.copy,
    )
