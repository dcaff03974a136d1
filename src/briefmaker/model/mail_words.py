"""The names that the texts of messages may use: ``{{ title }}`` in a subject or a body of ``mail.texts``, and what each holds.

The one list of them: settings are checked against it, whoever writes a message fills in each of these, and the manual lists them.
Every value is plain text in the language of the message, and empty where the document has none, so that ``{% if place %}`` works.
"""

from collections.abc import Mapping
from types import MappingProxyType

MAIL_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "marking": "The marking with its caveats, as it stands at the head of each page.",
        "title": "Title of the brief or pack.",
        "kind": "Kind of document, as the document itself names it.",
        "reference": "Registry number.",
        "version": "Version number.",
        "date": "Date of issue, written out.",
        "status": "Draft, in clearance, cleared, final or replaced, as the document names it.",
        "organisation": "Name of the organisation.",
        "edition": "Title of the edition that the reader gets.",
        "place": "Where the meeting is.",
        "start": "When the meeting begins, written out with its time zone.",
        "deadline": "By when a decision is needed, written out.",
        "recipient": "Name of the reader to whom the message goes.",
        "sender": "Name of the sender.",
        "asked": "What somebody who is to clear the document is asked.",
        "asked_by": "By when that is asked, written out.",
        "reason": "Why the document is corrected.",
        "replaced_version": "Version number that the document replaces.",
        "replaced_date": "Date of the version that it replaces, written out.",
    }
)
"""Each name with what it holds, in the order in which the manual tells of them."""
