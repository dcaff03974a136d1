"""Finds the names of a word list in the texts of a brief, with their endings, and leaves those that are not the writer's own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.phrases import FoundPhrase, Phrases
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, WordIndex

_THE = "the "
_AS_WRITTEN = LatePattern(
    r"sources\.|participants\.(?:name|person|portrait)|(?:contact|prepared_by)\.|reference$|clearances\.by", re.NOFLAG
)
_EXPLAINS = LatePattern(
    r"\b(?:formerly|previously|t(?:akes?|ook) the name|became|known as|also called|renamed|rename|(?:chang|call|nam"
    r"|spell?)(?:e|es|ed|ing)? (?:of "
    r"|its |the |as )?"
    r"(?:name|itself)|name change|change of name|old name|spelling|spelt|spelled|used to be|called|(?:formal|full|official|short"
    r"|constitutional|historic(?:al)?|colonial|legal|other|two|both) names?|names? (?:is|was|are|means)"
    r"|twinned|stands? for|(?:short|long) form"
    r"|in (?:Russian|Ukrainian|Turkish|French|Spanish|Arabic|Soviet|colonial) (?:times|maps)|now (?:known|named|called))\b"
)
_NAME_AFTER = LatePattern(r"[ \u00a0](?:[A-Z][a-z]+|duck|tea|syndrome|&)", re.NOFLAG)
_NAME_BEFORE = LatePattern(
    r"\b(?:North|South|East|West|New|Northern|Southern|Eastern|Western|Little|Greater|Lake|[Cc]hicken|Dynamo|Dinamo|[Rr]oast|[Ff]rozen|[Cc]anned"
    r"|SS|HMS|USS|FC|Radio|[Ss]tuffed|[Cc]ity of)[ \u00a0]$",
    re.NOFLAG,
)
_ALSO = {
    "Macedonia": re.compile(r"\b(?:Gree(?:ce|k)|regions?|[Aa]ncient|Alexander|Thessaloniki|Ottoman|Philip|kingdom)\b")
}
"""Names that something else has too, and the words of a sentence that is about that."""
_IN_ANOTHER_LAND = LatePattern(
    r"(?:,| in| \()[ \u00a0]?(?:Texas|Ontario|Florida|Ohio|Indiana|Missouri|Delaware|Illinois|Michigan"
    r"|Georgia|Kansas|Maine|Kentucky|Canada|the United States|New York|California|Tennessee)\b",
    re.NOFLAG,
)
"""Where another city of the name lies, as Odessa in Texas."""


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name where a text has it: without its ending, with ``the`` where the list's spelling has it and it stands there."""

    text: TextInBrief
    stretch: Stretch
    spelling: str

    @property
    def words(self) -> str:
        """Give the name as it stands there."""
        return self.text.quote(self.stretch)


def find_written_names(index: WordIndex, spellings: tuple[str, ...]) -> Iterator[WrittenName]:
    """Give each spelling where a writer of the brief uses it, in the order of the texts.

    Left out are names of sources and people as they write themselves, quotations, sentences that explain a name, and names
    within others: the Bombay Stock Exchange.
    """
    forms = _list_forms(spellings)
    for text, stretch, spelling in _find_forms(index, forms):
        if not _AS_WRITTEN.match(text.field) and _has_capitals(text.quote(stretch), spelling):
            written = WrittenName(text, stretch, spelling)
            if not _is_anothers(written):
                yield written


def _find_forms(index: WordIndex, forms: "_Forms") -> Iterator[tuple[TextInBrief, Stretch, str]]:
    for found in forms.phrases.find(index):
        ending = len(found.phrase) - len(_cut_ending(found.phrase))
        start = _begin_with_article(found) if found.meaning.startswith(_THE) else found.stretch.start
        yield found.text, Stretch(start, found.stretch.end - ending), found.meaning
    for word in index.places:
        if "-" in word and not word.startswith("-") and word not in forms.single:
            first = word.partition("-")[0]
            if first in forms.single:
                for number, at in index.places[word]:
                    start = index.texts[number].tokens[at].start
                    yield index.texts[number], Stretch(start, start + len(first)), forms.single[first]


def _begin_with_article(found: FoundPhrase) -> int:
    start = found.stretch.start
    before = found.text.words[max(0, start - len(_THE)) : start]
    return start - len(_THE) if before.lower() == _THE else start


@dataclass(frozen=True, slots=True)
class _Forms:
    phrases: Phrases
    single: Mapping[str, str]


@lru_cache(maxsize=64)
def _list_forms(spellings: tuple[str, ...]) -> _Forms:
    """Give what may stand in a text for each spelling: without its article, too common to look for, and with an ending."""
    forms: dict[str, str] = {}
    for spelling in spellings:
        for ending in ("", "'s", "'"):
            forms.setdefault(spelling.removeprefix(_THE) + ending, spelling)
    single = {each.lower(): each for each in spellings if re.fullmatch(r"\w+", each)}
    return _Forms(Phrases(forms), single)


def _cut_ending(form: str) -> str:
    return form.removesuffix("'s").removesuffix("'")


def _has_capitals(words: str, spelling: str) -> bool:
    """Tell whether what the spelling has in capitals is so in the text: Turkey is one, turkey is none."""
    bare = spelling.removeprefix(_THE)
    last = words[-len(bare) :]
    return all(here.isupper() or not wanted.isupper() for here, wanted in zip(last, bare, strict=False))


def _is_anothers(written: WrittenName) -> bool:
    words, start, end = written.text.words, written.stretch.start, written.stretch.end
    if is_quoted(words, start) or _NAME_BEFORE.search(words, max(0, start - 20), start):
        return True
    if (
        _NAME_AFTER.match(words, end)
        or _IN_ANOTHER_LAND.match(words, end)
        or words[start - 1 : end + 1] == f"({words[start:end]})"
    ):
        return True
    sentence = written.text.sentence_near(start)
    other = _ALSO.get(written.spelling)
    if other is not None and other.search(words, sentence.start, sentence.end):
        return True
    return _EXPLAINS.search(words, sentence.start, sentence.end) is not None
