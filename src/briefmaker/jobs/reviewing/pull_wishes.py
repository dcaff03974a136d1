"""Sees that what somebody wishes of a pull is there: authors, fields, documents; a wish that is misspelt is not passed over."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError
from briefmaker.review.changes import Review
from briefmaker.review.combining import BRIEF
from briefmaker.review.package import ReturnedDocument
from briefmaker.writing.word.anchors import DIGEST_OF_ALL

_LEAST_ALIKE = 1 / 8
"""So much of what a document says has to be in its brief still. Of two briefs of one kind a ninth may be the same."""
_NUMBER = re.compile(r"\[[0-9]+\]")


def read_takes(takes: Sequence[tuple[str, str]], returned: Sequence[ReturnedDocument]) -> dict[str, str]:
    """Read what is to be taken where; raises BriefmakerError for a name that is neither a document's nor ``yaml``."""
    names = {Path(each.name).name: each.name for each in returned} | {each.name: each.name for each in returned}
    chosen = {}
    for wanted, path in takes:
        if wanted != BRIEF and wanted not in names and Path(wanted).name not in names:
            raise BriefmakerError(f"--take names no document `{wanted}`", f"there are: {BRIEF}, {', '.join(names)}")
        chosen[path] = wanted if wanted == BRIEF else names.get(wanted, names.get(Path(wanted).name, ""))
    return chosen


def check_fields(takes: Iterable[str], reviews: Iterable[Review], texts: Iterable[str]) -> None:
    """Raise BriefmakerError for a field that is to be taken, which neither a change nor the brief, in ``texts``, has."""
    changed = dict.fromkeys(change.path for review in reviews for change in review.changes)
    known = [*changed, *texts]
    for path in takes:
        if not any(each == path or each.startswith((f"{path}.", f"{path}[")) for each in known):
            told = ", ".join(f"`{each}`" for each in changed) or "nothing"
            raise BriefmakerError(f"--take names no field `{path}`", f"what was changed: {told}")


def check_authors(named: Iterable[str], reviews: Iterable[Review]) -> None:
    """Raise BriefmakerError for an author who tracked nothing: the changes of all others would be taken, or none."""
    there = sorted(frozenset().union(*(review.authors for review in reviews)))
    for name in named:
        if name not in there:
            told = ", ".join(f"`{each}`" for each in there)
            hint = f"tracked changes are by: {told}" if there else "no change is tracked"
            raise BriefmakerError(f"nobody of the name `{name}` tracked a change", hint)


def check_belonging(returned: ReturnedDocument, pristine: ReturnedDocument, brief: str) -> None:
    """Raise BriefmakerError for a document that was made from another brief: hardly any of its texts are in this one.

    ``pristine`` is the document that the brief is made into now, ``brief`` how its file is named to the user.
    """
    sent, now = (_list_texts(each) for each in (returned, pristine))
    if sent and len(sent & now) < _LEAST_ALIKE * len(sent):
        message = f"{returned.name} says hardly anything that {brief} says, so that it is of another brief"
        hint = "name the brief that it was made from; where this is it, pull into it as it was then, and edit it after that"
        raise BriefmakerError(message, hint, exit_code=1)


def _list_texts(document: ReturnedDocument) -> set[tuple[str, str]]:
    """Give what a document was made to say, as hashes, whatever the numbers of entries; nothing for a document of old."""
    anchors = (each for each in document.anchors.values() if each.digest)
    return {(_NUMBER.sub("[]", each.path), each.digest[:DIGEST_OF_ALL]) for each in anchors}
