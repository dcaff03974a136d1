"""Briefs that were damaged on the way either become documents or get a finding with a place; nothing else happens."""

import random
import shutil
from pathlib import Path

from tests.damage import damage
from tests.writing.word.desk import ROOT
from tests.writing.word.soundness import find_faults

from briefmaker.diagnostics import has_errors
from briefmaker.jobs.building.render import Rendering, render_brief
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.model.settings import Paper

DAMAGED = 300
WITH_PDF_EVERY = 20


def test_three_hundred_damaged_briefs_are_built_or_told_of(tmp_path: Path) -> None:
    """The flagship, damaged in 300 ways, goes the whole way to sound documents or to findings; none gives a traceback."""
    shutil.copytree(ROOT / "briefs", tmp_path / "briefs")
    file = tmp_path / "briefs" / "nato-us-2025-10-22.yaml"
    whole = file.read_bytes()
    built = 0
    for seed in range(DAMAGED):
        file.write_bytes(damage(whole, random.Random(seed)))  # noqa: S311 - damage, not secrets
        rendering = _render(file, with_pdf=seed % WITH_PDF_EVERY == 0)
        if rendering.documents:
            built += 1
            assert find_faults(rendering.documents[0].content) == [], seed
            continue
        assert has_errors(rendering.diagnostics), seed
        assert all(found.span.line >= 1 and found.span.column >= 1 for found in rendering.diagnostics), seed
    assert 50 < built < DAMAGED - 50


def _render(file: Path, *, with_pdf: bool) -> Rendering:
    path, desk = find_desk(file)
    formats = (DocumentFormat.DOCX, DocumentFormat.HTML) + (DocumentFormat.PDF,) * with_pdf
    return render_brief(read_at_desk(path, desk), desk, Request(formats, Paper.A4))
