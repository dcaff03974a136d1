"""Makes Word documents for tests, from YAML to bytes, with the templates that come with briefmaker."""

from pathlib import Path

from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.model.settings import Paper
from briefmaker.reading import Reading
from briefmaker.view.shape import View
from briefmaker.writing.template import Template
from briefmaker.writing.word import write_word

ROOT = Path(__file__).parents[3]
EXAMPLES = (
    *sorted((ROOT / "briefs").glob("*.yaml")),
    ROOT / "tests" / "data" / "pgisha-he.yaml",
    ROOT / "tests" / "data" / "cumbre-es.yaml",
)

HEAD = "format: 1\ntemplate: meeting\ntitle: Grain talks\ndate: 2026-03-02\n"


def open_brief(file: Path, paper: Paper = Paper.A4) -> tuple[Reading, View, Template, Desk]:
    """Read and view a brief that has nothing wrong with it."""
    path, desk = find_desk(file)
    reading = read_at_desk(path, desk)
    view, template, found = view_brief(reading, desk, Request(USUAL_FORMATS, paper))
    assert view is not None, found
    assert template is not None
    return reading, view, template, desk


def write_brief(folder: Path, yaml: str) -> bytes:
    """Give the Word document of a brief that has these lines after its head."""
    file = folder / "brief.yaml"
    file.write_text(HEAD + yaml, "utf-8")
    reading, view, template, _ = open_brief(file)
    return write_word(view, template, fingerprint=reading.fingerprint)
