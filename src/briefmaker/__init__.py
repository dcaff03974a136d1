"""Write a policy brief once, as YAML; get a polished PDF and a Word document that say the same.

    from briefmaker import build, read, render

    reading = read("briefs/my-brief.yaml")          # reading.brief, reading.diagnostics
    pdf = render("briefs/my-brief.yaml", "pdf")     # bytes
    outcomes = build(["briefs"], formats=["pdf", "docx"], output="output")

Each name is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Severity, Span
    from briefmaker.jobs.approve import Approval, approve
    from briefmaker.jobs.build import build
    from briefmaker.jobs.check import CheckOutcome, check
    from briefmaker.jobs.failures import FindingsError
    from briefmaker.jobs.formats import DocumentFormat
    from briefmaker.jobs.new import new
    from briefmaker.jobs.outcome import Outcome, WrittenDocument
    from briefmaker.jobs.pack import PackOutcome, pack
    from briefmaker.jobs.pull import PullOutcome, pull, undo_pull
    from briefmaker.jobs.read import read
    from briefmaker.jobs.render import render
    from briefmaker.jobs.roll_forward import Rolled, roll_forward
    from briefmaker.jobs.verify import Verification, verify
    from briefmaker.model import Brief
    from briefmaker.reading import Reading

    __version__: str

__all__ = [
    "Approval",
    "Brief",
    "BriefmakerError",
    "CheckOutcome",
    "Code",
    "Diagnostic",
    "DocumentFormat",
    "FindingsError",
    "Outcome",
    "PackOutcome",
    "PullOutcome",
    "Reading",
    "Rolled",
    "Severity",
    "Span",
    "Verification",
    "WrittenDocument",
    "__version__",
    "approve",
    "build",
    "check",
    "new",
    "pack",
    "pull",
    "read",
    "render",
    "roll_forward",
    "undo_pull",
    "verify",
]

# Where each name comes from; it is imported when it is first used, so that `import briefmaker` costs nothing.
_HOMES = {
    "Approval": "briefmaker.jobs.approve",
    "Brief": "briefmaker.model",
    "BriefmakerError": "briefmaker.diagnostics",
    "CheckOutcome": "briefmaker.jobs.check",
    "Code": "briefmaker.diagnostics",
    "Diagnostic": "briefmaker.diagnostics",
    "DocumentFormat": "briefmaker.jobs.formats",
    "FindingsError": "briefmaker.jobs.failures",
    "Outcome": "briefmaker.jobs.outcome",
    "PackOutcome": "briefmaker.jobs.pack",
    "PullOutcome": "briefmaker.jobs.pull",
    "Reading": "briefmaker.reading",
    "Rolled": "briefmaker.jobs.roll_forward",
    "Severity": "briefmaker.diagnostics",
    "Span": "briefmaker.diagnostics",
    "Verification": "briefmaker.jobs.verify",
    "WrittenDocument": "briefmaker.jobs.outcome",
    "approve": "briefmaker.jobs.approve",
    "build": "briefmaker.jobs.build",
    "check": "briefmaker.jobs.check",
    "new": "briefmaker.jobs.new",
    "pack": "briefmaker.jobs.pack",
    "pull": "briefmaker.jobs.pull",
    "read": "briefmaker.jobs.read",
    "render": "briefmaker.jobs.render",
    "roll_forward": "briefmaker.jobs.roll_forward",
    "undo_pull": "briefmaker.jobs.pull",
    "verify": "briefmaker.jobs.verify",
}


def __getattr__(name: str) -> Any:
    """Import a name of the Python API when it is first asked for."""
    if name == "__version__":
        return import_module("importlib.metadata").version("briefmaker")
    if name not in _HOMES:
        raise AttributeError(f"module 'briefmaker' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Give the names of the Python API."""
    return sorted(__all__)
