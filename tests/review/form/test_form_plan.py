"""A form asks for all that its template shows, but for what a form cannot ask."""

import pytest

from briefmaker.model import Brief
from briefmaker.model.fields import has_field, is_shown
from briefmaker.reading import read_template_description
from briefmaker.review.form.form_plan import plan_form
from briefmaker.review.form.form_words import FormWords, languages_with_forms
from briefmaker.review.form.places import name_mark, read_mark
from briefmaker.workspace.workspace import built_in_templates
from briefmaker.writing.template import iterate_templates

TEMPLATES = list(iterate_templates([built_in_templates()]))
NOT_ASKED = {"version", "status", "changes", "figures", "translation_of", "participants.portrait"}
"""The brief's own history and what is compared with it, what is made of data, and pictures, which are put into a row."""


def shows_of(name: str) -> tuple[str, ...]:
    """Give the fields that a template shows."""
    template = next(each for each in TEMPLATES if each.name == name)
    description = read_template_description(template.read("template.yaml"), "template.yaml").value
    assert description is not None
    return description.shows


def fields_of(name: str) -> list[str]:
    """Give the fields that a form asks for."""
    groups = [each for group in plan_form(shows_of(name)) for each in (group, group.after) if each is not None]
    return [field for group in groups for field in group.fields]


@pytest.mark.parametrize("name", [each.name for each in TEMPLATES])
def test_a_form_asks_for_all_that_is_shown_and_nothing_else(name: str) -> None:
    """Every entry of ``shows`` has a place, or is among those that no form asks for."""
    fields, shows = fields_of(name), shows_of(name)
    missing = [each for each in shows if not any(is_shown(field, (each,)) for field in fields)]
    assert set(missing) <= NOT_ASKED
    steering = {"participants.side", "meeting.end", "decision.options.recommended"}
    assert [field for field in fields if not is_shown(field, shows) and field not in steering] == []


@pytest.mark.parametrize("name", [each.name for each in TEMPLATES])
def test_every_place_is_a_field_with_a_label_and_a_bookmark(name: str) -> None:
    """Word takes no bookmark of more than 40 characters; its number may have three."""
    for field in fields_of(name):
        assert field.startswith("glossary.") or has_field(Brief, field), field
        assert len(name_mark(field, 999)) <= 40
        assert read_mark(name_mark(field, 999)) == field
        for language in languages_with_forms():
            label = FormWords(language).label(field)
            assert label
            assert "{" not in label
            assert label != field.rpartition(".")[2], (language, field)
