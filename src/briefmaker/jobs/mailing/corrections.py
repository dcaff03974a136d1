"""Decides on corrections: what may not be sent once more under a version, and who gets a raised one, in reply to what.

It works on what the outbox holds, as plain data, and asks no database.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from briefmaker.delivery.letter import Mailbox
from briefmaker.delivery.messages import Message
from briefmaker.delivery.postings import About, Issued
from briefmaker.diagnostics import Code, Diagnostic, Places, Severity, has_errors
from briefmaker.model.replaced import Replaced


@dataclass(frozen=True, slots=True)
class Corrected:
    """Somebody who has an earlier version, and gets the raised one in reply to the last message they have.

    ``former`` is the version that they have, in ``edition``, as files that end with ``formats``, under ``marking``: of somebody
    who is on no list any more, nothing else tells what they may see. ``is_certain`` is False where nobody knows whether it
    came, ``is_listed`` where they have left the lists meanwhile.
    """

    to: Mailbox
    edition: str
    in_reply_to: str
    former: Replaced
    formats: tuple[str, ...]
    marking: str = ""
    is_certain: bool = True
    is_listed: bool = True


@dataclass(frozen=True, slots=True)
class CorrectionPlan:
    """Who gets a raised version, each once, in the order of their names, and all there is to tell; nobody where that has errors.

    ``replaced`` is what the documents of each edition say that they replace: one thing to all, whichever version they had.
    """

    recipients: tuple[Corrected, ...] = ()
    replaced: Mapping[str, Replaced] | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def refuse_other_bytes(wanted: Iterable[About], messages: Iterable[Message], places: Places) -> Iterator[Diagnostic]:
    """Tell of documents that were sent under the same key and version with other bytes, or wait to be.

    ``wanted`` is what is to be sent now. A document is the same by its name and edition; under a new name, by its format.
    """
    past = [each.about for each in messages if each.is_issue and (each.is_received or each.is_waiting)]
    told: set[tuple[str, str]] = set()
    for about in wanted:
        alike = [each for each in past if _is_one_issue(each, about)]
        for name, sha256 in about.documents.items():
            if (about.edition, name) not in told and _differs(name, sha256, alike):
                told.add((about.edition, name))
                yield _refuse(name, about, alike, places)


def _is_one_issue(one: About, other: About) -> bool:
    return (one.key, one.version, one.edition) == (other.key, other.version, other.edition)


def _differs(name: str, sha256: str, past: Iterable[About]) -> bool:
    documents = [item for about in past for item in about.documents.items()]
    named = [sha for each, sha in documents if each == name]
    known = named or [sha for each, sha in documents if _ending(each) == _ending(name)]
    return bool(known) and sha256 not in known


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.casefold()


def _refuse(name: str, about: About, past: Sequence[About], places: Places) -> Diagnostic:
    of = f" of the edition `{about.edition}`" if about.edition else ""
    message = f"`{name}`{of} was sent as version {about.version} of {about.key} already, with other bytes"
    files = [each.file for each in past]
    todo = f'set `version: {about.version + 1}`, then send it with `briefmaker mail --correct "REASON"`'
    if about.content and any(each.content == about.content for each in past):
        todo = f"the brief says the same, so settings, templates or briefmaker differ from those of then; {todo}"
    if about.file not in files:
        todo = f"that was {files[-1]}: if this is another one, give it a `reference` of its own; if not, {todo}"
    return places.finding(Code.CORRECTION_OTHER_BYTES, "version", message, todo)


def plan_correction(
    key: str,
    version: int,
    messages: Iterable[Message],
    issued: Iterable[Issued],
    listed: Collection[str],
    places: Places,
) -> CorrectionPlan:
    """Say who gets the raised ``version`` of what is issued under ``key``: everyone who received an earlier one, each once.

    ``messages`` and ``issued`` are what the outbox holds, ``listed`` the addresses on the lists as they are now. Who has left
    them gets the correction; who is new on them is no part of it; both are told. Nobody gets it where the version is not
    raised, nobody received an earlier one, or one still waits to be sent.
    """
    about_it = sorted(
        (each for each in messages if each.about.key == key and each.is_issue),
        key=lambda each: each.number,
    )
    dates = {(each.version, each.edition): each.date for each in issued if each.key == key}
    recipients = tuple(_iterate_recipients(about_it, dates, listed))
    found = (*_check_version(key, version, about_it, places), *_check_received(key, version, about_it, places))
    if has_errors(found):
        return CorrectionPlan(diagnostics=found)
    told = (*_tell_left(recipients, places), *_tell_new(recipients, listed, places))
    return CorrectionPlan(recipients, find_replaced(key, version, about_it, dates), (*found, *told))


def find_replaced(
    key: str, version: int, messages: Iterable[Message], dates: Mapping[tuple[int, str], datetime.date]
) -> dict[str, Replaced]:
    """Give for each edition the last version under a key below ``version`` that somebody received, with its day of issue.

    Everything that is sent of a version says the same of what it replaces, to those who had that and to those who are new,
    so that one version never has two sets of bytes. ``dates`` are the days of issue by version and edition.
    """
    latest: dict[str, int] = {}
    for each in messages:
        about = each.about
        is_earlier = about.key == key and each.is_issue and about.version < version
        if is_earlier and each.is_received:
            latest[about.edition] = max(about.version, latest.get(about.edition, 0))
    return {edition: Replaced(number, dates.get((number, edition))) for edition, number in latest.items()}


def _iterate_recipients(
    messages: Sequence[Message], dates: Mapping[tuple[int, str], datetime.date], listed: Collection[str]
) -> Iterator[Corrected]:
    on_list = {each.casefold() for each in listed}
    last: dict[str, Message] = {}
    for each in messages:
        address = each.to.address.casefold()
        if each.is_received and (address not in last or last[address].about.version <= each.about.version):
            last[address] = each
    for address, message in sorted(last.items(), key=lambda item: (item[1].to.name, item[0])):
        about = message.about
        yield Corrected(
            message.to,
            about.edition,
            message.message_id,
            Replaced(about.version, dates.get((about.version, about.edition))),
            tuple(dict.fromkeys(_ending(name).removeprefix(".") for name in about.documents)),
            about.marking,
            is_certain=str(message.state) == "sent",
            is_listed=address in on_list,
        )


def _check_version(key: str, version: int, messages: Sequence[Message], places: Places) -> Iterator[Diagnostic]:
    under_way = [each for each in messages if each.is_received or each.is_waiting]
    highest = max((each.about.version for each in under_way), default=0)
    if version <= highest:
        is_waiting = all(each.is_waiting for each in under_way if each.about.version == highest)
        stands = "waits in the outbox" if is_waiting else "was sent"
        message = f"version {highest} of {key} {stands} already, and a correction needs a higher one than {version}"
        hint = "`briefmaker outbox send` sends what waits" if is_waiting else f"set `version: {highest + 1}`"
        yield places.finding(Code.CORRECTION_VERSION, "version", message, hint)


def _check_received(key: str, version: int, messages: Sequence[Message], places: Places) -> Iterator[Diagnostic]:
    waiting = tuple(tell_waiting(key, version, messages, places))
    yield from waiting
    if not waiting and not any(each.is_received for each in messages):
        message = f"nobody has received an earlier version of {key}, so there is nothing to correct"
        yield places.finding(Code.CORRECTION_UNRECEIVED, "version", message, "send it with `briefmaker mail --send`")


def tell_waiting(key: str, version: int, messages: Iterable[Message], places: Places) -> Iterator[Diagnostic]:
    """Tell of messages of an earlier version that still wait: it would arrive beside the one that replaces it, or after it."""
    waiting = sum(each.about.version < version and each.is_waiting for each in messages)
    if waiting:
        waits = "one message still waits" if waiting == 1 else f"{waiting} messages still wait"
        message = f"{waits} to be sent of an earlier version of {key}"
        hint = "`briefmaker outbox` shows them: send them, or drop them with `briefmaker outbox resolve N --as dropped`, first"
        yield places.finding(Code.CORRECTION_UNRECEIVED, "version", message, hint)


def _tell_left(recipients: Iterable[Corrected], places: Places) -> Iterator[Diagnostic]:
    for each in recipients:
        if not each.is_listed:
            message = f"{_name(each.to)} has left the lists, and gets the correction all the same"
            hint = f"nothing is to be done: they have version {each.former.version}, which does not hold any more"
            yield _warn(message, hint, places)


def _tell_new(recipients: Iterable[Corrected], listed: Collection[str], places: Places) -> Iterator[Diagnostic]:
    known = {each.to.address.casefold() for each in recipients}
    for address in sorted({each for each in listed if each.casefold() not in known}):
        message = f"{address} is on the lists and never received an earlier version, and is no part of the correction"
        yield _warn(message, "send them the new version with `briefmaker mail --send` afterwards", places)


def _name(mailbox: Mailbox) -> str:
    return f"{mailbox.name} <{mailbox.address}>" if mailbox.name else mailbox.address


def _warn(message: str, hint: str, places: Places) -> Diagnostic:
    return places.finding(Code.CORRECTION_LISTS, "version", message, hint, severity=Severity.WARNING)
