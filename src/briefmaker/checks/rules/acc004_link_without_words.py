"""A link's words do not say where it leads: here, click here, link, or the bare address.

An address that stands in a text without being a link is found too. The words may be added to and left out of under
`words: {bare_links: ...}` in the settings.

Why: who listens to a document goes from link to link and hears only their words; WCAG 2.0 (2.4.4) asks that they tell
the purpose. On paper nobody can follow "here".

Wrong:

    template: information
    background: |
      The corridor was agreed in May.
      The text is [here](https://example.int/agreement).   # ACC004

Right:

    template: information
    background: |
      The corridor was agreed in May.
      See the [text of the agreement](https://example.int/agreement).
"""

import re
from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.links import WrittenLink, find_links
from briefmaker.checks.rule import rule
from briefmaker.checks.text_in_brief import fold_word

_ADDRESS = LatePattern(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


@rule(languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find links to the web whose words are an address, or none but the listed ones."""
    saying_nothing = frozenset(map(fold_word, checked.phrases("bare_links").entries))
    for text in checked.shown_texts:
        for link in find_links(text):
            if message := _judge(link, saying_nothing):
                hint = "give it words that say what is read there, `[words](address)`, or cite it as a source"
                yield Finding(text.path, message, hint, typed=link.typed)


def _judge(link: WrittenLink, saying_nothing: frozenset[str]) -> str:
    """Give what is wrong with a link; mail may well be written to a bare address."""
    if link.address.lower().startswith("mailto:"):
        return ""
    if not link.words or _ADDRESS.fullmatch(link.words):
        return f"the address `{link.words or link.address}` stands bare, and does not say what is read there"
    words = [word for word in _BETWEEN_WORDS.split(fold_word(link.words)) if word]
    if all(word in saying_nothing for word in words):
        return f"the words of this link, `{link.words}`, do not say where it leads"
    return ""
