"""The brief does not say in which language it is written.

It is then taken for British English, unless the house names the languages that it issues in.

Why: a screen reader speaks a text by the rules of the language that the document names; PDF/UA-1 and WCAG 2.0 (3.1.1)
ask for it.

Wrong:

    template: meeting
    title: Entretien sur les céréales

Right:

    template: meeting
    title: Entretien sur les céréales
    language: fr
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule


@rule()
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find a brief without a language, where the house names none either."""
    if "language" not in checked.brief.model_fields_set and not checked.house_languages:
        message = "the brief does not name its language, and is taken for British English"
        yield Finding("language", message, "add `language`, such as en-GB or fr")
