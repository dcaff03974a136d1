"""Which stretches of a text stand within quotation marks: the words of somebody else."""

import re

from briefmaker.checks.sentences import Stretch

_QUOTED = re.compile(r"“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”]|(?<!\w)\"[^\"\n]*\"(?!\w)")


def find_quotations(words: str) -> tuple[Stretch, ...]:
    """Give what stands within double quotation marks, each within one paragraph."""
    return tuple(Stretch(found.start(), found.end()) for found in _QUOTED.finditer(words))


def is_quoted(words: str, offset: int) -> bool:
    """Tell whether the word at an offset stands within quotation marks."""
    return any(each.start <= offset < each.end for each in find_quotations(words))
