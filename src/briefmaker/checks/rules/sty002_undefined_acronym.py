"""An acronym is neither spelled out where it stands first, nor in the glossary.

It is spelled out by `Prioritised Ukraine Requirements List (PURL)` or by `PURL (Prioritised Ukraine Requirements List)`. The
list of words `acronyms` holds those that every reader knows; a workspace adds those of its house. Organisations of
participants are known to whoever meets them, and names of sources and addressees are left as they are.

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


@rule(languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find the first use of each acronym that its reader cannot know."""
    known = _list_known(checked)
    first: dict[str, Acronym] = {}
    late: set[str] = set()
    for text in in_reading_order(checked.shown_texts):
        if text.kind is TextKind.WORDS or text.is_in(_NAMES):
            continue
        for acronym in find_acronyms(text):
            if acronym.letters in known or (checked.language == "fr" and is_after_first_name(acronym)):
                continue
            if acronym.letters in first:
                late |= {acronym.letters} if acronym.letters not in late and is_spelled_out(acronym) else set()
            elif is_spelled_out(acronym):
                known.add(acronym.letters)
            else:
                first[acronym.letters] = acronym
    for letters, acronym in first.items():
        yield _tell(acronym, letters, is_late=letters in late)


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
