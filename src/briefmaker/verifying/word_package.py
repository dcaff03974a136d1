"""Opens the package of a Word document that is to be verified, and says of one that cannot be read what to verify instead."""

from briefmaker.reading.office_package import DOCUMENT_PART, OfficePackage, open_package
from briefmaker.reading.unpacking import PackageError, Refusal
from briefmaker.verifying.limits import UnreadableDocumentError

_VERIFY_OURS = "verify a .docx or .pdf that `briefmaker build` wrote"
_HINTS = {Refusal.DAMAGED: "build the document anew", Refusal.LOCKED: "save it as .docx without a password"}


def open_word(name: str, content: bytes) -> OfficePackage:
    """Unpack a document and read all its parts. Raises UnreadableDocumentError for one that is damaged, locked or too large."""
    try:
        package = open_package(content)
    except PackageError as refused:
        raise UnreadableDocumentError(f"{name} {refused}", _HINTS.get(refused.why, _VERIFY_OURS)) from refused
    if DOCUMENT_PART not in package.trees:
        raise UnreadableDocumentError(f"{name} has its text in a part of another name", _VERIFY_OURS)
    return package
