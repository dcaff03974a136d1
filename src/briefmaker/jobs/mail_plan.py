"""Plans a send: what is mailed, to whom, in which edition, and all that stands against it; nothing is sent, and nothing kept."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefmaker.delivery.letter import Letter, Mailbox
from briefmaker.delivery.messages import Message
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.postings import About, Issued, Purpose
from briefmaker.diagnostics import Diagnostic, has_errors, in_order
from briefmaker.jobs.compose import Attachment, compose_letter
from briefmaker.jobs.corrections import refuse_other_bytes
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.gate import check_recipients
from briefmaker.jobs.mail_circle import Circle, choose_circle
from briefmaker.jobs.mail_matter import WHOLE, Enclosed, Matter
from briefmaker.jobs.mail_occasion import describe_occasion, list_changes
from briefmaker.jobs.mail_repeats import Before
from briefmaker.jobs.mail_wishes import MailWishes, refuse_contradictions
from briefmaker.jobs.open_matters import open_matters
from briefmaker.jobs.recipients import Addressee
from briefmaker.writing.letters import Occasion

_READ = frozenset({Purpose.ISSUE, Purpose.CORRECTION})
"""Purposes by which a version is issued."""


@dataclass(frozen=True, slots=True)
class PlannedMessage:
    """A letter to one reader, what it is about, and what the documents in it are called without their ending."""

    letter: Letter
    about: About
    document: str


@dataclass(frozen=True, slots=True)
class MailPlan:
    """A send as it would be: its messages, what is issued by them, who has the same already, and all that was found.

    Nothing of it may be sent where any finding is an error.
    """

    desk: Desk
    messages: tuple[PlannedMessage, ...] = ()
    issued: tuple[Issued, ...] = ()
    repeated: tuple[Message, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_stopped(self) -> bool:
        """Tell whether something stands against the send, which then sends nothing at all."""
        return has_errors(self.diagnostics)


def plan_mail(path: str | Path, wishes: MailWishes, outbox: Outbox) -> MailPlan:
    """Plan the send of a brief, of the briefs of all rows, or of a pack; ``path`` is its file, or the name of a pack.

    ``outbox`` says who was sent what. Raises BriefmakerError where nothing can be begun: there is no such file, the settings name
    no sender, wishes exclude one another.
    """
    refuse_contradictions(wishes)
    desk, matters, found = open_matters(path)
    planned: list[_Planned] = []
    for matter in matters:
        each = _plan_matter(matter, wishes, outbox)
        planned.append(each)
        found = (*found, *each.diagnostics)
    if has_errors(found):
        return MailPlan(desk, diagnostics=in_order(found))
    return MailPlan(
        desk,
        tuple(message for each in planned for message in each.messages),
        tuple(issued for each in planned for issued in each.issued),
        tuple(message for each in planned for message in each.repeated),
        in_order(found),
    )


@dataclass(frozen=True, slots=True)
class _Planned:
    """What comes of one brief or pack."""

    messages: tuple[PlannedMessage, ...] = ()
    issued: tuple[Issued, ...] = ()
    repeated: tuple[Message, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def _plan_matter(matter: Matter, wishes: MailWishes, outbox: Outbox) -> _Planned:
    facts = matter.facts
    circle = choose_circle(matter, wishes, outbox)
    if has_errors(circle.diagnostics):
        return _Planned(diagnostics=circle.diagnostics)
    enclosed, found = _make_editions(matter, circle)
    found = (*circle.diagnostics, *found)
    if has_errors(found):
        return _Planned(diagnostics=found)
    pairs = [(each, enclosed[_edition_of(each)].marking) for each in circle.addressees]
    found += check_recipients(pairs, matter.mailed, matter.desk.settings)
    if has_errors(found):
        return _Planned(diagnostics=found)
    before = outbox.messages(key=facts.key)
    past = Before(circle.purpose, facts.version, facts.content, before) if _is_asked_once(wishes) else None
    messages, repeated, told = _compose(matter, circle, enclosed, past)
    found = (*found, *told)
    if circle.purpose not in _READ:
        return _Planned(messages, (), repeated, found)
    found += tuple(refuse_other_bytes((each.about for each in messages), before, matter.mailed.places))
    return _Planned(messages, tuple(_issue(matter, each) for each in enclosed.values()), repeated, found)


def _is_asked_once(wishes: MailWishes) -> bool:
    """Tell whether who has the same already is left out; to oneself anything can be sent any number of times."""
    return not wishes.again and not wishes.to_me


def _edition_of(addressee: Addressee) -> str:
    return addressee.recipient.edition or WHOLE


def _make_editions(matter: Matter, circle: Circle) -> tuple[dict[str, Enclosed], tuple[Diagnostic, ...]]:
    """Make each edition once, in all formats that somebody gets it in."""
    formats: dict[str, dict[DocumentFormat, None]] = {}
    for each in circle.addressees:
        wanted = formats.setdefault(_edition_of(each), {})
        wanted |= dict.fromkeys(map(DocumentFormat, each.recipient.formats))
    enclosed: dict[str, Enclosed] = {}
    found: tuple[Diagnostic, ...] = ()
    for edition, wanted in formats.items():
        # In one order, so that the same edition is always made in the same way.
        ordered = tuple(each for each in DocumentFormat if each in wanted)
        made, told = matter.make(edition, ordered, circle.replaced.get(edition))
        found = (*found, *told)
        if made is not None:
            enclosed[edition] = made
    return enclosed, tuple(dict.fromkeys(found))


def _compose(
    matter: Matter, circle: Circle, enclosed: Mapping[str, Enclosed], past: Before | None
) -> tuple[tuple[PlannedMessage, ...], tuple[Message, ...], tuple[Diagnostic, ...]]:
    """Compose a letter to everybody who has not the same already."""
    messages: list[PlannedMessage] = []
    repeated: list[Message] = []
    changes, found = list_changes(matter, circle)
    for addressee in circle.addressees:
        given = enclosed[_edition_of(addressee)]
        before = past.find(addressee.recipient.email, given.edition) if past else None
        if before is not None:
            repeated.append(before)
            continue
        occasion = describe_occasion(matter, circle, addressee, changes)
        message, told = _compose_one(matter, circle, given, addressee, occasion)
        found = (*found, *told)
        messages += [message] if message else []
    return tuple(messages), tuple(repeated), tuple(dict.fromkeys(found))


def _compose_one(
    matter: Matter, circle: Circle, enclosed: Enclosed, addressee: Addressee, occasion: Occasion
) -> tuple[PlannedMessage | None, tuple[Diagnostic, ...]]:
    recipient = addressee.recipient
    former = circle.former_of(addressee)
    wanted = [enclosed.documents[DocumentFormat(each)] for each in recipient.formats]
    composition = compose_letter(
        matter.desk,
        enclosed.view,
        matter.source,
        wanted,
        to=Mailbox(recipient.name, recipient.email),
        occasion=occasion,
        in_reply_to=former.in_reply_to if former else "",
    )
    if composition.letter is None:
        return None, composition.diagnostics
    about = _describe(matter, circle, enclosed, composition.letter, wanted)
    return PlannedMessage(composition.letter, about, _stem(wanted)), composition.diagnostics


def _stem(documents: Sequence[Attachment]) -> str:
    return documents[0].name.rpartition(".")[0]


def _describe(
    matter: Matter, circle: Circle, enclosed: Enclosed, letter: Letter, documents: Sequence[Attachment]
) -> About:
    facts = matter.facts
    return About(
        key=facts.key,
        file=facts.place,
        purpose=circle.purpose,
        version=facts.version,
        subject=letter.subject,
        title=enclosed.view.properties.title,
        edition=enclosed.edition,
        marking=letter.marking,
        content=facts.content,
        reason=circle.reason,
        documents={each.name: _hash(each.content) for each in documents},
    )


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _issue(matter: Matter, enclosed: Enclosed) -> Issued:
    facts = matter.facts
    return Issued(facts.key, facts.version, enclosed.edition, facts.date, enclosed.issued)
