"""Finds brackets in which something still has to be written: ``[insert name]``, ``[date]``, ``[XX]``, ``{{topic}}``."""

import re
from collections.abc import Iterator

from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief

_BRACKET = re.compile(r"\[([^\[\]\n]{0,80})\]|<<?([^<>\n]{1,60})>>?|\{\{?([^{}\n]{1,60})\}\}?")
_TO_DO = re.compile(
    r"(?:please\s+)?(?:insert|add|fill|complete|update|check|confirm|specify|include|attach|mention|enter|state|describe|provide|verify"
    r"|replace|select|choose|quote|reference|source)\b(?!\s+(?:that|and|the point)\b)|(?:your|my|our|recipient(?:'s)?|sender(?:'s)?|company|organi[sz]ation|contact)\s"
    r"|to\s+(?:be|come|follow|do|check|add|insert|complete|confirm)\b|(?:desk|legal|unit|author|drafter|embassy|post)\s+to\b"
    r"|(?:tb[acdn]|todo|fixme|placeholder|blank|xx+|yy+|n\.n\.)\b",
    re.IGNORECASE,
)
_NOUNS = frozenset(
    "name names surname title date dates day month year time place venue location city country countries capital number numbers no figure"
    " figures amount sum percentage share topic subject minister ministry president ambassador author authors source link url address"
    " email phone telephone position organisation organization institution company department unit office reference file word words text"
    " item details detail quote quotation citation page chapter signature initials role party region issue deadline event summit currency"
    " value unit price recipient sender nationality".split()
)
_BETWEEN = frozenset("of the a an and or in for to first last full exact start end new other here".split())
_LEFT_BLANK = re.compile(r"[\s_•●■□*.?x-]{0,12}", re.IGNORECASE)
_ELLIPSIS = re.compile(r"\s*(?:\.\s?\.\s?\.|…)\s*")
_MOST_WORDS = 6


def find_open_brackets(text: TextInBrief) -> Iterator[Stretch]:
    """Give the brackets of a text that wait for words; not those by which a quotation is cut or explained."""
    if not any(sign in text.words for sign in "[<{"):
        return
    for found in _BRACKET.finditer(text.words):
        if _is_open(found[1] or found[2] or found[3] or "", is_square=found[1] is not None):
            yield Stretch(*found.span())


def _is_open(inside: str, *, is_square: bool) -> bool:
    if _LEFT_BLANK.fullmatch(inside):
        return is_square and not _ELLIPSIS.fullmatch(inside)
    return _TO_DO.match(inside.strip()) is not None or _names_what_is_missing(inside)


def _names_what_is_missing(inside: str) -> bool:
    """Tell whether a bracket holds only such words as ``name of minister``; ``the President`` explains a quotation."""
    words = re.findall(r"[a-z]+", inside.lower())
    if not 0 < len(words) <= _MOST_WORDS or words[0] in _BETWEEN:
        return False
    return any(each in _NOUNS for each in words) and all(each in _NOUNS | _BETWEEN for each in words)
