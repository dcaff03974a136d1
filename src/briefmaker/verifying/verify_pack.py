"""Verifies one document of a pack: by checks of its own, and by those of all documents that hold for many briefs in one."""

from briefmaker.verifying import pack_checks, pack_parity
from briefmaker.verifying.check import Check, Needs, Result, Subject, run
from briefmaker.verifying.verify_document import ALL_CHECKS

PACK_CHECKS: tuple[Check, ...] = (*pack_checks.CHECKS, *pack_parity.CHECKS)

# A pack has a title for each tab, the running lines of each brief, and no single source; checks of its own look at these.
_OF_ONE_BRIEF = {
    "sister-paragraphs",
    "sister-running",
    "sister-source",
    "pdf-headings",
    "pdf-reading-order",
    "word-headings",
    "word-anchors",
}
_OF_OWN_PAGES = {"pdf-fonts", "pdf-characters", "pdf-tagged-text"}
"""What is wrong inside an annex, nobody here can mend."""


def verify_pack(subject: Subject) -> tuple[Result, ...]:
    """Run all checks for a document of a pack, and give how each ended, in the order of the manual."""
    return tuple(run(each, subject) for each in (*PACK_CHECKS, *list_shared(subject)) if each.fits(subject))


def list_shared(subject: Subject) -> tuple[Check, ...]:
    """Give the checks of all documents that hold for this pack."""
    has_annexes = subject.pack is None or bool(subject.pack.annexes)
    left_out = _OF_ONE_BRIEF | (_OF_OWN_PAGES if has_annexes else set())
    return tuple(each for each in ALL_CHECKS if each.needs is not Needs.BRIEF and each.name not in left_out)
