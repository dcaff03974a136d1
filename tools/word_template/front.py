"""What stands on page one: who it is for, the frame of the meeting, who is in the room, what is on the agenda."""

from tools.word_template.parts import (
    cell,
    edge,
    field,
    for_each,
    head_row,
    label_cell,
    only_if,
    paragraph,
    repeated,
    row,
    rows_if,
    run,
    table,
    where_filled,
)
from tools.word_template.styles import BAR, NAVY, WIDTH

# What parts a label from its words, and one pair of them from the next: a line may end after the latter.
_NEAR, _APART = "\u00a0\u00a0", "\u00a0\u00a0\u00a0\u00a0\u00a0 "
IS_LENGTHY = "(view.properties.title|length > 90)"


def opening() -> str:
    """Give kind, title, and who it is to and from."""
    pair = "{%% if view.%s %%}"
    meta = []
    for key in ("to", "through", "copies"):
        meta += [
            pair % key,
            run(f"{{{{ labels.{key} }}}}{_NEAR}", "Quiet Label"),
            f'{{{{r view.{key}|joined(labels.comma ~ " ") }}}}{_APART}',
            "{% endif %}",
        ]
    meta += [
        pair % "prepared_by",
        run(f"{{{{ labels.from }}}}{_NEAR}", "Quiet Label"),
        person("view.prepared_by"),
        f"{_APART}{{% endif %}}",
    ]
    meta += [
        pair % "clearance_summary",
        run(f"{{{{ labels.clearance }}}}{_NEAR}", "Quiet Label"),
        "{{ view.clearance_summary }}{% endif %}",
    ]
    return kind_and_title() + only_if(
        "view.to or view.through or view.copies or view.prepared_by or view.clearance_summary",
        paragraph("Brief Meta", *meta),
    )


def kind_and_title() -> str:
    """Give the kind of document, and its title, in smaller type where it is long."""
    return "".join(
        [
            paragraph(
                "Brief Kicker",
                "{% if view.house.organisation %}{{ view.house.organisation }} · {% endif %}{{ view.kind }}",
            ),
            only_if(f"not {IS_LENGTHY}", paragraph("Title", "{{r view.title }}")),
            only_if(IS_LENGTHY, paragraph("Lengthy Title", "{{r view.title }}")),
        ]
    )


def person(who: str) -> str:
    """Give a person as unit and name."""
    return f"{{% if {who}.unit %}}{{{{r {who}.unit }}}} ({{{{r {who}.name }}}}){{% else %}}{{{{r {who}.name }}}}{{% endif %}}"


def facts() -> str:
    """Give when, where and how: a table, so that a place or a word on logistics may run on over paragraphs and lists."""
    when = "{{r view.meeting.when }}{% if view.meeting.when_ours %}"
    rows = (
        fact("when", "view.meeting.when", when, run(" · {{ view.meeting.when_ours }}", "Quiet Words"), "{% endif %}"),
        fact("where", "view.meeting.place", "{{r view.meeting.place }}"),
        fact("purpose", "view.meeting.purpose", "{{r view.meeting.purpose }}"),
        *kind_and_interpreter(),
        fact("press", "view.meeting.press", "{{r view.meeting.press }}"),
        fact(
            "last_met",
            "view.meeting.last_met",
            '{{r [view.meeting.last_met.date, view.meeting.last_met.place, view.meeting.last_met.outcome]|joined(labels.comma ~ " ") }}',
        ),
        fact("logistics", "view.meeting.logistics", "{{p view.meeting.logistics }}"),
    )
    filled = " or ".join(
        f"view.meeting.{name}"
        for name in ("when", "place", "purpose", "kind", "press", "interpreter", "last_met", "logistics")
    )
    borders = edge("top", 1.5, NAVY) + edge("bottom", 0.5, BAR)
    return only_if(f"view.meeting and ({filled})", table((32, 134), *rows, borders=borders))


def fact(key: str, condition: str, *words: str) -> str:
    """Give one row of the facts: its label, and what is known."""
    known = row(
        cell(32, paragraph("Brief Fact", run(f"{{{{ labels.{key} }}}}", "Brief Label"))),
        cell(134, paragraph("Brief Fact", *words)),
    )
    return rows_if(condition, WIDTH, known)


def kind_and_interpreter() -> tuple[str, str]:
    """Give the kind of meeting with its interpreter on one row, or the interpreter alone."""
    with_interpreter = "{{r view.meeting.kind }}{% if view.meeting.interpreter %}   "
    named = run("{{ labels.interpretation }} ", "Brief Label")
    alone = "view.meeting.interpreter and not view.meeting.kind"
    return (
        fact("format", "view.meeting.kind", with_interpreter, named, "{{r view.meeting.interpreter }}{% endif %}"),
        fact("interpretation", alone, "{{r view.meeting.interpreter }}"),
    )


def bottom_line() -> str:
    """Give what the reader must know if nothing else is read."""
    return field("Bottom Line", "bottom_line", "view.bottom_line")


def changes() -> str:
    """Give what has changed since last time, between two rules: since when, a line for each change, and why."""
    lines = for_each("line in view.changes.lines", paragraph("Change Line", "•\t{{r line }}"))
    told = cell(
        134,
        paragraph("Change Since", "{{r view.changes.since }}"),
        lines,
        paragraph("Change Text", "{{p view.changes.why }}"),
    )
    label = cell(32, paragraph("Change Since", run("{{ labels.changes }}", "Brief Label")))
    borders = edge("top", 0.75, NAVY) + edge("bottom", 0.5, BAR)
    return only_if(
        "view.changes",
        paragraph("Table Gap"),
        table((32, 134), row(label, told), borders=borders),
        paragraph("Table Gap"),
    )


def points(key: str, texts: str) -> str:
    """Give a list of texts under one label."""
    first = run(f"{{% if loop.first %}}{{{{ labels.{key} }}}}{{% endif %}}\t", "Brief Label")
    entries = for_each(f"text in {texts}", paragraph("Brief Objectives", first, "•\t{{p text }}"))
    return only_if(texts, entries, paragraph("Table Gap"))


def objectives(key: str = "objectives") -> str:
    """Give the objectives, numbered."""
    first = run(f"{{% if loop.first %}}{{{{ labels.{key} }}}}{{% endif %}}\t", "Brief Label")
    return for_each(
        "text in view.objectives",
        paragraph("Brief Objectives", first, run("{{ loop.index }}\t", "Item Number"), "{{p text }}"),
    )


def participants(key: str = "participants", manners: str = "wants_and_ways", *, has_manner: bool = True) -> str:
    """Give who is in the room, by side, with what they want and, unless that stands elsewhere, how they work."""
    widths = (32, 40, 94) if has_manner else (32, 60, 74)
    want = (run("{{ labels.wants }}  ", "Brief Label"),) if has_manner else ()
    side = label_cell(paragraph("Table Text", "{% if loop.first %}{{ side.label }}{% endif %}"))
    manner = cell(
        widths[2],
        only_if("each.wants", paragraph("Table Text", *want, '{{r each.wants|joined(" · ") }}')),
        *(paragraph("Quiet", f"{{{{p each.{name} }}}}") for name in ("perspective", "approach") if has_manner),
    )
    is_known = "each.wants or each.perspective or each.approach" if has_manner else "each.wants"
    each = rows_if(is_known, WIDTH, row(side, cell(widths[1], *person_in_room()), manner)) + rows_if(
        f"not ({is_known})", WIDTH, row(side, cell(134, *person_in_room(), span=2))
    )
    rows = repeated("side in view.sides", WIDTH, repeated("each in side.participants", WIDTH, each))
    everybody = "view.sides|map(attribute='participants')|sum(start=())"
    known = (
        f"{everybody}|selectattr('{name}')|list"
        for name in ("wants", "perspective", "approach")[: 3 if has_manner else 1]
    )
    head = head_row(widths, (key, "who", f"{manners} if {' or '.join(known)}"), has_label_column=True)
    return only_if("view.sides", paragraph("Table Gap"), table(widths, head, rows))


def person_in_room() -> tuple[str, str]:
    """Give a participant's name, and below it the office and the form of address."""
    office = "each.title or each.organisation or each.role"
    words = (
        '{{r [each.title, each.organisation, each.role]|joined(labels.comma ~ " ") }}'
        f"{{% if each.address_as %}}{{% if {office} %}} · {{% endif %}}{{{{r labels.quoted|fill(words=each.address_as) }}}}{{% endif %}}"
    )
    return (
        paragraph("Table Text", run("{{r each.name }}", "Strong Words")),
        only_if(f"{office} or each.address_as", paragraph("Quiet", words)),
    )


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
        (
            "agenda",
            "agenda_item",
            where_filled("lead", "view.agenda"),
            where_filled("time_set", "view.agenda", "minutes"),
        ),
        right=(3,),
        has_label_column=True,
    )
    return only_if(
        "view.agenda", paragraph("Table Gap"), table(widths, head, repeated("item in view.agenda", WIDTH, item))
    )
