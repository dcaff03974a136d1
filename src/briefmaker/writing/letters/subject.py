"""What a letter is about, in one line, and the words that a house may use in its own texts."""

from collections.abc import Mapping

from briefmaker.model.mail_purpose import Purpose
from briefmaker.view.house import write_plainly
from briefmaker.view.letter_facts import LetterFacts, LetterLanguage
from briefmaker.view.pack_shape import PackView
from briefmaker.view.shape import View
from briefmaker.view.shown_text import Text
from briefmaker.writing.letters.occasion import Occasion


def write_subject(
    view: View | PackView, facts: LetterFacts, language: LetterLanguage, occasion: Occasion, own: str = ""
) -> str:
    """Give the subject: the marking in brackets, what kind of letter it is, then the title with reference and version.

    A house's ``own`` words stand in place of the title; what is before them no house can leave out.
    """
    about = " ".join(own.split()) or name_document(view, facts, language)
    tags = list_tags(facts, language, occasion)
    tagged = language.label("captioned", label=" ".join(tags), words=about) if tags else about
    return f"[{occasion.marking}] {tagged}" if occasion.marking else tagged


def list_tags(facts: LetterFacts, language: LetterLanguage, occasion: Occasion) -> tuple[str, ...]:
    """Give what has to be known of a letter before it is opened: that it is a draft, asks for clearance, or corrects."""
    if occasion.purpose == Purpose.CLEARANCE:
        return (language.label("letter_for_clearance"),)
    draft = language.label("letter_draft") if facts.is_draft or occasion.purpose == Purpose.DRAFT else ""
    corrected = language.label("letter_corrected") if occasion.purpose == Purpose.CORRECTION else ""
    return tuple(filter(None, (draft, corrected)))


def name_document(view: View | PackView, facts: LetterFacts, language: LetterLanguage) -> str:
    """Give the title of a document with its reference and version: ``Grain talks (PBN-2025-117, version 2)``."""
    details = join_details(view, facts, language)
    title = write_marked(view.title)
    return f"{title} ({details})" if details else title


def join_details(view: View | PackView, facts: LetterFacts, language: LetterLanguage, date: str = "") -> str:
    """Give the reference and the version of a document, as far as it shows them, and the date."""
    version = language.label("version", n=facts.version) if facts.version else ""
    return f"{language.label('comma')} ".join(filter(None, (write_plainly(view.reference), version, date)))


def tell_replaced(facts: LetterFacts, language: LetterLanguage, occasion: Occasion) -> tuple[str, str]:
    """Give number and date of the version that is replaced; the date is empty where a document shows its own not.

    It is written without its weekday, whatever the house writes: it names a document that is there, not a day that comes.
    """
    replaced = occasion.replaced
    if replaced is None:
        return "", ""
    is_told = replaced.date is not None and facts.date
    return str(replaced.version), language.calendar.partial_day(str(replaced.date)) if is_told else ""


def write_marked(text: Text | None) -> str:
    """Give a text as one line, the mark of its portion before it."""
    return f"{text.portion} {write_plainly(text)}".strip() if text else ""


def fill_words(
    view: View | PackView, facts: LetterFacts, language: LetterLanguage, occasion: Occasion
) -> Mapping[str, str]:
    """Give what each name of MAIL_WORDS stands for in one letter; empty for what there is not."""
    meeting = view.meeting if isinstance(view, View) else None
    number, former_date = tell_replaced(facts, language, occasion)
    calendar = language.calendar
    return {
        "marking": occasion.marking,
        "title": write_plainly(view.title),
        "kind": view.kind,
        "reference": write_plainly(view.reference),
        "version": facts.version,
        "date": facts.date,
        "status": facts.status,
        "organisation": occasion.organisation,
        "edition": facts.edition,
        "place": write_plainly(meeting.place) if meeting else "",
        "start": facts.start,
        "deadline": facts.deadline,
        "recipient": occasion.to_name,
        "sender": occasion.sender_name,
        "asked": occasion.asked,
        "asked_by": calendar.day(occasion.asked_by) if occasion.asked_by else "",
        "reason": occasion.reason,
        "replaced_version": number,
        "replaced_date": former_date,
    }
