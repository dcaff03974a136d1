"""What a pack adds to its briefs, as a Word template: cover, programme and contents; or a single page, where one is asked for."""

from tools.word_template.front import fact
from tools.word_template.parts import (
    cell,
    edge,
    for_each,
    head_row,
    only_if,
    paragraph,
    repeated,
    row,
    run,
    table,
)
from tools.word_template.styles import (
    BAR,
    INK,
    NAVY,
    SERIF,
    WIDTH,
    paragraph_properties,
    paragraph_style,
    run_properties,
)

_PICTURE = paragraph_properties(0, 0, 0, align="center")
STYLES = "".join(
    [
        # Each page of an annex stands on one of its own; the first begins its section, so that nothing is broken before it.
        paragraph_style("Pack Picture", _PICTURE.replace("<w:widow", "<w:pageBreakBefore/><w:widow"), ""),
        paragraph_style("Pack Kicker", paragraph_properties(14, 113, 0, keep_next=True), run_properties()),
        paragraph_style("Pack Blank", paragraph_properties(14, 0, 0), ""),
        paragraph_style("Pack Entry", paragraph_properties(14, 2, 0), run_properties(SERIF, 10.5, INK, bold=True)),
    ]
)


def body() -> str:
    """Give the whole body."""
    return only_if("not view.sheets", cover(), programme(), contents()) + for_each("each in view.sheets", sheet())


def cover() -> str:
    """Give what the pack is, for whom, and who gets a copy."""
    author = "view.prepared_by"
    reached = f"[{author}.name, {author}.unit or none, {author}.phone or none, {author}.email or none]"
    rows = (
        fact("reference", "view.reference", "{{r view.reference }}"),
        fact("date", "view.date", "{{r [view.date, view.version, view.status]|joined(' · ') }}"),
        fact("marking", "view.marking", "{{r view.marking }}"),
        fact("to", "view.to", '{{r view.to|joined(labels.semicolon ~ " ") }}'),
        fact("from", author, f"{{{{r {reached}|joined(' · ') }}}}"),
    )
    borders = edge("top", 1.5, NAVY) + edge("bottom", 0.5, BAR)
    first = run("{% if loop.first %}{{ labels.distribution }}{% endif %}\t", "Brief Label")
    copies = paragraph("Brief Objectives", first, run("{{ loop.index }}\t", "Item Number"), "{{p text }}")
    return "".join(
        [
            kicker("{% if view.house.organisation %}{{ view.house.organisation }} · {% endif %}{{ view.kind }}"),
            paragraph("Title", "{{r view.title }}"),
            table((32, 134), *rows, borders=borders),
            paragraph("Table Gap"),
            for_each("text in view.distribution", copies),
        ]
    )


def kicker(words: str) -> str:
    """Give the line above a title, well down the page."""
    return paragraph("Pack Kicker", run(words, "Brief Label"))


def programme() -> str:
    """Give the steps of a visit, each with the tab and page of its brief."""
    widths = (32, 68, 40, 26)
    step = row(
        cell(32, paragraph("Table Text", "{{r each.at }}")),
        cell(68, paragraph("Table Text", "{{r each.step }}")),
        cell(40, paragraph("Table Text", "{{r each.place }}")),
        cell(26, paragraph("Table Text", "{{r each|tab_and_page(labels.comma) }}", jc="right")),
    )
    head = head_row(widths, ("at", "step", "where", "page"), right=(3,))
    rows = repeated("each in view.programme", WIDTH, step)
    return only_if("view.programme", heading("programme"), table(widths, head, rows))


def heading(key: str) -> str:
    """Give a heading; the first after the cover begins a page."""
    begins = "view.programme" if key == "contents" else "false"
    broken = only_if(f"not ({begins})", paragraph("Pack Blank", '<w:r><w:br w:type="page"/></w:r>'))
    return broken + paragraph("Heading 1", f"{{{{ labels.{key} }}}}")


def contents() -> str:
    """Give the tabs and annexes with their own markings and the pages on which they begin."""
    widths = (32, 76, 44, 14)
    entry = row(
        cell(32, paragraph("Table Text", run("{{ each.name }}", "Brief Label"))),
        cell(
            76,
            paragraph("Pack Entry", "{{r each.title }}"),
            paragraph("Quiet", "{{r [each.kind, each.reference, each.status]|joined(' · ') }}"),
        ),
        cell(44, paragraph("Table Text", "{{r each.marking }}")),
        cell(14, paragraph("Table Text", "{{r each|page_of }}", jc="right")),
    )
    head = head_row(widths, ("pack", "contents", "marking", "page"), right=(3,))
    return heading("contents") + table(widths, head, repeated("each in view.entries", WIDTH, entry))


def sheet() -> str:
    """Give a divider, or a page of an annex as a picture."""
    divider = (
        kicker("{{ each.entry.name }}"),
        paragraph("Title", "{{r each.entry.title }}"),
        paragraph("Brief Meta", "{{r [each.entry.kind, each.entry.reference, each.entry.marking]|joined(' · ') }}"),
    )
    picture = paragraph("Pack Picture", "{{r each.placed }}")
    return only_if("each.placed", picture) + only_if("not each.placed", *divider)
