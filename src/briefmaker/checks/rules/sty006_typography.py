"""A text has signs of a typewriter: straight quotation marks and apostrophes, hyphens for dashes, three dots.

Told are straight quotation marks and apostrophes, two hyphens or one between blanks for a dash, a hyphen in a range of
numbers, and three dots for the sign …. In French also a missing blank before the per cent sign, tall marks and guillemets;
where a blank stands, documents keep the line from breaking at it by themselves. In English, a brief that writes both 5% and
5 % is told of the rarer. Addresses and sources are left as they are. Every finding can be mended by itself.

Why: what ministers sign is set in print. Word puts these signs in as one types and YAML does not, so that a brief shows
which sentences were pasted.

Wrong:

    template: information
    background: Ukraine's allies - all 32 of them - have paid.   # STY006

Right:

    template: information
    background: Ukraine’s allies – all 32 of them – have paid.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.checks.typography import Sign, find_signs
from briefmaker.model.text import TextKind

_AS_THEY_ARE = frozenset({"sources", "translation_of", "figures.rows", "figures.y"})
_CONTEXT = 20
_SHARE = re.compile(r"(?<=[0-9])([^\S\n]?)%")


@rule(languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find signs that the language sets otherwise, each with what belongs there."""
    texts = [text for text in checked.shown_texts if text.kind is not TextKind.WORDS and not text.is_in(_AS_THEY_ARE)]
    has_facts = any("%" in (fact.unit or "") for fact in checked.brief.facts)
    shares = _find_rarer_shares(texts, is_blank_given=has_facts) if checked.language == "en" else {}
    for text in texts:
        signs = [*find_signs(text.words, text.blocks, checked.brief.language), *shares.get(text.path, ())]
        for sign in signs:
            if not _is_cited(text, sign.stretch.start):
                yield _tell(text, sign)


def _is_cited(text: TextInBrief, offset: int) -> bool:
    """Tell whether the value of a fact stands there, which is written elsewhere."""
    before = bisect_right(text.citations, offset, key=attrgetter("start")) - 1
    return before >= 0 and offset < text.citations[before].end


def _tell(text: TextInBrief, sign: Sign) -> Finding:
    words, start, end = text.words, sign.stretch.start, sign.stretch.end
    before = words[max(0, start - _CONTEXT) : start].split(" ")[-1]
    after = words[end : end + _CONTEXT].split(" ")[0]
    quoted = " ".join(f"{before}{words[start:end]}{after}".split())
    return text.finding(sign.stretch, f"{sign.name} in `{quoted}`", f"write {sign.right.strip()}", sign.right)


def _find_rarer_shares(texts: list[TextInBrief], *, is_blank_given: bool) -> dict[str, list[Sign]]:
    """Give, of per cent signs with and without a blank, the rarer where a brief has both; a fact's unit always has one."""
    found = [
        (text.path, each)
        for text in texts
        if "%" in text.words
        for each in _SHARE.finditer(text.words)
        if not _is_cited(text, each.start())
    ]
    apart = [(path, each) for path, each in found if each[1]]
    close = [(path, each) for path, each in found if not each[1]]
    is_apart_right = is_blank_given or len(apart) >= len(close)
    wrong: dict[str, list[Sign]] = {}
    for path, each in close if is_apart_right and (apart or is_blank_given) else apart if close else []:
        name = "per cent sign unlike the others of the brief"
        wrong.setdefault(path, []).append(Sign(Stretch(*each.span()), name, " %" if is_apart_right else "%"))
    return wrong
