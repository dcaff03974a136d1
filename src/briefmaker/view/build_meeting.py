"""The meeting of a view: its frame, its programme, its agenda."""

from dataclasses import replace

from briefmaker.model import AgendaItem, Exchange, LastMet, Meeting, ProgrammeStep
from briefmaker.view.build_evidence import FigureViews
from briefmaker.view.frame import Frame
from briefmaker.view.shape import AgendaItemView, ExchangeView, LastMetView, MeetingView, ProgrammeStepView
from briefmaker.view.shown_text import Text


def build_meeting(frame: Frame) -> MeetingView | None:
    """Give the meeting without its programme, or None for a brief without a meeting; in the order of the page."""
    meeting, make = frame.brief.meeting, frame.make
    if meeting is None or not make.has_shown_part("meeting"):
        return None
    return MeetingView(
        when=_build_when(frame, meeting),
        when_ours=_write_when_ours(frame, meeting),
        place=make.short("meeting.place", meeting.place),
        purpose=make.short("meeting.purpose", meeting.purpose),
        kind=make.short("meeting.kind", meeting.kind),
        interpreter=make.short("meeting.interpreter", meeting.interpreter),
        press=make.short("meeting.press", meeting.press),
        last_met=_build_last_met(frame, meeting.last_met),
        logistics=make.rich("meeting.logistics", meeting.logistics),
        programme=(),
    )


def add_programme(frame: Frame, view: MeetingView | None) -> MeetingView | None:
    """Give the meeting with its programme, which stands further down the page than the rest."""
    meeting = frame.brief.meeting
    if view is None or meeting is None or not frame.make.has_shown_part("meeting.programme"):
        return view
    steps = enumerate(meeting.programme)
    return replace(view, programme=tuple(_build_step(frame, index, step) for index, step in steps))


def _build_when(frame: Frame, meeting: Meeting) -> Text | None:
    if meeting.start is not None:
        return frame.make.words("meeting.start", frame.calendar.duration(meeting.start, meeting.end))
    if meeting.end is not None:
        until = frame.label("until", moment=frame.calendar.full_moment(meeting.end))
        return frame.make.words("meeting.start", until)
    return None


def _write_when_ours(frame: Frame, meeting: Meeting) -> str:
    if meeting.start is None or not frame.make.is_shown("meeting.start"):
        return ""
    return frame.calendar.duration_ours(meeting.start, meeting.end)


def _build_last_met(frame: Frame, last_met: LastMet | None) -> LastMetView | None:
    if last_met is None:
        return None
    day = frame.calendar.day(last_met.date) if last_met.date else None
    view = LastMetView(
        date=frame.make.words("meeting.last_met.date", day),
        place=frame.make.short("meeting.last_met.place", last_met.place),
        outcome=frame.make.short("meeting.last_met.outcome", last_met.outcome),
    )
    return view if view.date or view.place or view.outcome else None


def _build_step(frame: Frame, index: int, step: ProgrammeStep) -> ProgrammeStepView:
    path, make = f"meeting.programme[{index}]", frame.make
    return ProgrammeStepView(
        at=make.words(f"{path}.at", frame.calendar.step_time(step.at) if step.at else None),
        step=make.require_short(f"{path}.step", step.step),
        lead=frame.lead(f"{path}.lead", step.lead),
        minutes=frame.minutes(f"{path}.minutes", step.minutes),
        press=make.short(f"{path}.press", step.press),
    )


def build_agenda(frame: Frame, figures: FigureViews) -> tuple[AgendaItemView, ...]:
    """Give the agenda items in order, numbered from 1, each with its figures; all topics stand before the first item."""
    if not frame.make.has_shown_part("agenda"):
        return ()
    agenda = tuple(enumerate(frame.brief.agenda))
    topics = [frame.make.require_short(f"agenda[{index}].topic", item.topic) for index, item in agenda]
    return tuple(_build_item(frame, figures, index, item, topics[index]) for index, item in agenda)


def _build_item(frame: Frame, figures: FigureViews, index: int, item: AgendaItem, topic: Text) -> AgendaItemView:
    """Build in the order of the page, so that sources are numbered in the order in which a reader meets them."""
    path, make = f"agenda[{index}]", frame.make
    return AgendaItemView(
        number=index + 1,
        topic=topic,
        lead=frame.lead(f"{path}.lead", item.lead),
        minutes=frame.minutes(f"{path}.minutes", item.minutes),
        objective=make.short(f"{path}.objective", item.objective),
        lines_to_take=make.lines(f"{path}.lines_to_take", item.lines_to_take),
        issue=make.rich(f"{path}.issue", item.issue),
        our_position=make.rich(f"{path}.our_position", item.our_position),
        their_position=make.rich(f"{path}.their_position", item.their_position),
        if_raised=tuple(_build_exchange(frame, path, each) for each in enumerate(item.if_raised)),
        avoid=make.lines(f"{path}.avoid", item.avoid),
        background=make.rich(f"{path}.background", item.background),
        figures=figures.take(item.figures) if make.is_shown(f"{path}.figures") else (),
    )


def _build_exchange(frame: Frame, path: str, numbered: tuple[int, Exchange]) -> ExchangeView:
    index, exchange = numbered
    here = f"{path}.if_raised[{index}]"
    return ExchangeView(
        they_say=frame.make.require_short(f"{here}.they_say", exchange.they_say),
        we_say=frame.make.require_short(f"{here}.we_say", exchange.we_say),
    )
