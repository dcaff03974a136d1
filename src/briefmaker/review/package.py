"""Opens a document that came back from Word: nothing in it is trusted, and what it cannot be is said at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Severity
from briefmaker.reading.office_package import Element, OfficePackage, Risk, list_risks, open_package
from briefmaker.reading.unpacking import PackageError, Refusal
from briefmaker.writing.word.anchors import FORMAT_PROPERTY, MAP_FORMAT, Anchor, read_anchors
from briefmaker.writing.word.own_properties import EDITION_PROPERTY, SOURCE_PROPERTY, is_ours, tell_redline

_CODES = {
    Refusal.OTHER_FILE: Code.REVIEW_UNREADABLE,
    Refusal.OLD_FORMAT: Code.REVIEW_LOCKED,
    Refusal.LOCKED: Code.REVIEW_LOCKED,
    Refusal.DAMAGED: Code.REVIEW_UNREADABLE,
    Refusal.TOO_LARGE: Code.REVIEW_TOO_LARGE,
}
# A copy of the text, which helps elsewhere, has lost its way back to the brief.
_HINTS = {Refusal.TOO_LARGE: "ask for the document anew: no brief is so large"}
_RISKS = {Risk.MACROS: Code.REVIEW_MACROS, Risk.FETCHED: Code.REVIEW_EXTERNAL}


class UnreadableReviewError(BriefmakerError):
    """A returned document that cannot be read, or that no brief was made into; ``code`` is that of the finding."""

    def __init__(self, code: Code, message: str, hint: str) -> None:
        super().__init__(f"{code.value} {message}", hint, exit_code=1)
        self.code = code


@dataclass(frozen=True)
class ReturnedDocument:
    """A document that came back: its parts, what briefmaker once wrote into its properties, and what is odd about it."""

    name: str
    package: OfficePackage
    properties: Mapping[str, str]
    findings: tuple[Diagnostic, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Give the SHA-256 of the brief that the document was made from; empty where it does not say."""
        return self.properties.get(SOURCE_PROPERTY, "")

    @property
    def edition(self) -> str:
        """Give the edition that the document is; empty for the whole brief."""
        return self.properties.get(EDITION_PROPERTY, "")

    @cached_property
    def anchors(self) -> dict[int, Anchor]:
        """The field of each bookmark, by the number in its name."""
        return read_anchors(self.properties)

    @property
    def main(self) -> str:
        """The part that holds the text."""
        return self.package.document_part

    def related(self, kind: str) -> dict[str, Element]:
        """Give the parts of a kind, such as ``styles`` or ``header``, that the text leads to. Raises as ``tree`` does."""
        try:
            return dict(self.package.related(kind))
        except PackageError as refused:
            raise _refuse(self.name, refused) from refused

    def tree(self, part: str) -> Element | None:
        """Give a part as a tree; None where the document has none. Raises UnreadableReviewError for one that is no XML."""
        try:
            return self.package.tree(part)
        except PackageError as refused:
            raise _refuse(self.name, refused) from refused

    def links(self, part: str) -> dict[str, str]:
        """Give the web addresses that a part leads to, by the ids of its relationships."""
        found = self.package.relationships(part).values()
        return {each.id: each.target for each in found if each.is_external and each.kind == "hyperlink"}


def open_returned(name: str, content: bytes) -> ReturnedDocument:
    """Open a document that came back.

    Raises UnreadableReviewError for one that is damaged, locked, too large, of a later briefmaker, or none of briefmaker's.
    """
    try:
        package = open_package(content, reads_all=False)  # what holds no text may be broken
        risks = [
            Diagnostic(_RISKS[risk], message, name, hint=hint, severity=Severity.WARNING)
            for risk, message, hint in list_risks(package)
        ]
        document = ReturnedDocument(name, package, package.custom_properties, tuple(risks))
    except PackageError as refused:
        raise _refuse(name, refused) from refused
    _check_origin(document)
    return document


def _refuse(name: str, refused: PackageError) -> UnreadableReviewError:
    hint = _HINTS.get(refused.why, refused.hint)
    return UnreadableReviewError(_CODES[refused.why], f"{name} {refused}", hint)


def _check_origin(document: ReturnedDocument) -> None:
    """Refuse a document that holds no way back to a brief which this briefmaker knows."""
    name = document.name
    if not is_ours(document.properties):
        raise UnreadableReviewError(
            Code.REVIEW_FOREIGN,
            f"{name} was not written by briefmaker, or lost what says so",
            "pull what `briefmaker build` wrote and a reviewer sent back as .docx",
        )
    if redline := tell_redline(document.properties):
        raise UnreadableReviewError(
            Code.REVIEW_REDLINE,
            f"{name} {redline}",
            "pull the document that `briefmaker build` wrote; a redline whose changes were accepted is no reviewed copy of it",
        )
    # The map of a later briefmaker may say what this one takes for something else.
    told = document.properties.get(FORMAT_PROPERTY, "")
    if told.isdecimal() and int(told) > int(MAP_FORMAT):
        raise UnreadableReviewError(
            Code.REVIEW_NEWER, f"{name} was written by a later version of briefmaker", "pull it with that version"
        )
    if document.edition:
        raise UnreadableReviewError(
            Code.REVIEW_EDITION,
            f"{name} is the edition {document.edition}, which holds no way back to its brief",
            "send the whole document round for review; an edition says nothing of what it withholds",
        )
