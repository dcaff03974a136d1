"""Tells what stands within quotation marks: another's words, which are left as they are."""

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter

_QUOTED = re.compile(r"“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”]|\"[^\"\n]*\"|(?<!\w)‘[^‘\n]*?’(?!\w)|(?<!\w)'[^'\n]*'(?!\w)")
_MARKS = frozenset("“«„\"‘'")


def is_quoted(words: str, offset: int) -> bool:
    """Tell whether a place of a text is within a quotation that ends in the same block."""
    quotations = _find_quotations(words)
    before = bisect_right(quotations, offset, key=itemgetter(0)) - 1
    return before >= 0 and offset < quotations[before][1]


@lru_cache(maxsize=256)
def _find_quotations(words: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _QUOTED.finditer(words)) if _MARKS & set(words) else ()
