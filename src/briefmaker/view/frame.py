"""What every part of a view is made with: the brief, its language's labels, its calendar, and the maker of texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefmaker.model import Brief
from briefmaker.model.markings import MarkingScheme
from briefmaker.model.picture import Picture
from briefmaker.view.blanks import NO_BREAK
from briefmaker.view.calendar import Calendar
from briefmaker.view.citations import Citations
from briefmaker.view.labels import Labels, write_label
from briefmaker.view.likelihood import LikelihoodScale, find_term
from briefmaker.view.shape import LikelihoodView
from briefmaker.view.shown_text import Text
from briefmaker.view.texts import TextMaker


@dataclass(frozen=True, slots=True)
class Frame:
    """Carried from function to function while one view is made.

    ``void`` are the places of those clearances that were given before the brief was changed.
    """

    brief: Brief
    language: str
    labels: Labels
    calendar: Calendar
    citations: Citations
    scale: LikelihoodScale
    scheme: MarkingScheme
    make: TextMaker
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    void: frozenset[int] = frozenset()

    def label(self, key: str, **values: object) -> str:
        """Give a label in the brief's language, with the values it asks for."""
        return write_label(self.labels, key, self.calendar.locale, **values)

    def labelled(self, path: str, key: str, **values: object) -> Text:
        """Give a field whose value is shown as a label, such as a status."""
        return self.make.require_words(path, self.label(key.replace("-", "_"), **values))

    def lead(self, path: str, lead: str | None) -> Text | None:
        """Give who leads: a participant's name where the brief gives a participant's or person's id, otherwise the words."""
        names = (each.name for each in self.brief.participants if lead in (each.id, each.person))
        return self.make.short(path, next(names, lead) or lead if lead else None)

    def minutes(self, path: str, minutes: int | None) -> Text | None:
        """Give a duration in minutes."""
        return None if minutes is None else self.make.words(path, self.label("minutes", n=minutes))

    def likelihood(self, path: str, term: str | None) -> LikelihoodView | None:
        """Give a likelihood with its range."""
        found = find_term(self.scale, term, self.language) if term and self.make.is_shown(path) else None
        if found is None:
            return None
        words, row = found
        printed = self.label(row.form, low=row.low, high=row.high).replace(" ", NO_BREAK)
        return LikelihoodView(self.make.require_words(path, words), printed, row.low, row.high)
