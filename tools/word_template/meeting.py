"""The meeting brief as a Word template: the same parts in the same order as on the printed page."""

from tools.word_template.parts import (
    cell,
    field,
    for_each,
    head_row,
    label,
    label_cell,
    lines_block,
    only_if,
    paragraph,
    repeated,
    row,
    run,
    table,
)

WIDTH = 166.0


def opening() -> str:
    """Give kind, title, and who it is to and from."""
    pair = "{%% if view.%s %%}"
    meta = []
    for key in ("to", "through", "copies"):
        meta += [
            pair % key,
            run(f"{{{{ labels.{key} }}}} ", "Brief Label"),
            f'{{{{r view.{key}|joined(", ") }}}}   ',
            "{% endif %}",
        ]
    meta += [
        pair % "prepared_by",
        run("{{ labels.from }} ", "Brief Label"),
        person("view.prepared_by"),
        "   {% endif %}",
    ]
    meta += [
        pair % "clearance_summary",
        run("{{ labels.clearance }} ", "Brief Label"),
        "{{ view.clearance_summary }}{% endif %}",
    ]
    return (
        paragraph("Brief Kicker", "{{ view.kind }}")
        + paragraph("Title", "{{r view.title }}")
        + only_if(
            "view.to or view.through or view.copies or view.prepared_by or view.clearance_summary",
            paragraph("Brief Meta", *meta),
        )
    )


def person(who: str) -> str:
    """Give a person as unit and name."""
    return f"{{% if {who}.unit %}}{{{{r {who}.unit }}}} ({{{{r {who}.name }}}}){{% else %}}{{{{r {who}.name }}}}{{% endif %}}"


def facts() -> str:
    """Give when, where and how."""
    when = paragraph(
        "Brief Fact",
        label("when"),
        "{{r view.meeting.when }}",
        "{% if view.meeting.when_ours %}",
        run(" · {{ view.meeting.when_ours }}", "Quiet Words"),
        "{% endif %}",
    )
    kind = paragraph(
        "Brief Fact",
        label("format"),
        "{{r view.meeting.kind }}{% if view.meeting.interpreter %}   ",
        run("{{ labels.interpretation }} ", "Brief Label"),
        "{{r view.meeting.interpreter }}{% endif %}",
    )
    last = paragraph(
        "Brief Fact",
        label("last_met"),
        '{{r [view.meeting.last_met.date, view.meeting.last_met.place, view.meeting.last_met.outcome]|joined(", ") }}',
    )
    return only_if(
        "view.meeting",
        only_if("view.meeting.when", when),
        field("Brief Fact", "where", "view.meeting.place"),
        field("Brief Fact", "purpose", "view.meeting.purpose"),
        only_if("view.meeting.kind", kind),
        only_if(
            "view.meeting.interpreter and not view.meeting.kind",
            field("Brief Fact", "interpretation", "view.meeting.interpreter"),
        ),
        field("Brief Fact", "press", "view.meeting.press"),
        only_if("view.meeting.last_met", last),
        field("Brief Fact", "logistics", "view.meeting.logistics"),
    )


def objectives() -> str:
    """Give the objectives, numbered."""
    first = run("{% if loop.first %}{{ labels.objectives }}{% endif %}\t", "Brief Label")
    return for_each(
        "text in view.objectives",
        paragraph("Brief Objectives", first, run("{{ loop.index }}\t", "Item Number"), "{{p text }}"),
    )


def participants() -> str:
    """Give who is in the room, by side, with what they want and how they work."""
    widths = (32, 40, 94)
    who = cell(
        40,
        paragraph("Table Text", run("{{r each.name }}", "Strong Words")),
        only_if(
            "each.title or each.organisation", paragraph("Quiet", '{{r [each.title, each.organisation]|joined(", ") }}')
        ),
        only_if(
            "each.role or each.address_as",
            paragraph(
                "Quiet",
                "{{r each.role }}{% if each.address_as %}{% if each.role %} · {% endif %}“{{r each.address_as }}”{% endif %}",
            ),
        ),
    )
    manner = cell(
        94,
        only_if(
            "each.wants",
            paragraph("Table Text", run("{{ labels.wants }}  ", "Brief Label"), '{{r each.wants|joined(" · ") }}'),
        ),
        paragraph("Quiet", "{{p each.perspective }}"),
        paragraph("Quiet", "{{p each.approach }}"),
    )
    side = label_cell(paragraph("Table Text", "{% if loop.first %}{{ side.label }}{% endif %}"))
    rows = repeated("side in view.sides", WIDTH, repeated("each in side.participants", WIDTH, row(side, who, manner)))
    head = head_row(widths, ("participants", "who", "wants_and_ways"), has_label_column=True)
    return only_if("view.sides", paragraph("Table Gap"), table(widths, head, rows))


def agenda_overview() -> str:
    """Give the agenda on page one."""
    widths = (32, 76, 42, 16)
    item = row(
        label_cell(paragraph("Table Text")),
        cell(76, paragraph("Table Text", run("{{ item.number }}   ", "Item Number"), "{{r item.topic }}")),
        cell(42, paragraph("Table Text", "{{r item.lead }}")),
        cell(16, paragraph("Table Text", "{{r item.minutes }}", jc="right")),
    )
    head = head_row(widths, ("agenda", "agenda_item", "lead", "time_set"), right=(3,), has_label_column=True)
    return only_if(
        "view.agenda", paragraph("Table Gap"), table(widths, head, repeated("item in view.agenda", WIDTH, item))
    )


def agenda_items() -> str:
    """Give each agenda item: what we want, what to say, then what to know."""
    note = "{{r item.minutes }}{% if item.minutes and item.lead %} · {% endif %}{% if item.lead %}{{r labels.leads|fill(lead=item.lead) }}{% endif %}"
    return for_each(
        "item in view.agenda",
        paragraph("Heading 1", run("{{ item.number }}\t", "Item Number"), "{{r item.topic }}"),
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
        for_each(
            "text in item.avoid",
            paragraph(
                "Brief List",
                run("{% if loop.first %}{{ labels.avoid }}{% endif %}\t", "Label Caution"),
                "–\t{{p text }}",
            ),
        ),
        field("Brief Background", "background", "item.background"),
        for_each("figure in item.figures", figure()),
    )


def if_raised() -> str:
    """Give their questions and our answers, side by side."""
    widths = (32, 57, 77)
    exchange = row(
        label_cell(paragraph("They Say")),
        cell(57, paragraph("They Say", "{{r each.they_say }}")),
        cell(77, paragraph("We Say", "{{r each.we_say }}")),
    )
    head = head_row(widths, ("if_raised", "they_say", "we_say"), has_label_column=True)
    return only_if(
        "item.if_raised",
        table(widths, head, repeated("each in item.if_raised", WIDTH, exchange)),
        paragraph("Table Gap"),
    )


def figure() -> str:
    """Give a figure as a table, with its caption and its source."""
    caption = paragraph(
        "Caption",
        run("{{r labels.figure_number|fill(n=figure.number) }}.", "Strong Words"),
        "{% if figure.caption %} {{r figure.caption }}{% endif %}{% if figure.unit %} ({{r figure.unit }}){% endif %}",
    )
    remark = paragraph(
        "Figure Note",
        "{% if figure.reference_line %}{{ labels.reference_line }}: {{r figure.reference_line }}{% endif %}"
        "{% if figure.reference_line and figure.source %} · {% endif %}"
        "{% if figure.source %}{{ labels.data_source }}: {{r figure.source }}{% endif %}",
    )
    return (
        only_if("figure.caption or figure.unit", caption)
        + paragraph("Figure Place", "{{p figure }}")
        + only_if("figure.reference_line or figure.source", remark)
    )


def implications() -> str:
    """Give the judgements: how likely, what follows, and what they rest on."""
    widths = (32, 134)
    grounds = []
    for key in ("confidence", "basis", "concerns", "horizon"):
        grounds += [
            f"{{% if each.{key} %}}",
            run(f"{{{{ labels.{key} }}}} ", "Quiet Label"),
            f"{{{{r each.{key} }}}}   {{% endif %}}",
        ]
    chip = paragraph("Likelihood", "{{r each.likelihood.term }} · {{ each.likelihood.range }}")
    judgement = row(
        cell(32, only_if("each.likelihood", chip)),
        cell(
            134,
            paragraph("Judgement", "{{r each.statement }}"),
            only_if(
                "each.so_what",
                paragraph("So What", run("{{ labels.so_what }}  ", "Brief Label"), "{{r each.so_what }}"),
            ),
            only_if("each.confidence or each.basis or each.concerns or each.horizon", paragraph("Quiet", *grounds)),
        ),
    )
    head = head_row(widths, ("how_likely", "judgement"))
    note = paragraph("Note", "{{r labels.scale_note|fill(scale=view.scale_name) }}")
    rows = repeated("each in view.implications", WIDTH, judgement)
    return only_if(
        "view.implications",
        paragraph("Heading 1", "{{ labels.implications }}"),
        table(widths, head, rows),
        only_if("view.scale_name", note),
    )


def simple_table(condition: str, title: str, style: str, columns: tuple[tuple[float, str, str], ...], loop: str) -> str:
    """Give a heading and a table with one row an entry; each column has a width, a label and what its cells show."""
    widths = tuple(width for width, _, _ in columns)
    right = tuple(number for number, (_, key, _) in enumerate(columns) if key == "time_set")
    cells = [
        cell(width, paragraph("Table Text", value, jc="right" if number in right else ""))
        for number, (width, _, value) in enumerate(columns)
    ]
    head = head_row(widths, tuple(key for _, key, _ in columns), right=right)
    return only_if(
        condition,
        paragraph(style, f"{{{{ labels.{title} }}}}"),
        table(widths, head, repeated(loop, WIDTH, row(*cells))),
    )


def next_steps() -> str:
    """Give what is to be done, by whom and when."""
    columns = (
        (32.0, "due", "{{r step.due }}"),
        (86.0, "action", "{{r step.action }}"),
        (48.0, "owner", "{{r step.owner }}"),
    )
    return simple_table("view.next_steps", "next_steps", "Heading 1", columns, "step in view.next_steps")


def programme() -> str:
    """Give the meeting step by step."""
    columns = (
        (32.0, "at", "{{r step.at }}"),
        (52.0, "step", "{{r step.step }}"),
        (36.0, "lead", "{{r step.lead }}"),
        (30.0, "press", "{{r step.press }}"),
        (16.0, "time_set", "{{r step.minutes }}"),
    )
    return simple_table(
        "view.meeting and view.meeting.programme", "programme", "Heading 2", columns, "step in view.meeting.programme"
    )


def clearance() -> str:
    """Give who clears the brief, and where that stands."""
    widths = (32, 54, 32, 48)
    state = cell(
        48,
        paragraph(
            "Table Text",
            "{% if each.is_open %}",
            run("{{r each.state }}", "Label Caution"),
            "{% else %}{{r each.state }}{% endif %}{% if each.date %}, {{r each.date }}{% endif %}",
        ),
        paragraph("Quiet", "{{p each.comment }}"),
    )
    entry = row(
        cell(32, paragraph("Table Text", "{{r each.due }}")),
        cell(54, paragraph("Table Text", "{{r each.unit }}")),
        cell(32, paragraph("Table Text", "{{r each.by }}")),
        state,
    )
    head = head_row(widths, ("due", "unit", "by", "state"))
    rows = repeated("each in view.clearances", WIDTH, entry)
    return only_if("view.clearances", paragraph("Heading 2", "{{ labels.clearance }}"), table(widths, head, rows))


def sources() -> str:
    """Give the numbered sources with their grade."""
    widths = (32, 118, 16)
    source = paragraph(
        "Source",
        "{% if each.publisher %}{{r each.publisher }}, {% endif %}",
        run("{{r each.title }}", "Source Title"),
        "{% if each.date %}, {{r each.date }}{% endif %}.",
        run(
            "{% if each.site %} {{r each.site|linked(each.address) }}{% endif %}{% if each.accessed %}, {{r each.accessed }}{% endif %}",
            "Quiet Small",
        ),
    )
    entry = row(
        cell(32, paragraph("Source", "{{r each }}")),
        cell(118, source),
        cell(16, paragraph("Source", "{{r each.grade }}", jc="right")),
    )
    head = head_row(widths, ("number", "source", "grade"), right=(2,))
    rows = repeated("each in view.sources", WIDTH, entry)
    note = paragraph("Note", "{{ labels.grade_note }}")
    return only_if(
        "view.sources", paragraph("Heading 2", "{{ labels.sources }}"), table(widths, head, rows, lines=False), note
    )


def glossary() -> str:
    """Give the acronyms in one run of text."""
    words = paragraph(
        "Quiet",
        "{% for entry in view.glossary %}",
        run("{{r entry.term }} ", "Quiet Label"),
        "{{r entry.meaning }}{% if not loop.last %} · {% endif %}{% endfor %}",
    )
    return only_if("view.glossary", paragraph("Heading 2", "{{ labels.glossary }}"), words)


def sections() -> str:
    """Give the free sections."""
    return for_each(
        "each in view.sections",
        paragraph("Heading 1", "{{r each.heading }}"),
        paragraph("Section Text", "{{p each.text }}"),
    )


def annexes() -> str:
    """Give the annexes, numbered."""
    heading = paragraph("Heading 1", "{{r labels.annex_number|fill(n=loop.index) }}. {{r each.heading }}")
    return for_each("each in view.annexes", heading, paragraph("Section Text", "{{p each.text }}"))


def closing() -> str:
    """Give whom to ask, and how the brief was made."""
    contact = paragraph(
        "Note",
        run("{{ labels.contact }} ", "Quiet Label"),
        person("view.contact"),
        "{% if view.contact.phone %} · {{r view.contact.phone }}{% endif %}{% if view.contact.email %} · {{r view.contact.email }}{% endif %}",
    )
    return (
        only_if("view.contact", contact)
        + only_if(
            "view.drafted_with",
            paragraph("Note", run("{{ labels.drafting }} ", "Quiet Label"), "{{r view.drafted_with }}"),
        )
        + only_if(
            "view.translation_of",
            paragraph("Note", run("{{ labels.translation }} ", "Quiet Label"), "{{r view.translation_of }}"),
        )
    )


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
