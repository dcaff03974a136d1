"""The reader is asked to note, and not told what.

It is found where all words of `decision.ask`, of `recommendation` or of an entry of its list only say that something
before the reader is to be noted. The words may be added to and left out of under `words: {bare_notes: ...}` in the
settings.

Why: the guidance for Australian ministerial briefs asks that "note" say what is to be noted. A minister who ticks
"noted" has otherwise taken responsibility for whatever stands in the paper.

Wrong:

    template: submission
    decision:
      ask: Note the contents of this brief.   # STR009

Right:

    template: submission
    decision:
      ask: Note that the corridor stays closed until March.
"""

import re
from collections.abc import Iterator, Mapping

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.plain_text import BlockKind
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, fold_word

_FIELDS = ("decision.ask", "recommendation")
_WORD = re.compile(r"[^\W_]+")
_ABOUT = LatePattern(
    r"\s(?:on|about|regarding|concerning|relating to|in|sur|concernant|relati(?:fs?|ves?) (?:à|aux?)|au sujet d[eu]|en)\s",
    re.NOFLAG,
)
_CLAUSE = LatePattern(
    r"[,:;()–—0-9]|\s-\s|\b(?:that|which|who|because|since|until|and|before|after|is|are|was|were|has|have|will"
    r"|que|qui|dont|car|jusqu|et|avant|après|est|sont|a été|ont|sera)\b",
    re.NOFLAG,
)
_NOTHING_ELSE = re.compile(
    r"\bno (?:\w+ )?(?:decision|action|response|reply|comment)s?\b|\bagree to (?=note|take note)"
    r"|\b(?:aucune|sans) (?:décision|action|suite|réponse)\b"
)
_LONGEST_TOPIC = 8


@rule(languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find asks and recommendations to note that have no word which says what."""
    texts = [text for text in checked.shown_texts if text.field in _FIELDS]
    if not texts:
        return
    words = {fold_word(word): kind for word, kind in checked.phrases("bare_notes").entries.items()}
    for text in texts:
        for stretch in _list_asks(text):
            if _is_bare(fold_word(text.quote(stretch)), words):
                message = f"`{text.quote(stretch)}` does not say what is to be noted"
                yield text.finding(stretch, message, "say what the reader is to know afterwards: note that ...")


def _list_asks(text: TextInBrief) -> Iterator[Stretch]:
    """Give the text as a whole, or where it has lists, each entry that is not followed by entries of its own."""
    items = [block for block in text.blocks if block.kind is BlockKind.ITEM]
    if not items and text.words.strip():
        yield Stretch(0, len(text.words))
    for item in items:
        if not text.words[item.start : item.end].rstrip().endswith(":"):
            yield Stretch(item.start, item.end)


def _is_bare(ask: str, kinds: Mapping[str, str]) -> bool:
    """Tell whether an ask only says to note; one that goes on with what the paper is about says no more."""
    if _says_only_note(ask, kinds):
        return True
    about = _ABOUT.search(ask)
    while about is not None:
        before, topic = ask[: about.start()], ask[about.end() :]
        last = _WORD.findall(before)[-1:]
        if (
            last
            and kinds.get(last[0]) in ("paper", "note", "noun")
            and _says_only_note(before, kinds)
            and _is_topic(topic)
        ):
            return True
        about = _ABOUT.search(ask, about.end() - 1)
    return False


def _says_only_note(ask: str, kinds: Mapping[str, str]) -> bool:
    """Tell whether all words are known, some say to note, and what is noted is nobody's own, as a council's position is."""
    words = _WORD.findall(_NOTHING_ELSE.sub("", ask))
    if not all(word in kinds or word.isdigit() for word in words):
        return False
    found = [kinds.get(word, "") for word in words]
    if "note" not in found:
        return "noun" in found
    verb = found.index("note")
    return "noun" in found[:verb] or "reader" not in found[verb:]


def _is_topic(words: str) -> bool:
    return not _CLAUSE.search(words) and len(words.split()) <= _LONGEST_TOPIC
