"""What a check is: a name, a sentence for the manual, what it needs, and the function that looks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from briefmaker.verifying.expected import list_all_words
from briefmaker.verifying.expected_pack import ExpectedPack
from briefmaker.verifying.flow import Flow
from briefmaker.verifying.pdf_parts import PdfDocument
from briefmaker.verifying.read_word import WordDocument
from briefmaker.verifying.squeezing import is_right_to_left, keep_words, squeeze
from briefmaker.view.shape import View

Document = PdfDocument | WordDocument


class Needs(StrEnum):
    """What a check looks at beside the document."""

    NOTHING = "the document alone"
    BRIEF = "the brief"
    SISTER = "the other format"
    PACK = "the pack"


class Kept(StrEnum):
    """Which documents a check is kept for, where others have nothing that it could look at."""

    ALL = "every document"
    EDITION = "an edition"
    ARCHIVE = "a PDF for the archive"
    PACK = "a pack"


class State(StrEnum):
    """How a check ended."""

    OK = "ok"
    FAILED = "FAILED"
    NOT_RUN = "not run"


@dataclass(frozen=True)
class Subject:
    """What is verified: a document, the view of its brief, and the same brief in the other format, as far as they are there.

    ``why_no_view`` and ``why_no_sister`` say in words why one is missing; ``schema_program`` is the path of a validator for
    Office Open XML, empty where none is installed. ``edition`` is the name of the edition that it is, empty for the whole brief;
    ``whole`` is then the view of the whole brief. ``is_archive`` tells whether it is a PDF for the archive, and ``archived`` is
    the file that such a PDF has to carry, where that is known. ``is_pack`` tells whether it is a pack, and ``pack`` is then what
    it has to say; ``why_no_view`` tells why that is not known.
    """

    document: Document
    view: View | None = None
    sister: Document | None = None
    why_no_view: str = ""
    why_no_sister: str = ""
    schema_program: str = ""
    edition: str = ""
    whole: View | None = None
    is_archive: bool = False
    archived: bytes | None = None
    is_pack: bool = False
    pack: ExpectedPack | None = None

    @property
    def kinds(self) -> set[Kept]:
        """What the document is beside its format: the checks that are kept for these are run."""
        special = {Kept.EDITION: bool(self.edition), Kept.ARCHIVE: self.is_archive, Kept.PACK: self.is_pack}
        return {Kept.ALL, *(kind for kind, is_so in special.items() if is_so)}

    @cached_property
    def flow(self) -> Flow:
        """The words of the document in reading order."""
        return Flow(self.document.outline.blocks)

    @cached_property
    def words(self) -> Flow:
        """The same without the dots and dashes that each format sets between words in its own way."""
        return Flow(self.document.outline.blocks, keep_words)

    @cached_property
    def lost(self) -> dict[str, int]:
        """How often each squeezed passage of the view is missing from the document; those that are not are left out.

        A short passage may stand within a longer one. Where the longer one is lost, the shorter is not lost with it, so the
        longest are counted first. From right to left passages are looked for, not counted.
        """
        passages = [] if self.view is None else list_all_words(self.view)
        written = {squeeze(each): each for each in passages}
        everything = "\n".join(map(squeeze, passages))
        lost: dict[str, int] = {}
        for squeezed in sorted(written, key=len, reverse=True):
            within = sum(number * longer.count(squeezed) for longer, number in lost.items())
            is_looked_for = self.flow.is_right_to_left or is_right_to_left(squeezed)
            wanted = 1 if is_looked_for else everything.count(squeezed) - within
            missing = wanted - self.flow.count(written[squeezed]) if squeezed else 0
            if missing > 0:
                lost[squeezed] = missing
        return lost


@dataclass(frozen=True, slots=True)
class Deviation:
    """One thing that is not as it should be."""

    expected: str
    found: str
    where: str = ""


class NotRunError(Exception):
    """A check cannot look here; the text says why."""


Look = Callable[[Subject], Iterator[Deviation]]


@dataclass(frozen=True, slots=True)
class Check:
    """A named check."""

    name: str
    sentence: str
    needs: Needs
    formats: tuple[str, ...]
    look: Look
    kept: Kept = Kept.ALL

    def fits(self, subject: Subject) -> bool:
        """Tell whether a document is one that the check is for."""
        return subject.document.format in self.formats and self.kept in subject.kinds


@dataclass(frozen=True, slots=True)
class Result:
    """How one check ended: its deviations when it failed, the reason when it was not run."""

    check: Check
    state: State
    deviations: tuple[Deviation, ...] = ()
    reason: str = ""


BOTH = ("pdf", "docx")


def check(needs: Needs, formats: tuple[str, ...] = BOTH, *, kept: Kept = Kept.ALL) -> Callable[[Look], Check]:
    """Make a check of a function; its name is the function's with hyphens, its sentence the docstring."""

    def make(look: Look) -> Check:
        sentence = " ".join((look.__doc__ or "").split())
        return Check(look.__name__.replace("_", "-"), sentence, needs, formats, look, kept)

    return make


def run(each: Check, subject: Subject) -> Result:
    """Run one check, and say so where it cannot be run."""
    if each.needs is Needs.BRIEF and subject.view is None:
        return Result(each, State.NOT_RUN, reason=subject.why_no_view)
    if each.needs is Needs.PACK and subject.pack is None:
        return Result(each, State.NOT_RUN, reason=subject.why_no_view)
    if each.needs is Needs.SISTER and subject.sister is None:
        return Result(each, State.NOT_RUN, reason=subject.why_no_sister)
    try:
        deviations = tuple(dict.fromkeys(each.look(subject)))
    except NotRunError as reason:
        return Result(each, State.NOT_RUN, reason=str(reason))
    return Result(each, State.FAILED if deviations else State.OK, deviations)


def view_of(subject: Subject) -> View:
    """Give the view that a check needs."""
    assert subject.view is not None  # noqa: S101 - `run` has seen to it
    return subject.view


def pack_of(subject: Subject) -> ExpectedPack:
    """Give the pack that a check needs."""
    assert subject.pack is not None  # noqa: S101 - `run` has seen to it
    return subject.pack


def sister_of(subject: Subject) -> Document:
    """Give the other format that a check needs."""
    assert subject.sister is not None  # noqa: S101 - `run` has seen to it
    return subject.sister


def word_of(subject: Subject) -> WordDocument:
    """Give the document of a check that runs on Word documents only."""
    assert isinstance(subject.document, WordDocument)  # noqa: S101 - the check names its formats
    return subject.document


def pdf_of(subject: Subject) -> PdfDocument:
    """Give the document of a check that runs on PDFs only."""
    assert isinstance(subject.document, PdfDocument)  # noqa: S101 - the check names its formats
    return subject.document
