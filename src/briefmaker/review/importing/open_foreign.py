"""Opens a Word document that is to become a draft: what it is refused for, and what of it is left alone, as findings."""

from dataclasses import dataclass

from briefmaker.diagnostics import Code, Diagnostic, Severity
from briefmaker.reading.office_package import OfficePackage, list_risks, open_package
from briefmaker.reading.unpacking import PackageError, Refusal

_CODES = {
    Refusal.OTHER_FILE: Code.IMPORT_OTHER_FILE,
    Refusal.OLD_FORMAT: Code.IMPORT_OTHER_FILE,
    Refusal.LOCKED: Code.IMPORT_LOCKED,
    Refusal.DAMAGED: Code.IMPORT_DAMAGED,
    Refusal.TOO_LARGE: Code.IMPORT_TOO_LARGE,
}


@dataclass(frozen=True, slots=True)
class Opening:
    """A package, or None, with all that there is to tell of it."""

    package: OfficePackage | None
    diagnostics: tuple[Diagnostic, ...] = ()


def open_foreign(name: str, content: bytes) -> Opening:
    """Open a document by its bytes; never raises, and nor does reading any part of what it gives.

    ``name`` is what findings call it. A file that is no DOCX, is encrypted, cut off or holds too much is an error; macros and
    addresses that would be fetched are warnings: nothing of a document is ever run or fetched.
    """
    try:
        package = open_package(content)
        risks = tuple(
            Diagnostic(Code.IMPORT_NOT_FETCHED, message, name, hint=hint, severity=Severity.WARNING)
            for _, message, hint in list_risks(package)
        )
    except PackageError as refused:
        return Opening(None, (Diagnostic(_CODES[refused.why], str(refused), name, hint=refused.hint),))
    return Opening(package, risks)
