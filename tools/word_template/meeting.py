"""The meeting brief as a Word template: the same parts in the same order as on the printed page."""

from tools.word_template.end import end_matter, implications, next_steps, programme, sections
from tools.word_template.front import agenda_overview, bottom_line, changes, facts, objectives, opening, participants
from tools.word_template.items import agenda_items, figures

PARTS = (
    opening,
    facts,
    bottom_line,
    changes,
    objectives,
    participants,
    agenda_overview,
    agenda_items,
    figures,
    implications,
    next_steps,
    programme,
    sections,
    end_matter,
)


def body() -> str:
    """Give the whole body."""
    return "".join(part() for part in PARTS)
