"""A workspace with a house style in which nothing is as usual, and a template that shows portraits."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.fonts import STYLES, make_font
from tests.pictures import LOGO, paint
from tools.word_template.front import opening
from tools.word_template.make import write_template
from tools.word_template.parts import for_each, paragraph, portrait

from briefmaker.model.style import ROLES

COLOURS = {
    "ink": "#1d1a16",
    "accent": "#1e5b45",
    "quiet": "#4d4a40",
    "background": "#3f3b31",
    "caution": "#8a3b12",
    "tint": "#f3f0e6",
    "bar": "#7d6b3c",
    "hairline": "#d8cfb8",
}
assert tuple(COLOURS) == ROLES

SETTINGS: dict[str, str] = {
    "organisation": "Ministry of the North Sea",
    "print_organisation": "true",
    "logo": "images/logo.svg",
    "paper": "letter",
    "colours": "{" + ", ".join(f'{role}: "{value}"' for role, value in COLOURS.items()) + "}",
    "fonts": "{serif: {regular: fonts/serif-regular.ttf, italic: fonts/serif-italic.ttf, bold: fonts/serif-bold.ttf,"
    " fallback: Georgia}, sans: {regular: fonts/sans-regular.ttf, italic: fonts/sans-italic.ttf, bold: fonts/sans-bold.ttf}}",
    "embed_fonts": "true",
    "date_style": "month-day-year",
    "languages": "[en-GB, fr]",
    "boilerplate": "{first_page: {en: Return to the registry., fr: À rendre au greffe.},"
    " end: {en: 1 Quay Street., fr: 1 rue du Quai.}}",
}
"""Every setting of the house style, as it stands in briefmaker.yaml."""

BRIEF = """\
format: 1
template: {template}
title: Grain talks in Ankara
date: 2026-03-02
{language}status: draft
handling: [LIMITED]
to: [Private Office]
objectives: ["Agree on a date [@report]."]
meeting: {{start: 2026-03-03 10:00, place: Ankara}}
participants:
  - {{person: berg, side: theirs}}
agenda:
  - topic: Corridor
    lines_to_take: [We want a date.]
    avoid: [Prices.]
    background: |
      It has been open since May.

      | Port | Ships |
      |---|---|
      | North | 12 |
sources:
  report: {{title: Report on the corridor, publisher: Ministry}}
annexes:
  - title: Ports
    text: |
"""
LONG = "".join(f"      Port {number} is open.\n\n" for number in range(60))

PAGE = """\
{% extends "brief.html.j2" %}
{% block content %}
{% import "parts.html.j2" as parts with context %}
{{ parts.opening_lines() }}
{% for side in view.sides %}
{% for each in side.participants %}
{{ parts.portrait(each) }}
<p>{{ each.name | inline }}</p>
{% endfor %}
{% endfor %}
{% endblock %}
"""

DESCRIPTION = """\
name: {en: Faces, fr: Visages}
description: Shows who is who.
shows: [title, date, version, status, marking, handling, to, participants.name, participants.portrait]
"""


def make_house(root: Path, settings: Sequence[str] = tuple(SETTINGS)) -> Path:
    """Make a workspace that sets these settings; gives its folder."""
    for folder in ("briefs", "images", "fonts"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "briefmaker.yaml").write_text("".join(f"{each}: {SETTINGS[each]}\n" for each in settings), "utf-8")
    (root / "images" / "logo.svg").write_text(LOGO, "utf-8")
    (root / "images" / "berg.jpg").write_bytes(paint(750, 960, "JPEG", comment="TAKEN BY ANNA"))
    for style, ending in STYLES.items():
        for role, file in (("serif", "SourceSerif4"), ("sans", "SourceSans3")):
            font = make_font(f"{file}-{ending}.ttf", f"Harbour {role.capitalize()}")
            (root / "fonts" / f"{role}-{style}.ttf").write_bytes(font)
    (root / "people.yaml").write_text("berg: {name: Anna Berg, portrait: images/berg.jpg}\n", "utf-8")
    for name, template, language in (("talks", "meeting", ""), ("talks-fr", "meeting", "fr"), ("faces", "faces", "")):
        line = f"language: {language}\n" if language else ""
        (root / "briefs" / f"{name}.yaml").write_text(BRIEF.format(template=template, language=line) + LONG, "utf-8")
    _make_template(root / "templates" / "faces")
    return root


def _make_template(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "page.html.j2").write_text(PAGE, "utf-8")
    (folder / "page.css").write_text("p { color: var(--caution) }", "utf-8")
    (folder / "template.yaml").write_text(DESCRIPTION, "utf-8")
    people = for_each(
        "side in view.sides",
        for_each("each in side.participants", portrait("each"), paragraph("Brief Fact", "{{r each.name }}")),
    )
    (folder / "word.docx").write_bytes(write_template(opening() + people))
