"""The meeting of a view: its frame, its programme, its agenda."""

from briefmaker.model import AgendaItem, Exchange, LastMet, Meeting, ProgrammeStep
from briefmaker.view.build_evidence import FigureViews
from briefmaker.view.frame import Frame
from briefmaker.view.shape import (
    AgendaItemView,
    ExchangeView,
    LastMetView,
    MeetingView,
    ProgrammeStepView,
    Text,
)


def build_meeting(frame: Frame) -> MeetingView | None:
    """Give the meeting's frame, or None for a brief without a meeting."""
    meeting = frame.brief.meeting
    if meeting is None:
        return None
    make = frame.make
    steps = enumerate(meeting.programme) if make.is_shown("meeting.programme[0].step") else ()
    return MeetingView(
        purpose=make.short("meeting.purpose", meeting.purpose),
        when=_build_when(frame, meeting),
        when_ours=_write_when_ours(frame, meeting),
        place=make.short("meeting.place", meeting.place),
        kind=make.short("meeting.kind", meeting.kind),
        press=make.short("meeting.press", meeting.press),
        interpreter=make.short("meeting.interpreter", meeting.interpreter),
        logistics=make.rich("meeting.logistics", meeting.logistics),
        last_met=_build_last_met(frame, meeting.last_met),
        programme=tuple(_build_step(frame, index, step) for index, step in steps),
    )


def _build_when(frame: Frame, meeting: Meeting) -> Text | None:
    start = meeting.start or meeting.end
    if start is None:
        return None
    return frame.make.words("meeting.start", frame.calendar.duration(start, meeting.end if meeting.start else None))


def _write_when_ours(frame: Frame, meeting: Meeting) -> str:
    if meeting.start is None or not frame.make.is_shown("meeting.start"):
        return ""
    return frame.calendar.duration_ours(meeting.start, meeting.end)


def _build_last_met(frame: Frame, last_met: LastMet | None) -> LastMetView | None:
    if last_met is None or not frame.make.is_shown("meeting.last_met.date"):
        return None
    day = frame.calendar.day(last_met.date) if last_met.date else None
    return LastMetView(
        date=frame.make.words("meeting.last_met.date", day),
        place=frame.make.short("meeting.last_met.place", last_met.place),
        outcome=frame.make.short("meeting.last_met.outcome", last_met.outcome),
    )


def _build_step(frame: Frame, index: int, step: ProgrammeStep) -> ProgrammeStepView:
    path, make = f"meeting.programme[{index}]", frame.make
    return ProgrammeStepView(
        at=make.words(f"{path}.at", frame.calendar.step_time(step.at) if step.at else None),
        step=make.require_short(f"{path}.step", step.step, step.marking),
        lead=frame.lead(f"{path}.lead", step.lead),
        minutes=frame.minutes(f"{path}.minutes", step.minutes),
        press=make.short(f"{path}.press", step.press),
    )


def build_agenda(frame: Frame, figures: FigureViews) -> tuple[AgendaItemView, ...]:
    """Give the agenda items in order, numbered from 1, each with its figures."""
    if not frame.make.is_shown("agenda[0].topic"):
        return ()
    return tuple(_build_item(frame, figures, index, item) for index, item in enumerate(frame.brief.agenda))


def _build_item(frame: Frame, figures: FigureViews, index: int, item: AgendaItem) -> AgendaItemView:
    """Build in the order of the page, so that sources are numbered in the order in which a reader meets them."""
    path, make = f"agenda[{index}]", frame.make
    return AgendaItemView(
        number=index + 1,
        topic=make.require_short(f"{path}.topic", item.topic, item.marking),
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
        they_say=frame.make.require_short(f"{here}.they_say", exchange.they_say, exchange.marking),
        we_say=frame.make.require_short(f"{here}.we_say", exchange.we_say),
    )
