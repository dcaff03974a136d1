"""Writes what a letter says of a brief or pack: one page of words, from which subject, plain text and HTML are made."""

from collections.abc import Sequence

from briefmaker.model import TextKind
from briefmaker.model.mail_settings import MailTexts
from briefmaker.model.rich_text import Blocks
from briefmaker.reading.mail_texts import MailText
from briefmaker.reading.markdown import parse_markdown
from briefmaker.view.blanks import keep_together
from briefmaker.view.letter_facts import LetterFacts, LetterLanguage
from briefmaker.view.pack_shape import PackView
from briefmaker.view.shape import View
from briefmaker.writing.letters.build_page import PageBuilder
from briefmaker.writing.letters.occasion import EnclosedDocument, LetterTexts, Occasion
from briefmaker.writing.letters.subject import fill_words, write_subject
from briefmaker.writing.letters.write_html import write_html
from briefmaker.writing.letters.write_text import write_text


def write_letter_texts(
    view: View | PackView,
    facts: LetterFacts,
    language: LetterLanguage,
    occasion: Occasion,
    enclosed: Sequence[EnclosedDocument] = (),
    wording: MailTexts | None = None,
) -> LetterTexts:
    """Give the subject of a letter, and what it says as plain text and as HTML.

    ``view`` is that of the edition which the reader gets: nothing is told that it does not hold. ``wording`` are a house's own
    texts in the letter's language. Raises MailTextError where one of those cannot be filled in.
    """
    words = fill_words(view, facts, language, occasion)
    own = MailText(wording.subject).fill(words) if wording and wording.subject else ""
    body = MailText(wording.body, is_markdown=True).fill(words) if wording and wording.body else ""
    page = PageBuilder(view, facts, language, occasion).build(
        enclosed, _read_body(body, language), tells_reason=bool(occasion.reason) and occasion.reason in body
    )
    caption = language.label("captioned", label="{label}", words="").rstrip()
    return LetterTexts(write_subject(view, facts, language, occasion, own), write_text(page, caption), write_html(page))


def _read_body(body: str, language: LetterLanguage) -> Blocks:
    return keep_together(parse_markdown(body, TextKind.RICH), language.calendar.locale)
