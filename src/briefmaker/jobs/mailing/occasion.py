"""Says why a letter is written to somebody: what is asked of them, what it replaces, and what has changed for them since."""

from collections.abc import Mapping

from briefmaker.diagnostics import Diagnostic
from briefmaker.jobs.mailing.circle import Circle
from briefmaker.jobs.mailing.corrections import Corrected
from briefmaker.jobs.mailing.matter import Matter
from briefmaker.jobs.mailing.recipients import Addressee
from briefmaker.model import Status
from briefmaker.model.mail_purpose import Purpose
from briefmaker.view.change_sentences import ChangeLine
from briefmaker.writing.letters import AskedClearance, Occasion

Changes = Mapping[tuple[str, int], tuple[ChangeLine, ...]]
"""The sentences that say what has changed, by edition and by the version that somebody has."""


def list_changes(matter: Matter, circle: Circle) -> tuple[Changes, tuple[Diagnostic, ...]]:
    """Give what has changed since each version that somebody has, in their edition, and what cannot be told of it."""
    changes: dict[tuple[str, int], tuple[ChangeLine, ...]] = {}
    found: tuple[Diagnostic, ...] = ()
    for edition, version in dict.fromkeys(map(_since, circle.former.values())):
        changes[edition, version], told = matter.list_changes(edition, version, circle.issued)
        found = (*found, *told)
    return changes, tuple(dict.fromkeys(found))


def _since(corrected: Corrected) -> tuple[str, int]:
    return corrected.edition, corrected.former.version


def describe_occasion(matter: Matter, circle: Circle, addressee: Addressee, changes: Changes) -> Occasion:
    """Give why a letter is written to somebody; names and marking are filled in where it is composed."""
    former = circle.former_of(addressee)
    return Occasion(
        purpose=_choose_purpose(matter, circle, addressee),
        language=addressee.recipient.language or "",
        clearances=tuple(AskedClearance(each.unit, each.due, each.is_void) for each in addressee.asked),
        replaced=former.former if former else None,
        reason=circle.reason,
        changes=changes.get(_since(former), ()) if former else (),
        is_automatic=circle.is_automatic,
    )


def _choose_purpose(matter: Matter, circle: Circle, addressee: Addressee) -> Purpose:
    """Give what the letter says it is; what goes to the sender alone says what it would say to its readers."""
    if circle.reason:
        return Purpose.CORRECTION
    if addressee.asked:
        return Purpose.CLEARANCE
    return Purpose.ISSUE if matter.mailed.status is Status.FINAL else Purpose.DRAFT
