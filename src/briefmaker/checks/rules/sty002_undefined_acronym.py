"""An acronym is neither spelled out where it stands first, nor in the glossary.

It is spelled out by `Prioritised Ukraine Requirements List (PURL)` or by `PURL (Prioritised Ukraine Requirements List)`. The
list of words `acronyms` holds those that every reader knows; a workspace adds those of its house. Organisations of
participants are known to whoever meets them, and names of sources and addressees are left as they are. A heading may have an
acronym that the text spells out.

Why: the US Army asks in its executive summaries for acronyms to be spelled out. Nobody at the table asks what one
means; they nod.

Wrong:

    template: information
    background: The MFF will be agreed by the end of 2026.   # STY002

Right:

    template: information
    issue: The multiannual financial framework (MFF) will be agreed by the end of 2026.
    background: The MFF pays for the fund.
"""

import re
from collections.abc import Iterator

from briefmaker.checks.acronyms import Acronym, find_acronyms, is_after_first_name, is_spelled_out
from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.reading_order import in_reading_order
from briefmaker.checks.rule import rule
from briefmaker.model.text import TextKind

_NAMES = frozenset(
    {
        "sources",
        "to",
        "through",
        "copies",
        "prepared_by",
        "contact",
        "clearances",
        "drafted_with",
        "glossary",
        "translation_of",
    }
    | {"participants.name", "participants.title", "participants.organisation", "figures.rows", "figures.y"}
)
_CAPITALS = re.compile(r"[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*")
_HEADINGS = frozenset(
    {"title", "agenda.topic", "sections.heading", "annexes.title", "items.title", "decision.options.name"}
)


@rule(languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find the first use of each acronym that its reader cannot know; headings follow the text, which spells out."""
    known = _list_known(checked)
    first: dict[str, Acronym] = {}
    late: set[str] = set()
    for acronym in _find_uses(checked):
        letters = acronym.letters
        if letters in known or letters in late:
            continue
        if is_spelled_out(acronym):
            (late if letters in first else known).add(letters)
        elif not acronym.text.is_in(_NAMES):
            first.setdefault(letters, acronym)
    for letters, acronym in first.items():
        yield _tell(acronym, letters, is_late=letters in late)


def _find_uses(checked: CheckedBrief) -> Iterator[Acronym]:
    texts = (text for text in in_reading_order(checked.shown_texts) if text.kind is not TextKind.WORDS)
    for text in sorted(texts, key=lambda each: each.field in _HEADINGS):
        for acronym in find_acronyms(text):
            if checked.language != "fr" or not is_after_first_name(acronym):
                yield acronym


def _list_known(checked: CheckedBrief) -> set[str]:
    known = set(checked.phrases("acronyms").entries) | set(checked.phrases("no_acronyms").entries)
    if checked.shows_field("glossary"):
        known |= {word for term in checked.brief.glossary for word in (term, *_CAPITALS.findall(term))}
    for participant in checked.brief.participants:
        known |= set(_CAPITALS.findall(participant.organisation or ""))
    return known | {word for level in checked.markings.levels for word in _CAPITALS.findall(level)}


def _tell(acronym: Acronym, letters: str, *, is_late: bool) -> Finding:
    message = f"`{letters}` is not spelled out here, where it is first used" + (", but only later" if is_late else "")
    hint = f"write what it stands for, with ({letters}) after it, or add it to `glossary`"
    return acronym.text.finding(acronym.stretch, message, hint)
