"""A limit that is about nothing on the page is found, at its line of template.yaml."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.templates.check_limit_names import check_limit_names
from briefmaker.jobs.templates.open_template import OpenTemplate, open_template
from briefmaker.jobs.templates.specimen import Specimen, make_specimen, write_data
from briefmaker.model.settings import Paper, Settings
from briefmaker.reading import read_brief, read_template_description
from briefmaker.view.build_view import build_view
from briefmaker.workspace.workspace import find_workspace
from briefmaker.writing.html import write_html

Card = tuple[OpenTemplate, Specimen, str]


@pytest.fixture(scope="module")
def card() -> Card:
    """Give the template of speaking points, a specimen of it, and the specimen's page."""
    opened = open_template(open_desk(find_workspace(Path.cwd())).find_template("speaking-points"))
    assert opened.description is not None
    specimen = make_specimen("speaking-points")
    reading = read_brief(write_data(specimen.data), "specimen", None)
    assert reading.brief is not None
    view = build_view(reading.brief, reading, Settings(), opened.description, Paper.A4).view
    assert view is not None
    return opened, specimen, write_html(view, opened.template)


def find_with(card: Card, limits: str) -> list[str]:
    """Give what is told of these limits; each finding stands at their line."""
    opened, specimen, page = card
    text = opened.template.read_text("template.yaml")
    changed = text[: text.index("limits:")] + f"limits:\n  {limits}\n"
    reading = read_template_description(changed.encode(), "template.yaml")
    found: list[Diagnostic] = list(
        check_limit_names(replace(opened, description=reading.value, places=reading.places), specimen, page)
    )
    assert {each.code for each in found} <= {Code.TEMPLATE_CONTRACT}
    assert {each.span.line for each in found} <= {len(changed.splitlines())}
    return [each.message for each in found]


@pytest.mark.parametrize(
    "limits",
    [
        "pages: 1",
        "lines: {bottom_line: 4, agenda.lines_to_take: 2, decision: 3}",
        "text: {fields: [bottom_line, agenda], lines: 9}",
        "entries: {agenda: 6, agenda.if_raised: 3, sources: 4}",
    ],
)
def test_limits_on_what_the_page_shows_are_right(card: Card, limits: str) -> None:
    """Fields, parts of them, lists, and entries that have names of their own."""
    assert find_with(card, limits) == []


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ("lines: {bottomline: 4}", "`bottomline`, which is no field that the template shows"),
        ("lines: {background: 4}", "`background`, which is no field that the template shows"),
        ("text: {fields: [bottom_line, issue], lines: 9}", "`issue`, which is no field that the template shows"),
        ("entries: {agenda.points: 6}", "`agenda.points`, which is no field that the template shows"),
        ("lines: {meeting.place: 1}", "`meeting.place`, and no part of the page has its data-field"),
        ("entries: {bottom_line: 6}", "`bottom_line`, and it is no list"),
        ("entries: {decision.ask: 6}", "`decision.ask`, and it is no list"),
    ],
)
def test_a_limit_on_something_else_is_found(card: Card, limits: str, said: str) -> None:
    """A typing mistake, a field of another template, a text that is not measured, a text that is no list."""
    assert find_with(card, limits) == [f"a limit names {said}"]
