"""Makes the view of a brief: everything a template may show, worked out once."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError

from briefmaker.diagnostics import Diagnostic, has_errors
from briefmaker.model import Brief, Implication, Item, Moment, Status, TextKind
from briefmaker.model.fields import iterate_parts
from briefmaker.model.markings import MarkingScheme
from briefmaker.model.rich_text import iterate_inlines, plain_text
from briefmaker.model.settings import Paper, Settings
from briefmaker.model.style import PLAIN_STYLE, Style
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading.markdown import parse_markdown
from briefmaker.reading.reading import DataTable, Reading, find_void
from briefmaker.view.build_evidence import build_sources, write_all_accessed
from briefmaker.view.build_people import summarise_clearances
from briefmaker.view.calendar import Calendar
from briefmaker.view.check_brief import check_brief, language_of
from briefmaker.view.citations import Citations
from briefmaker.view.frame import Frame
from briefmaker.view.house import dress
from briefmaker.view.labels import Labels, load_labels, plain_labels
from briefmaker.view.likelihood import LikelihoodScale, load_scale
from briefmaker.view.marking import choose_scheme, write_marking
from briefmaker.view.page_parts import PageParts
from briefmaker.view.portion_marks import PortionMarks
from briefmaker.view.shape import Properties, View
from briefmaker.view.shown_text import Text
from briefmaker.view.texts import TextMaker


@dataclass(frozen=True, slots=True)
class Viewing:
    """A view with what was found on the way; ``view`` is None when a finding stops the brief from being made."""

    view: View | None
    diagnostics: tuple[Diagnostic, ...]


def build_view(
    brief: Brief,
    reading: Reading,
    settings: Settings,
    description: TemplateDescription,
    paper: Paper,
    style: Style = PLAIN_STYLE,
) -> Viewing:
    """Give the view of a brief for one template.

    ``reading`` holds the data of its figures, its pictures, and where its fields stand; ``description`` names the fields that
    the template shows: others are left out, and told. Findings are values; nothing is raised.
    """
    found = check_brief(brief, reading.places, settings, description)
    scale, labels = load_scale(brief.likelihood_scale), load_labels(brief.language)
    if has_errors(found) or scale is None or labels is None:
        return Viewing(None, found)
    scheme = choose_scheme(brief, settings)
    frame = _make_frame(brief, settings, description, scheme, scale, labels)
    frame = replace(frame, pictures=reading.pictures, void=find_void(brief, reading))
    view = _assemble(frame, reading.tables, settings, description, paper)
    return Viewing(dress(view, frame, settings, style), found)


def open_frame(brief: Brief, settings: Settings, description: TemplateDescription) -> Frame | None:
    """Give what texts of a brief are made with, to see how another text of it would be shown; None where it has no view."""
    scale, labels = load_scale(brief.likelihood_scale), load_labels(brief.language)
    if scale is None or labels is None:
        return None
    return _make_frame(brief, settings, description, choose_scheme(brief, settings), scale, labels)


def _make_frame(
    brief: Brief,
    settings: Settings,
    description: TemplateDescription,
    scheme: MarkingScheme,
    scale: LikelihoodScale,
    labels: Labels,
) -> Frame:
    words = plain_labels(labels)
    zones = _zone(brief.timezone), _zone(brief.home_timezone or settings.timezone)
    calendar = Calendar(locale_of(brief), *zones, comma=words["comma"], style=settings.date_style)
    citations = Citations(brief, calendar.partial_day, words["comma"], words["semicolon"])
    marks = PortionMarks(brief, scheme, description.shows)
    make = TextMaker(calendar.locale, citations, marks, description.shows)
    return Frame(brief, language_of(brief), labels, calendar, citations, scale, scheme, make)


def _zone(name: str | None) -> ZoneInfo | None:
    return ZoneInfo(name) if name else None


def locale_of(brief: Brief) -> Locale:
    """Give the language's rules for dates; a region that is not known falls back on the language alone."""
    return find_locale(brief.language)


def find_locale(language: str) -> Locale:
    """Give the rules for dates of a language by its tag, as ``locale_of`` does."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language.split("-", maxsplit=1)[0].lower())


def _assemble(
    frame: Frame, tables: Mapping[str, DataTable], settings: Settings, description: TemplateDescription, paper: Paper
) -> View:
    """Build the parts in the order of the page: sources are numbered in the order in which they are first cited."""
    brief, make = frame.brief, frame.make
    kind = description.name_in(brief.language)
    parts = PageParts(frame, tables)
    parts.build_in_order(description.shows)
    return View(
        properties=_build_properties(frame, settings, kind),
        language=brief.language,
        direction=frame.calendar.locale.text_direction,
        labels=plain_labels(frame.labels),
        kind=kind,
        paper=paper,
        title=parts.title,
        reference=make.words("reference", brief.reference),
        version=frame.labelled("version", "version", n=brief.version),
        status=frame.labelled("status", f"status_{brief.status}"),
        date=make.require_words("date", frame.calendar.day(brief.date)),
        as_of=make.words("as_of", frame.calendar.moment(brief.as_of) if brief.as_of else None),
        marking=_build_marking(frame),
        draft_notice=_write_draft_notice(frame),
        to=parts.to,
        through=parts.through,
        copies=parts.copies,
        prepared_by=parts.prepared_by,
        clearance_summary=summarise_clearances(frame),
        decision=parts.decision,
        bottom_line=parts.bottom_line,
        objectives=parts.objectives,
        summary=parts.summary,
        issue=parts.issue,
        sides=parts.participants,
        has_biographies=any(each.is_introduced for side in parts.participants for each in side.participants),
        background=parts.background,
        considerations=parts.considerations,
        recommendation=parts.recommendation,
        key_points=parts.key_points,
        agenda=parts.agenda,
        themes=parts.items,
        figures=parts.figures,
        implications=parts.implications,
        scale_name=_write_scale_name(frame),
        next_steps=parts.next_steps,
        meeting=parts.meeting_programme,
        sections=parts.sections,
        clearances=parts.clearances,
        glossary=parts.glossary,
        annexes=parts.annexes,
        contact=parts.contact,
        drafted_with=parts.drafted_with,
        translation_of=_build_translation_note(frame),
        all_accessed=write_all_accessed(frame),
        sources=build_sources(frame),  # last, when all that is cited has its number
        ids=_list_ids(brief),
    )


def _list_ids(brief: Brief) -> tuple[tuple[str, str], ...]:
    """Give the ids of entries by their path, by which a Word document finds them again after others were put before them."""
    named = ((path, getattr(part, "id", None)) for path, part in iterate_parts(brief) if path.endswith("]"))
    return tuple((path, each) for path, each in named if each)


def _build_marking(frame: Frame) -> Text | None:
    path = "handling" if frame.brief.marking is None else "marking"
    return frame.make.words(path, write_marking(frame.brief, frame.scheme))


def _write_scale_name(frame: Frame) -> str:
    """Give the scale's name, which explains the terms; empty where no term is shown."""
    brief, is_shown = frame.brief, frame.make.is_shown
    shown: list[Implication | Item] = []
    shown += brief.implications if is_shown("implications.likelihood") else ()
    shown += brief.items if is_shown("items.likelihood") else ()
    return frame.scale.name if any(each.likelihood for each in shown) else ""


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
    return frame.make.words(
        "translation_of", frame.label("translation_notice", brief=other.brief, version=other.version)
    )


def _build_properties(frame: Frame, settings: Settings, kind: str) -> Properties:
    """Give what the file says of itself: nothing that the template does not show, except the marking."""
    brief, is_shown = frame.brief, frame.make.is_shown
    author = brief.prepared_by
    names = {"prepared_by.name": author.name, "prepared_by.unit": author.unit} if author else {}
    shown = [name for field, name in names.items() if name and is_shown(field)] or [settings.organisation or ""]
    marking = write_marking(brief, frame.scheme) or ""
    reference = brief.reference if is_shown("reference") else None
    return Properties(
        title=_plain(brief.title),
        author=_plain(", ".join(shown)),
        subject=kind,
        keywords=", ".join(word for word in (reference, marking) if word),
        language=brief.language,
        marking=marking,
        status=_write_draft_notice(frame) or frame.label("status_final"),
        modified=_as_instant(brief.as_of or Moment(brief.date), frame.calendar),
    )


def _plain(text: str) -> str:
    return " ".join(plain_text(inlines) for inlines in iterate_inlines(parse_markdown(text, TextKind.SHORT))).strip()


def _as_instant(moment: Moment, calendar: Calendar) -> datetime.datetime:
    """Give the brief's own time; where day or zone alone do not tell it, as if in UTC."""
    point = calendar.instant(moment)
    clock = moment.time or datetime.time()
    return point or datetime.datetime.combine(moment.date, clock, datetime.UTC)
