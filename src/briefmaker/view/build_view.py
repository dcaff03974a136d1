"""Makes the view of a brief: everything a template may show, worked out once."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity, has_errors
from briefmaker.model import Brief, Moment, Status, TextKind
from briefmaker.model.rich_text import plain_text
from briefmaker.model.settings import Paper, Settings
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading.markdown import parse_markdown
from briefmaker.reading.reading import DataTable
from briefmaker.view.build_evidence import FigureViews, build_glossary, build_sources
from briefmaker.view.build_meeting import build_agenda, build_meeting
from briefmaker.view.build_people import build_clearances, build_contact, build_sides, summarise_clearances
from briefmaker.view.build_substance import (
    build_annexes,
    build_decision,
    build_implications,
    build_items,
    build_next_steps,
    build_sections,
)
from briefmaker.view.calendar import Calendar
from briefmaker.view.citations import Citations
from briefmaker.view.frame import Frame
from briefmaker.view.likelihood import LikelihoodScale, check_likelihoods, load_scale
from briefmaker.view.marking import MarkingScheme, check_markings, choose_scheme
from briefmaker.view.not_shown import find_fields_not_shown
from briefmaker.view.shape import Properties, Text, View
from briefmaker.view.shipped_data import load_shipped, names_of_shipped
from briefmaker.view.texts import TextMaker


@dataclass(frozen=True, slots=True)
class Viewing:
    """A view with what was found on the way; ``view`` is None when a finding stops the brief from being made."""

    view: View | None
    diagnostics: tuple[Diagnostic, ...]


def build_view(
    brief: Brief,
    tables: Mapping[str, DataTable],
    places: Places,
    settings: Settings,
    description: TemplateDescription,
    paper: Paper,
) -> Viewing:
    """Give the view of a brief for one template.

    ``tables`` holds the data of its figures by name, ``places`` says where its fields stand, ``description`` names the
    fields that the template shows: others are left out, and told. Findings are values; nothing is raised.
    """
    scheme = choose_scheme(brief.marking, settings.marking_scheme)
    scale = load_scale(brief.likelihood_scale)
    labels = load_shipped("labels", _language_of(brief))
    found = [*_check(brief, scheme, scale, labels, places), *find_fields_not_shown(brief, description.shows, places)]
    if has_errors(found) or scale is None:
        return Viewing(None, tuple(found))
    frame = _make_frame(brief, settings, description, scheme, scale, labels)
    return Viewing(_assemble(frame, tables, settings, description, paper), tuple(found))


def _language_of(brief: Brief) -> str:
    return brief.language.split("-")[0].lower()


def _check(
    brief: Brief,
    scheme: MarkingScheme,
    scale: LikelihoodScale | None,
    labels: Mapping[str, str] | None,
    places: Places,
) -> Iterator[Diagnostic]:
    if labels is None:
        known = ", ".join(names_of_shipped("labels"))
        message = f"briefmaker has no labels in the language `{brief.language}`."
        yield places.finding(Code.FIELD_LANGUAGE, "language", message, f"It has: {known}.")
    yield from check_markings(brief, scheme, places)
    yield from check_likelihoods(brief, scale, _language_of(brief), places)
    for path, editions in _iterate_editions(brief):
        message = f"This portion is meant for the edition {', '.join(editions)} only; the whole brief shows it to every reader."
        hint = "Give the whole brief to nobody who may not see it."
        yield places.finding(Code.EDITION_UNKNOWN, path, message, hint, severity=Severity.WARNING)


def _iterate_editions(brief: Brief) -> Iterator[tuple[str, tuple[str, ...]]]:
    pending: list[tuple[str, object]] = [("", brief)]
    while pending:
        path, value = pending.pop()
        if isinstance(value, tuple):
            pending.extend((f"{path}[{index}]", entry) for index, entry in enumerate(value))
        elif isinstance(value, dict):
            pending.extend((f"{path}.{key}", entry) for key, entry in value.items())
        elif hasattr(value, "model_fields_set"):
            if getattr(value, "editions", None):
                yield f"{path}.editions", value.editions  # type: ignore[attr-defined]
            pending.extend((f"{path}.{name}" if path else name, getattr(value, name)) for name in value.model_fields_set)


def _make_frame(
    brief: Brief,
    settings: Settings,
    description: TemplateDescription,
    scheme: MarkingScheme,
    scale: LikelihoodScale,
    labels: Mapping[str, str],
) -> Frame:
    calendar = Calendar(_locale_of(brief), _zone(brief.timezone), _zone(settings.timezone))
    citations = Citations(brief, calendar.partial_day)
    make = TextMaker(calendar.locale, citations, scheme, description.shows)
    return Frame(brief, _language_of(brief), labels, calendar, citations, scale, make)


def _zone(name: str | None) -> ZoneInfo | None:
    return ZoneInfo(name) if name else None


def _locale_of(brief: Brief) -> Locale:
    """Give the language's rules for dates; a region that is not known falls back on the language alone."""
    try:
        return Locale.parse(brief.language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_language_of(brief))


def _assemble(
    frame: Frame, tables: Mapping[str, DataTable], settings: Settings, description: TemplateDescription, paper: Paper
) -> View:
    """Build the parts in the order of the page: sources are numbered in the order in which they are first cited."""
    brief, make = frame.brief, frame.make
    figures = FigureViews(frame, tables)
    kind = description.name.get(frame.language) or next(iter(description.name.values()))
    return View(
        properties=_build_properties(frame, settings, kind),
        language=brief.language,
        direction=frame.calendar.locale.text_direction,
        labels=frame.labels,
        kind=kind,
        paper=paper,
        title=make.require_short("title", brief.title),
        reference=make.words("reference", brief.reference),
        version=frame.labelled("version", "version", n=brief.version),
        status=frame.labelled("status", f"status_{brief.status}"),
        date=_build_day(frame),
        as_of=_build_as_of(frame),
        marking=make.words("marking", _write_marking(brief)),
        draft_notice=_write_draft_notice(frame),
        drafted_with=make.short("drafted_with", brief.drafted_with),
        translation_of=_build_translation_note(frame),
        to=make.lines("to", brief.to),
        through=make.lines("through", brief.through),
        copies=make.lines("copies", brief.copies),
        prepared_by=build_contact(frame, "prepared_by", brief.prepared_by),
        contact=build_contact(frame, "contact", brief.contact),
        clearance_summary=summarise_clearances(frame),
        decision=build_decision(frame),
        meeting=build_meeting(frame),
        bottom_line=make.rich("bottom_line", brief.bottom_line),
        objectives=make.lines("objectives", brief.objectives),
        summary=make.rich("summary", brief.summary),
        issue=make.rich("issue", brief.issue),
        sides=build_sides(frame),
        background=make.rich("background", brief.background),
        considerations=make.rich("considerations", brief.considerations),
        recommendation=make.rich("recommendation", brief.recommendation),
        key_points=make.lines("key_points", brief.key_points),
        agenda=build_agenda(frame, figures),
        items=build_items(frame),
        sections=build_sections(frame),
        implications=build_implications(frame),
        scale_name=frame.scale.name,
        next_steps=build_next_steps(frame),
        clearances=build_clearances(frame),
        figures=figures.take_rest() if make.is_shown("figures.id.caption") else (),
        annexes=build_annexes(frame),
        sources=build_sources(frame),
        glossary=build_glossary(frame),
    )


def _build_day(frame: Frame) -> Text:
    return frame.make.words("date", frame.calendar.day(frame.brief.date)) or Text("date", ())


def _build_as_of(frame: Frame) -> Text | None:
    """Give what was known when: the moment in the brief's zone, without a zone where it is a whole day."""
    as_of = frame.brief.as_of
    return frame.make.words("as_of", frame.calendar.moment(as_of)) if as_of else None


def _write_marking(brief: Brief) -> str | None:
    """Give the marking with its caveats, as it stands at the top and bottom of each page."""
    return None if brief.marking is None else " – ".join([brief.marking, *brief.handling])


def _write_draft_notice(frame: Frame) -> str:
    match frame.brief.status:
        case Status.FINAL:
            return ""
        case Status.REPLACED:
            return frame.label("replaced_notice", n=frame.brief.version)
        case _:
            return frame.label("draft_notice", n=frame.brief.version)


def _build_translation_note(frame: Frame) -> Text | None:
    other = frame.brief.translation_of
    if other is None:
        return None
    return frame.make.words("translation_of", frame.label("translation_notice", brief=other.brief, version=other.version))


def _build_properties(frame: Frame, settings: Settings, kind: str) -> Properties:
    brief = frame.brief
    author = brief.prepared_by
    names = [author.name, author.unit] if author else [settings.organisation]
    marking = _write_marking(brief) or ""
    return Properties(
        title=_plain(brief.title),
        author=_plain(", ".join(name for name in names if name)),
        subject=kind,
        keywords=", ".join(word for word in (brief.reference, marking) if word),
        language=brief.language,
        marking=marking,
        status=_write_draft_notice(frame) or frame.label("status_final"),
        modified=_as_instant(brief.as_of or Moment(brief.date), frame.calendar),
    )


def _plain(text: str) -> str:
    blocks = parse_markdown(text, TextKind.SHORT)
    return " ".join(plain_text(block.inlines) for block in blocks if hasattr(block, "inlines"))


def _as_instant(moment: Moment, calendar: Calendar) -> datetime.datetime:
    """Give the brief's own time; where day or zone alone do not tell it, as if in UTC."""
    point = calendar.instant(moment)
    clock = moment.time or datetime.time()
    return point or datetime.datetime.combine(moment.date, clock, datetime.UTC)
