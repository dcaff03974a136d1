"""Where a text gives the words of somebody else, in quotation marks."""

import re

from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief

_QUOTATION = re.compile(
    r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»|(?<!\w)‘[^\n]*?’(?!\w)|(?<![\w’'])'(?=\w)[^'\n]*(?:(?<=\w)'(?=\w)[^'\n]*)*'(?!\w)"
)


def is_quoted(text: TextInBrief, stretch: Stretch) -> bool:
    """Tell whether a stretch stands within quotation marks; a paragraph that is one quotation is the brief's own, to be said."""
    block = next((each for each in text.blocks if each.start <= stretch.start < each.end), None)
    return block is not None and any(
        found.start() < stretch.start and stretch.end < found.end()
        for found in _QUOTATION.finditer(text.words, block.start, block.end)
        if found.end() - found.start() < len(text.words[block.start : block.end].rstrip(".").strip())
    )
