"""Makes the view of a pack: its cover, contents and programme, by the same means as the view of a brief."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefmaker.diagnostics import Diagnostic, Places
from briefmaker.model import Brief, TextKind
from briefmaker.model.pack import Pack, PackAnnex, PackStep
from briefmaker.model.rich_text import Paragraph, Run
from briefmaker.model.settings import Paper, Settings
from briefmaker.model.style import PLAIN_STYLE, Style
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading.markdown import parse_markdown
from briefmaker.reading.reading import Reading
from briefmaker.view.build_view import build_view, locale_of
from briefmaker.view.calendar import Calendar
from briefmaker.view.carried import Carried
from briefmaker.view.pack_shape import EntryView, PackStepView, PackView
from briefmaker.view.shape import View
from briefmaker.view.shown_text import Text

_SHOWS = ("title", "reference", "version", "status", "date", "marking", "handling", "to", "prepared_by")
_DESCRIPTION = TemplateDescription(name={"en": "Pack"}, description="Cover and contents of a pack.", shows=_SHOWS)


@dataclass(frozen=True, slots=True)
class PackViewing:
    """A view with what was found on the way; ``view`` is None when a finding stops the pack from being made."""

    view: PackView | None
    diagnostics: tuple[Diagnostic, ...]


def build_pack(
    pack: Pack,
    places: Places,
    carried: Carried,
    settings: Settings,
    paper: Paper,
    style: Style = PLAIN_STYLE,
) -> PackViewing:
    """Give the view of a pack without its entries, which ``with_entries`` adds; ``carried`` is what all its pages carry."""
    viewing = build_view(_as_brief(pack, carried), _reading_of(places), settings, _DESCRIPTION, paper, style)
    view = viewing.view
    if view is None:
        return PackViewing(None, viewing.diagnostics)
    kind = view.labels["pack"]
    made = PackView(
        properties=replace(view.properties, subject=kind),
        language=view.language,
        direction=view.direction,
        labels=view.labels,
        kind=kind,
        paper=view.paper,
        title=view.title,
        reference=view.reference,
        version=view.version,
        status=view.status,
        date=view.date,
        marking=view.marking,
        draft_notice=view.draft_notice,
        to=view.to,
        prepared_by=view.prepared_by,
        distribution=tuple(_write_short(each) for each in _list_distribution(pack, settings)),
        entries=(),
        programme=(),
        house=view.house,
        style=view.style,
        pictures=view.pictures,
    )
    return PackViewing(made, viewing.diagnostics)


def _list_distribution(pack: Pack, settings: Settings) -> tuple[str, ...]:
    """Give who gets a copy: what the pack says itself, then its lists by what they are called, each once."""
    known = settings.distribution_lists
    lists = ((known[name].title if name in known else None) or name for name in pack.lists)
    return tuple(dict.fromkeys((*(each.text for each in pack.distribution), *lists)))


def _as_brief(pack: Pack, carried: Carried) -> Brief:
    """Give the brief that would have the same head: what is wrong with that is wrong at the same fields of the pack."""
    return Brief.model_construct(
        format=1,
        template="pack",
        title=pack.title,
        reference=pack.reference,
        version=pack.version,
        status=pack.status,
        language=pack.language,
        date=pack.date,
        marking=carried.marking,
        handling=carried.handling,
        to=pack.to,
        prepared_by=pack.prepared_by,
    )


def _reading_of(places: Places) -> Reading:
    return Reading(None, {}, places, (), "")


def with_entries(view: PackView, entries: Sequence[EntryView], steps: Iterable[PackStepView]) -> PackView:
    """Give the view with its tabs and annexes, and its programme."""
    return replace(view, entries=tuple(entries), programme=tuple(steps))


def build_entry(letter: str, title: str | None, view: View, pack: PackView) -> EntryView:
    """Give the entry of a brief behind the tab of that letter, by its own view before the pack's marking is put on it."""
    return EntryView(
        key=f"tab-{letter.lower()}",
        letter=letter,
        name=pack.labels["tab_letter"].format(letter=letter),
        title=_write_short(title) if title else view.title,
        kind=view.kind,
        reference=view.reference,
        status=view.status,
        marking=view.marking,
        direction=view.direction,
        language=view.language,
    )


def build_annex_entry(number: int, annex: PackAnnex, pack: PackView) -> EntryView:
    """Give the entry of an annex."""
    return EntryView(
        key=f"annex-{number}",
        letter=str(number),
        name=pack.labels["annex_number"].format(n=number),
        title=_write_short(annex.title),
        kind=pack.labels["annex"],
        reference=None,
        status=None,
        marking=write_words(annex.marking),
        direction=pack.direction,
        language=pack.language,
    )


def build_steps(pack: Pack, entries: Sequence[EntryView | None], settings: Settings) -> tuple[PackStepView, ...]:
    """Give the programme; ``entries`` are those of the briefs for its steps, None for a step without one."""
    calendar = Calendar(locale_of(_as_brief(pack, Carried(None))), style=settings.date_style)
    return tuple(_build_step(step, entry, calendar) for step, entry in zip(pack.programme, entries, strict=True))


def _build_step(step: PackStep, entry: EntryView | None, calendar: Calendar) -> PackStepView:
    at = write_words(calendar.step_time(step.at)) if step.at else None
    place = _write_short(step.place) if step.place else None
    return PackStepView(at, _write_short(step.step), place, entry.key if entry else "", entry.name if entry else "")


def write_words(words: str | None) -> Text | None:
    """Give a text of plain words that is no field of a brief."""
    return Text("", (Paragraph((Run(words),)),)) if words else None


def _write_short(words: str) -> Text:
    return Text("", parse_markdown(words, TextKind.SHORT))
