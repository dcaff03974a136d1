"""The executive summary as a Word template: one page, a little larger than a brief."""

from tools.word_template.end import closing, implications, sources_in_one_line
from tools.word_template.front import bottom_line, changes, objectives, opening
from tools.word_template.parts import field, for_each, paragraph, run
from tools.word_template.styles import (
    INK,
    LABEL_COLUMN,
    NUMBER_COLUMN,
    SERIF,
    paragraph_properties,
    paragraph_style,
    run_properties,
)

_NUMBERED = {
    "left": LABEL_COLUMN + NUMBER_COLUMN,
    "hanging": LABEL_COLUMN + NUMBER_COLUMN,
    "tabs": (("left", LABEL_COLUMN), ("left", LABEL_COLUMN + NUMBER_COLUMN)),
}
STYLES = "".join(
    [
        paragraph_style(
            "Brief Field",
            paragraph_properties(15, 0, 5, left=32, hanging=32, tabs=(("left", 32.0),)),
            run_properties(SERIF, 11, INK),
        ),
        paragraph_style(
            "Brief Objectives", paragraph_properties(15, 0, 2, **_NUMBERED), run_properties(SERIF, 11, INK)
        ),
    ]
)


def body() -> str:
    """Give the whole body."""
    return "".join(
        [
            opening(),
            bottom_line(),
            changes(),
            field("Brief Field", "summary", "view.summary"),
            field("Brief Field", "issue", "view.issue"),
            field("Brief Field", "background", "view.background"),
            labelled_sections(),
            implications(has_heading=False),
            paragraph("Table Gap"),
            objectives("we_ask_for"),
            sources_in_one_line(),
            closing(),
        ]
    )


def labelled_sections() -> str:
    """Give the free sections as fields, each with its heading for a label."""
    heading = run("{{r each.heading }}\t", "Brief Label")
    return for_each("each in view.sections", paragraph("Brief Field", heading, "{{p each.text }}"))
