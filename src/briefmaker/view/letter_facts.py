"""What a letter tells of a document in the letter's own language, which may be another than the document's."""

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from briefmaker.model import Brief, Status
from briefmaker.model.pack import Pack
from briefmaker.model.settings import Settings
from briefmaker.view.build_view import find_locale
from briefmaker.view.calendar import Calendar
from briefmaker.view.house import write_plainly
from briefmaker.view.labels import Labels, load_labels, write_label
from briefmaker.view.pack_shape import PackView
from briefmaker.view.shape import View
from briefmaker.view.shown_text import Text


@dataclass(frozen=True, slots=True)
class LetterLanguage:
    """The language of a letter: its tag, its labels, how it counts and how it writes dates."""

    tag: str
    labels: Labels
    calendar: Calendar

    @property
    def direction(self) -> str:
        """Give ``ltr`` or ``rtl``."""
        return str(self.calendar.locale.text_direction)

    def label(self, key: str, **values: object) -> str:
        """Give a label, with the values it asks for."""
        return write_label(self.labels, key, self.calendar.locale, **values)


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """A document's dates and states in a letter's language; each is empty where the document does not show it.

    One that ``is_draft`` was not issued. ``start`` is when a meeting begins, ``deadline`` by when a decision is needed,
    ``version`` the number alone, ``edition`` the title of the edition.
    """

    is_draft: bool = False
    version: str = ""
    date: str = ""
    status: str = ""
    start: str = ""
    deadline: str = ""
    edition: str = ""


def choose_language(view: View | PackView, source: Brief | Pack, settings: Settings, tag: str = "") -> LetterLanguage:
    """Give the language of a letter: the wished one, or the document's where none is wished, or where it has no labels."""
    chosen = tag if tag and load_labels(tag) else view.language
    labels = load_labels(chosen) or load_labels("en") or {}
    zone = _find_zone(source.timezone if isinstance(source, Brief) else None)
    calendar = Calendar(find_locale(chosen), zone, comma=str(labels["comma"]), style=settings.date_style)
    return LetterLanguage(chosen, labels, calendar)


def tell_facts(
    view: View | PackView, source: Brief | Pack, settings: Settings, language: LetterLanguage
) -> LetterFacts:
    """Give what a letter tells of a document; ``source`` is the brief or pack whose view it is.

    Nothing is told that the view does not hold: it is that of an edition where the reader gets one, and the source may be the
    whole brief.
    """
    edition = settings.editions.get(view.properties.edition)
    facts = LetterFacts(
        is_draft=source.status not in (Status.FINAL, Status.REPLACED) or view.properties.is_unchecked,
        version=str(source.version) if _is_shown(view.version) else "",
        date=language.calendar.day(source.date) if _is_shown(view.date) else "",
        status=language.label(f"status_{source.status}".replace("-", "_")) if _is_shown(view.status) else "",
        edition=(edition.title or "") if edition else "",
    )
    return _add_dates(facts, view, source, language) if isinstance(view, View) and isinstance(source, Brief) else facts


def _add_dates(facts: LetterFacts, view: View, brief: Brief, language: LetterLanguage) -> LetterFacts:
    by = brief.decision.by if brief.decision and view.decision and _is_shown(view.decision.by) else None
    deadline = language.calendar.day(by) if by else ""
    return replace(facts, start=_write_start(view, brief, language), deadline=deadline)


def _write_start(view: View, brief: Brief, language: LetterLanguage) -> str:
    """Give when a meeting begins; of an edition what it says itself, as it may show the end and not the beginning."""
    when = view.meeting.when if view.meeting else None
    if not _is_shown(when):
        return ""
    if view.properties.edition or brief.meeting is None or brief.meeting.start is None:
        return write_plainly(when)
    return language.calendar.full_moment(brief.meeting.start)


def _is_shown(text: Text | None) -> bool:
    return text is not None and bool(text.blocks)


def _find_zone(name: str | None) -> ZoneInfo | None:
    return ZoneInfo(name) if name else None
