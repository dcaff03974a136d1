"""Finds acronyms in texts, and tells whether they are spelled out where they stand.

What looks like an acronym and is none is left out: Roman numerals, chemical formulas, codes such as A400M, headings and
surnames in capitals. Units, words of markings and stressed words are a list of words, ``no_acronyms``.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from unicodedata import normalize

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief

_PART = re.compile(r"[^\W_]+")
_CAPITALS = LatePattern(r"[A-ZÀ-ÖØ-Þ](?:[A-ZÀ-ÖØ-Þ0-9]|[a-z]{1,2}[A-Z])", re.NOFLAG)
"""What begins like an acronym; most words do not."""
_ACRONYM = LatePattern(r"([A-ZÀ-ÖØ-Þ]{3,}[0-9]{0,2}|[A-Z]{2}|[A-Z][a-z]{1,2}[A-Z]+|[A-Z]{2,}[a-z][A-Z]+)s?", re.NOFLAG)
_ROMAN = LatePattern(r"[IVX]+|[LXVI]{3,}", re.NOFLAG)
_FORMULA = LatePattern(r"(?:(?:[BCFHIKNOPSUVWY]|Al|Ca|Cd|Cl|Cu|Fe|Li|Mg|Na|Ni|Pb|Pu|Si|Zn)[0-9]?)+x?", re.NOFLAG)
_AS_NAME = LatePattern(
    r"\b(?:Mr|Mrs|Ms|Dr|M|MM|Mme|Mlle|Lord|Lady|Sir|[Mm]inist(?:er|re)|[Pp]r[eé]sidente?|Chancellor|Ambassador|Commissioner"
    r"|Premier)\.? (?:[A-Z][\w.-]* )*$",
    re.NOFLAG,
)
_FIRST_NAME = LatePattern(
    r"(?:^|[\s(])(?!(?:L[ae]s?|D[ue]s?|Aux?|Leurs?|Une?|C(?:e|et|ette|es)|S(?:on|a|es)|[NV](?:otre|os)|Par|Pour|Avec|Sans|Chaque"
    r"|Selon)\s)[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)? (?:(?:D[EUA]|L[AE]|VON|VAN|DER) )*$",
    re.NOFLAG,
)
_AS_CODE = LatePattern(
    r"[\s-]?[(]?[0-9]{3,}|[)] [0-9]+/|[(][0-9]{4}[)]|[-‑/][0-9]|[-‑][A-Z]\b|/[A-Z]+[0-9]|[0-9]", re.NOFLAG
)
_LONGEST_NAME = 40
_SMALL = LatePattern(r"of|the|for|and|in|to|on|at|an?|with|by|de|la|les?|des|du|[dl]|et|en|pour|sur|à|aux?", re.NOFLAG)
_ORGANISATION = LatePattern(
    r"\b(?:servic|agen|minist|office|bureau|fund|fonds|bank|banque|organi[sz]ation|union|part[yi]|council|conseil|commi|mission|forc"
    r"|group|institut|court|cour\b|tribunal|program|treat|traité|agreement|accord|mechanism|mécanisme|facilit|plan\b|authorit|autorité"
    r"|direct|depart|départ|assembl|associat|federation|fédération|system|système|scheme|network|réseau|cent(?:er|re)|police|army|armée"
    r"|company|société|corporation|tax|exchange|front|movement|mouvement|initiative|forum|convention"
    r"|confeder|confédér|alliance|communit|communaut|market|marché|state|état|republic|républi|protocol|regulation|règlement|index)"
)
"""Begins a word for an institution: ``Russia's domestic security service (FSB)``."""
_NEAR = 400
"""So many letters around an acronym are looked at, however long its sentence is."""
_WITHIN_BRACKETS = 5
"""So many words may stand before an acronym between brackets: (known in English as the ISS)."""


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym in a text; ``letters`` is how a glossary has it, in the singular and without what language adds."""

    text: TextInBrief
    stretch: Stretch
    letters: str


def find_acronyms(text: TextInBrief) -> Iterator[Acronym]:
    """Give what a reader takes for an acronym, in order."""
    words, block_at, is_heading = text.words, -1, False
    for found in _CAPITALS.finditer(words):
        part = _PART.match(words, found.start())
        if part is None or words[found.start() - 1 : found.start()].isalnum() or not _ACRONYM.fullmatch(part.group()):
            continue
        if found.start() >= block_at:
            block = text.blocks[bisect_right(text.blocks, found.start(), key=attrgetter("start")) - 1]
            block_at, is_heading = block.end, _is_in_capitals(words[block.start : block.end])
        if not is_heading and not _is_something_else(words, part):
            yield Acronym(text, Stretch(*part.span()), _single(part.group()))


def _single(found: str) -> str:
    """Give an acronym in the singular."""
    return found.removesuffix("s")


def _is_in_capitals(words: str) -> bool:
    return words.isupper() and len(re.findall(r"[^\W\d_]{2,}", words)) > 1


def _is_something_else(words: str, part: re.Match[str]) -> bool:
    found = part.group()
    if _ROMAN.fullmatch(found):
        return True
    if any(letter.isdigit() for letter in found) and _FORMULA.fullmatch(found):
        return True
    return _is_code(words, part) or _is_surname(words, part)


def _is_code(words: str, part: re.Match[str]) -> bool:
    """Tell whether digits beside it make it a code: EN 301549, COM(2023) 160, S/RES/2231, (UE) 2024/1252."""
    before = words[max(0, part.start() - 2) : part.start()]
    follows_digit = before[-1:] in ("-", "‑", "/") and before[:1].isdigit()
    return follows_digit or _AS_CODE.match(words, part.end()) is not None


def _is_surname(words: str, part: re.Match[str]) -> bool:
    """Tell whether capitals set off a surname: Mr LAVROV, Emmanuel MACRON."""
    if len(part.group()) <= len("FSB") and not re.match(r" [A-Z]{4}", words[part.end() : part.end() + 5]):
        return False
    before = words[max(0, part.start() - _LONGEST_NAME) : part.start()]
    return _AS_NAME.search(before) is not None


def is_after_first_name(acronym: Acronym) -> bool:
    """Tell whether a word with a capital stands before it, as French writes surnames; acronyms have an article there."""
    start = acronym.stretch.start
    return (
        len(acronym.letters) > len("OCDE")
        and _FIRST_NAME.search(acronym.text.words, max(0, start - _LONGEST_NAME), start) is not None
    )


def is_spelled_out(acronym: Acronym) -> bool:
    """Tell whether the words for an acronym stand beside it: before it, where it is in brackets, or in brackets after it.

    Words of which it has the initials, or, since the acronym may be of another language, some that name an institution.
    Words anywhere in its sentence count where their initials are the acronym exactly.
    """
    words, stretch = acronym.text.words, acronym.stretch
    sentence = acronym.text.sentence_at(stretch.start)
    before = words[max(sentence.start, stretch.start - _NEAR) : stretch.start]
    after = words[stretch.end : min(sentence.end, stretch.end + _NEAR)]
    opening = before.rfind("(")
    if opening >= 0 and ")" not in before[opening:] and len(before[opening:].split()) <= _WITHIN_BRACKETS:
        return explains(acronym.letters, before[:opening], at_end=True)
    bracket = re.match(r"(?:[’']s)?s?[\"”»’]?\s*\(([^()]*)\)?", after)
    if bracket is not None and explains(acronym.letters, bracket[1]):
        return True
    return _has_initials(acronym.letters, before) or _has_initials(acronym.letters, after)


def explains(letters: str, words: str, *, at_end: bool = False) -> bool:
    """Tell whether words stand for an acronym; with ``at_end`` their last ones."""
    parts = _PART.findall(words)
    parts = parts[-(2 * len(letters) + 4) :] if at_end else parts
    if len(parts) <= 1:
        return False
    last = " ".join(parts[-8:])
    return matches_initials(letters, parts, at_end=at_end) or _ORGANISATION.search(last) is not None


def matches_initials(letters: str, parts: list[str], *, at_end: bool = False) -> bool:
    """Tell whether an acronym takes its letters from words, the first one and at least half of the others as initials.

    With ``at_end`` the words may begin anywhere, otherwise with the first one, before which an article may stand.
    """
    wanted = _plain("".join(letter for letter in letters if not letter.isdigit()))
    plain = [_plain(part) for part in parts]
    starts = range(len(plain)) if at_end else range(min(2, len(plain)))
    return any(plain[start][:1] == wanted[:1] and _takes(wanted, plain[start:]) for start in starts)


def _takes(wanted: str, parts: list[str]) -> bool:
    initials = "".join(part[:1] for part in parts)
    return _is_within(wanted, "".join(parts)) and 2 * _count_within(wanted, initials) > len(wanted)


def _is_within(wanted: str, letters: str) -> bool:
    remaining = iter(letters)
    return all(letter in remaining for letter in wanted)


def _count_within(wanted: str, initials: str) -> int:
    position = count = 0
    for letter in wanted:
        at = initials.find(letter, position)
        if at >= 0:
            position, count = at + 1, count + 1
    return count


def _has_initials(letters: str, words: str) -> bool:
    """Tell whether words that follow one another have exactly these initials, small ones counted or not."""
    wanted = _plain("".join(letter for letter in letters if not letter.isdigit()))
    parts = _PART.findall(words) if len(wanted) > len("EU") else []
    plain = ["*" if part.isupper() and len(part) > 1 else _plain(part) for part in parts]
    every = "".join(part[:1] for part in plain)
    return wanted in every or wanted in "".join(part[:1] for part in plain if not _SMALL.fullmatch(part))


def _plain(word: str) -> str:
    return "".join(letter for letter in normalize("NFD", word.lower()) if letter.isalnum())
