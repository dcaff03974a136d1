"""Which texts of a brief judge, which report, and whose view a sentence gives."""

from briefmaker.checks.likelihood_table import LikelihoodTable
from briefmaker.checks.phrases import FoundPhrase
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, fold_word

STATEMENTS = frozenset({"implications.statement", "items.judgement"})
"""The sentences that are judgements; their likelihood and confidence have fields of their own."""
LIKELIHOODS = frozenset({"implications.likelihood", "items.likelihood"})
JUDGING = STATEMENTS | {"bottom_line"}
ADVICE = frozenset({"implications.so_what", "items.so_what"})
"""What a judgement asks its reader to do."""
BESIDE = frozenset({"implications.so_what", "items.so_what", "implications.basis", "items.basis"})
"""What belongs to a judgement: what it rests on and what follows."""
REPORTING = frozenset(
    {
        "background", "issue", "summary", "key_points", "considerations", "sections.text", "annexes.text", "items.text",
        "agenda.background", "agenda.issue", "agenda.their_position", "participants.biography", "participants.perspective",
        "meeting.last_met.outcome",
    }
)  # fmt: skip
"""What tells facts."""
ARGUING = frozenset({"agenda.our_position", "recommendation", "decision.options.text"})


def belongs_to(text: TextInBrief, fields: frozenset[str]) -> bool:
    """Tell whether a text stands in one of some fields, also as one entry of several with marks of their own."""
    return text.field.removesuffix(".text") in fields or text.field in fields


def is_of_others(found: FoundPhrase, table: LikelihoodTable) -> bool:
    """Tell whether the sentence of a phrase tells what somebody else holds, as by ``according to``."""
    near = found.text.sentence_near(found.stretch.start)
    words = {fold_word(found.text.quote(each)) for each in found.text.words_in(near)}
    parts = words | {each.rpartition("'")[2] for each in words}
    return not parts.isdisjoint(table.words("telling")) and parts.isdisjoint(table.words("ours"))


class Told:
    """Remembers what is told, so that words are told once; by letters, as cost must not grow with the square of a text."""

    def __init__(self) -> None:
        self._letters: set[tuple[str, int]] = set()

    def add(self, text: TextInBrief, stretch: Stretch) -> None:
        """Remember a stretch."""
        self._letters.update((text.path, at) for at in range(stretch.start, stretch.end))

    def covers(self, text: TextInBrief, stretch: Stretch) -> bool:
        """Tell whether a stretch shares letters with one that is told already."""
        return any((text.path, at) in self._letters for at in range(stretch.start, stretch.end))
