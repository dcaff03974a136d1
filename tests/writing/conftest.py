"""What the tests of writing share: briefs from a few lines of YAML, viewed, and templates made on the spot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.model.settings import Paper
from briefmaker.view.shape import View
from briefmaker.workspace.workspace import built_in_templates
from briefmaker.writing.template import Template, find_template

ROOT = Path(__file__).parents[2]
HEAD = "format: 1\ntemplate: meeting\ntitle: Grain talks\ndate: 2026-03-02\n"

MakeView = Callable[..., View]
MakeTemplate = Callable[..., Template]


@pytest.fixture
def make_view(tmp_path: Path) -> MakeView:
    """Give a function that views the brief with these lines after its head."""

    def make(yaml: str = "", paper: Paper = Paper.A4, head: str = HEAD) -> View:
        file = tmp_path / "brief.yaml"
        file.write_text(head + yaml, "utf-8")
        return _view(file, paper)

    return make


@pytest.fixture
def flagship() -> View:
    """Give the view of the flagship brief."""
    return _view(ROOT / "briefs" / "nato-us-2025-10-22.yaml", Paper.A4)


@pytest.fixture
def meeting() -> Template:
    """Give the meeting brief's template."""
    template = find_template("meeting", (built_in_templates(),))
    assert template is not None
    return template


@pytest.fixture
def make_template(tmp_path: Path) -> MakeTemplate:
    """Give a function that makes a template of a few files."""

    def make(**files: str) -> Template:
        folder = tmp_path / "templates" / "own"
        folder.mkdir(parents=True, exist_ok=True)
        names = {"page": "page.html.j2", "style": "page.css"}
        for name, content in files.items():
            (folder / names.get(name, name)).write_text(content, "utf-8")
        return Template("own", (folder,))

    return make


def _view(file: Path, paper: Paper) -> View:
    path, desk = find_desk(file)
    view, _, found = view_brief(read_at_desk(path, desk), desk, Request(USUAL_FORMATS, paper))
    assert view is not None, found
    return view
