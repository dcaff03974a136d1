"""Says what a pull could not do, or leaves to somebody: texts without a place, refusals, conflicts, untracked changes."""

from collections.abc import Iterator, Sequence

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity
from briefmaker.review.changes import Change, Leftover, Remark, Review
from briefmaker.review.combining import Conflict

_HINT_CONFLICT = "choose with --take yaml FIELD or --take DOCUMENT FIELD, or with --interactive"


def iterate_findings(
    places: Places,
    reviews: Sequence[Review],
    refused: Sequence[tuple[Change, str]],
    not_noted: Sequence[Remark],
    conflicts: Sequence[Conflict],
) -> Iterator[Diagnostic]:
    """Give all findings of a pull; ``places`` leads from a field to where it stands in the brief's file.

    ``refused`` are changes that were not made, each with why; ``not_noted`` are comments that have no place in the file.
    """
    for review in reviews:
        yield from review.findings
    for left in dict.fromkeys(each for review in reviews for each in review.leftovers):
        yield _tell_leftover(places, left)
    for change, why in refused:
        yield _tell_refused(places, change, why)
    for remark in not_noted:
        yield _tell_remark(places, remark)
    for review in reviews:
        yield from _tell_untracked(review)
    for conflict in conflicts:
        yield _tell_conflict(places, conflict)


def _tell_leftover(places: Places, left: Leftover) -> Diagnostic:
    said = f"`{left.text}` in {left.document}" if left.text else f"a change in {left.document}"
    near = f" (at `{left.near}`)" if left.near else ""
    return _find(places, Code.REVIEW_UNPLACED, left.near, f"{said}{near} could not be placed: {left.why}")


def _tell_refused(places: Places, change: Change, why: str) -> Diagnostic:
    said = f"`{change.after or change.before}`" if change.after or change.before else "a change"
    message = f"{said} in {change.document} was not taken over into `{change.path}`: {why}"
    return _find(places, Code.REVIEW_REFUSED, change.path, message)


def _tell_untracked(review: Review) -> Iterator[Diagnostic]:
    """Tell how many changes have nobody's name on them; nothing where all were tracked."""
    paths = dict.fromkeys(change.path for change in review.changes if not change.is_tracked)
    if paths:
        message = f"not all was tracked, so that nobody's name stands on what was changed in: {', '.join(paths)}"
        yield Diagnostic(Code.REVIEW_UNTRACKED, message, review.document, severity=Severity.WARNING)


def _tell_remark(places: Places, remark: Remark) -> Diagnostic:
    message = f"a comment of {remark.author or 'somebody'} has no place in the file: {remark.text}"
    return _find(places, Code.REVIEW_UNPLACED, remark.path, message)


def _tell_conflict(places: Places, conflict: Conflict) -> Diagnostic:
    documents = ", ".join(dict.fromkeys(change.document for change in conflict.changes))
    rivals = f"{documents} and the brief itself" if any(each.is_stale for each in conflict.changes) else documents
    message = f"`{conflict.path}` was changed in {rivals}, and not in the same way: nothing is written"
    return _find(places, Code.REVIEW_CONFLICT, conflict.path, message, _HINT_CONFLICT)


def _find(places: Places, code: Code, path: str, message: str, hint: str = "") -> Diagnostic:
    return places.finding(code, path, message, hint, severity=Severity.WARNING)
