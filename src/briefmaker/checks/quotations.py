"""Where a text gives the words of somebody else, in quotation marks."""

import re
from bisect import bisect_right
from functools import lru_cache
from operator import attrgetter

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief

_MARKS = frozenset("“«„\"‘'")
_QUOTED = LatePattern(
    r"“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”]|(?<!\w)\"[^\"\n]*\"(?!\w)|(?<!\w)‘[^\n]*?’(?!\w)"
    r"|(?<![\w’'])'(?=\w)[^'\n]*(?:(?<=\w)'(?=\w)[^'\n]*)*'(?!\w)",
    re.NOFLAG,
)


@lru_cache(maxsize=256)
def find_quotations(words: str) -> tuple[Stretch, ...]:
    """Give what stands within quotation marks, each within one paragraph; an apostrophe opens none."""
    return tuple(Stretch(*found.span()) for found in _QUOTED.finditer(words)) if _MARKS & set(words) else ()


def is_quoted(words: str, offset: int) -> bool:
    """Tell whether a place of a text is within quotation marks."""
    return _find_around(words, offset) is not None


def is_anothers(text: TextInBrief, stretch: Stretch) -> bool:
    """Tell whether a stretch is quoted from somebody; a paragraph that is one quotation is the brief's own, to be said."""
    around = _find_around(text.words, stretch.start)
    if around is None or stretch.end >= around.end:
        return False
    block = next((each for each in text.blocks if each.start <= stretch.start < each.end), None)
    if block is None:
        return False
    return around.end - around.start < len(text.words[block.start : block.end].rstrip(".").strip())


def _find_around(words: str, offset: int) -> Stretch | None:
    quotations = find_quotations(words)
    before = bisect_right(quotations, offset, key=attrgetter("start")) - 1
    return quotations[before] if before >= 0 and offset < quotations[before].end else None
