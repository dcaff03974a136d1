"""The information note as a Word template: what to know and to note, then what it rests on."""

from tools.word_template.end import end_matter, implications, next_steps, sections
from tools.word_template.front import bottom_line, changes, opening, points
from tools.word_template.items import figures
from tools.word_template.parts import field, only_if


def body() -> str:
    """Give the whole body."""
    return "".join(
        [
            opening(),
            bottom_line(),
            changes(),
            only_if("view.decision", field("Brief Objective", "to_note", "view.decision.ask")),
            points("key_points", "view.key_points"),
            field("Brief Field", "summary", "view.summary"),
            field("Brief Field", "issue", "view.issue"),
            field("Brief Field", "background", "view.background"),
            field("Brief Field", "considerations", "view.considerations"),
            sections(),
            figures(),
            implications(),
            next_steps(),
            end_matter(),
        ]
    )
