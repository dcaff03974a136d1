"""Finds brackets in which something still has to be written: ``[insert name]``, ``[date]``, ``[XX]``, ``{{topic}}``."""

import re
from collections.abc import Iterator
from functools import cache

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.reading.shipped_yaml import load_shipped_yaml

_ENDS_TO_DO = LatePattern(
    r"\b(?:to (?:follow|come)(?: from (?:\w+ ){0,4}\w+)?|awaited|needed|missing|required|pending|incomplete"
    r"|tb[acdn])[.!?]*$|\?$"
)
_BRACKET = LatePattern(r"\[([^\[\]\n]{0,80})\]|<<?([^<>\n]{1,80})>>?|\{\{?([^{}\n]{1,60})\}\}?", re.NOFLAG)
_TO_DO = LatePattern(
    r"(?:please\s+)?(?:insert|add|fill|complete|update|check|confirm|specify|include|attach|mention|enter|state|describe|provide|verify"
    r"|replace|select|choose|quote|reference|source)\b(?!\s+(?:that|and|the point)\b)"
    r"|(?:your|my|our|recipient(?:'s)?|sender(?:'s)?|company|organi[sz]ation|contact)\s"
    r"|to\s+(?:be|come|follow|do|check|add|insert|complete|confirm)\b|(?:desk|legal|unit|author|drafter|embassy|post)\s+to\b"
    r"|(?:name|names|title|date|figures?|amount|number|text|position|views?|lines?|input|details?|quote|question|answer|paragraph|sentence|map|table)"
    r"\s(?:of|from|for|by|on|to)\b.*\b(?:to (?:follow|come|be|check|add|insert|confirm)|needed|missing|awaited|tbc|tbd|here)\b"
    r"|(?:tb[acdn]|todo|fixme|placeholder|blank|xx+|yy+|n\.n\.)\b"
)
_LEFT_BLANK = LatePattern(r"[\s_•●■□*.?x-]{0,12}")
_ELLIPSIS = LatePattern(r"\s*(?:\.\s?\.\s?\.|…)\s*", re.NOFLAG)
_MOST_WORDS = 6


@cache
def load_words_of_placeholders(name: str) -> frozenset[str]:
    """Give a set of words of ``grammar/placeholders.yaml``, which says what each is for."""
    return frozenset(load_shipped_yaml(__package__ or "", "grammar", "placeholders")[name])


def find_open_brackets(text: TextInBrief) -> Iterator[Stretch]:
    """Give the brackets of a text that wait for words; not those by which a quotation is cut or explained."""
    if not any(sign in text.words for sign in "[<{"):
        return
    for found in _BRACKET.finditer(text.words):
        is_doubled = found.group().startswith("<<") and found.group().endswith(">>")
        if is_doubled or _is_open(found[1] or found[2] or found[3] or "", is_square=found[1] is not None):
            yield Stretch(*found.span())


def _is_open(inside: str, *, is_square: bool) -> bool:
    if _LEFT_BLANK.fullmatch(inside):
        return is_square and not _ELLIPSIS.fullmatch(inside)
    if _ENDS_TO_DO.search(inside.strip()) and is_square:
        return True
    return _TO_DO.match(inside.strip(" .…")) is not None or _names_what_is_missing(inside)


def _names_what_is_missing(inside: str) -> bool:
    """Tell whether a bracket holds only such words as ``name of minister``; ``the President`` explains a quotation."""
    missing, between = load_words_of_placeholders("missing"), load_words_of_placeholders("between")
    words = re.findall(r"[a-z]+", re.sub(r"['’]s\b", "", inside.lower()))
    if not 0 < len(words) <= _MOST_WORDS or words[0] in between:
        return False
    return any(each in missing for each in words) and all(each in missing | between for each in words)
