"""Says whether a version may be issued after what was sent under its key: none beside an earlier one, and none that is lower."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefmaker.delivery.messages import Message
from briefmaker.diagnostics import Code, Diagnostic, Places, Severity
from briefmaker.jobs.mailing.corrections import tell_waiting
from briefmaker.jobs.mailing.matter import Facts


def check_order(facts: Facts, messages: Sequence[Message], places: Places) -> Iterator[Diagnostic]:
    """Tell why a version may not be issued plainly; ``messages`` are those under its key."""
    key, version = facts.key, facts.version
    under_way = [each.about.version for each in messages if each.is_issue and (each.is_received or each.is_waiting)]
    if under_way and version < max(under_way):
        yield _tell_lower(key, version, max(under_way), places)
        return
    issues = [each for each in messages if each.is_issue]
    yield from tell_waiting(key, version, issues, places)
    earlier = [each.about.version for each in issues if each.is_received and each.about.version < version]
    # A correction that failed or was dropped counts: a mailbox that is gone would keep the version from all others.
    if earlier and not any(each.about.version == version for each in issues):
        yield _want_correction(key, version, max(earlier), places)


def tell_other_file(facts: Facts, messages: Sequence[Message], root: Path, places: Places) -> Iterator[Diagnostic]:
    """Warn where another file that is still there was sent under the same reference; one that is gone was renamed.

    Files are seen from ``root``, the workspace's folder.
    """
    sent = [each.about for each in messages if each.is_issue and each.is_received]
    last = sent[-1] if sent else None
    if last is None or last.file == facts.place or not (root / last.file).is_file():
        return
    message = f"version {last.version} of {facts.key} was sent from {last.file}, and this is {facts.place}"
    hint = "give each its own `reference`; where this is a later version of the same, nothing is to be done"
    yield places.finding(Code.SHARED_REFERENCE, "reference", message, hint, severity=Severity.WARNING)


def tell_superseded(message: Message, messages: Sequence[Message]) -> str:
    """Give why a message is not to be sent any more, as a later version of what it is about was sent; empty where none was."""
    about = message.about
    later = [
        each.about.version
        for each in messages
        if each.about.key == about.key and each.is_issue and (each.is_received or each.is_waiting)
    ]
    newest = max(later, default=0)
    if not message.is_issue or newest <= about.version:
        return ""
    return f"message {message.number} is of version {about.version} of {about.key}, and version {newest} was sent since"


def _tell_lower(key: str, version: int, highest: int, places: Places) -> Diagnostic:
    message = f"version {highest} of {key} was sent already, and version {version} would be taken for what replaces it"
    hint = f'set `version: {highest + 1}`, then send it with `briefmaker mail --correct "REASON"`'
    return places.finding(Code.CORRECTION_VERSION, "version", message, hint)


def _want_correction(key: str, version: int, earlier: int, places: Places) -> Diagnostic:
    """Tell of a version that would go out beside an earlier one, whose readers would not know of it."""
    message = f"version {earlier} of {key} was sent, and who has it would not hear that version {version} replaces it"
    hint = 'say --correct "REASON": it goes to everybody who has an earlier version, and afterwards to whoever is new'
    return places.finding(Code.CORRECTION_WANTED, "version", message, hint)
