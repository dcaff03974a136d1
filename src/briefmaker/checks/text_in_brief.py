"""A text of a brief as rules see it: its field, its words, sentences, blocks and citations."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from briefmaker.checks.finding import Finding
from briefmaker.checks.plain_text import PlainText, TextBlock, WrittenCitation, read_plain_text
from briefmaker.checks.sentences import Stretch, find_sentences, find_words, iterate_words
from briefmaker.model.text import TextKind

_FARTHEST = 1_000
"""No sentence that means something is longer, in letters."""


def fold_word(word: str) -> str:
    """Give a word as words are compared: in small letters, its apostrophes straight."""
    return word.lower().replace("’", "'")


class Token(NamedTuple):
    """A word of a text: where it stands, and how it is compared; a tuple, since there are thousands in a brief."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True)
class TextInBrief:
    """One text: ``path`` is its place (``agenda[0].background``), ``field`` that place without numbers (``agenda.background``).

    ``typed`` is what was typed, with the signs of Markdown; ``facts`` are the printed values of facts by id. All offsets
    count characters of ``words``; where in the file they stand, the runner finds out of a finding.
    """

    path: str
    field: str
    kind: TextKind
    typed: str
    facts: dict[str, str]

    @cached_property
    def plain(self) -> PlainText:
        """The text as its reader meets it, with the way back to what was typed."""
        return read_plain_text(self.typed, self.kind, self.facts)

    @property
    def words(self) -> str:
        """The plain text; blocks are parted by a line break."""
        return self.plain.words

    @property
    def blocks(self) -> tuple[TextBlock, ...]:
        """The paragraphs, entries of lists and cells of tables."""
        return self.plain.blocks

    @property
    def citations(self) -> tuple[WrittenCitation, ...]:
        """What the text cites, sources and facts, in order."""
        return self.plain.citations

    def is_in(self, fields: frozenset[str]) -> bool:
        """Tell whether the field is one of these, or the first part of its name is."""
        return self.field in fields or self.field.partition(".")[0] in fields

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """Where each sentence begins and ends."""
        return tuple(find_sentences(self.words, self.blocks))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the text in their order; what a hyphen, an apostrophe or a point joins is one: 3.5, don't."""
        words = self.words
        folded = fold_word(words)
        if len(folded) != len(words):  # some letters are two when small, as the dotted capital I of Turkish
            return tuple(
                Token(start, end, fold_word(words[start:end])) for start, end in iterate_words(words, 0, len(words))
            )
        return tuple(Token(start, end, folded[start:end]) for start, end in iterate_words(words, 0, len(words)))

    def sentence_at(self, offset: int) -> Stretch:
        """Give the sentence around an offset, or the one before it."""
        index = bisect_right(self.sentences, offset, key=attrgetter("start")) - 1
        return self.sentences[max(index, 0)] if self.sentences else Stretch(0, len(self.words))

    def sentence_near(self, offset: int) -> Stretch:
        """Give the sentence around an offset; of one of pages what is nearby, so that looking costs no square of its length."""
        sentence = self.sentence_at(offset)
        return Stretch(max(sentence.start, offset - _FARTHEST), min(sentence.end, offset + _FARTHEST))

    def words_in(self, stretch: Stretch) -> tuple[Stretch, ...]:
        """Give where each word of a sentence begins and ends."""
        return tuple(find_words(self.words, stretch.start, stretch.end))

    def quote(self, stretch: Stretch) -> str:
        """Give the words of a stretch."""
        return self.words[stretch.start : stretch.end]

    def finding(self, stretch: Stretch, message: str, hint: str = "", fix: str | None = None) -> Finding:
        """Give a finding about a stretch of this text, with what may stand instead where that is safe."""
        return Finding(self.path, message, hint, stretch=stretch, fix=fix)


class WordIndex:
    """Where each word stands in some texts: ``places`` has, for each as it is compared, numbers of text and of word."""

    def __init__(self, texts: tuple[TextInBrief, ...]) -> None:
        self.texts = texts
        self.places: dict[str, list[tuple[int, int]]] = {}
        for number, text in enumerate(texts):
            for at, token in enumerate(text.tokens):
                self.places.setdefault(token.folded, []).append((number, at))
