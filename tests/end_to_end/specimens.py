"""Briefs with every field filled, viewed and written with each template that comes with briefmaker."""

from dataclasses import replace

from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.templates.open_template import open_template
from briefmaker.jobs.templates.specimen import SPECIMEN_PICTURES, make_specimen, write_data
from briefmaker.model.settings import Paper, Settings
from briefmaker.reading import read_brief
from briefmaker.view.build_view import build_view
from briefmaker.view.shape import View
from briefmaker.workspace.workspace import built_in_templates, find_workspace
from briefmaker.writing.template import Template
from briefmaker.writing.word import write_word

NAMES = sorted(file.parent.name for file in built_in_templates().glob("*/template.yaml"))


def view_specimen(name: str, paper: Paper = Paper.A4, language: str = "en-GB") -> tuple[View, Template, bytes]:
    """Give the view of a brief with every field filled, its template, and its Word document."""
    desk = open_desk(find_workspace(built_in_templates()))
    opened = open_template(desk.find_template(name))
    assert opened.description is not None
    data = make_specimen(name).data | {"language": language}
    reading = replace(read_brief(write_data(data), "specimen", None), pictures=SPECIMEN_PICTURES)
    assert reading.brief is not None
    view = build_view(reading.brief, reading, Settings(), opened.description, paper).view
    assert view is not None
    return view, opened.template, write_word(view, opened.template, fingerprint=reading.fingerprint)
