"""The weekly brief as a Word template: what is in it by theme, then its short entries."""

from tools.word_template.end import (
    closing,
    glossary,
    grounds,
    likelihood,
    next_steps,
    scale_note,
    so_what,
    sources,
)
from tools.word_template.front import bottom_line, changes, opening
from tools.word_template.items import figures
from tools.word_template.parts import (
    cell,
    field,
    for_each,
    head_row,
    label_cell,
    only_if,
    paragraph,
    repeated,
    row,
    run,
    table,
)
from tools.word_template.styles import (
    INK,
    NAVY,
    QUIET,
    SANS,
    SERIF,
    WIDTH,
    paragraph_properties,
    paragraph_style,
    run_properties,
)

STYLES = "".join(
    [
        paragraph_style(
            "Entry Title",
            paragraph_properties(14, 3, 2, keep_next=True, keep_lines=True, outline=1),
            run_properties(SERIF, 10.5, INK, bold=True),
        ),
        paragraph_style("Entry Text", paragraph_properties(14, 0, 3), run_properties(SERIF, 10.5, INK)),
        paragraph_style(
            "Entry Change", paragraph_properties(12, 0, 2, keep_next=True), run_properties(SANS, 8.5, NAVY, bold=True)
        ),
        paragraph_style(
            "Entry Stands", paragraph_properties(12, 0, 2, keep_next=True), run_properties(SANS, 8.5, QUIET)
        ),
        paragraph_style(
            "Entry Line",
            paragraph_properties(13, 0.5, 0.5, left=6, hanging=6, tabs=(("left", 6.0),)),
            run_properties(SANS, 9.5, INK),
        ),
    ]
)
IS_PARTED = "view.themes|length > 1 or view.themes[0].theme"
NAME = (
    "{% if each.theme %}{{r each.theme }}{% elif view.themes|length > 1 %}{{ labels.other_matters }}"
    "{% else %}{{ labels.in_this_issue }}{% endif %}"
)


def body() -> str:
    """Give the whole body."""
    return "".join(
        [
            opening(),
            bottom_line(),
            changes(),
            field("Brief Field", "summary", "view.summary"),
            overview(),
            themes(),
            scale_note(),
            figures(),
            next_steps(),
            sources(),
            glossary(),
            closing(),
        ]
    )


def overview() -> str:
    """Give the themes with the titles of their entries."""
    widths = (32, 38, 96)
    title = paragraph("Entry Line", run("{{ item.number }}\t", "Item Number"), "{{r item.title }}")
    entry = row(
        label_cell(paragraph("Table Text")),
        cell(38, paragraph("Table Text", run(NAME, "Strong Words"))),
        cell(96, for_each("item in each.items", title)),
    )
    head = head_row(widths, ("in_this_issue", "theme", "agenda_item"), has_label_column=True)
    by_theme = table(widths, head, repeated("each in view.themes", WIDTH, entry))
    return only_if(
        "view.themes",
        paragraph("Table Gap"),
        only_if(IS_PARTED, by_theme),
        only_if(f"not ({IS_PARTED})", overview_of_one(title)),
    )


def overview_of_one(title: str) -> str:
    """Give the titles of the entries where none has a theme."""
    widths = (32, 134)
    head = head_row(widths, ("in_this_issue", "agenda_item"), has_label_column=True)
    entry = row(label_cell(paragraph("Table Text")), cell(134, for_each("item in view.themes[0].items", title)))
    return table(widths, head, entry)


def themes() -> str:
    """Give each theme with its entries: how likely at the left, then what happened and what follows."""
    entry = row(
        cell(32, likelihood("item")),
        cell(
            134,
            paragraph("Entry Title", run("{{ item.number }}  ", "Item Number"), "{{r item.title }}"),
            only_if("item.change and item.has_changed", paragraph("Entry Change", "{{r item.change }}")),
            only_if("item.change and not item.has_changed", paragraph("Entry Stands", "{{r item.change }}")),
            paragraph("Entry Text", "{{p item.text }}"),
            only_if(
                "item.judgement",
                paragraph("Judgement", run("{{ labels.we_judge }}  ", "Brief Label"), "{{r item.judgement }}"),
            ),
            so_what("item"),
            grounds("item", ("confidence", "basis")),
        ),
    )
    entries = table((32, 134), repeated("item in each.items", WIDTH, entry))
    return for_each("each in view.themes", paragraph("Heading 1", NAME), entries)
