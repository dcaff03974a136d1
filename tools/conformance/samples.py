"""The documents whose conformance is proven: every example on each paper, and a specimen of every template and language."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefmaker.jobs.building.render import render_brief
from briefmaker.jobs.desk import Desk, open_desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.read import read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.jobs.templates.specimen import make_specimen, write_data
from briefmaker.model.settings import Paper
from briefmaker.reading import Reading, read_brief
from briefmaker.workspace.workspace import find_workspace

PROJECT = Path(__file__).parents[2]
EXAMPLES = (PROJECT / "briefs", PROJECT / "tests" / "data")
LABELS = PROJECT / "src" / "briefmaker" / "view" / "labels"


@dataclass(frozen=True, slots=True)
class Sample:
    """One document: the brief it is made of, its template, language, paper, format, and whether it is for the archive."""

    brief: str
    template: str
    language: str
    paper: Paper
    format: DocumentFormat
    is_archive: bool
    file: Path


def make_samples(folder: Path) -> list[Sample]:
    """Make every document into a folder. Raises RuntimeError for a brief that cannot be made into one."""
    desk = open_desk(find_workspace(PROJECT))
    examples = {file.stem: read_at_desk(file, desk) for file in list_examples()}
    asked = [*itertools.product(examples.items(), Paper), *((each, Paper.A4) for each in _read_specimens(desk).items())]
    return [sample for (name, reading), paper in asked for sample in _make(name, reading, desk, paper, folder)]


def list_examples() -> list[Path]:
    """Give the briefs that show what briefmaker can do."""
    return [file for place in EXAMPLES for file in sorted(place.glob("*.yaml"))]


def _read_specimens(desk: Desk) -> dict[str, Reading]:
    """Give a brief with every field filled for each template and language; the files that it names are not looked for."""
    languages = sorted(file.stem for file in LABELS.glob("*.yaml"))
    written = {
        f"specimen-{template}-{language}": write_data(make_specimen(template).data | {"language": language})
        for template, language in itertools.product(desk.templates, languages)
    }
    return {name: read_brief(content, f"{name}.yaml", None) for name, content in written.items()}


def _make(name: str, reading: Reading, desk: Desk, paper: Paper, folder: Path) -> Iterator[Sample]:
    requests = (
        Request((DocumentFormat.PDF, DocumentFormat.DOCX), paper),
        Request((DocumentFormat.PDF,), paper, is_archive=True),
    )
    for request in requests:
        rendering = render_brief(reading, desk, request)
        if reading.brief is None or not rendering.documents:
            raise RuntimeError(f"{name} cannot be made: {rendering.diagnostics}")
        for document in rendering.documents:
            file = folder / request.name_file(f"{name}-{paper}", document.format)
            file.write_bytes(document.content)
            told = (name, reading.brief.template, reading.brief.language, paper, document.format)
            yield Sample(*told, request.makes_archive(document.format), file)
