"""The meeting brief as a Word template: the same parts in the same order as on the printed page."""

from tools.word_template.end import (
    annexes,
    clearance,
    closing,
    glossary,
    implications,
    next_steps,
    programme,
    sections,
    sources,
)
from tools.word_template.front import agenda_overview, facts, objectives, opening, participants
from tools.word_template.items import agenda_items, figure
from tools.word_template.parts import field, for_each


def body() -> str:
    """Give the whole body."""
    return "".join(
        [
            opening(),
            facts(),
            field("Bottom Line", "bottom_line", "view.bottom_line"),
            objectives(),
            participants(),
            agenda_overview(),
            agenda_items(),
            for_each("figure in view.figures", figure()),
            implications(),
            next_steps(),
            programme(),
            sections(),
            clearance(),
            sources(),
            glossary(),
            annexes(),
            closing(),
        ]
    )
