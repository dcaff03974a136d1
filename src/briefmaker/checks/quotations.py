"""Tells what stands within quotation marks: another's words, which are left as they are."""

import re
from functools import lru_cache

_QUOTED = re.compile(r"“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”]|\"[^\"\n]*\"|(?<!\w)‘[^‘\n]*?’(?!\w)|(?<!\w)'[^'\n]*'(?!\w)")
_MARKS = frozenset("“«„\"‘'")


def is_quoted(words: str, offset: int) -> bool:
    """Tell whether a place of a text is within a quotation that ends in the same block."""
    return any(start <= offset < end for start, end in _find_quotations(words))


@lru_cache(maxsize=256)
def _find_quotations(words: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _QUOTED.finditer(words)) if _MARKS & set(words) else ()
