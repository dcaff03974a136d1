"""Jargon stands where plain words would say the same, or where it hides that nothing is said.

The words are those of the list `jargon`, each with what to say instead; a phrase in which such a word is right, as in
"leveraged buyout", stands in `plain_phrases`. Settings add to both and leave words out. What others say (`they_say`,
quotations), titles of sources, and names of programmes in capitals are left alone.

Why: a reader from another ministry or country does not know it, and a translator has no word for it. The GOV.UK style guide lists
words to avoid, as do the plain language guidelines of the US government.

Wrong:

    template: submission
    considerations: |
      Going forward, the two funds will leverage synergies.   # STY004

Right:

    template: submission
    considerations: |
      From 2026 the two funds will pay for ships together.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.own_words import find_own_phrases
from briefmaker.checks.rule import rule


@rule(languages=("en",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find words of the list of jargon in what the brief itself says."""
    for found in find_own_phrases(checked, "jargon", right="plain_phrases"):
        words = found.text.quote(found.stretch)
        hint = f"in plain words: {found.meaning}" if found.meaning else "say it in plain words"
        yield found.text.finding(found.stretch, f"“{words}” is jargon", hint)
