"""Agenda items and figures: what we want, what to say, then what to know."""

from tools.word_template.parts import (
    cell,
    field,
    for_each,
    head_row,
    label_cell,
    lines_block,
    only_if,
    paragraph,
    repeated,
    row,
    run,
    table,
)
from tools.word_template.styles import WIDTH


def agenda_items() -> str:
    """Give each agenda item: what we want, what to say, then what to know."""
    note = "{{r item.minutes }}{% if item.minutes and item.lead %} · {% endif %}{% if item.lead %}{{r labels.leads|fill(lead=item.lead) }}{% endif %}"
    return for_each(
        "item in view.agenda",
        paragraph("Numbered Heading", run("{{ item.number }}\t", "Item Number"), "{{r item.topic }}"),
        only_if("item.minutes or item.lead", paragraph("Heading Note", note)),
        field("Brief Objective", "objective", "item.objective"),
        only_if(
            "item.lines_to_take",
            lines_block(paragraph("Line to Take", "{{p item.lines_to_take }}")),
            paragraph("Table Gap"),
        ),
        field("Brief Field", "issue", "item.issue"),
        field("Brief Field", "our_position", "item.our_position"),
        field("Brief Field", "their_position", "item.their_position"),
        if_raised(),
        avoid(),
        field("Brief Background", "background", "item.background"),
        for_each("figure in item.figures", figure()),
    )


def avoid() -> str:
    """Give what not to say; all but the last stay on one page with the next."""
    words = (run("{% if loop.first %}{{ labels.avoid }}{% endif %}\t", "Label Caution"), "–\t{{p text }}")
    return for_each(
        "text in item.avoid",
        only_if("not loop.last", paragraph("Brief List", *words, keep_next=True)),
        only_if("loop.last", paragraph("Brief List", *words)),
    )


def if_raised(items: str = "[item]") -> str:
    """Give their questions and our answers, side by side: those of one item of the agenda, or of several."""
    widths = (32, 57, 77)
    exchange = row(
        label_cell(paragraph("They Say")),
        cell(57, paragraph("They Say", "{{r each.they_say }}")),
        cell(77, paragraph("We Say", "{{r each.we_say }}")),
    )
    head = head_row(widths, ("if_raised", "they_say", "we_say"), has_label_column=True)
    rows = repeated(f"item in {items}", WIDTH, repeated("each in item.if_raised", WIDTH, exchange))
    return only_if(
        f"{items}|selectattr('if_raised')|list",
        table(widths, head, rows),
        paragraph("Table Gap"),
    )


def figures() -> str:
    """Give the figures that no agenda item names."""
    heading = paragraph("Heading 1", "{{ labels.figures }}")
    return only_if("view.figures", heading, for_each("figure in view.figures", figure()))


def figure() -> str:
    """Give a figure, its chart and its table, with its caption and its source."""
    caption = paragraph(
        "Caption",
        run("{{r labels.figure_number|fill(n=figure.number) }}.", "Strong Words"),
        "{% if figure.caption %} {{r figure.caption }}{% endif %}{% if figure.unit %} ({{r figure.unit }}){% endif %}",
    )
    remark = paragraph(
        "Figure Note",
        "{% if figure.excerpt %}{{ figure.excerpt }}{% if figure.reference_line or figure.source %} {% endif %}{% endif %}"
        "{% if figure.reference_line %}{{r labels.captioned|fill(label=labels.reference_line, words=figure.reference_line) }}{% endif %}"
        "{% if figure.reference_line and figure.source %} · {% endif %}"
        "{% if figure.source %}{{r labels.captioned|fill(label=labels.data_source, words=figure.source) }}{% endif %}",
    )
    return (
        only_if("figure.caption or figure.unit", caption)
        + paragraph("Figure Place", "{{p figure }}")
        + only_if("figure.reference_line or figure.source or figure.excerpt", remark)
    )
