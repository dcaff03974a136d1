"""Finds sums that a sentence states: parts and a total, by a sign, or by words such as in total, made up of, the remaining."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefmaker.checks.quantities import Quantity, find_quantities, read_quantities
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief

_TOTAL = {
    "en": (
        r"\b(?:in total|in all|altogether|overall|together|combined|(?:grand |sum )?total (?:of|is|was|comes to|:)"
        r"|totall?ing|totall?ed|totals?"
        r"|(?:adds?|added|adding) up to|makes? up (?:the|all)|plus\b[^;:+\n]{0,60}?\b(?:makes?|is|are|equals?"
        r"|gives?|comes? to)|(?:a|the) sum of|sums? to)\b"
    ),
    "fr": r"\b(?:au total|en tout|ensemble|total(?:ité)? (?:de|d[’']|est de)|totalis(?:e|ent|ant)|une somme de"
    r"|additionnés?|au final)",
}
_MADE_OF = {
    "en": (
        r"\b(?:made up of|consist(?:s|ed|ing)? of|compris(?:e|es|ed|ing)|composed of|split (?:between"
        r"|into|in)"
        r"|divided (?:between|into)|namely|broken down into|breaks down into)\b"
    ),
    "fr": r"\b(?:compos(?:e|ent|é|ée|és|ées) de|réparti(?:e|s|es)? entre|comprend|comprennent|consiste(?:nt)? en"
    r"|à savoir|divisée?s? entre)\b",
}
_AT_MOST = {
    "en": r"\b(?:of which|of whom|includ(?:ing|es|ed?)|among them)\b",
    "fr": r"\b(?:dont|y compris|parmi lesquels)\b",
}
_REST = {"en": r"\b(?:the remaining|the rest|the remainder)\b", "fr": r"\b(?:restante?s?|le reste)\b"}
_LESS = re.compile("|".join(_AT_MOST.values()), re.IGNORECASE)
_MOVES = re.compile(r"\b(?:rose|grew|fell|increas|declin|average|moyenne|augment|baiss|progress|hausse)", re.IGNORECASE)
_JOINS = re.compile(r"\s*(?:,|and|et|,\s*and|\+|=|plus|&)\s*", re.IGNORECASE)
_TIME = re.compile(
    "minutes?|hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?|années?|meetings?|sessions?"
    "|times|visits?|rounds?|questions?|réunions?|fois",
    re.IGNORECASE,
)
_NO_THINGS = frozenset({"", "and", "et", "from", "for", "by", "pour", "de"})
"""What may stand behind a number that has its scale and unit from the next one."""
_CLOSE_BEFORE, _CLOSE_AFTER = 45, 30
_WHOLE = 100.0
_LEAST_NUMBERS = 2
_NEAR = 0.25
"""A sum that is farther from the total than this share of it adds up other things."""
_NEAR_IN_LIST = 0.12
"""The same where nothing but a colon makes a list the parts of what stands before it."""
_ABOUT = 0.1
"""How far from a sum a total may be that is said to be about so much."""


@dataclass(frozen=True, slots=True)
class StatedSum:
    """Parts and what the text says they make; ``says`` is the quantity at which a finding stands."""

    parts: tuple[Quantity, ...]
    total: float
    says: Quantity
    slack: float
    is_about: bool = False
    is_upper_bound: bool = False

    @property
    def sum(self) -> float:
        """Give what the parts come to."""
        return sum(part.value for part in self.parts)

    @property
    def fits(self) -> bool:
        """Tell whether the total is what the parts come to, each rounded as it is."""
        allowed = self.slack + sum(part.slack for part in self.parts) + abs(self.total) * 1e-9
        if self.is_about or (self.says not in self.parts and any(part.is_about for part in self.parts)):
            allowed = max(allowed, _ABOUT * abs(self.total))
        difference = self.sum - self.total
        return difference <= allowed and (self.is_upper_bound or difference >= -allowed)

    @property
    def is_near(self) -> bool:
        """Tell whether the parts come near enough to the total to be its parts."""
        return abs(self.sum - self.total) <= _NEAR * abs(self.total)


def find_wrong_sums(text: TextInBrief, language: str) -> Iterator[StatedSum]:
    """Give the sums of a text that do not come out, one for each total."""
    if language not in _TOTAL or sum(each.counts for each in read_quantities(text.words, language)) < _LEAST_NUMBERS:
        return
    seen: set[int] = set()
    for found in _CUES[language].finditer(text.words):
        sentence = text.sentence_at(found.start())
        inner = find_quantities(text.words, language, sentence.start, sentence.end)
        quantities = [each for each in inner if each.counts]
        wrong = _judge(found, text.words, sentence, quantities)
        if wrong is not None and wrong.says.start not in seen:
            seen.add(wrong.says.start)
            yield wrong


_CUES = {
    language: re.compile(
        rf"(?P<equals>\+[^+=\n]*=)|(?P<total>{_TOTAL[language]})|(?P<made>{_MADE_OF[language]})"
        rf"|(?P<list>:(?= [0-9]))|(?P<most>{_AT_MOST[language]})|(?P<rest>{_REST[language]})",
        re.IGNORECASE,
    )
    for language in _TOTAL
}


def _judge(found: re.Match[str], words: str, sentence: Stretch, quantities: list[Quantity]) -> StatedSum | None:
    """Give the sum at a cue where it is wrong."""
    moves = _MOVES.search(words, sentence.start, sentence.end) is not None
    match found.lastgroup:
        case "equals":
            return _judge_equation(found, words, quantities)
        case "rest":
            shares = [each for each in quantities if each.is_share]
            return None if moves else _choose_wrong(_ends_of(shares, _WHOLE, shares[-1]) if shares else [])
        case "total":
            total = _find_total(found, words, quantities)
            if total is None or (moves and total.is_share):
                return None
            before = _parts_of(total, [each for each in quantities if each.end <= total.start], words)
            after = _parts_of(total, [each for each in quantities if each.start >= total.end], words)
            if len(before) > 1:
                return _choose_wrong(_ends_of(before, total.value, total))
            is_upper_bound = bool(after and _LESS.search(words, total.end, after[0].start))
            return _choose_wrong(_begins_of(after, total, is_upper_bound=is_upper_bound))
        case _:
            return _judge_whole_first(found, words, quantities)


def _judge_equation(found: re.Match[str], words: str, quantities: list[Quantity]) -> StatedSum | None:
    after = [each for each in quantities if each.start >= found.end()]
    before = [each for each in quantities if each.end <= found.end()]
    if not after or len(before) < 2:  # noqa: PLR2004 - two parts
        return None
    parts = [before[-1]]
    for one, following in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
        if "+" not in words[one.end : following.start]:
            break
        parts.insert(0, one)
    total = after[0]
    parts = _parts_of(total, parts, words)
    stated = StatedSum(tuple(parts), total.value, total, total.slack)
    return stated if len(parts) > 1 and not stated.fits else None


def _judge_whole_first(found: re.Match[str], words: str, quantities: list[Quantity]) -> StatedSum | None:
    """Judge a total that stands before the cue, and its parts behind it."""
    before = [each for each in quantities if each.end <= found.start()]
    if not before or found.start() - before[-1].end > _CLOSE_BEFORE:
        return None
    total = before[-1]
    parts = _parts_of(total, [each for each in quantities if each.start >= found.end()], words)
    wrong = _choose_wrong(_begins_of(parts, total, is_upper_bound=found.lastgroup == "most"))
    if found.lastgroup == "list" and wrong is not None and abs(wrong.sum - total.value) > _NEAR_IN_LIST * total.value:
        return None
    return wrong


def _find_total(found: re.Match[str], words: str, quantities: list[Quantity]) -> Quantity | None:
    """Give the quantity that the words of a total belong to: the one right behind them, or else the one just before."""
    after = next((each for each in quantities if each.start >= found.end()), None)
    before = next((each for each in reversed(quantities) if each.end <= found.start()), None)
    gap_after = after.start - found.end() if after else _CLOSE_AFTER + 1
    gap_before = found.start() - before.end if before else _CLOSE_BEFORE + 1
    leads = not re.match(r"in |al|ov|to?gether|au |en |ens|comb", found.group(), re.IGNORECASE)
    if leads or (after and not re.search(r"[^\W_]{4}", words[found.end() : after.start])):
        return after if gap_after <= _CLOSE_AFTER else None
    return before if gap_before <= _CLOSE_BEFORE else after if gap_after <= _CLOSE_AFTER else None


def _parts_of(total: Quantity, others: Sequence[Quantity], words: str) -> list[Quantity]:
    """Give those of the quantities that may be parts: of its unit, with the scale of the next one where they stand in a row."""
    parts: list[Quantity] = []
    following = total
    for each in reversed(others):
        is_in_row = _JOINS.fullmatch(words[each.end : following.start]) or each.noun in _NO_THINGS
        if each.is_bare and following.scale > 1 and is_in_row:
            scale = following.scale
            scaled = replace(each, value=each.value * scale, step=each.step * scale, scale=scale, unit=following.unit)
        else:
            scaled = each
        following = scaled
        if _is_alike(scaled, total):
            parts.insert(0, scaled)
    return parts


def _is_alike(part: Quantity, total: Quantity) -> bool:
    if part.is_share != total.is_share:
        return False
    if bool(_TIME.fullmatch(part.noun)) != bool(_TIME.fullmatch(total.noun)):
        return False
    has_scale = part.scale > 1 or total.scale == 1
    return has_scale and (part.unit == total.unit or not part.unit or not total.unit)


def _ends_of(parts: Sequence[Quantity], value: float, says: Quantity) -> list[StatedSum]:
    """Give the sums of the last two parts before a total, of the last three, and so on."""
    slack = 0.0 if value == _WHOLE and says.is_share and says in parts else says.slack
    about = says.is_about
    return [StatedSum(tuple(parts[-count:]), value, says, slack, about) for count in range(2, len(parts) + 1)]


def _begins_of(parts: Sequence[Quantity], total: Quantity, *, is_upper_bound: bool = False) -> list[StatedSum]:
    """Give the sums of the first two parts behind a total, of the first three, and so on."""
    return [
        StatedSum(tuple(parts[:count]), total.value, total, total.slack, total.is_about, is_upper_bound)
        for count in range(2, len(parts) + 1)
    ]


def _choose_wrong(sums: list[StatedSum]) -> StatedSum | None:
    """Give the sum that comes nearest to its total and misses it; None where one comes out, or none is near."""
    if is_bounded := any(each.is_upper_bound for each in sums):
        sums = sums[-1:]
    if any(each.fits for each in sums) and (not is_bounded or sums[-1].fits):
        return None
    near = [each for each in sums if each.is_near]
    return min(near, key=lambda each: abs(each.sum - each.total)) if near else None
