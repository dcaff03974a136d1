"""The scene-setter as a Word template: the frame and why it matters, who is in the room, a biography of each."""

from tools.word_template.end import end_matter, implications, sections
from tools.word_template.front import bottom_line, changes, facts, opening, participants, person_in_room
from tools.word_template.items import figures
from tools.word_template.parts import cell, field, for_each, only_if, paragraph, portrait, row, run, table
from tools.word_template.styles import INK, SERIF, paragraph_properties, paragraph_style, run_properties

STYLES = "".join(
    [
        paragraph_style(
            "Person",
            paragraph_properties(15, 4, 0, keep_next=True, outline=1),
            run_properties(SERIF, 11.5, INK, bold=True),
        ),
        paragraph_style("Person Text", paragraph_properties(14, 3, 3), run_properties(SERIF, 10.5, INK)),
        paragraph_style("Person Label", paragraph_properties(14, 4, 0, keep_next=True), ""),
    ]
)


def body() -> str:
    """Give the whole body."""
    return "".join(
        [
            opening(),
            facts(),
            bottom_line(),
            changes(),
            field("Brief Field", "why_it_matters", "view.summary"),
            field("Brief Field", "issue", "view.issue"),
            participants("in_the_room", "what_they_want", has_manner=False),
            paragraph("Table Gap"),
            field("Brief Field", "background", "view.background"),
            sections(),
            biographies(),
            figures(),
            implications(),
            end_matter(),
        ]
    )


def biographies() -> str:
    """Give a biography of everybody in the room."""
    everybody = for_each("side in view.sides", for_each("each in side.participants if each.is_introduced", biography()))
    return only_if("view.has_biographies", paragraph("Heading 1", "{{ labels.biographies }}"), everybody)


def biography() -> str:
    """Give who somebody is, with a portrait in the label column where there is one."""
    _, office = person_in_room()
    ways = (
        only_if(
            f"each.{name}",
            paragraph("Person Label", run(f"{{{{ labels.{name} }}}}", "Brief Label")),
            paragraph("Person Text", f"{{{{p each.{name} }}}}"),
        )
        for name in ("perspective", "approach")
    )
    words = cell(
        134,
        paragraph("Person", "{{r each.name }}"),
        office,
        paragraph("Person Text", "{{p each.biography }}"),
        *ways,
    )
    return table((32, 134), row(cell(32, portrait("each")), words), borders="") + paragraph("Table Gap")
