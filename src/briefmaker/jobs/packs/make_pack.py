"""Make packs: several briefs, and PDF files, bound as one PDF and one Word document each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefmaker.batch.limits import Limits
from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic
from briefmaker.jobs.building.build import carry_out, limit_as_set
from briefmaker.jobs.building.making import about_output, open_desk_once
from briefmaker.jobs.building.outcome import Outcome, WrittenDocument
from briefmaker.jobs.building.working import HERE, Work
from briefmaker.jobs.formats import USUAL_FORMATS, DocumentFormat, read_formats
from briefmaker.jobs.packs.making import make_pack
from briefmaker.jobs.packs.order import PackOrder, PackWishes
from briefmaker.jobs.request import Request, read_paper
from briefmaker.reading.unpacking import LARGEST_FILE
from briefmaker.workspace.documents import read_document
from briefmaker.workspace.files import hash_content
from briefmaker.workspace.slug import safe_slug
from briefmaker.workspace.workspace import find_pack, find_packs, find_workspace

MOST_COPIES = 200
_SECONDS_OF_A_PACK, _MEMORY_OF_A_PACK = 10, 4
"""A pack may take so many times what a brief may: seconds, and megabytes."""
_COPIES_A_BRIEF = 5
"""So many numbered copies may take the seconds of one more brief: what is laid out is so once for all of them."""


@dataclass(frozen=True, slots=True)
class PackOutcome:
    """What became of a pack: its documents, none when it was not made, and all that was found in it and its briefs.

    One that ``is_unchanged`` was bound before, of the same, and its documents are still there.
    """

    pack: Path
    documents: tuple[WrittenDocument, ...]
    diagnostics: tuple[Diagnostic, ...]
    is_unchanged: bool = False

    @property
    def is_failed(self) -> bool:
        """Tell whether the pack could not be made."""
        return not self.documents


def pack(  # noqa: PLR0913 - each wish is a keyword, so that a call reads as a sentence
    name: str | Path,
    *,
    formats: Iterable[str] = USUAL_FORMATS,
    output: str | Path | None = None,
    paper: str | None = None,
    copies: int | None = None,
    copy: int | None = None,
    former: str | Path | None = None,
    force: bool = False,
    check: bool = True,
    deadline: float | None = None,
    memory: int | None = None,
) -> PackOutcome:
    """Bind the pack ``packs/NAME.yaml``, or that file, as one PDF and one Word document, and tell what became of it.

    ``copies`` makes so many numbered copies, ``copy`` that one of them alone; ``former`` is the PDF of the pack as it was issued,
    or of what replaced pages of it: then a PDF of the pages that have changed since is made, and nothing else. ``paper``,
    ``output``, ``force``, ``check``, ``deadline`` and ``memory`` are as for ``build``. Nothing is rendered when nothing has
    changed, and nothing is written when the pack or one of its briefs has an error.
    Raises BriefmakerError when nothing can be begun: no such pack, no such format, wrong settings, a copy that there is not, a
    former pack in which nothing has changed.
    """
    wishes = PackWishes(
        tuple(formats),
        output,
        paper,
        copies,
        copy,
        former,
        force=force,
        check=check,
        deadline=deadline,
        memory=memory,
    )
    plan = plan_packs([find_pack(str(name))], wishes)
    is_here = deadline is None and memory is None
    ((_, outcome),) = bind_packs(plan, HERE if is_here else plan_binding(wishes, plan))
    return PackOutcome(outcome.brief, outcome.documents, outcome.diagnostics, outcome.is_unchanged)


def bind_packs(orders: Sequence[PackOrder], work: Work = HERE) -> Iterator[tuple[int, Outcome]]:
    """Have packs bound and write their documents; gives each outcome as it comes, as ``carry_out`` does those of briefs."""
    return carry_out(orders, work, make_pack)


def plan_packs(names: Sequence[str | Path], wishes: PackWishes) -> tuple[PackOrder, ...]:
    """Say for each pack, none for all of the workspace's, what is to be made and where; none is read yet.

    Raises as ``pack`` does.
    """
    formats = read_formats(wishes.formats)
    if DocumentFormat.HTML in formats:
        raise BriefmakerError(
            "a pack is made as pdf and docx", "leave html out of the formats: a page on a screen is no pack"
        )
    copies = read_copies(wishes.copies, wishes.copy)
    files = find_packs([str(name) for name in names])
    if wishes.former is not None and len(files) > 1:
        raise BriefmakerError("`--replace` is for one pack", "name the pack whose pages are to be replaced")
    former = Path(wishes.former) if wishes.former is not None else None
    issued = _fingerprint(former) if former is not None else ""
    open_desk_once.cache_clear()
    orders = []
    for file in files:
        workspace = find_workspace(file.parent)
        request = Request(formats, read_paper(wishes.paper, open_desk_once(workspace)), is_checked=wishes.check)
        folder = Path(wishes.output) if wishes.output is not None else workspace.output_folder
        orders.append(
            PackOrder(
                file,
                workspace,
                folder,
                request,
                wishes.force,
                copies=copies,
                former=former,
                former_sha256=issued,
            )
        )
    return _refuse_clashes(orders)


def plan_binding(wishes: PackWishes, orders: Iterable[PackOrder]) -> Work:
    """Say how many packs are bound at a time and what each may take: as it is wished, else by what a brief may.

    Where packs of several workspaces are bound at once, the most generous settings hold for all.
    """
    usual = limit_as_set(orders)
    copies = max((len(order.copies) for order in orders), default=0)
    seconds = usual.seconds * (_SECONDS_OF_A_PACK + copies / _COPIES_A_BRIEF)
    megabytes = usual.megabytes * _MEMORY_OF_A_PACK
    return Work(wishes.jobs, Limits(wishes.deadline or seconds, wishes.memory or megabytes))


def read_copies(copies: int | None, copy: int | None) -> tuple[tuple[int, int], ...]:
    """Give the copies to be made, each as its number and how many there are; none where they have no numbers.

    Raises BriefmakerError for a number that is none.
    """
    if copies is None:
        if copy is not None:
            raise BriefmakerError("`--copy` says which of how many", "add `--copies 12`")
        return ()
    if not 1 <= copies <= MOST_COPIES:
        raise BriefmakerError(f"there can be 1 to {MOST_COPIES} copies, and {copies} are asked for")
    if copy is not None and not 1 <= copy <= copies:
        raise BriefmakerError(f"there is no copy {copy} of {copies}")
    return tuple((number, copies) for number in ([copy] if copy is not None else range(1, copies + 1)))


def _fingerprint(former: Path) -> str:
    return hash_content(read_document(former, LARGEST_FILE))


def _refuse_clashes(orders: Sequence[PackOrder]) -> tuple[PackOrder, ...]:
    """Give the orders, with an obstacle for packs of one name, whose documents would take each other's place."""
    # Case is ignored, as on Windows and macOS it does not tell two files apart.
    names = [(order.folder.resolve(), safe_slug(order.stem).casefold()) for order in orders]
    counts = Counter(names)
    return tuple(
        replace(order, obstacles=(_report_clash(order),)) if counts[name] > 1 else order
        for order, name in zip(orders, names, strict=True)
    )


def _report_clash(order: PackOrder) -> Diagnostic:
    message = "another pack of this run has the same name, and its documents would be written to the same files"
    return about_output(order, Code.OUTPUT_CLASH, message, "rename one of the two files")
