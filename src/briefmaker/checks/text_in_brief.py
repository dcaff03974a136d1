"""A text of a brief as rules see it: its field, its words, sentences, blocks and citations."""

from dataclasses import dataclass
from functools import cached_property

from briefmaker.checks.finding import Finding
from briefmaker.checks.plain_text import PlainText, TextBlock, WrittenCitation, read_plain_text
from briefmaker.checks.sentences import Stretch, find_sentences, find_words
from briefmaker.model.text import TextKind


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

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """Where each sentence begins and ends."""
        return tuple(find_sentences(self.words, self.blocks))

    def words_in(self, stretch: Stretch) -> tuple[Stretch, ...]:
        """Give where each word of a sentence begins and ends."""
        return tuple(find_words(self.words, stretch.start, stretch.end))

    def quote(self, stretch: Stretch) -> str:
        """Give the words of a stretch."""
        return self.words[stretch.start : stretch.end]

    def finding(self, stretch: Stretch, message: str, hint: str = "") -> Finding:
        """Give a finding about a stretch of this text."""
        return Finding(self.path, message, hint, stretch=stretch)
