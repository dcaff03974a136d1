"""Speaking points as a Word template: one page in large type."""

from tools.word_template.end import closing, sources_in_one_line
from tools.word_template.front import kind_and_title
from tools.word_template.items import if_raised
from tools.word_template.parts import (
    cell,
    edge,
    lines_block,
    only_if,
    paragraph,
    repeated,
    row,
    run,
    table,
)
from tools.word_template.styles import (
    HAIRLINE,
    INK,
    SERIF,
    WIDTH,
    paragraph_properties,
    paragraph_style,
    run_properties,
)

STYLES = "".join(
    [
        paragraph_style("Spoken Line", paragraph_properties(22, 0, 5), run_properties(SERIF, 16, INK, bold=True)),
        paragraph_style("Topic Line", paragraph_properties(22, 2, 3), run_properties(SERIF, 16, INK)),
        paragraph_style("Topic", paragraph_properties(14, 8, 3), run_properties()),
        paragraph_style("They Say", paragraph_properties(16, 2, 2), run_properties(SERIF, 12, INK, italic=True)),
        paragraph_style("We Say", paragraph_properties(16, 2, 2), run_properties(SERIF, 12, INK)),
    ]
)


def body() -> str:
    """Give the whole body."""
    return "".join(
        [
            kind_and_title(),
            moment(),
            spoken("open_with", "view.bottom_line", "view.bottom_line"),
            topics(),
            spoken("ask", "view.decision", "view.decision.ask"),
            if_raised("view.agenda"),
            do_not_say(),
            sources_in_one_line(),
            closing(),
        ]
    )


def moment() -> str:
    """Give when and where, and whether the press is there."""
    facts = "[view.meeting.when, view.meeting.when_ours or none, view.meeting.place, view.meeting.press]"
    known = "view.meeting and (view.meeting.when or view.meeting.place or view.meeting.press)"
    return only_if(known, paragraph("Brief Meta", f'{{{{r {facts}|joined(" · ") }}}}'))


def spoken(key: str, condition: str, text: str) -> str:
    """Give what is to be said word for word, on the tint."""
    line = paragraph("Spoken Line", f"{{{{p {text} }}}}")
    return only_if(condition, lines_block(line, key=key), paragraph("Table Gap"))


def topics() -> str:
    """Give the lines to take by topic, with hairlines between."""
    topic = row(
        cell(32, paragraph("Topic", run("{{r item.topic }}", "Brief Label"))),
        cell(134, paragraph("Topic Line", "{{p item.lines_to_take }}")),
    )
    rows = repeated("item in view.agenda", WIDTH, topic)
    lines = table((32, 134), rows, borders=edge("insideH", 0.5, HAIRLINE))
    return only_if("view.agenda", lines, paragraph("Table Gap"))


def do_not_say() -> str:
    """Give what not to say, in one paragraph."""
    words = (
        run("{{ labels.do_not_say }}\t", "Label Caution"),
        '{% for item in view.agenda if item.avoid %}{{r item.avoid|joined(" · ") }}{% if not loop.last %} · {% endif %}{% endfor %}',
    )
    return only_if("view.agenda|selectattr('avoid')|list", paragraph("Brief Field", *words))
