"""Composes the message to one reader, and says what is kept of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from briefmaker.delivery.envelope import write_envelope_address
from briefmaker.delivery.letter import Letter, Mailbox
from briefmaker.delivery.postings import About
from briefmaker.diagnostics import Diagnostic
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.mailing.circle import Circle
from briefmaker.jobs.mailing.compose import Attachment, compose_letter
from briefmaker.jobs.mailing.matter import Enclosed, Matter
from briefmaker.jobs.mailing.recipients import Addressee
from briefmaker.writing.letters import Occasion

_NAME_LENGTH = 32


@dataclass(frozen=True, slots=True)
class PlannedMessage:
    """A letter to one reader, its Message-ID, what it is about, and what the documents in it are called without their ending."""

    letter: Letter
    message_id: str
    about: About
    document: str


def compose_message(
    matter: Matter, circle: Circle, enclosed: Enclosed, addressee: Addressee, occasion: Occasion, times: int
) -> tuple[PlannedMessage | None, tuple[Diagnostic, ...]]:
    """Give the message to one reader, None where something stands in its way, and what there is to tell.

    ``times`` is how often the same was put into the outbox for them before, or is by this send.
    """
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
    message_id = name_message(composition.letter, about, times)
    document = wanted[0].name.rpartition(".")[0]
    return PlannedMessage(composition.letter, message_id, about, document), composition.diagnostics


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
        content=enclosed.content,
        reason=circle.reason,
        documents={each.name: hashlib.sha256(each.content).hexdigest() for each in documents},
    )


def name_message(letter: Letter, about: About, times: int) -> str:
    """Give the Message-ID, with its brackets: the same for the same message to the same reader, and another each of ``times``.

    Two processes that send the same at once make one message of it, since the outbox takes no Message-ID twice.
    """
    said = (
        about.key, str(about.version), about.purpose, about.edition, about.content, letter.to.address.casefold(),
        letter.language, *about.documents, str(times),
    )  # fmt: skip
    name = hashlib.sha256("\0".join(said).encode()).hexdigest()[:_NAME_LENGTH]
    domain = (write_envelope_address(letter.sender.address, takes_utf8=False) or "").rpartition("@")[2]
    return f"<{name}@{domain or 'localhost'}>"
