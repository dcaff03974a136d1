"""How a brief shows its texts now: what a document is compared with, and what another text would look like."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefmaker.model.rich_text import Blocks
from briefmaker.review.citing import Citing
from briefmaker.review.kinds import Kind, kind_of
from briefmaker.review.tidy import tidy_blocks
from briefmaker.view.frame import Frame
from briefmaker.view.shape import View
from briefmaker.view.shown_text import Text
from briefmaker.writing.word.anchors import digest_blocks


@dataclass(frozen=True)
class Showing:
    """A brief's view, and what its texts are made with."""

    view: View
    frame: Frame

    @cached_property
    def texts(self) -> Mapping[str, Text]:
        """All texts of the view by the path of their field; of one that is shown twice, the first."""
        found: dict[str, Text] = {}
        for text in iterate_texts(self.view):
            found.setdefault(text.path, text)
        return found

    @cached_property
    def citing(self) -> Citing:
        """What reads citations back from their numbers."""
        sources = {source.number: source.title.path.split(".")[1] for source in self.view.sources}
        for source in sources.values():  # so that another text is shown with the numbers that there are
            self.frame.citations.number(source)
        labels = self.view.labels
        return Citing(sources, self.frame.calendar.locale, labels["comma"], labels["semicolon"])

    def blocks(self, path: str) -> Blocks:
        """Give what a field shows, in its plainest form; nothing for one that shows nothing."""
        text = self.texts.get(path)
        return tidy_blocks(text.blocks, self.citing) if text else ()

    def digest(self, path: str) -> str:
        """Give the hash of what a field shows; empty for one that shows nothing."""
        text = self.texts.get(path)
        return digest_blocks(text.blocks) if text else ""

    def show(self, path: str, value: str) -> Blocks:
        """Give what a field would show if it held another value, in its plainest form."""
        citing, make = self.citing, self.frame.make
        match kind_of(path):
            case Kind.RICH:
                text = make.rich(path, value)
            case Kind.LINE | Kind.SHORT:
                text = make.short(path, value.strip())
            case _:
                text = make.words(path, value.strip())
        return tidy_blocks(text.blocks, citing) if text else ()


def iterate_texts(part: object) -> Iterator[Text]:
    """Give all texts of a view in its order."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from iterate_texts(each)
    elif dataclasses.is_dataclass(part):
        for each in dataclasses.fields(part):
            yield from iterate_texts(getattr(part, each.name))
