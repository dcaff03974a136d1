"""Build briefs: plan what becomes of each, then make its documents and write them, whole or not at all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, has_errors
from briefmaker.jobs.desk import Desk, open_desk, shown_path
from briefmaker.jobs.formats import USUAL_FORMATS, DocumentFormat, read_formats
from briefmaker.jobs.read import read_at_desk
from briefmaker.jobs.render import Rendered, read_as_draft
from briefmaker.jobs.request import Request, WantedEdition, Wishes, read_editions, read_paper
from briefmaker.model import Brief, Status
from briefmaker.model.editions import ARCHIVE
from briefmaker.reading import Reading
from briefmaker.workspace.output import read_if_there, write_files
from briefmaker.workspace.slug import safe_slug
from briefmaker.workspace.workspace import find_briefs, find_workspace


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A document that was written; ``pages`` is None where the format has none of its own.

    One that ``is_archive`` carries the whole brief's file and is mailed to nobody.
    """

    path: Path
    format: DocumentFormat
    pages: int | None
    is_archive: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one brief, or of one edition of it: its documents, none when it was not built, and all that was found."""

    brief: Path
    documents: tuple[WrittenDocument, ...]
    diagnostics: tuple[Diagnostic, ...]
    edition: str | None = None

    @property
    def is_failed(self) -> bool:
        """Tell whether documents were to be written and could not be; a brief may have nothing for one of all editions."""
        return not self.documents and has_errors(self.diagnostics)

    @property
    def is_built(self) -> bool:
        """Tell whether the documents were written."""
        return bool(self.documents)


@dataclass(frozen=True, slots=True)
class Order:
    """One brief to build: read, named, and found fit to be built or not (``obstacles``)."""

    brief: Path
    reading: Reading
    desk: Desk
    folder: Path
    name: str
    request: Request
    is_forced: bool
    obstacles: tuple[Diagnostic, ...] = ()

    def target(self, document_format: DocumentFormat) -> Path:
        """Give the path of one of its documents."""
        return self.folder / self.request.name_file(self.name, document_format)


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
) -> tuple[Outcome, ...]:
    """Build briefs, given as files or folders (none: all of the workspace's briefs/), and tell what became of each.

    ``formats`` are ``pdf``, ``docx`` and ``html``; ``output`` is the folder for the documents; ``paper`` is ``a4`` or
    ``letter``; ``force`` overwrites a Word document that somebody has edited; ``edition`` is one that the workspace defines,
    or ``all`` for each of them, and without it the whole brief is built; ``archive`` makes the PDF one for the archive. Briefs
    are checked first, and one with an error is not built; without ``check`` the rules are not asked, and what is built says that
    it is an unchecked draft. Raises BriefmakerError when nothing can be begun: no such file, no such format or edition, wrong
    settings.
    """
    wishes = Wishes(tuple(formats), output, paper, edition, force=force, archive=archive, check=check)
    return tuple(carry_out(order) for order in plan_build(paths, wishes))


def plan_build(paths: Sequence[str | Path], wishes: Wishes) -> tuple[Order, ...]:
    """Read the briefs and say for each what is to be written where; nothing is written yet. Raises as ``build`` does."""
    formats = read_formats(wishes.formats)
    desks: dict[Path, Desk] = {}
    orders = []
    for brief in find_briefs([Path(path) for path in paths] or [default_briefs()]):
        workspace = find_workspace(brief.parent)
        desk = desks.get(workspace.root) or desks.setdefault(workspace.root, open_desk(workspace))
        reading = read_at_desk(brief, desk)
        if not wishes.check:
            reading = read_as_draft(reading)
        folder = Path(wishes.output) if wishes.output is not None else workspace.output_folder
        for edition in read_editions(wishes.edition, desk):
            name = _name_documents(brief, reading.brief, edition)
            request = Request(formats, read_paper(wishes.paper, desk), edition, wishes.archive, wishes.check)
            obstacles = tuple(_refuse_name_of_edition(brief, desk))
            orders.append(Order(brief, reading, desk, folder, name, request, wishes.force, obstacles))
    return _refuse_clashes(orders)


def default_briefs() -> Path:
    """Give the folder of the briefs of the workspace around the current folder. Raises BriefmakerError when there is none."""
    workspace = find_workspace(Path.cwd())
    if not workspace.briefs_folder.is_dir():
        raise BriefmakerError(
            "there is no folder briefs/ here", "name a brief, or begin one with `briefmaker new NAME`"
        )
    return workspace.briefs_folder


def _name_documents(brief_file: Path, brief: Brief | None, edition: WantedEdition | None) -> str:
    """Give the documents' name: until the brief is final it says so, since a file is passed on without its letter."""
    stem = safe_slug(brief_file.stem)
    if brief is not None and brief.status is not Status.FINAL:
        stem += f"-{'REPLACED' if brief.status is Status.REPLACED else 'DRAFT'}-v{brief.version}"
    return f"{stem}.{edition.name}" if edition else stem


def _refuse_name_of_edition(brief_file: Path, desk: Desk) -> Iterator[Diagnostic]:
    """Tell of a brief named as an edition or the archive of another is: its documents would be taken for those."""
    stem, _, last = safe_slug(brief_file.stem).rpartition(".")
    taken = {name.casefold(): f"the edition `{name}`" for name in desk.settings.editions}
    taken |= {ARCHIVE: "the archived PDF"}
    if stem and (what := taken.get(last.casefold())):
        message = f"`{brief_file.stem}` is what {what} of a brief `{stem}` is called; nobody could tell them apart"
        hint = f"rename the file: {stem}-{last}{brief_file.suffix}"
        yield Diagnostic(Code.OUTPUT_CLASH, message, shown_path(brief_file), hint=hint)


def _refuse_clashes(orders: Sequence[Order]) -> tuple[Order, ...]:
    # Case is ignored, as on Windows and macOS it does not tell two files apart.
    places = [(order.folder.resolve(), order.name.casefold()) for order in orders]
    counts = Counter(place for place, order in zip(places, orders, strict=True) if order.reading.brief)
    return tuple(
        replace(order, obstacles=(_report_clash(order),)) if order.reading.brief and counts[place] > 1 else order
        for place, order in zip(places, orders, strict=True)
    )


def _report_clash(order: Order) -> Diagnostic:
    name = shown_path(order.target(order.request.formats[0]))
    message = f"another brief of this run would be written to {name} too"
    return _about_output(order, Code.OUTPUT_CLASH, message, "rename one of the two files")


def carry_out(order: Order) -> Outcome:
    """Make the documents of one brief and write them; what stands in the way is in the outcome, not raised."""
    outcome = _carry_out(order)
    return replace(outcome, edition=order.request.edition.name) if order.request.edition else outcome


def _carry_out(order: Order) -> Outcome:
    obstacles = order.obstacles or tuple(_find_edited(order))
    if obstacles:
        return Outcome(order.brief, (), (*order.reading.diagnostics, *obstacles))
    # Imported here, since it brings in every rule: who is refused before waits for none.
    from briefmaker.jobs.render_checked import render_checked

    rendering = render_checked(order.reading, order.desk, order.request)
    if not rendering.documents:
        return Outcome(order.brief, (), rendering.diagnostics)
    contents = {order.target(document.format).name: document.content for document in rendering.documents}
    try:
        write_files(order.folder, contents)
    except OSError as failure:
        return Outcome(order.brief, (), (*rendering.diagnostics, _report_unwritable(order, failure)))
    written = tuple(_describe_written(order, document) for document in rendering.documents)
    return Outcome(order.brief, written, rendering.diagnostics)


def _describe_written(order: Order, document: Rendered) -> WrittenDocument:
    is_archive = order.request.makes_archive(document.format)
    return WrittenDocument(order.target(document.format), document.format, document.pages, is_archive)


def _find_edited(order: Order) -> Iterator[Diagnostic]:
    if order.is_forced or DocumentFormat.DOCX not in order.request.formats or order.reading.brief is None:
        return
    target = order.target(DocumentFormat.DOCX)
    try:
        content = read_if_there(target)
    except OSError as failure:
        yield _report_unwritable(order, failure)
        return
    if content is None:
        return
    from briefmaker.writing.word import is_untouched

    if not is_untouched(content):
        message = f"{shown_path(target)} was changed after briefmaker wrote it; building anew would lose that"
        hint = "`--output DIR` writes elsewhere, `--force` overwrites it"
        yield _about_output(order, Code.OUTPUT_EDITED, message, hint)


def _report_unwritable(order: Order, failure: OSError) -> Diagnostic:
    place = shown_path(order.target(order.request.formats[0]).parent)
    message = f"the documents cannot be written to {place}: {failure.strerror or failure}"
    hint = "see whether there is room, whether you may write there, and whether the document is open in another program"
    return _about_output(order, Code.OUTPUT_UNWRITABLE, message, hint)


def _about_output(order: Order, code: Code, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, shown_path(order.brief), hint=hint)
