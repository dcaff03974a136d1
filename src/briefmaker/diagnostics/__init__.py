"""What can be wrong with a brief, said the same way everywhere: a code, a place, a sentence and what to do."""

from briefmaker.diagnostics.code import Code
from briefmaker.diagnostics.diagnostic import Diagnostic, Fix, Severity, Span, has_errors, in_order
from briefmaker.diagnostics.failure import BriefmakerError, MissingLibraryError
from briefmaker.diagnostics.places import Places, join_path, parent_path

__all__ = [
    "BriefmakerError",
    "Code",
    "Diagnostic",
    "Fix",
    "MissingLibraryError",
    "Places",
    "Severity",
    "Span",
    "has_errors",
    "in_order",
    "join_path",
    "parent_path",
]
