"""What follows the agenda: judgements, steps, clearance, sources and the like."""

from tools.word_template.front import person
from tools.word_template.parts import (
    cell,
    for_each,
    head_row,
    only_if,
    paragraph,
    repeated,
    row,
    run,
    table,
    where_filled,
)
from tools.word_template.styles import WIDTH


def implications(*, has_heading: bool = True) -> str:
    """Give the judgements: how likely, what follows, and what they rest on."""
    widths = (32, 134)
    judgement = row(
        cell(32, likelihood("each")),
        cell(
            134,
            paragraph("Judgement", "{{r each.statement }}"),
            so_what("each"),
            grounds("each", ("confidence", "basis", "concerns", "horizon")),
        ),
    )
    heading = paragraph("Heading 1", "{{ labels.implications }}") if has_heading else paragraph("Table Gap")
    rows = repeated("each in view.implications", WIDTH, judgement)
    judgements = table(widths, head_row(widths, ("how_likely", "judgement")), rows)
    return only_if("view.implications", heading, judgements, scale_note())


def likelihood(each: str) -> str:
    """Give how likely a judgement is, in a frame: the term, and its range below."""
    chip = f"{{{{r {each}.likelihood.term }}}}", f"{{{{ {each}.likelihood.range }}}}"
    return only_if(f"{each}.likelihood", *(paragraph("Likelihood", words) for words in chip))


def so_what(each: str) -> str:
    """Give what follows from a judgement."""
    words = run("{{ labels.so_what }}  ", "Brief Label"), f"{{{{r {each}.so_what }}}}"
    return only_if(f"{each}.so_what", paragraph("So What", *words))


def grounds(each: str, names: tuple[str, ...]) -> str:
    """Give, quietly, how sure a judgement is and what it rests on."""
    words = []
    for name in names:
        label = run(f"{{{{ labels.{name} }}}} ", "Quiet Label")
        words += [f"{{% if {each}.{name} %}}", label, f"{{{{r {each}.{name} }}}}   {{% endif %}}"]
    return only_if(" or ".join(f"{each}.{name}" for name in names), paragraph("Quiet", *words))


def scale_note() -> str:
    """Give what explains the terms of likelihood."""
    return only_if("view.scale_name", paragraph("Note", "{{r labels.scale_note|fill(scale=view.scale_name) }}"))


def simple_table(condition: str, title: str, style: str, columns: tuple[tuple[float, str, str], ...], loop: str) -> str:
    """Give a heading and a table with one row an entry; each column has a width, a label and what its cells show."""
    widths = tuple(width for width, _, _ in columns)
    right = tuple(number for number, (_, key, _) in enumerate(columns) if key.startswith("time_set"))
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
        (48.0, where_filled("owner", "view.next_steps"), "{{r step.owner }}"),
    )
    return simple_table("view.next_steps", "next_steps", "Heading 1", columns, "step in view.next_steps")


def programme() -> str:
    """Give the meeting step by step."""
    columns = (
        (32.0, "at", "{{r step.at }}"),
        (52.0, "step", "{{r step.step }}"),
        (36.0, where_filled("lead", "view.meeting.programme"), "{{r step.lead }}"),
        (30.0, where_filled("press", "view.meeting.programme"), "{{r step.press }}"),
        (16.0, where_filled("time_set", "view.meeting.programme", "minutes"), "{{r step.minutes }}"),
    )
    return simple_table(
        "view.meeting and view.meeting.programme",
        "programme",
        "Minor Heading",
        columns,
        "step in view.meeting.programme",
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
            "{% else %}{{r each.state }}{% endif %}{% if each.date %}{{ labels.comma }} {{r each.date }}{% endif %}",
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
    return only_if("view.clearances", paragraph("Minor Heading", "{{ labels.clearance }}"), table(widths, head, rows))


def sources() -> str:
    """Give the numbered sources with their grade."""
    graded = "view.sources|selectattr('grade')|list"
    widths = (32, 118, 16)
    entry = row(
        cell(32, paragraph("Source", "{{r each }}")),
        cell(118, paragraph("Source", *source())),
        cell(16, paragraph("Source", "{{r each.grade }}", jc="right")),
    )
    head = head_row(widths, ("number", "source", where_filled("grade", "view.sources")), right=(2,))
    rows = repeated("each in view.sources", WIDTH, entry)
    note = only_if(
        f"{graded} or view.all_accessed",
        before_closing(
            "Note",
            f"{{% if {graded} %}}{{{{ labels.grade_note }}}} {{% endif %}}{{{{ view.all_accessed }}}}",
            unless="view.glossary or view.annexes",
        ),
    )
    return only_if(
        "view.sources", paragraph("Minor Heading", "{{ labels.sources }}"), table(widths, head, rows, borders=""), note
    )


def source() -> tuple[str, ...]:
    """Give one source: who published it, its title, when, and where it can be read."""
    return (
        "{% if each.publisher %}{{r each.publisher }}{{ labels.comma }} {% endif %}",
        run("{{r each.title }}", "Source Title"),
        "{% if each.date %}{{ labels.comma }} {{r each.date }}{% endif %}.",
        run(
            "{% if each.site %} {{r each.site|linked(each.address) }}{% endif %}{% if each.accessed %}{{ labels.comma }} {{r each.accessed }}{% endif %}",
            "Quiet Small",
        ),
    )


def sources_in_one_line() -> str:
    """Give the sources one after the other, where a page has no room for a list."""
    words = (
        run("{{ labels.sources }} ", "Quiet Label"),
        "{% for each in view.sources %}{{r each }}\u00a0",
        *source(),
        "{% if each.grade %} {{r each.grade }}{% endif %}{% if not loop.last %} · {% endif %}{% endfor %}{% if view.all_accessed %} · {{ view.all_accessed }}{% endif %}",
    )
    return only_if("view.sources", paragraph("Closing", *words))


def glossary() -> str:
    """Give the acronyms in one run of text."""
    words = (
        "{% for entry in view.glossary %}",
        run("{{r entry.term }} ", "Quiet Label"),
        "{{r entry.meaning }}{% if not loop.last %} · {% endif %}{% endfor %}",
    )
    return only_if(
        "view.glossary", paragraph("Minor Heading", "{{ labels.glossary }}"), before_closing("Quiet", *words)
    )


def before_closing(style: str, *words: str, unless: str = "view.annexes") -> str:
    """Give a paragraph that stays with the closing lines where they follow it, so that they fill no page alone."""
    return only_if(unless, paragraph(style, *words)) + only_if(
        f"not ({unless})", paragraph(style, *words, keep_next=True)
    )


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
    """Give how to reach the author, whom to ask, and how the brief was made."""
    reached = "view.prepared_by and (view.prepared_by.phone or view.prepared_by.email)"
    lines = (
        (reached, run("{{ labels.from }} ", "Quiet Label"), *reach("view.prepared_by")),
        ("view.contact", run("{{ labels.contact }} ", "Quiet Label"), *reach("view.contact")),
        ("view.drafted_with", *remark("drafting", "drafted_with")),
        ("view.translation_of", *remark("translation", "translation_of")),
    )
    return "".join(
        only_if(condition, paragraph("Closing", *words, keep_next=number < len(lines)))
        for number, (condition, *words) in enumerate(lines, start=1)
    )


def reach(who: str) -> tuple[str, ...]:
    """Give a person with telephone and address."""
    ways = (f"{{% if {who}.{way} %}} · {{{{r {who}.{way} }}}}{{% endif %}}" for way in ("phone", "email"))
    return (person(who), *ways)


def remark(label_key: str, field_name: str) -> tuple[str, ...]:
    """Give the words of a small closing line."""
    return run(f"{{{{ labels.{label_key} }}}} ", "Quiet Label"), f"{{{{r view.{field_name} }}}}"


def end_matter() -> str:
    """Give all that stands after the substance, where a kind of document ends as a brief does."""
    return clearance() + sources() + glossary() + annexes() + closing()
