"""The words of a document in reading order, in which passages are looked for whatever blocks they are cut into."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from briefmaker.verifying.outline import Block
from briefmaker.verifying.squeezing import (
    RIGHT_TO_LEFT,
    count_words,
    is_mostly_right_to_left,
    is_right_to_left,
    squeeze,
)


@dataclass(frozen=True)
class Flow:
    """All blocks one after the other; ``write`` makes texts comparable."""

    blocks: tuple[Block, ...]
    write: Callable[[str], str] = squeeze

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """The squeezed text of each block."""
        return tuple(self.write(block.text) for block in self.blocks)

    @cached_property
    def text(self) -> str:
        """The whole as one squeezed text."""
        return "".join(self.pieces)

    @cached_property
    def is_right_to_left(self) -> bool:
        """Whether the document is written from right to left."""
        text = "".join(block.text for block in self.blocks)
        return text.endswith(RIGHT_TO_LEFT) or is_mostly_right_to_left(text)

    def count(self, passage: str) -> int:
        """Tell how often a passage stands in the document.

        From right to left a passage is found by its words in whatever order, since a PDF keeps them as they lie on the line.
        """
        wanted = self.write(passage)
        if not wanted:
            return 0
        found = self.text.count(wanted)
        if found == 0 and (self.is_right_to_left or is_right_to_left(passage)):
            return self._count_by_words(passage)
        return found + (0 if found else self._count_torn(wanted))

    def find(self, passage: str, start: int = 0) -> int:
        """Give where a passage begins, or -1."""
        return self.text.find(self.write(passage), start)

    def _count_by_words(self, passage: str) -> int:
        wanted = count_words(passage)
        return sum(wanted <= words for words in self._words_of_neighbours)

    @cached_property
    def _words_of_neighbours(self) -> tuple[Counter[str], ...]:
        """The words of each block together with those of the next, over which a page may have broken it."""
        texts = [block.text for block in self.blocks]
        return tuple(count_words(f"{one} {other}") for one, other in zip(texts, [*texts[1:], ""], strict=True))

    def _count_torn(self, wanted: str) -> int:
        """Count passages of a table's row that a page break has torn: another cell stands between their two pieces."""
        starts = [number for number, piece in enumerate(self.pieces) if piece and wanted.startswith(piece)]
        return sum(self._is_continued(number, wanted) for number in starts)

    def _is_continued(self, number: int, wanted: str) -> bool:
        rest, page = wanted, self.blocks[number].page
        for block, piece in zip(self.blocks[number:], self.pieces[number:], strict=True):
            if block.page > page + 1:
                return False
            if piece and rest.startswith(piece):
                rest = rest[len(piece) :]
            if not rest:
                return block.page > page
        return False
