"""All that a rule may look at, as plain data: the brief, its texts, what its template shows, markings, scales and lengths."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefmaker.checks.phrases import Phrases
from briefmaker.checks.text_in_brief import TextInBrief, WordIndex
from briefmaker.checks.words_of_rules import choose_phrases
from briefmaker.model import Brief, Clearance, is_void
from briefmaker.model.answers import Answer
from briefmaker.model.check_settings import CheckSettings
from briefmaker.model.fact_register import Register
from briefmaker.model.fields import has_shown_part, is_content, is_shown
from briefmaker.model.lengths import Lengths
from briefmaker.model.limits import Limits
from briefmaker.reading.reading import DataTable


@dataclass(frozen=True, slots=True)
class Markings:
    """How the brief is marked: the scheme's levels, lowest first, and what each part says of itself and what it carries.

    ``stated`` holds what portions say of themselves by path; ``carried`` what each field or entry that is shown to the
    reader carries in the end, by its own words or those around it. ``marks_every_portion`` is what the scheme asks.
    """

    levels: tuple[str, ...] = ()
    marks_every_portion: bool = False
    stated: Mapping[str, str] = field(default_factory=dict)
    carried: Mapping[str, str] = field(default_factory=dict)

    def rank(self, marking: str | None) -> int:
        """Give how high a marking stands; 0 is the lowest, -1 one that the scheme has not."""
        return self.levels.index(marking) if marking in self.levels else -1


@dataclass(frozen=True)
class CheckedBrief:
    """A brief as rules see it.

    ``texts`` are all that can be read in it, in the order of the file, what is not Markdown too. ``told`` are the fields
    that could not be read and are told of already, so that ``brief`` may lack them; an empty path among them says that
    the file itself was broken. ``scales`` holds the rows of each likelihood scale, lowest first, each with its terms in
    the brief's language and in English. ``lengths`` is None until the brief was rendered, ``answers``, of each web address
    in it, until the network was asked. ``registers`` are the workspace's own, of dated facts. ``tables`` are the data of
    figures, by the figure's name. ``content`` is the fingerprint of what is cleared with the brief, empty where no clearance
    names one, or where the brief could not be read whole.
    """

    brief: Brief
    texts: tuple[TextInBrief, ...] = ()
    shows: tuple[str, ...] = ()
    settings: CheckSettings = field(default_factory=CheckSettings)
    limits: Limits = field(default_factory=Limits)
    house_languages: tuple[str, ...] = ()
    markings: Markings = field(default_factory=Markings)
    scales: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    lengths: Lengths | None = None
    registers: tuple[Register, ...] = ()
    tables: Mapping[str, DataTable] = field(default_factory=dict)
    answers: Mapping[str, Answer] | None = None
    content: str = ""

    @property
    def language(self) -> str:
        """Give the brief's language without its region."""
        return self.brief.language.split("-")[0].lower()

    def is_void(self, clearance: Clearance) -> bool:
        """Tell whether a clearance was given to other content than the brief has; no, where nobody knows what it has."""
        return bool(self.content) and is_void(clearance, self.content)

    @property
    def known_on(self) -> datetime.date | None:
        """Give the day whose knowledge the brief holds: ``as_of``, or else its date; None where that could not be read."""
        if self.brief.as_of is not None:
            return self.brief.as_of.date
        return None if {"as_of", "date"} & set(self.told) else self.brief.date

    def shows_field(self, field: str) -> bool:
        """Tell whether the template shows a field, one around it or part of it."""
        return is_shown(field, self.shows) or has_shown_part(field, self.shows)

    @cached_property
    def index(self) -> WordIndex:
        """Where each word of the texts that the template shows stands."""
        return WordIndex(self.shown_texts)

    @cached_property
    def shown_texts(self) -> tuple[TextInBrief, ...]:
        """The texts that the reader of the document meets; all of them where the template is not known."""
        content = (text for text in self.texts if is_content(text.field))
        return tuple(text for text in content if not self.shows or is_shown(text.field, self.shows))

    def phrases(self, name: str) -> Phrases:
        """Give the word list of this name in the brief's language, as the workspace wants it."""
        return choose_phrases(name, self.language, self.settings.words.get(name))
