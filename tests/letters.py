"""Letters about briefs and packs of a few lines of YAML, and what they say."""

import re
from typing import Any

from lxml import etree
from tests.briefs import EVERYTHING, read_text, view_text

from briefmaker.model import Brief
from briefmaker.model.mail_settings import MailTexts
from briefmaker.model.settings import Settings
from briefmaker.view.letter_facts import choose_language, tell_facts
from briefmaker.view.shape import View
from briefmaker.writing.letters import EnclosedDocument, LetterTexts, Occasion, write_letter_texts

MEETING = """\
reference: PBN-2025-117
version: 2
status: final
timezone: America/New_York
prepared_by: {name: A. Drafter, unit: Policy Planning, email: drafter@example.int}
contact: {name: C. Contact, unit: Policy Planning, phone: "+32 2 000 0000", email: contact@example.int}
bottom_line: |
  Ask for **two** things, as [the report](https://example.int/a?b=1&c=2) says [@report]:

  - a public word;
  - paid orders.
objectives: [The President repeats *in public* what he said., A contact is named & kept.]
decision: {ask: Agree to meet., by: 2025-10-28}
meeting: {start: 2025-10-22 15:00, end: 2025-10-22 16:00, place: Oval Office}
sources:
  report: {title: Report}
"""
ENCLOSED = (EnclosedDocument("PBN-2025-117.pdf", "pdf", 4), EnclosedDocument("PBN-2025-117.docx", "docx"))


def read_both(lines: str, shows: tuple[str, ...] = EVERYTHING, settings: Settings | None = None) -> tuple[View, Brief]:
    """Give the view of lines of YAML, and the brief."""
    brief = read_text(lines).brief
    assert brief is not None
    return view_text(lines, shows, settings), brief


def write_about(
    lines: str = MEETING,
    shows: tuple[str, ...] = EVERYTHING,
    settings: Settings | None = None,
    wording: MailTexts | None = None,
    **occasion: Any,
) -> LetterTexts:
    """Give what a letter says of lines of YAML on an occasion."""
    view, brief = read_both(lines, shows, settings)
    wanted = Occasion(**{"to_name": "Ann Example", **occasion})
    language = choose_language(view, brief, settings or Settings(), wanted.language)
    facts = tell_facts(view, brief, settings or Settings(), language)
    return write_letter_texts(view, facts, language, wanted, ENCLOSED, wording)


def parse(html: str) -> Any:
    """Give the tree of an HTML page that is well-formed as XML is; raises where it is not."""
    return etree.fromstring(html.removeprefix("<!DOCTYPE html>\n").encode())


def words_in(html: str) -> str:
    """Give the words of a page's body, as they are read aloud."""
    body = parse(html).find("{*}body")
    return normalise("".join(text for text in body.itertext() if not text.startswith("[if mso]")))


def normalise(text: str) -> str:
    """Give a text with every stretch of blanks, unbreakable ones too, as one blank."""
    return re.sub(r"\s+", " ", text).strip()
