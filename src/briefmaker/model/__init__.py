"""The brief and its parts, typed; it refuses only what cannot be read or rendered."""

from briefmaker.model.brief import FORMAT, Brief, Status
from briefmaker.model.evidence import Chart, Fact, Figure, Source
from briefmaker.model.meeting import LastMet, Meeting, ProgrammeStep
from briefmaker.model.part import Line, Marked, Part, Portion, PortionMark
from briefmaker.model.people import Clearance, ClearanceState, Contact, Participant, Person, Side, is_open, is_void
from briefmaker.model.substance import AgendaItem, Annex, Confidence, Exchange, Implication, Item, NextStep, Section
from briefmaker.model.text import TextKind
from briefmaker.model.when import Moment

__all__ = [
    "FORMAT",
    "AgendaItem",
    "Annex",
    "Brief",
    "Chart",
    "Clearance",
    "ClearanceState",
    "Confidence",
    "Contact",
    "Exchange",
    "Fact",
    "Figure",
    "Implication",
    "Item",
    "LastMet",
    "Line",
    "Marked",
    "Meeting",
    "Moment",
    "NextStep",
    "Part",
    "Participant",
    "Person",
    "Portion",
    "PortionMark",
    "ProgrammeStep",
    "Section",
    "Side",
    "Source",
    "Status",
    "TextKind",
    "is_open",
    "is_void",
]
