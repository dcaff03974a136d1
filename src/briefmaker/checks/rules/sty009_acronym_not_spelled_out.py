"""The bottom line, the summary or the ask has an acronym that only the glossary explains.

Acronyms that every reader knows, the list of words `acronyms`, are left alone, and so are the other fields, whose reader has
the glossary at hand. Where the glossary's words have the acronym's initials, and the grammar around it stays right, they are
put in at its first use.

Why: the US Army asks in its executive summaries for acronyms to be spelled out. The bottom line is what a minister reads, and
often all of it; the glossary stands pages later.

Wrong:

    template: information
    bottom_line: The MFF is settled.   # STY009
    glossary:
      MFF: multiannual financial framework, the budget of seven years

Right:

    template: information
    bottom_line: The multiannual financial framework (MFF) is settled.
    background: The MFF pays for the fund.
    glossary:
      MFF: multiannual financial framework, the budget of seven years
"""

import re
from collections.abc import Iterator

from briefmaker.checks.acronyms import Acronym, find_acronyms, is_spelled_out, matches_initials
from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.reading_order import in_reading_order
from briefmaker.checks.rule import rule

_READ_ALONE = ("bottom_line", "summary", "decision.ask")
_MEANING_ENDS = re.compile(r"[,;:(\[–—]|\. ")
_WORD = re.compile(r"[^\W_]+")
_VOWEL = re.compile(r"[aeiouyhàâéèêëîïôù]", re.IGNORECASE)
_AN_ARTICLE_BEFORE = re.compile(r"(?:\b(?:an?|l[ea]|du|de|une?)\s|[’'])$", re.IGNORECASE)


@rule(shows=_READ_ALONE)
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find the first use of each acronym of the glossary in what is read alone, unless it is spelled out there."""
    glossary = checked.brief.glossary
    known = set(checked.phrases("acronyms").entries)
    for text in in_reading_order(text for text in checked.shown_texts if text.field in _READ_ALONE):
        for acronym in find_acronyms(text) if glossary else ():
            letters = acronym.letters
            if letters in glossary and letters not in known:
                known.add(letters)
                if not is_spelled_out(acronym):
                    yield _tell(acronym, glossary[letters])


def _tell(acronym: Acronym, meaning: str) -> Finding:
    message = f"`{acronym.letters}` is explained in the glossary alone, which whoever reads only this has not at hand"
    hint = f"write what it stands for, with ({acronym.letters}) after it"
    return acronym.text.finding(acronym.stretch, message, hint, _spell_out(acronym, meaning))


def _spell_out(acronym: Acronym, meaning: str) -> str | None:
    """Give the words of the glossary with the acronym; None where these would not fit its form or its article."""
    spelled = _MEANING_ENDS.split(meaning, maxsplit=1)[0].strip()
    words, start = acronym.text.words, acronym.stretch.start
    following = words[acronym.stretch.end : acronym.stretch.end + 1]
    is_plain = acronym.text.quote(acronym.stretch) == acronym.letters and following not in tuple("’'-‑/")
    if (
        not is_plain
        or not re.fullmatch(r"[\w’' \-‑]+", spelled)
        or not matches_initials(acronym.letters, _WORD.findall(spelled))
    ):
        return None
    before = _AN_ARTICLE_BEFORE.search(words, max(0, start - 5), start)
    if before is not None and (_VOWEL.match(spelled) is not None) != (before[0].strip().lower() in ("’", "'", "an")):
        return None
    sentence = acronym.text.sentence_at(start)
    return f"{spelled[0].upper() if sentence.start == start else spelled[0]}{spelled[1:]} ({acronym.letters})"
