"""What a pack has to say: its cover and contents, and what is bound into it, each brief by the view that its pages have."""

from dataclasses import dataclass

from briefmaker.verifying.expected import words_of
from briefmaker.view.pack_shape import EntryView, PackView
from briefmaker.view.shape import View


@dataclass(frozen=True, slots=True)
class ExpectedPart:
    """One tab or annex: ``view`` is that of its brief, None for an annex, which has so many ``pages``."""

    entry: EntryView
    view: View | None = None
    pages: int = 0

    @property
    def name(self) -> str:
        """Give what stands on the tab: ``Tab A``."""
        return self.entry.name

    @property
    def title(self) -> str:
        """Give what the contents call it."""
        return words_of(self.entry.title)

    @property
    def details(self) -> str:
        """Give what stands below the title in the contents: kind, reference and status."""
        return " ".join(filter(None, (self.entry.kind, words_of(self.entry.reference), words_of(self.entry.status))))

    @property
    def marking(self) -> str:
        """Give what it is marked, empty where it is not."""
        return words_of(self.entry.marking)


@dataclass(frozen=True, slots=True)
class ExpectedPack:
    """A pack; ``copy`` is the number of the copy that a document is by its name, 0 where it has none.

    With dividers there is a sheet before each tab and annex, whose title is a heading in Word.
    """

    view: PackView
    parts: tuple[ExpectedPart, ...]
    copy: int = 0
    has_dividers: bool = False

    @property
    def briefs(self) -> tuple[tuple[ExpectedPart, View], ...]:
        """Give the tabs, each with the view of its brief, in order."""
        return tuple((part, part.view) for part in self.parts if part.view is not None)

    @property
    def annexes(self) -> tuple[ExpectedPart, ...]:
        """Give the annexes, in order."""
        return tuple(part for part in self.parts if part.view is None)

    def list_titles(self, *, in_word: bool) -> tuple[tuple[str, View | None], ...]:
        """Give the headings of the first level in order, each with the view of the brief that it begins, None for all others."""
        titles: list[tuple[str, View | None]] = [(words_of(self.view.title), None)]
        for part in self.parts:
            titles += [(part.title, None)] if self.has_dividers and in_word else []
            titles += [(words_of(part.view.title), part.view)] if part.view is not None else []
        return tuple(titles)

    def list_labels(self, key: str) -> tuple[str, ...]:
        """Give a label in the language of the pack, and in those of its briefs, each once."""
        labels = (self.view.labels, *(view.labels for _, view in self.briefs))
        return tuple(dict.fromkeys(str(each[key]) for each in labels))
