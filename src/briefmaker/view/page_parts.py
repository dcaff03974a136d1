"""The parts of a view, built in the order of the page: sources are numbered in the order in which a reader meets them."""

from collections.abc import Mapping
from functools import cached_property

from briefmaker.reading.reading import DataTable
from briefmaker.view.build_evidence import FigureViews, build_glossary
from briefmaker.view.build_meeting import add_programme, build_agenda, build_meeting
from briefmaker.view.build_people import build_clearances, build_contact, build_sides
from briefmaker.view.build_substance import (
    build_annexes,
    build_decision,
    build_implications,
    build_next_steps,
    build_sections,
    build_themes,
)
from briefmaker.view.figure_shape import FigureView
from briefmaker.view.frame import Frame
from briefmaker.view.shape import (
    AgendaItemView,
    ChangesView,
    ClearanceView,
    ContactView,
    DecisionView,
    GlossaryEntry,
    ImplicationView,
    MeetingView,
    NextStepView,
    SectionView,
    SideView,
    ThemeView,
)
from briefmaker.view.shown_text import Text, Texts


class PageParts:
    """Each part is built when it is first asked for; it is named after the field of the brief that it shows."""

    def __init__(self, frame: Frame, tables: Mapping[str, DataTable]) -> None:
        self._frame = frame
        self._brief = frame.brief
        self._make = frame.make
        self._figures = FigureViews(frame, tables)

    def build_in_order(self, shows: tuple[str, ...]) -> None:
        """Build what a template shows, in the order in which its ``shows`` names the fields."""
        for field in shows:
            names = (field.replace(".", "_"), field.partition(".")[0])
            part = next((name for name in names if isinstance(getattr(type(self), name, None), cached_property)), None)
            if part is not None:
                getattr(self, part)

    @cached_property
    def title(self) -> Text:
        """Give the title."""
        return self._make.require_short("title", self._brief.title)

    @cached_property
    def to(self) -> Texts:
        """Give to whom the brief goes."""
        return self._make.lines("to", self._brief.to)

    @cached_property
    def through(self) -> Texts:
        """Give through whom it goes."""
        return self._make.lines("through", self._brief.through)

    @cached_property
    def copies(self) -> Texts:
        """Give who gets a copy."""
        return self._make.lines("copies", self._brief.copies)

    @cached_property
    def prepared_by(self) -> ContactView | None:
        """Give who wrote it."""
        return build_contact(self._frame, "prepared_by", self._brief.prepared_by)

    @cached_property
    def contact(self) -> ContactView | None:
        """Give who can be asked."""
        return build_contact(self._frame, "contact", self._brief.contact)

    @cached_property
    def clearances(self) -> tuple[ClearanceView, ...]:
        """Give who clears it."""
        return build_clearances(self._frame)

    @cached_property
    def drafted_with(self) -> Text | None:
        """Give the declaration of AI drafting."""
        return self._make.short("drafted_with", self._brief.drafted_with)

    @cached_property
    def bottom_line(self) -> Text | None:
        """Give the bottom line."""
        return self._make.rich("bottom_line", self._brief.bottom_line)

    @cached_property
    def changes(self) -> ChangesView | None:
        """Give why it changed; what has changed is told by who has the earlier version."""
        why = self._make.rich("changes.why", self._brief.changes.why) if self._brief.changes else None
        return ChangesView(None, (), why) if why else None

    @cached_property
    def objectives(self) -> Texts:
        """Give the objectives."""
        return self._make.lines("objectives", self._brief.objectives)

    @cached_property
    def decision(self) -> DecisionView | None:
        """Give what is asked."""
        return build_decision(self._frame)

    @cached_property
    def meeting(self) -> MeetingView | None:
        """Give the frame of the meeting."""
        return build_meeting(self._frame)

    @cached_property
    def meeting_programme(self) -> MeetingView | None:
        """Give the meeting with its programme, which stands further down the page than its frame."""
        return add_programme(self._frame, self.meeting)

    @cached_property
    def participants(self) -> tuple[SideView, ...]:
        """Give who is in the room, by side."""
        return build_sides(self._frame)

    @cached_property
    def agenda(self) -> tuple[AgendaItemView, ...]:
        """Give the points of the agenda."""
        return build_agenda(self._frame, self._figures)

    @cached_property
    def figures(self) -> tuple[FigureView, ...]:
        """Give the figures that no point of the agenda shows."""
        _ = self.agenda
        return self._figures.take_rest()

    @cached_property
    def summary(self) -> Text | None:
        """Give the summary."""
        return self._make.rich("summary", self._brief.summary)

    @cached_property
    def issue(self) -> Text | None:
        """Give the issue."""
        return self._make.rich("issue", self._brief.issue)

    @cached_property
    def background(self) -> Text | None:
        """Give the background."""
        return self._make.rich("background", self._brief.background)

    @cached_property
    def considerations(self) -> Text | None:
        """Give the considerations."""
        return self._make.rich("considerations", self._brief.considerations)

    @cached_property
    def recommendation(self) -> Text | None:
        """Give the recommendation."""
        return self._make.rich("recommendation", self._brief.recommendation)

    @cached_property
    def key_points(self) -> Texts:
        """Give the key points."""
        return self._make.lines("key_points", self._brief.key_points)

    @cached_property
    def items(self) -> tuple[ThemeView, ...]:
        """Give the short entries, by theme."""
        return build_themes(self._frame)

    @cached_property
    def implications(self) -> tuple[ImplicationView, ...]:
        """Give the judgements."""
        return build_implications(self._frame)

    @cached_property
    def next_steps(self) -> tuple[NextStepView, ...]:
        """Give the next steps."""
        return build_next_steps(self._frame)

    @cached_property
    def sections(self) -> tuple[SectionView, ...]:
        """Give the free sections."""
        return build_sections(self._frame)

    @cached_property
    def glossary(self) -> tuple[GlossaryEntry, ...]:
        """Give the glossary."""
        return build_glossary(self._frame)

    @cached_property
    def annexes(self) -> tuple[SectionView, ...]:
        """Give the annexes."""
        return build_annexes(self._frame)
