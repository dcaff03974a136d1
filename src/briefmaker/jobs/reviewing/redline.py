"""Show what has changed between two versions: as a list by field, a Word document with tracked changes, a PDF with marks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Diagnostic, in_order
from briefmaker.jobs.building.output_findings import find_edited, report_unwritable
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.request import read_edition
from briefmaker.jobs.reviewing.redline_sides import ComparedSide, find_side
from briefmaker.jobs.reviewing.redline_versions import Versions, compare_versions
from briefmaker.reading.suggest import list_words
from briefmaker.view.change_shape import Change
from briefmaker.workspace.output import write_files

FORMATS = ("docx", "pdf", "md", "json")
AUTHOR = "briefmaker redline"


@dataclass(frozen=True, slots=True)
class RedlineWishes:
    """What a user asks of ``redline``: the files to write, where to, of which edition, and who has made the tracked changes."""

    formats: Iterable[str] = ()
    output: str | Path | None = None
    edition: str | None = None
    author: str = AUTHOR
    paper: str | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class RedlineOutcome:
    """What came of a comparison: ``headline`` says what was compared, ``sentences`` what has changed, one for each change.

    ``is_same`` tells that both say the same, in which case no file is written. ``documents`` are the files that were.
    """

    headline: str
    changes: tuple[Change, ...]
    sentences: tuple[str, ...]
    is_same: bool
    documents: tuple[Path, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    is_by_text: bool = False


def redline(old: str | Path, new: str | Path, wishes: RedlineWishes | None = None) -> RedlineOutcome:
    """Compare two versions, and write what has changed in each of the formats asked for: all of the files, or none.

    Each is a brief, a revision of one (``HEAD~1:briefs/x.yaml``), or a Word document that briefmaker wrote. With an ``edition``
    compared is what its readers see, and nothing else is in what is written. Raises BriefmakerError, as FindingsError
    with the ``diagnostics``, when either cannot be compared, or the files cannot be written.
    """
    asked = wishes or RedlineWishes()
    wanted = read_redline_formats(asked.formats)
    sides = find_side(str(old)), find_side(str(new))
    for side in sides:
        _check_edition(side, asked.edition)
    versions = compare_versions(*sides, asked.edition, asked.paper)
    outcome = RedlineOutcome(
        versions.headline,
        tuple(each.change for each in versions.told),
        tuple(each.sentence for each in versions.told),
        versions.is_same,
        diagnostics=in_order(versions.diagnostics),
        is_by_text=versions.is_by_text,
    )
    if versions.is_same or not wanted:
        return outcome
    folder = Path(asked.output) if asked.output is not None else sides[1].desk.workspace.output_folder
    contents = _make_files(versions, wanted, asked.author)
    return replace(outcome, documents=_write(folder, contents, sides[1], is_forced=asked.force))


def read_redline_formats(names: Iterable[str]) -> tuple[str, ...]:
    """Give the formats of these names, each once. Raises BriefmakerError for a name that is none."""
    wanted = tuple(dict.fromkeys(name.strip().lower() for name in names if name.strip()))
    for name in wanted:
        if name not in FORMATS:
            raise BriefmakerError(f"there is no format `{name}`", f"a redline is one of {list_words(FORMATS)}")
    return wanted


def _check_edition(side: ComparedSide, edition: str | None) -> None:
    """Refuse what would bring into an edition what it withholds. Raises BriefmakerError."""
    read_edition(edition, side.desk)
    if side.content is None or side.edition == (edition or ""):
        return
    if side.edition:
        message = f"{side.shown} is the edition `{side.edition}`"
        raise BriefmakerError(message, f"compare that edition of both: `--edition {side.edition}`")
    message = f"{side.shown} is a document of the whole brief, whose own text is all that can be compared"
    raise BriefmakerError(message, "leave out --edition, or name the brief, or a revision of it")


def _make_files(versions: Versions, wanted: tuple[str, ...], author: str) -> dict[str, bytes]:
    """Give the files by name. Raises FindingsError for a format that needs what is not to be had."""
    writers: dict[str, Callable[[], bytes]] = {
        "docx": lambda: versions.write_word(author),
        "pdf": versions.write_pdf,
        "md": versions.write_markdown,
        "json": versions.write_json,
    }
    if versions.is_by_text and set(wanted) - {"docx"}:
        message = f"no {list_words([each for each in wanted if each != 'docx'])} can be made of these two"
        raise FindingsError(message, versions.diagnostics, "`--format docx` makes a Word document")
    return {f"{versions.name}.redline.{each}": writers[each]() for each in wanted}


def _write(folder: Path, contents: dict[str, bytes], about: ComparedSide, *, is_forced: bool) -> tuple[Path, ...]:
    file = Path(about.reading.places.file) if about.reading else Path(about.shown)
    if not is_forced:
        words = [folder / name for name in contents if name.endswith(".docx")]
        edited = tuple(found for target in words for found in find_edited(target, file))
        if edited:
            raise FindingsError("nothing was written", edited)
    try:
        return write_files(folder, contents)
    except OSError as failure:
        raise FindingsError("nothing was written", (report_unwritable(folder, file, failure),)) from failure
