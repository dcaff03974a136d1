"""How a brief's citations and unbreakable blanks are shown, so that they can be read back from the words of a document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale

from briefmaker.model.rich_text import Blocks, Citation, Cited, Paragraph, Reference, Run
from briefmaker.reading.citations import CITATION, read_references
from briefmaker.view.blanks import NO_BREAK, keep_together

_TYPED = re.compile(rf"[ \u00a0]*({CITATION.pattern})")
_SHOWN = re.compile(r"[ \u00a0]*\[([0-9][^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Citing:
    """The sources of a brief by their numbers, and the signs that its language sets between and behind them."""

    sources: Mapping[int, str]
    locale: Locale
    comma: str = ","
    semicolon: str = ";"

    def find(self, text: str) -> list[tuple[int, int, Citation]]:
        """Give the citations that stand in a text, each with where it begins, its blank included, and where it ends."""
        shown = [(each.start(), each.end(), self._read(each[1])) for each in _SHOWN.finditer(text)]
        typed = [(each.start(), each.end(), self._read_typed(each[1])) for each in _TYPED.finditer(text)]
        found = sorted([*shown, *typed], key=lambda each: each[:2])
        return [(start, end, citation) for start, end, citation in found if citation is not None]

    def _read_typed(self, written: str) -> Citation | None:
        """Read a citation that a reviewer wrote as one is written in the file; None where a source is not known."""
        references = read_references(written)
        return Citation(references) if all(each.id in self.sources.values() for each in references) else None

    def _read(self, inside: str) -> Citation | None:
        """Read what stands between brackets; None where it is no citation of known sources."""
        references = []
        for part in inside.split(f"{self.semicolon} "):
            number, _, place = part.partition(self.comma)
            known = self.sources.get(int(number)) if number.strip().isdecimal() else None
            if known is None:
                return None
            references.append(Reference(known, " ".join(place.replace(NO_BREAK, " ").split())))
        return Citation(tuple(references))

    def name(self, cited: Cited) -> Citation:
        """Give a citation that is shown as it would be written."""
        return Citation(
            tuple(
                Reference(self.sources.get(source.number, str(source.number)), source.place.replace(NO_BREAK, " "))
                for source in cited.sources
            )
        )

    def loosen(self, text: str) -> str:
        """Give words with plain blanks where briefmaker itself puts those at which no line may break."""
        if NO_BREAK not in text:
            return text
        loose = text.replace(NO_BREAK, " ")
        kept = _keep(loose, self.locale)
        return "".join(" " if own == kept_here == NO_BREAK else own for own, kept_here in zip(text, kept, strict=True))


NOTHING_CITED = Citing({}, Locale.parse("en"))
"""For a text of no brief, whose citations are not shown by number."""


def _keep(words: str, locale: Locale) -> str:
    blocks: Blocks = keep_together((Paragraph((Run(words),)),), locale)
    first = blocks[0].inlines[0] if isinstance(blocks[0], Paragraph) else None
    return first.text if isinstance(first, Run) else words
