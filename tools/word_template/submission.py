"""The decision submission as a Word template: what is asked, by when and why, the ways open, and the place to sign."""

from tools.word_template.end import end_matter, implications, next_steps, sections
from tools.word_template.front import bottom_line, changes, fact, opening, points
from tools.word_template.items import figures
from tools.word_template.parts import cell, edge, field, for_each, label, only_if, paragraph, row, run, table
from tools.word_template.styles import (
    BAR,
    HAIRLINE,
    INK,
    LABEL_COLUMN,
    NAVY,
    SANS,
    SERIF,
    character_style,
    paragraph_properties,
    paragraph_style,
    rule,
    run_properties,
)

_HANGING = {"left": LABEL_COLUMN, "hanging": LABEL_COLUMN, "tabs": (("left", LABEL_COLUMN),)}
STYLES = "".join(
    [
        paragraph_style(
            "Brief Ask",
            paragraph_properties(18, 9, 5, keep_next=True, keep_lines=True, **_HANGING),
            run_properties(SERIF, 13, INK, bold=True),
        ),
        paragraph_style(
            "Bottom Line",
            paragraph_properties(15.5, 6, 7, keep_lines=True, **_HANGING),
            run_properties(SERIF, 11.5, INK),
        ),
        paragraph_style(
            "Brief Option",
            paragraph_properties(
                14, 2, 2, borders=rule("top", 0.5, HAIRLINE, space=4), keep_next=True, keep_lines=True, **_HANGING
            ),
            run_properties(SERIF, 10.5, INK),
        ),
        paragraph_style(
            "Option Text",
            paragraph_properties(13.5, 0, 3, left=LABEL_COLUMN, keep_next=True),
            run_properties(SERIF, 10, INK),
        ),
        paragraph_style(
            "Brief Ticks",
            paragraph_properties(14, 2, 7, left=LABEL_COLUMN, tabs=(("left", 66.0), ("left", 106.0))),
            run_properties(SANS, 9.5, INK),
        ),
        paragraph_style("Sign Line", paragraph_properties(12, 9, 2, keep_lines=True), run_properties(SANS, 9, INK)),
        character_style("Tick Box", run_properties("Segoe UI Symbol", 11, INK)),
        character_style("Recommended", run_properties(SANS, 8.25, NAVY, bold=True, frame=0.75)),
    ]
)


def body() -> str:
    """Give the whole body."""
    return "".join(
        [
            opening(),
            deadline(),
            ask(),
            bottom_line(),
            changes(),
            options(),
            sign_off(),
            points("key_points", "view.key_points"),
            field("Brief Field", "issue", "view.issue"),
            field("Brief Field", "background", "view.background"),
            field("Brief Field", "considerations", "view.considerations"),
            field("Brief Field", "recommendation", "view.recommendation"),
            sections(),
            figures(),
            implications(),
            next_steps(),
            end_matter(),
        ]
    )


def deadline() -> str:
    """Give the day by which the decision is needed, and why."""
    words = (
        run("{{r view.decision.by }}", "Strong Words"),
        "{% if view.decision.by and view.decision.because %} · {% endif %}{{r view.decision.because }}",
    )
    borders = edge("top", 1.5, NAVY) + edge("bottom", 0.5, BAR)
    known = "view.decision and (view.decision.by or view.decision.because)"
    return only_if(known, table((32, 134), fact("decision_by", known, *words), borders=borders))


def ask() -> str:
    """Give what is asked, with boxes to tick where there are no options to choose from."""
    words = paragraph("Brief Ask", label("ask"), "{{p view.decision.ask }}")
    return only_if("view.decision", words, only_if("not view.decision.options", ticks()))


def options() -> str:
    """Give the ways open, each with boxes to tick."""
    chip = "{% if option.is_recommended %}  ", run("\u00a0{{ labels.recommended }}\u00a0", "Recommended"), "{% endif %}"
    number = run("{{r labels.option_number|fill(n=loop.index) }}\t", "Brief Label")
    option = (
        paragraph("Brief Option", number, run("{{r option.name }}", "Strong Words"), *chip),
        paragraph("Option Text", "{{p option.text }}"),
        ticks(),
    )
    return only_if("view.decision", for_each("option in view.decision.options", *option))


def ticks() -> str:
    """Give the boxes to tick: agreed, not agreed, discuss."""
    words = []
    for number, key in enumerate(("agreed", "not_agreed", "discuss")):
        words += ["\t" if number else "", run("☐", "Tick Box"), f"  {{{{ labels.{key} }}}}"]
    return paragraph("Brief Ticks", *filter(None, words))


def sign_off() -> str:
    """Give the place for comments, signature and day."""
    line = edge("bottom", 0.5, INK)
    name = [paragraph("Sign Line", run(f"{{{{ labels.{key} }}}}", "Brief Label")) for key in ("comments", "signature")]
    date = paragraph("Sign Line", run("{{ labels.date }}", "Quiet Words"))
    return only_if(
        "view.decision",
        table(
            (32, 102, 32),
            row(cell(32, name[0]), cell(134, paragraph("Sign Line"), borders=line, span=2)),
            row(cell(32, name[1]), cell(102, paragraph("Sign Line"), borders=line), cell(32, date, borders=line)),
            borders="",
        ),
        paragraph("Brief Field"),
    )
