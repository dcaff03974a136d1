"""Which stretches of a text stand within quotation marks: the words of somebody else."""

import re
from bisect import bisect_right
from functools import lru_cache
from operator import attrgetter

from briefmaker.checks.sentences import Stretch

_QUOTED = re.compile(r"“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”]|(?<!\w)\"[^\"\n]*\"(?!\w)")


@lru_cache(maxsize=256)
def find_quotations(words: str) -> tuple[Stretch, ...]:
    """Give what stands within double quotation marks, each within one paragraph."""
    return tuple(Stretch(found.start(), found.end()) for found in _QUOTED.finditer(words))


def is_quoted(words: str, offset: int) -> bool:
    """Tell whether the word at an offset stands within quotation marks."""
    quotations = find_quotations(words)
    index = bisect_right(quotations, offset, key=attrgetter("start")) - 1
    return index >= 0 and offset < quotations[index].end
