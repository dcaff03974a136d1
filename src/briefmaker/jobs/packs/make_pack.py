"""Make a pack: several briefs, and PDF files, bound as one PDF and one Word document."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Diagnostic, has_errors, in_order
from briefmaker.jobs.building.making import name_state
from briefmaker.jobs.building.outcome import WrittenDocument
from briefmaker.jobs.building.output_findings import find_edited, report_unwritable
from briefmaker.jobs.desk import open_desk, shown_path
from briefmaker.jobs.formats import USUAL_FORMATS, DocumentFormat, read_formats
from briefmaker.jobs.packs.binding import bind_pack
from briefmaker.jobs.request import Request, read_paper
from briefmaker.model import Status
from briefmaker.model.pack import Pack
from briefmaker.reading.unpacking import LARGEST_FILE
from briefmaker.workspace.documents import read_document
from briefmaker.workspace.output import write_files
from briefmaker.workspace.slug import safe_slug
from briefmaker.workspace.workspace import find_pack, find_workspace
from briefmaker.writing.pack_changes import FormerPack

MOST_COPIES = 200


@dataclass(frozen=True, slots=True)
class PackOutcome:
    """What became of a pack: its documents, none when it was not made, and all that was found in it and its briefs."""

    pack: Path
    documents: tuple[WrittenDocument, ...]
    diagnostics: tuple[Diagnostic, ...]

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
) -> PackOutcome:
    """Bind the pack ``packs/NAME.yaml``, or that file, as one PDF and one Word document, and tell what became of it.

    ``copies`` makes so many numbered copies, ``copy`` that one of them alone; ``former`` is the PDF of the pack as it was issued,
    or of what replaced pages of it: then a PDF of the pages that have changed since is made, and nothing else. ``paper``,
    ``output``, ``force`` and ``check`` are as for ``build``. Nothing is written when the pack or one of its briefs has an error.
    Raises BriefmakerError when nothing can be begun: no such pack, no such format, wrong settings, a copy that there is not, a
    former pack in which nothing has changed.
    """
    file = find_pack(str(name))
    wanted = read_formats(formats)
    if DocumentFormat.HTML in wanted:
        raise BriefmakerError(
            "a pack is made as pdf and docx", "leave html out of the formats: a page on a screen is no pack"
        )
    numbers = read_copies(copies, copy)
    desk = open_desk(find_workspace(file.parent))
    request = Request(wanted, read_paper(paper, desk), is_checked=check)
    before = read_former(Path(former)) if former is not None else None
    bound, found = bind_pack(file, desk, request)
    if bound is None:
        return PackOutcome(file, (), in_order(found))
    from briefmaker.jobs.packs.documents import make_documents

    folder = Path(output) if output is not None else desk.workspace.output_folder
    made, told = make_documents(bound, numbers, name_pack(file, bound.pack, is_replacement=before is not None), before)
    found = in_order((*found, *told))
    if before is not None and not made:
        raise BriefmakerError(f"no page has changed since {former}", exit_code=1)
    if has_errors(found):
        return PackOutcome(file, (), found)
    obstacles = () if force else tuple(_find_edited(folder, made, file))
    if obstacles:
        return PackOutcome(file, (), (*found, *obstacles))
    try:
        write_files(folder, {each.path.name: content for each, content in made.items()})
    except OSError as failure:
        return PackOutcome(file, (), (*found, report_unwritable(folder, file, failure)))
    return PackOutcome(file, tuple(replace(each, path=folder / each.path) for each in made), found)


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


def read_former(file: Path) -> FormerPack:
    """Give a pack as it was issued, by its PDF. Raises BriefmakerError when the file is none."""
    from briefmaker.writing.pack_former import read_former_pack

    former = read_former_pack(read_document(file, LARGEST_FILE))
    if former is None:
        hint = "name the PDF that `briefmaker pack` made, of the whole pack or of what last replaced pages of it"
        raise BriefmakerError(f"{shown_path(file)} is not the PDF of a pack", hint, exit_code=1)
    return former


def name_pack(file: Path, pack: Pack, *, is_replacement: bool = False) -> str:
    """Give the documents' name: until the pack is final it says so, as the names of briefs do."""
    stem = safe_slug(file.stem) + ("-replacement" if is_replacement else "")
    if is_replacement and pack.status is Status.FINAL:
        return f"{stem}-v{pack.version}"
    return stem + name_state(pack.status, pack.version)


def _find_edited(folder: Path, made: Mapping[WrittenDocument, bytes], file: Path) -> Iterator[Diagnostic]:
    for each in made:
        if each.format is DocumentFormat.DOCX:
            yield from find_edited(folder / each.path, file)
