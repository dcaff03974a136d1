"""The shape of a view: everything a template may show, already worked out, as plain data without methods.

What comes from the brief is a :class:`Text`, which knows the field it came from; what briefmaker adds (labels, numbers,
ranges) is a plain string or number. A field that is not filled, or that the template does not show, is None or empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from briefmaker.model.picture import Picture, PlacedPicture
from briefmaker.model.style import PLAIN_STYLE, Style
from briefmaker.view.figure_shape import FigureView
from briefmaker.view.shown_text import Text, Texts


@dataclass(frozen=True, slots=True)
class ContactView:
    """Somebody who can be asked."""

    name: Text
    unit: Text | None
    email: Text | None
    phone: Text | None


@dataclass(frozen=True, slots=True)
class ClearanceView:
    """One unit's clearance; ``is_open`` when it is asked and unanswered, or refused."""

    unit: Text
    by: Text | None
    state: Text
    due: Text | None
    date: Text | None
    comment: Text | None
    is_open: bool


@dataclass(frozen=True, slots=True)
class ProgrammeStepView:
    """One step of the programme."""

    at: Text | None
    step: Text
    lead: Text | None
    minutes: Text | None
    press: Text | None


@dataclass(frozen=True, slots=True)
class LastMetView:
    """The last meeting."""

    date: Text | None
    place: Text | None
    outcome: Text | None


@dataclass(frozen=True, slots=True)
class MeetingView:
    """The meeting's frame; ``when`` holds day and hours in the meeting's zone, ``when_ours`` the hours in the workspace's."""

    purpose: Text | None
    when: Text | None
    when_ours: str
    place: Text | None
    kind: Text | None
    press: Text | None
    interpreter: Text | None
    logistics: Text | None
    last_met: LastMetView | None
    programme: tuple[ProgrammeStepView, ...]


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """Somebody in the room; ``is_introduced`` where there is more to tell of them than name, office and wants."""

    name: Text
    title: Text | None
    organisation: Text | None
    address_as: Text | None
    role: Text | None
    wants: Texts
    perspective: Text | None
    approach: Text | None
    biography: Text | None
    portrait: PlacedPicture | None = None
    is_introduced: bool = False


@dataclass(frozen=True, slots=True)
class SideView:
    """The participants of one side, under its label."""

    label: str
    participants: tuple[ParticipantView, ...]


@dataclass(frozen=True, slots=True)
class ExchangeView:
    """A question that may come, and the answer."""

    they_say: Text
    we_say: Text


@dataclass(frozen=True, slots=True)
class AgendaItemView:
    """One point of the agenda."""

    number: int
    topic: Text
    lead: Text | None
    minutes: Text | None
    objective: Text | None
    lines_to_take: Texts
    issue: Text | None
    our_position: Text | None
    their_position: Text | None
    if_raised: tuple[ExchangeView, ...]
    avoid: Texts
    background: Text | None
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class LikelihoodView:
    """A likelihood: the term in the brief's language, its printed range, and the range's ends in percent."""

    term: Text
    range: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class ImplicationView:
    """A judgement and what follows."""

    statement: Text
    concerns: Text | None
    horizon: Text | None
    likelihood: LikelihoodView | None
    confidence: Text | None
    basis: Text | None
    so_what: Text | None


@dataclass(frozen=True, slots=True)
class OptionView:
    """One way open in a decision."""

    name: Text
    text: Text | None
    is_recommended: bool


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What is asked."""

    ask: Text
    options: tuple[OptionView, ...]
    by: Text | None
    because: Text | None


@dataclass(frozen=True, slots=True)
class NextStepView:
    """Something to be done."""

    action: Text
    owner: Text | None
    due: Text | None


@dataclass(frozen=True, slots=True)
class ItemView:
    """One short entry of a weekly brief; ``number`` is its place among all entries as they are printed."""

    number: int
    title: Text
    text: Text | None
    judgement: Text | None
    likelihood: LikelihoodView | None
    confidence: Text | None
    basis: Text | None
    so_what: Text | None


@dataclass(frozen=True, slots=True)
class ThemeView:
    """The entries of one theme; ``theme`` is None for those that have none."""

    theme: Text | None
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """One numbered source; ``address`` is the whole address, ``site`` what is printed of it.

    ``accessed`` is None where all were read on one day: then the view says so once, in ``all_accessed``.
    """

    number: int
    publisher: Text | None
    title: Text
    date: Text | None
    site: Text | None
    address: str
    accessed: Text | None
    grade: Text | None


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """An acronym and its meaning."""

    term: Text
    meaning: Text


@dataclass(frozen=True, slots=True)
class SectionView:
    """A free section, or an annex."""

    heading: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself: all plain text; ``modified`` is the brief's own time, never the clock's.

    ``edition`` is the name of the edition, empty for the whole brief.
    ``source`` is the SHA-256 of the brief's file, by which a document finds its brief again; empty where it must not be told.
    ``is_unchecked`` tells that the document was made without asking the rules of ``check``. ``replaces`` is the version that this
    one replaces, with its day of issue (``2 2025-10-24``), empty where it is no correction.
    """

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    marking: str
    status: str
    modified: datetime
    edition: str = ""
    source: str = ""
    is_unchecked: bool = False
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class HouseView:
    """What the house puts on every document: its name where that is printed, its logo, its fixed texts."""

    organisation: str = ""
    logo: PlacedPicture | None = None
    first_page: Text | None = None
    end: Text | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A whole brief, ready to be placed on a page; ``ids`` are those of its entries, by their path, such as ``agenda[0]``."""

    properties: Properties
    language: str
    direction: str
    labels: Mapping[str, str]
    kind: str
    paper: str
    title: Text
    reference: Text | None
    version: Text
    status: Text
    date: Text
    as_of: Text | None
    marking: Text | None
    draft_notice: str
    drafted_with: Text | None
    translation_of: Text | None
    to: Texts
    through: Texts
    copies: Texts
    prepared_by: ContactView | None
    contact: ContactView | None
    clearance_summary: str
    bottom_line: Text | None
    objectives: Texts
    decision: DecisionView | None
    summary: Text | None
    issue: Text | None
    meeting: MeetingView | None
    sides: tuple[SideView, ...]
    has_biographies: bool
    background: Text | None
    considerations: Text | None
    recommendation: Text | None
    key_points: Texts
    agenda: tuple[AgendaItemView, ...]
    themes: tuple[ThemeView, ...]
    sections: tuple[SectionView, ...]
    implications: tuple[ImplicationView, ...]
    scale_name: str
    next_steps: tuple[NextStepView, ...]
    clearances: tuple[ClearanceView, ...]
    figures: tuple[FigureView, ...]
    sources: tuple[SourceView, ...]
    all_accessed: str
    glossary: tuple[GlossaryEntry, ...]
    annexes: tuple[SectionView, ...]
    house: HouseView = HouseView()
    style: Style = PLAIN_STYLE
    pictures: tuple[Picture, ...] = ()
    replaces_notice: str = ""
    ids: tuple[tuple[str, str], ...] = ()
