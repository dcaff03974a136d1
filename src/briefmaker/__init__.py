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
    from briefmaker.jobs.beginning.new import new
    from briefmaker.jobs.beginning.roll_forward import Rolled, roll_forward
    from briefmaker.jobs.building.build import build
    from briefmaker.jobs.building.outcome import Outcome, WrittenDocument
    from briefmaker.jobs.building.render import render
    from briefmaker.jobs.checking.check import CheckOutcome, check
    from briefmaker.jobs.checking.verify import Verification, verify
    from briefmaker.jobs.clearing.approve import Approval, approve
    from briefmaker.jobs.failures import FindingsError
    from briefmaker.jobs.formats import DocumentFormat
    from briefmaker.jobs.packs.make_pack import PackOutcome, pack
    from briefmaker.jobs.read import read
    from briefmaker.jobs.reviewing.form import form
    from briefmaker.jobs.reviewing.import_word import Imported, import_word
    from briefmaker.jobs.reviewing.pull import PullOutcome, pull, undo_pull
    from briefmaker.jobs.reviewing.redline import RedlineOutcome, RedlineWishes, redline
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
    "Imported",
    "Outcome",
    "PackOutcome",
    "PullOutcome",
    "Reading",
    "RedlineOutcome",
    "RedlineWishes",
    "Rolled",
    "Severity",
    "Span",
    "Verification",
    "WrittenDocument",
    "__version__",
    "approve",
    "build",
    "check",
    "form",
    "import_word",
    "new",
    "pack",
    "pull",
    "read",
    "redline",
    "render",
    "roll_forward",
    "undo_pull",
    "verify",
]

# Where each name comes from; it is imported when it is first used, so that `import briefmaker` costs nothing.
_HOMES = {
    "Approval": "briefmaker.jobs.clearing.approve",
    "Brief": "briefmaker.model",
    "BriefmakerError": "briefmaker.diagnostics",
    "CheckOutcome": "briefmaker.jobs.checking.check",
    "Code": "briefmaker.diagnostics",
    "Diagnostic": "briefmaker.diagnostics",
    "DocumentFormat": "briefmaker.jobs.formats",
    "FindingsError": "briefmaker.jobs.failures",
    "Imported": "briefmaker.jobs.reviewing.import_word",
    "Outcome": "briefmaker.jobs.building.outcome",
    "PackOutcome": "briefmaker.jobs.packs.make_pack",
    "PullOutcome": "briefmaker.jobs.reviewing.pull",
    "Reading": "briefmaker.reading",
    "RedlineOutcome": "briefmaker.jobs.reviewing.redline",
    "RedlineWishes": "briefmaker.jobs.reviewing.redline",
    "Rolled": "briefmaker.jobs.beginning.roll_forward",
    "Severity": "briefmaker.diagnostics",
    "Span": "briefmaker.diagnostics",
    "Verification": "briefmaker.jobs.checking.verify",
    "WrittenDocument": "briefmaker.jobs.building.outcome",
    "approve": "briefmaker.jobs.clearing.approve",
    "build": "briefmaker.jobs.building.build",
    "check": "briefmaker.jobs.checking.check",
    "form": "briefmaker.jobs.reviewing.form",
    "import_word": "briefmaker.jobs.reviewing.import_word",
    "new": "briefmaker.jobs.beginning.new",
    "pack": "briefmaker.jobs.packs.make_pack",
    "pull": "briefmaker.jobs.reviewing.pull",
    "read": "briefmaker.jobs.read",
    "redline": "briefmaker.jobs.reviewing.redline",
    "render": "briefmaker.jobs.building.render",
    "roll_forward": "briefmaker.jobs.beginning.roll_forward",
    "undo_pull": "briefmaker.jobs.reviewing.pull",
    "verify": "briefmaker.jobs.checking.verify",
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
