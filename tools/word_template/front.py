"""What stands on page one: who it is for, the frame of the meeting, who is in the room, what is on the agenda."""

from tools.word_template.parts import (
    cell,
    field,
    for_each,
    head_row,
    label,
    label_cell,
    only_if,
    paragraph,
    repeated,
    row,
    run,
    table,
)
from tools.word_template.styles import WIDTH


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
    head = head_row(
        widths,
        ("agenda", "agenda_item", "lead if view.agenda.lead", "time_set if view.agenda.minutes"),
        right=(3,),
        has_label_column=True,
    )
    return only_if(
        "view.agenda", paragraph("Table Gap"), table(widths, head, repeated("item in view.agenda", WIDTH, item))
    )
