"""An entry of the glossary explains what no text of the brief says.

What another entry's words use counts as used. Figures whose numbers stand in a file of their own are not looked into.

Why: a glossary is copied from brief to brief and grows; a reader who looks for the term in the text loses time. The US
Army asks for acronyms to be spelled out, of which one that is not used needs nothing.

Wrong:

    template: information
    background: The financing is settled.
    glossary:
      MFF: multiannual financial framework   # STY008

Right:

    template: information
    background: The MFF is settled.
    glossary:
      MFF: multiannual financial framework
"""

import re
from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule


@rule(shows=("glossary",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find terms that stand in no text but that of their own entry."""
    if not checked.brief.glossary:
        return
    body = "\n".join(text.words for text in checked.shown_texts if text.field != "glossary")
    entries = [text for text in checked.shown_texts if text.field == "glossary"]
    for term in checked.brief.glossary:
        path = f"glossary.{term}"
        if not _is_used(term, body) and not any(_is_used(term, text.words) for text in entries if text.path != path):
            hint = "leave the entry out, or use the term"
            yield Finding(path, f"no text uses `{term}`, which the glossary explains", hint, at_name=True)


def _is_used(term: str, words: str) -> bool:
    """Tell whether a term stands as a word; in the plural, or before a number as COP before 28, too."""
    options = re.IGNORECASE if any(letter.islower() for letter in term) else re.NOFLAG
    found = re.finditer(rf"{re.escape(term)}(?:e?s)?(?![^\W\d_])", words, options)
    return any(not words[each.start() - 1 : each.start()].isalnum() for each in found)
