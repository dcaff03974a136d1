"""Chooses who gets a document by mail: the people of its lists, those who are asked to clear it, or its sender alone."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pydantic_core import PydanticCustomError

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Severity, has_errors
from briefmaker.jobs.mailing.compose import find_sender
from briefmaker.jobs.mailing.mailed import Mailed
from briefmaker.model import Clearance, is_open
from briefmaker.model.mail_address import check_mail_address
from briefmaker.model.recipients import Recipient
from briefmaker.model.settings import Settings
from briefmaker.reading.suggest import did_you_mean, list_words


@dataclass(frozen=True, slots=True)
class RecipientWishes:
    """What a command says of recipients: lists or addresses instead of the document's own lists, or a circle of its own."""

    to: tuple[str, ...] = ()
    to_me: bool = False
    for_clearance: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """One clearance that somebody is asked for: its unit, by when, and whether it was given before the brief was changed."""

    unit: str
    due: datetime.date | None = None
    is_void: bool = False


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who is to get a document.

    ``lists_as`` are their places in the settings, none for who is on no list; ``asked`` the clearances that they are asked for.
    """

    recipient: Recipient
    lists_as: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    is_sender: bool = False

    @property
    def is_listed(self) -> bool:
        """Tell whether some list says what they may see."""
        return bool(self.lists_as)

    @property
    def named(self) -> str:
        """Give who it is, for sentences."""
        return f"{self.recipient.name} <{self.recipient.email}>"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who is to get a document, each once, and all that there is to tell of it; errors among that stop the whole send."""

    addressees: tuple[Addressee, ...]
    diagnostics: tuple[Diagnostic, ...]


def choose_recipients(mailed: Mailed, wishes: RecipientWishes, settings: Settings) -> Chosen:
    """Give who is to get a document: by its own lists, unless the wishes name others.

    Raises BriefmakerError for wishes that exclude one another, and where the sender is to get it and the settings name none.
    """
    _refuse_contradictions(wishes)
    directory = _Directory(settings)
    if wishes.to_me:
        return _choose_sender(mailed, settings, directory)
    if wishes.for_clearance:
        found = _choose_clearers(mailed, directory)
    else:
        names = wishes.to or mailed.lists
        found = _choose_listed(mailed, names, directory, is_named=bool(wishes.to))
    if found.addressees or has_errors(found.diagnostics):
        return found
    return Chosen((), (*found.diagnostics, _tell_nobody(mailed, wishes)))


def _refuse_contradictions(wishes: RecipientWishes) -> None:
    said = [name for name in ("to", "to_me", "for_clearance") if getattr(wishes, name)]
    if len(said) > 1:
        options = " and ".join(f"--{name.replace('_', '-')}" for name in said)
        raise BriefmakerError(f"{options} exclude one another", "say one of them")


def _key(address: str) -> str:
    return address.strip().casefold()


class _Directory:
    """Everybody on the lists of a workspace, by list and by address."""

    def __init__(self, settings: Settings) -> None:
        self.sender = _key(settings.mail.sender.email) if settings.mail.sender else ""
        self.by_list: dict[str, list[Addressee]] = {}
        self.by_address: dict[str, list[Addressee]] = {}
        for name, listed in settings.distribution_lists.items():
            for index, recipient in enumerate(listed.people):
                place = f"distribution_lists.{name}.people[{index}]"
                each = Addressee(recipient, (place,), is_sender=_key(recipient.email) == self.sender)
                self.by_list.setdefault(name, []).append(each)
                self.by_address.setdefault(_key(recipient.email), []).append(each)
            self.by_list.setdefault(name, [])


def _choose_sender(mailed: Mailed, settings: Settings, directory: _Directory) -> Chosen:
    """Give the sender, who holds the file and gets the whole of it; what a list says of their clearance holds all the same."""
    sender = find_sender(settings)
    listed = [
        replace(each, recipient=each.recipient.model_copy(update={"edition": None}))
        for each in directory.by_address.get(_key(sender.address), [])
    ]
    unlisted = Addressee(Recipient(name=sender.name, email=sender.address), is_sender=True)
    return Chosen(*_merge(mailed, listed or [unlisted]))


def _choose_listed(mailed: Mailed, names: Sequence[str], directory: _Directory, *, is_named: bool) -> Chosen:
    """Give the people of lists, and of addresses that stand on some list; ``is_named`` where a command names them."""
    found: list[Addressee] = []
    told: list[Diagnostic] = []
    for index, name in enumerate(names):
        if name in directory.by_list:
            reading_it, elsewhere = _part_by_language(mailed, directory.by_list[name])
            found += reading_it
            told += elsewhere
        elif people := directory.by_address.get(_key(_read_address(name))):
            found += people
        else:
            path = mailed.names_at if is_named else f"{mailed.names_at}[{index}]"
            told.append(_tell_unknown(mailed, path, name, directory))
    merged, clashes = _merge(mailed, found)
    return Chosen(merged, (*dict.fromkeys(told), *clashes))


def _part_by_language(mailed: Mailed, people: list[Addressee]) -> tuple[list[Addressee], list[Diagnostic]]:
    """Leave out who reads another language in which there is a version, and tell of each."""
    kept, told = [], []
    for each in people:
        language = each.recipient.language
        other = next((one for one in mailed.others if _is_read_by(one.language, language)), None)
        if language is None or other is None or _is_read_by(mailed.language, language):
            kept.append(each)
            continue
        message = f"{each.named} reads `{language}`, and is to get {other.file} instead of this version"
        hint = f"mail {other.file} too; `--to {each.recipient.email}` sends this version all the same"
        told.append(_find(mailed, Code.RECIPIENT_OTHER_LANGUAGE, "language", message, hint, Severity.WARNING))
    return kept, told


def _is_read_by(one: str, other: str | None) -> bool:
    return other is not None and one.partition("-")[0].lower() == other.partition("-")[0].lower()


def _tell_unknown(mailed: Mailed, path: str, name: str, directory: _Directory) -> Diagnostic:
    if "@" in name:
        known = [each.recipient.email for those in directory.by_address.values() for each in those]
        message = f"the address `{name}` is on no distribution list, so nothing says what may go there"
        hint = did_you_mean(name, known, "put the person on a list in briefmaker.yaml, with their clearance")
    else:
        known = list(directory.by_list)
        message = f"there is no distribution list `{name}`"
        others = f"there are {list_words(known)}" if known else "define it under `distribution_lists`"
        hint = did_you_mean(name, known, f"{others} in briefmaker.yaml")
    return _find(mailed, Code.RECIPIENT_UNKNOWN, path, message, hint)


def _merge(mailed: Mailed, found: list[Addressee]) -> tuple[tuple[Addressee, ...], tuple[Diagnostic, ...]]:
    """Give each person once, with the formats of all their places; tell of two places that say different things."""
    merged: dict[str, Addressee] = {}
    told = []
    for each in found:
        first = merged.setdefault(_key(each.recipient.email), each)
        new = [place for place in each.lists_as if place not in first.lists_as]
        if not new:
            continue
        if _rights(first) != _rights(each):
            told.append(_tell_twice(mailed, first, each))
            continue
        formats = tuple(dict.fromkeys((*first.recipient.formats, *each.recipient.formats)))
        language = first.recipient.language or each.recipient.language
        recipient = first.recipient.model_copy(update={"formats": formats, "language": language})
        merged[_key(each.recipient.email)] = replace(first, recipient=recipient, lists_as=(*first.lists_as, *new))
    return tuple(merged.values()), tuple(told)


def _rights(addressee: Addressee) -> tuple[str | None, str | None, frozenset[str]]:
    person = addressee.recipient
    return person.edition, person.clearance, frozenset(person.caveats)


def _tell_twice(mailed: Mailed, first: Addressee, other: Addressee) -> Diagnostic:
    what = "edition" if first.recipient.edition != other.recipient.edition else "clearance or caveats"
    message = f"{other.named} is to get this by two places of the settings, which differ in the {what}"
    hint = f"let {first.lists_as[0]} and {other.lists_as[0]} say the same, or mail to one of the lists"
    return _find(mailed, Code.RECIPIENT_TWICE, mailed.names_at, message, hint)


def _choose_clearers(mailed: Mailed, directory: _Directory) -> Chosen:
    """Give those whose clearance is open or void; what they may see is known by the list that has their address, if one has."""
    asked: dict[str, Addressee] = {}
    told: list[Diagnostic] = []
    for index, clearance in enumerate(mailed.clearances):
        is_void = index in mailed.void
        if not is_void and not is_open(clearance):
            continue
        address = _read_address(clearance.email or "")
        if not address:
            told.append(_tell_without_address(mailed, index, clearance))
            continue
        known = _find_clearer(clearance, address, mailed, directory, told)
        question = Asked(clearance.unit, clearance.due, is_void)
        before = asked.get(_key(address), known)
        asked[_key(address)] = replace(before, asked=(*before.asked, question))
    return Chosen(tuple(asked.values()), tuple(dict.fromkeys(told)))


def _find_clearer(
    clearance: Clearance, address: str, mailed: Mailed, directory: _Directory, told: list[Diagnostic]
) -> Addressee:
    listed, clashes = _merge(mailed, directory.by_address.get(_key(address), []))
    told += clashes
    if listed:
        return listed[0]
    person = Recipient(name=clearance.by or clearance.unit, email=address)
    return Addressee(person, is_sender=_key(address) == directory.sender)


def _read_address(written: str) -> str:
    """Give an address as the lists have it; empty for what is none."""
    try:
        return check_mail_address(written.strip())
    except PydanticCustomError:
        return ""


def _tell_without_address(mailed: Mailed, index: int, clearance: Clearance) -> Diagnostic:
    """Tell of somebody who is asked and cannot be reached: a warning where there is no address, an error where it is none."""
    severity = Severity.WARNING if clearance.email is None else Severity.ERROR
    what = "has no `email`" if clearance.email is None else f"has `{clearance.email}`, which is no e-mail address"
    message = f"the clearance of {clearance.unit} is open, and {what}: nobody is asked"
    hint = "add `email:` beside the unit, or ask in another way"
    field = "unit" if clearance.email is None else "email"
    return _find(mailed, Code.RECIPIENT_WITHOUT_ADDRESS, f"clearances[{index}].{field}", message, hint, severity)


def _tell_nobody(mailed: Mailed, wishes: RecipientWishes) -> Diagnostic:
    if wishes.for_clearance:
        message, path = "there is nobody to ask: no clearance is open that has an e-mail address", "clearances"
        hint = "mail it to its readers, once it is final"
    else:
        message, path = "there is nobody to whom this is to be mailed", mailed.names_at
        hint = f"name lists of briefmaker.yaml under `{mailed.names_at}`, or say --to LIST"
    return _find(mailed, Code.RECIPIENT_NOBODY, path, message, hint)


def _find(
    mailed: Mailed, code: Code, path: str, message: str, hint: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    return mailed.places.finding(code, path, message, hint, severity=severity)
