"""Whom a send goes to: readers, those who are to clear it, those who have an earlier version, or the sender in their place."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefmaker.delivery.postings import Issued
from briefmaker.diagnostics import Diagnostic
from briefmaker.jobs.mailing.corrections import Corrected, find_replaced, plan_correction
from briefmaker.jobs.mailing.matter import Matter
from briefmaker.jobs.mailing.past import Past
from briefmaker.jobs.mailing.recipients import Addressee, RecipientWishes, choose_recipients
from briefmaker.jobs.mailing.version_order import check_order, tell_other_file
from briefmaker.jobs.mailing.wishes import MailWishes
from briefmaker.model.mail_purpose import Purpose
from briefmaker.model.recipients import MailedFormat, Recipient
from briefmaker.model.replaced import Replaced


@dataclass(frozen=True, slots=True)
class Circle:
    """Everybody a send goes to, each with the edition they get; errors among the findings stop the whole send.

    ``replaced`` is what the documents of each edition replace; ``former`` what somebody has of an earlier version, by address and
    edition; ``issued`` what was issued before.
    """

    purpose: Purpose
    addressees: tuple[Addressee, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    reason: str = ""
    replaced: Mapping[str, Replaced] = field(default_factory=dict)
    former: Mapping[tuple[str, str], Corrected] = field(default_factory=dict)
    issued: tuple[Issued, ...] = ()
    is_automatic: bool = False

    def former_of(self, addressee: Addressee) -> Corrected | None:
        """Give what somebody has of an earlier version; None where they have none, or it is no matter here."""
        return self.former.get(_find_place(addressee))


def _find_place(addressee: Addressee) -> tuple[str, str]:
    return addressee.recipient.email.casefold(), addressee.recipient.edition or ""


def choose_circle(matter: Matter, wishes: MailWishes, past: Past) -> Circle:
    """Give who a send goes to. Raises BriefmakerError where the settings name no sender and it is to go to them."""
    circle = _choose(matter, wishes, past) if wishes.correct is None else _correct(matter, wishes.correct, past)
    return _send_to_me(circle, matter) if wishes.to_me else circle


def _choose(matter: Matter, wishes: MailWishes, past: Past) -> Circle:
    asked = RecipientWishes(wishes.to, for_clearance=wishes.for_clearance)
    chosen = choose_recipients(matter.mailed, asked, matter.desk.settings)
    replaced = find_replaced(matter.facts.key, matter.facts.version, past.messages, _list_dates(past.issued))
    found = chosen.diagnostics
    if wishes.purpose is Purpose.ISSUE:
        order = check_order(matter.facts, past.messages, matter.mailed.places)
        found = (*found, *order, *_tell_other_file(matter, past))
    addressees = chosen.addressees
    if wishes.for_clearance:
        # Whoever clears a brief clears all of it, whatever they get once it is issued.
        addressees = tuple(map(_give_whole, addressees))
    return Circle(
        wishes.purpose, addressees, found, replaced=replaced, issued=past.issued, is_automatic=wishes.is_automatic
    )


def _tell_other_file(matter: Matter, past: Past) -> Iterator[Diagnostic]:
    return tell_other_file(matter.facts, past.messages, matter.desk.workspace.root, matter.mailed.places)


def _give_whole(addressee: Addressee) -> Addressee:
    return replace(addressee, recipient=addressee.recipient.model_copy(update={"edition": None}))


def _list_dates(issued: tuple[Issued, ...]) -> dict[tuple[int, str], datetime.date]:
    return {(each.version, each.edition): each.date for each in issued}


def _correct(matter: Matter, reason: str, past: Past) -> Circle:
    """Give everybody who has an earlier version, in the edition and the formats in which they have it."""
    facts, lists = matter.facts, matter.desk.settings.distribution_lists
    listed = [person.email for name in matter.mailed.lists if name in lists for person in lists[name].people]
    plan = plan_correction(facts.key, facts.version, past.messages, past.issued, listed, matter.mailed.places)
    addressees = tuple(_address(each, matter) for each in plan.recipients)
    former = {_find_place(each): had for each, had in zip(addressees, plan.recipients, strict=True)}
    found = (*plan.diagnostics, *_tell_other_file(matter, past))
    return Circle(
        Purpose.CORRECTION, addressees, found, " ".join(reason.split()), plan.replaced or {}, former, past.issued
    )


def _address(corrected: Corrected, matter: Matter) -> Addressee:
    """Give somebody as the lists know them now, with the edition and the formats that they have."""
    formats = tuple(each for each in MailedFormat if each in corrected.formats)
    has = {"edition": corrected.edition or None, "formats": formats}
    known = choose_recipients(matter.mailed, RecipientWishes((corrected.to.address,)), matter.desk.settings).addressees
    if known:
        return replace(known[0], recipient=known[0].recipient.model_copy(update=has))
    person = Recipient(name=corrected.to.name, email=corrected.to.address)
    return Addressee(person.model_copy(update=has))


def _send_to_me(circle: Circle, matter: Matter) -> Circle:
    """Give the sender in the place of everybody: each edition, and each way to have it, once; all of it where there are none."""
    (sender,) = choose_recipients(matter.mailed, RecipientWishes(to_me=True), matter.desk.settings).addressees
    addressees = tuple(_iterate_stand_ins(sender, circle.addressees)) or (sender,)
    # Who may not get it, or cannot be reached, stands against nothing here; a correction that cannot be, does.
    found = circle.diagnostics if circle.purpose is Purpose.CORRECTION else ()
    email = sender.recipient.email.casefold()
    # A copy of a correction answers no message of theirs.
    former = {(email, edition): replace(each, in_reply_to="") for (_, edition), each in circle.former.items()}
    return replace(circle, purpose=Purpose.DRAFT, addressees=addressees, diagnostics=found, former=former)


def _iterate_stand_ins(sender: Addressee, readers: tuple[Addressee, ...]) -> Iterator[Addressee]:
    kinds = dict.fromkeys(
        (each.recipient.edition, each.recipient.formats, each.recipient.language, each.asked) for each in readers
    )
    for edition, formats, language, asked in kinds:
        as_reader = {"edition": edition, "formats": formats, "language": language}
        yield replace(sender, recipient=sender.recipient.model_copy(update=as_reader), asked=asked)
