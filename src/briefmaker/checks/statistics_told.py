"""Finds where a sentence tells a statistic: a word such as spending or refugees, what became of it, and the number."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.phrases import FoundPhrase, Phrases
from briefmaker.checks.plain_text import TextBlock
from briefmaker.checks.quantities import Quantity, read_quantities
from briefmaker.checks.quotations import is_quoted
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, WordIndex

_PROSE = LatePattern(
    r"(?:bottom_line|summary|issue|background|considerations|recommendation|key_points|objectives|sections\.text"
    r"|annexes\.text"
    r"|items\.(?:text|judgement|basis|so_what)|implications\.(?:statement|basis|so_what)|decision\.(?:ask|because"
    r"|options\.text)"
    r"|agenda\.(?:issue|our_position|their_position|lines_to_take|background|objective|if_raised\.(?:they_say|we_say))"
    r"|participants\.(?:perspective|approach|biography|wants)|meeting\.(?:purpose|last_met\.outcome))(?:\.text)?$"
)
VERBS = (
    r"(?:rose|risen|rises?|rising|grew|grown|grows?|fell|fallen|falls?|falling|increas(?:e|es|ed|ing)|decreas(?:e"
    r"|es|ed|ing)|declin(?:e|es|ed|ing)"
    r"|dropp?(?:s|ed)?|climb(?:s|ed)?|jump(?:s|ed)?|reach(?:es|ed)?|hits?|st(?:ood|ands?)|amount(?:s|ed)?|c(?:omes?"
    r"|ame)|total(?:s|led)?|exceed(?:s|ed)?"
    r"|pass(?:es|ed)|averag(?:es?|ed)|remain(?:s|ed)?|stay(?:s|ed)?|is|was|are|were|be|been|equals?|slow(?:s|ed)?"
    r"|shr[aiu]nks?|contract(?:s|ed)?"
    r"|expand(?:s|ed)?|doubl(?:es?|ed)|cut|puts?|estimated|mak(?:es?|ing) up|made up|takes?|took|account(?:s"
    r"|ed)? for|cover(?:s|ed)?|went up|gone up"
    r"|goes|go up|went down|surg(?:es?|ed)|soar(?:s|ed)|plung(?:es?|ed)|top(?:s|ped)|swell(?:s|ed)|edged|widen(?:s"
    r"|ed)?|narrow(?:s|ed)?|ran at"
    r"|runs? at|accelerated|eased|worth)"
)


@dataclass(frozen=True, slots=True)
class ToldSentence:
    """A sentence with what statistics it is about, perhaps none by name, and its numbers, in their order."""

    text: TextInBrief
    sentence: Stretch
    subjects: tuple[FoundPhrase, ...]
    numbers: tuple[Quantity, ...]

    @property
    def block(self) -> TextBlock:
        """The paragraph, entry of a list or cell of a table that holds the sentence."""
        blocks = self.text.blocks
        return blocks[max(bisect_right(blocks, self.sentence.start, key=attrgetter("start")) - 1, 0)]


def find_told_sentences(checked: CheckedBrief) -> tuple[ToldSentence, ...]:
    """Give the sentences of prose that have a number that counts something, with their words for statistics, if any."""
    return _find_told_sentences(checked.index, checked.phrases("statistics"))


@lru_cache(maxsize=1)
def _find_told_sentences(index: WordIndex, statistics: Phrases) -> tuple[ToldSentence, ...]:
    """Look once for the rules that ask the same of one brief."""
    return tuple(_iterate(index, statistics))


def _iterate(index: WordIndex, statistics: Phrases) -> Iterator[ToldSentence]:
    by_text: dict[int, list[FoundPhrase]] = {}
    for found in statistics.find(index):
        by_text.setdefault(id(found.text), []).append(found)
    for text in index.texts:
        if not _is_prose(text.field):
            continue
        subjects = by_text.get(id(text), [])
        numbers = [
            each for each in read_quantities(text.words, "en") if each.counts and not is_quoted(text.words, each.start)
        ]
        if numbers:
            yield from _part(text, subjects, numbers)


@lru_cache(maxsize=512)
def _is_prose(field: str) -> bool:
    return _PROSE.match(field) is not None


def _part(text: TextInBrief, subjects: list[FoundPhrase], numbers: list[Quantity]) -> Iterator[ToldSentence]:
    starts = [each.stretch.start for each in subjects]
    places = [each.start for each in numbers]
    for sentence in text.sentences:
        inner = subjects[bisect_left(starts, sentence.start) : bisect_right(starts, sentence.end)]
        counted = numbers[bisect_left(places, sentence.start) : bisect_right(places, sentence.end)]
        if counted:
            yield ToldSentence(text, sentence, tuple(inner), tuple(counted))
