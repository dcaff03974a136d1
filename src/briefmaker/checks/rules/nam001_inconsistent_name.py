"""One name is spelled in two ways, or in a way that the house refuses.

The list `names` has some hundred names of states, cities, movements and people that are often spelled in more ways than
one; `words` under `checks` in `briefmaker.yaml` adds to it (`Kijev: Kyiv`). `names` there says how the house spells, as
`{Kyiv: [Kiev]}`: what stands in brackets is refused wherever it stands. Otherwise a brief that mixes spellings is led to
the list's own name, as Kyiv, however often another stands; one that mixes none but others, to that which stands most
often. Quotations, sources, names of people as they write themselves, and
sentences that explain a name are left alone. A name of a participant is for `NAM003`.

Why: a reader asks whether Kyiv and Kiev are meant to differ, and the choice of a spelling is a statement.

Wrong:

    bottom_line: The embassy in Kyiv has moved.
    objectives:
      - Staff in Kiev get a house of their own.   # NAM001

Right:

    bottom_line: The embassy in Kyiv has moved.
    objectives:
      - Staff in Kyiv get a house of their own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.written_names import WrittenName, find_written_names

_THE = "the "
_TAKES_THE = re.compile(r"\b(?:in|of|to|from|with|by|for|and|at|on|between|through|via|into|across|against|that)\s$")


@rule(languages=("en",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find spellings that the house refuses, and all but one of the spellings of a name."""
    house = checked.settings.names
    shipped = checked.phrases("names").entries
    names = _name_spellings(tuple(shipped.items()), tuple(house.items()))
    written = [_cut_plural(each, names) for each in find_written_names(checked.index, tuple(names))]
    refused = {variant for variants in house.values() for variant in variants}
    told_elsewhere = _list_names_of_participants(checked, names) - set(house)
    for name, found in _group(written, names).items():
        if name in told_elsewhere:
            continue
        chosen = name if name in house else _choose(name, found)
        is_mixed = len({each.spelling for each in found}) > 1
        for each in found:
            if each.spelling in refused:
                yield _tell(each, chosen, f"the house does not write `{each.words}`")
            elif is_mixed and each.spelling != chosen:
                yield _tell(
                    each, chosen, f"`{each.words}` here, and `{chosen}` elsewhere, are one name in two spellings"
                )


@lru_cache(maxsize=16)
def _name_spellings(
    shipped: tuple[tuple[str, str], ...], house: tuple[tuple[str, tuple[str, ...]], ...]
) -> Mapping[str, str]:
    """Give each spelling with the name it stands for: the house's own where one of its spellings is known."""
    names = dict(shipped)
    for wanted, variants in house:
        known = {names[each] for each in (wanted, *variants) if each in names}
        names |= {spelling: wanted for spelling, name in names.items() if name in known}
        names |= dict.fromkeys((wanted, *variants), wanted)
    return names


def _group(written: list[WrittenName], names: Mapping[str, str]) -> dict[str, list[WrittenName]]:
    groups: dict[str, list[WrittenName]] = {}
    for each in written:
        groups.setdefault(names[each.spelling], []).append(each)
    return groups


def _cut_plural(each: WrittenName, names: Mapping[str, str]) -> WrittenName:
    """Give a name without the ending of its plural, where it is one: Houthis and the Huthi office differ all the same."""
    one = each.spelling.removesuffix("s")
    if one not in names or not each.words.endswith("s"):
        return each
    return replace(each, spelling=one, stretch=Stretch(each.stretch.start, each.stretch.end - 1))


def _choose(name: str, found: list[WrittenName]) -> str:
    """Give the list's own name where the brief has it: a choice of names takes sides, and is not left to who counts more.

    Of other spellings, the one that stands most often holds.
    """
    used = Counter(each.spelling for each in found)
    official = [spelling for spelling in used if spelling.removeprefix(_THE) == name.removeprefix(_THE)]
    return official[0] if official else used.most_common(1)[0][0]


def _list_names_of_participants(checked: CheckedBrief, names: Mapping[str, str]) -> set[str]:
    words = {word for each in checked.brief.participants for word in (each.name or "").split()}
    return {names[word] for word in words if word in names}


def _tell(each: WrittenName, chosen: str, message: str) -> Finding:
    return each.text.finding(
        each.stretch, message, f"write `{chosen.removeprefix(_THE)}` throughout", _fix(each, chosen)
    )


def _fix(each: WrittenName, chosen: str) -> str | None:
    """Give what may stand instead, with an article where one is needed; None where a sentence would have to be turned."""
    words, had_the = each.words, each.words.lower().startswith(_THE)
    if words.isupper():
        return None
    if not chosen.startswith(_THE):
        return chosen if not words[0].isupper() else chosen[0].upper() + chosen[1:]
    if had_the:
        return words[: len(_THE)] + chosen.removeprefix(_THE)
    if each.spelling.startswith(_THE):
        return chosen.removeprefix(_THE)
    start = each.stretch.start
    return chosen if _TAKES_THE.search(each.text.words, max(0, start - 10), start) else None
