"""Compose a letter: what is said of a brief or pack to one reader, with its documents enclosed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefmaker.delivery.header_words import write_ascii_address
from briefmaker.delivery.letter import Enclosure, Letter, Mailbox
from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Places
from briefmaker.jobs.desk import Desk, shown_path
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.model import Brief
from briefmaker.model.house_style import find_text
from briefmaker.model.pack import Pack
from briefmaker.model.settings import Settings

if TYPE_CHECKING:
    from briefmaker.reading.mail_texts import MailTextError
    from briefmaker.view.pack_shape import PackView
    from briefmaker.view.shape import View
    from briefmaker.writing.letters import LetterTexts, Occasion

_MEDIA_TYPES = {
    DocumentFormat.PDF: "application/pdf",
    DocumentFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    DocumentFormat.HTML: "text/html",
}
_BY_ITSELF = {"Auto-Submitted": "auto-generated"}
"""Says that no person sends a message, so that no absence is answered to (RFC 3834, 5.1)."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that is to be enclosed: the name of its file, its bytes, and how many pages it has where it has any."""

    name: str
    content: bytes
    format: DocumentFormat
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Composition:
    """A letter, or None where something stands in its way, and what there is to tell."""

    letter: Letter | None
    diagnostics: tuple[Diagnostic, ...] = ()


def compose_letter(  # noqa: PLR0913 - what a letter needs, and who gets it, each by its name
    desk: Desk,
    view: "View | PackView",
    source: Brief | Pack,
    documents: Sequence[Attachment],
    *,
    to: Mailbox,
    occasion: "Occasion",
    in_reply_to: str = "",
) -> Composition:
    """Give the letter to one reader about a brief or pack.

    ``view`` is that of the edition which the reader gets, and nothing is said that it does not hold; ``source`` is the brief or
    pack itself. Names, organisation and marking of the occasion are filled in here. ``in_reply_to`` is the Message-ID of the
    message that a correction answers. Raises BriefmakerError when the settings name no sender.
    """
    sender = find_sender(desk.settings)
    problems = tuple(_find_address_problems(desk, to, sender))
    if problems:
        return Composition(None, problems)
    filled = replace(
        occasion,
        to_name=to.name,
        sender_name=sender.name,
        organisation=desk.settings.organisation or "",
        marking=occasion.marking or view.properties.marking,
    )
    texts, language, found = _write_texts(desk, view, source, documents, filled)
    if texts is None:
        return Composition(None, found)
    enclosures = tuple(Enclosure(each.name, each.content, _MEDIA_TYPES[each.format]) for each in documents)
    letter = Letter(
        sender,
        to,
        texts.subject,
        texts.text,
        texts.html,
        language,
        filled.marking,
        enclosures,
        desk.settings.mail.reply_to or "",
        in_reply_to,
        _BY_ITSELF if filled.is_automatic else {},
    )
    return Composition(letter)


def find_sender(settings: Settings) -> Mailbox:
    """Give whose messages they are. Raises BriefmakerError where the settings do not say."""
    sender = settings.mail.sender
    if sender is None:
        hint = "add `mail: {sender: {name: ..., email: ...}}` to briefmaker.yaml"
        raise BriefmakerError("the settings name no sender, so nobody knows who sends", hint)
    return Mailbox(sender.name, sender.email)


def _find_address_problems(desk: Desk, to: Mailbox, sender: Mailbox) -> Iterator[Diagnostic]:
    for address in filter(None, (to.address, sender.address, desk.settings.mail.reply_to)):
        try:
            write_ascii_address(address)
        except BriefmakerError as wrong:
            file = shown_path(desk.workspace.settings_file)
            yield Diagnostic(Code.LETTER_ADDRESS, wrong.message, file, hint=wrong.hint)


def _write_texts(
    desk: Desk, view: "View | PackView", source: Brief | Pack, documents: Sequence[Attachment], occasion: "Occasion"
) -> "tuple[LetterTexts | None, str, tuple[Diagnostic, ...]]":
    # Imported here, since nothing else needs them: who is refused before waits for none.
    from briefmaker.reading.mail_texts import MailTextError
    from briefmaker.view.letter_facts import choose_language, tell_facts
    from briefmaker.writing.letters import EnclosedDocument, write_letter_texts

    language = choose_language(view, source, desk.settings, occasion.language)
    facts = tell_facts(view, source, desk.settings, language)
    enclosed = [EnclosedDocument(each.name, each.format, each.pages) for each in documents]
    wording = find_text(desk.settings.mail.texts, language.tag)
    try:
        texts = write_letter_texts(view, facts, language, occasion, enclosed, wording)
    except MailTextError as wrong:
        return None, language.tag, (_report_text(desk, language.tag, wrong),)
    return texts, language.tag, ()


def _report_text(desk: Desk, tag: str, wrong: "MailTextError") -> Diagnostic:
    """Tell of a text of the settings that could be read and cannot be worked out with what a document has."""
    from briefmaker.reading.settings_file import read_settings

    file, content = shown_path(desk.workspace.settings_file), desk.workspace.read_settings()
    places = read_settings(content, file).places if content is not None else Places(file)
    name = next((each for each in desk.settings.mail.texts if tag.lower().startswith(each.lower())), tag)
    return places.finding(Code.LETTER_TEXT, f"mail.texts.{name}", str(wrong), wrong.hint)
