"""Reads the numbers of a text, each with its unit, scale and the digits it was rounded to; English and French."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from briefmaker.checks.late_pattern import LatePattern

_BLANK = "[ \u00a0\u202f\u2009]"
_SCALES = {
    "thousand": 1e3,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "bn": 1e9,
    "billion": 1e9,
    "billions": 1e9,
    "milliard": 1e9,
    "milliards": 1e9,
    "trillion": 1e12,
    "trillions": 1e12,
    "tn": 1e12,
}
_CURRENCIES = {
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "eur": "euro",
    "euros": "euro",
    "usd": "dollar",
    "dollars": "dollar",
    "gbp": "pound",
    "pounds": "pound",
    "livres": "pound",
    "chf": "franc",
    "francs": "franc",
}
_NUMBERS = {
    "en": rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]{{1,3}}(?:{_BLANK}[0-9]{{3}})+(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?",
    "fr": rf"[0-9]{{1,3}}(?:{_BLANK}[0-9]{{3}})+(?![0-9])(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)?",
}
_MONEY_BEFORE = LatePattern(rf"(?:(?P<sign>[$€£¥]){_BLANK}?|\b(?P<code>EUR|USD|GBP|CHF){_BLANK})$", re.NOFLAG)
_MONEY_LENGTH = 5
_MONEY_ENDS = frozenset("$€£¥RDPF")
"""With what signs and codes of money end; the pattern is only asked behind one of them."""
_AFTER = (
    rf"(?:{_BLANK}?(?P<share>%|per{_BLANK}cent\b|percent\b|pour{_BLANK}cent\b)"
    rf"|(?:(?P<scale>[km]\b|{_BLANK}?(?:thousand|millions?|billions?|trillions?|milliards?|bn|mn|tn)\b))?"
    rf"(?:{_BLANK}(?:of{_BLANK}|de{_BLANK}|d[’'])?(?:US{_BLANK})?(?P<unit>euros?|dollars?|pounds?|EUR|USD|GBP|CHF"
    rf"|francs?|€)(?!\w))?)"
)
_DIGIT = re.compile("[0-9]")
_PATTERNS = {
    language: LatePattern(rf"(?<![\w.,/:\-‑@#])(?P<digits>{number})(?!\w*[a-zé]*-[a-z]){_AFTER}(?!\w|[:/][0-9])")
    for language, number in _NUMBERS.items()
}
_LABELLED = LatePattern(
    r"articles?|art\.|items?|points?|paragraph(?:e?s?)|para\.|pages?|nos?\.|n[°º]s?|annex(?:es?)?|chapters?"
    r"|chapitres?|phase|version|part"
    r"|section|table|tableau|figure|group|round|step|option|tab|alinéa|line|day|week|room|covid|tier|band"
)
"""Words before a number that is a name and counts nothing."""
_JOINED = frozenset({"and", "or", "to", "et", "ou", "à"})
_LIST_OF_LABELS = LatePattern(
    rf"\b(?:item|point|article|paragraph|paragraphe)s?{_BLANK}[0-9]+(?:,{_BLANK}[0-9]+)*{_BLANK}(?:and|or|et|ou|to"
    rf"|à){_BLANK}$"
)
_MONTH = (
    r"(?:jan(?:uary|vier)?|feb(?:ruary)?|février|mar(?:ch|s)|apr(?:il)?|avril|may|mai|june?|juin|july?|juillet"
    r"|aug(?:ust)?|août|sept?(?:ember|embre)?"
    r"|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember)?|décembre)"
)
_MONTH_AFTER = LatePattern(
    rf"(?:{_BLANK}?(?:,|and|to|or|et|au|à|[–-]){_BLANK}?[0-9]{{1,2}})*(?:er|st|nd|rd|th)?{_BLANK}{_MONTH}\b"
)
_MONTH_BEFORE = LatePattern(rf"\b{_MONTH}{_BLANK}$")
_ABOUT = LatePattern(
    r"\b(?:about|around|roughly|some|nearly|almost|approximately|over|above|more than|less than|fewer than|under"
    r"|at least|at most|(?<!add )(?<!adds )(?<!ded )(?<!ding )up to|close to|just|environ|près de|plus de|moins de"
    r"|quelque|presque|jusqu[’']à|au moins|au plus|autour de|à peu près|c\.|ca\.)"
    rf"{_BLANK}(?:the{_BLANK}|an?{_BLANK}|an{_BLANK}estimated{_BLANK}|l[ea]s?{_BLANK})?$"
)
_LAST_OF_ABOUT = LatePattern(
    "about|around|roughly|some|nearly|almost|approximately|over|above|than|under|least|most|to|just|environ|de"
    "|quelque|presque"
    "|jusqu[’']à|moins|plus|près|ca?[.]|the|an?|estimated|l[ea]s?"
)
"""With what words before a number end that say it is about so much; the pattern is only asked behind one of them."""
_FIRST_YEAR, _LAST_YEAR, _LAST_DAY = 1900, 2100, 31
_NEAR = 24
"""How many characters before a number are looked at."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text, from its first sign to the end of its unit.

    ``value`` has the scale in it (2.1 billion is 2100000000.0), ``step`` is what its last digit counts, in the same way.
    ``unit`` is ``%``, a currency in the singular, or empty where neither stands there; ``noun`` is the word that follows.
    ``is_year`` and ``is_label`` (Article 5, 22 October) hold for numbers that count nothing.
    """

    start: int
    end: int
    value: float
    step: float
    scale: float = 1.0
    unit: str = ""
    noun: str = ""
    is_about: bool = False
    is_year: bool = False
    is_label: bool = False

    @property
    def counts(self) -> bool:
        """Tell whether the number says how much or how many."""
        return not self.is_year and not self.is_label

    @property
    def is_share(self) -> bool:
        """Tell whether it is a percentage."""
        return self.unit == "%"

    @property
    def is_bare(self) -> bool:
        """Tell whether it has neither unit nor scale."""
        return not self.unit and self.scale == 1

    @property
    def slack(self) -> float:
        """Give by how much rounding may have moved it: nothing for a whole number of things, else half of the last digit."""
        return 0.0 if self.is_bare and self.step == 1 else self.step / 2


@lru_cache(maxsize=512)
def read_quantities(words: str, language: str) -> tuple[Quantity, ...]:
    """Give the numbers of a plain text in their order; in another language than French digits are read as in English."""
    return tuple(_iterate(words, language if language in _PATTERNS else "en"))


def _iterate(words: str, language: str) -> Iterator[Quantity]:
    pattern, behind = _PATTERNS[language], 0
    # A pattern that begins with a digit is looked for faster than one that may begin with a sign of money.
    for digit in _DIGIT.finditer(words):
        if digit.start() >= behind:
            found = pattern.match(words, digit.start())
            if found is not None:
                behind = found.end()
                yield _read(found, words, language)


def read_value(text: str, language: str) -> Quantity | None:
    """Give the number that a cell or a fact's value holds, alone or with its unit; None where there is more or none."""
    stripped = text.strip().strip("*_").strip()
    found = read_quantities(stripped, language)
    is_whole = len(found) == 1 and found[0].start == 0 and found[0].end == len(stripped)
    return found[0] if is_whole else None


def find_quantities(words: str, language: str, start: int, end: int) -> Iterator[Quantity]:
    """Give the numbers that stand between two offsets of a text."""
    quantities = read_quantities(words, language)
    first, last = (bisect_left(quantities, offset, key=attrgetter("start")) for offset in (start, end))
    return iter(quantities[first:last])


def _read(found: re.Match[str], words: str, language: str) -> Quantity:
    digits = found["digits"]
    plain = "".join(digits.split())
    plain = plain.replace(",", ".") if language == "fr" else plain.replace(",", "")
    scale = _SCALES.get((found["scale"] or "").strip().lower(), 1.0)
    decimals = len(plain.partition(".")[2])
    begin = found.start()
    may_be_money = words[max(0, begin - 2) : begin].rstrip()[-1:] in _MONEY_ENDS
    money = _MONEY_BEFORE.search(words, max(0, begin - _MONEY_LENGTH), begin) if may_be_money else None
    start = money.start() if money else found.start()
    unit = _read_unit(found, money)
    before = words[max(0, start - _NEAR) : start]
    beside = before.rstrip().rpartition(" ")[2].lower() if before[-1:].isspace() else ""
    is_plain = not unit and scale == 1 and plain == digits
    return Quantity(
        start,
        found.end(),
        float(plain) * scale,
        scale / 10**decimals,
        scale,
        unit,
        _read_noun(words, found.end()),
        is_about=_LAST_OF_ABOUT.fullmatch(beside) is not None and _ABOUT.search(before) is not None,
        is_year=is_plain
        and decimals == 0
        and _FIRST_YEAR <= int(plain) <= _LAST_YEAR
        and not _is_counted(words, found),
        is_label=is_plain and (_is_labelled(beside, before) or _is_day(plain, before, words, found.end())),
    )


def _read_unit(found: re.Match[str], money: re.Match[str] | None) -> str:
    if found["share"]:
        return "%"
    named = ((money and (money["sign"] or money["code"])) or found["unit"] or "").lower()
    return _CURRENCIES.get(named, named)


def _is_counted(words: str, found: re.Match[str]) -> bool:
    """Tell whether what looks like a year is a sum: in 980 + 608 = 1588."""
    return bool(re.search(r"[+=]\s?$", words[max(0, found.start() - 3) : found.start()]))


def _is_labelled(beside: str, before: str) -> bool:
    """Tell whether a number is a name: Article 5, or the 4 of items 3 and 4."""
    if beside in _JOINED:
        return _LIST_OF_LABELS.search(before) is not None
    return _LABELLED.fullmatch(beside.lstrip("(")) is not None


def _is_day(plain: str, before: str, words: str, end: int) -> bool:
    if not plain.isdigit() or not 0 < int(plain) <= _LAST_DAY:
        return False
    return _MONTH_AFTER.match(words, end) is not None or _MONTH_BEFORE.search(before) is not None


_NOUN = LatePattern(rf"{_BLANK}(?:(?:of|de|the|des|les){_BLANK}|d[’'])?([^\W\d_]+)")


def _read_noun(words: str, end: int) -> str:
    found = _NOUN.match(words, end)
    return found[1].lower() if found else ""
