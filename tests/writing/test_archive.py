"""A PDF for the archive carries its source, says so, and is the same each time."""

import datetime
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from briefmaker.view.shape import View
from briefmaker.writing.archive import Source
from briefmaker.writing.html import write_html
from briefmaker.writing.pdf import write_pdf
from briefmaker.writing.template import Template

BRUSSELS = datetime.timezone(datetime.timedelta(hours=2))
SOURCE = Source(
    "talks.yaml", "title: Þórdís\n".encode(), "The brief", datetime.datetime(2026, 3, 2, 1, tzinfo=BRUSSELS)
)


@pytest.fixture
def archived(make_view: Callable[..., View], meeting: Template) -> bytes:
    """Give a short brief as a PDF for the archive."""
    written = write_pdf(write_html(make_view("marking: NATO RESTRICTED\n"), meeting), meeting, source=SOURCE)
    assert written.diagnostics == ()
    return written.content


def test_the_source_is_attached_and_described(archived: bytes) -> None:
    """With its bytes, its kind, what it is to the document, and the brief's own time; named once."""
    with pikepdf.open(BytesIO(archived)) as pdf:
        [described] = pdf.Root.AF
        names = pdf.Root.Names.EmbeddedFiles.Names
        assert (str(described.UF), str(described.Desc), str(described.AFRelationship)) == (
            "talks.yaml",
            "The brief",
            "/Source",
        )
        assert (str(names[0]), names[1].objgen) == ("talks.yaml", described.objgen)
        file = described.EF.F
        assert file.read_bytes() == SOURCE.content
        assert (str(file.Subtype), str(file.Params.CreationDate)) == ("/application/yaml", "D:20260301230000Z")
        assert str(file.Params.ModDate) == str(file.Params.CreationDate)


def test_it_names_both_standards_and_its_colours(archived: bytes) -> None:
    """PDF/A-3a and PDF/UA-1, with the profile of its colours and a number of its own."""
    with pikepdf.open(BytesIO(archived)) as pdf:
        metadata = pdf.Root.Metadata.read_bytes()
        assert b'pdfaid:part="3"' in metadata
        assert b'pdfaid:conformance="A"' in metadata
        assert b'pdfuaid:part="1"' in metadata
        assert b"<pdfx:marking>NATO RESTRICTED</pdfx:marking>" in metadata
        [intent] = pdf.Root.OutputIntents
        assert (str(intent.S), str(intent.OutputConditionIdentifier)) == (
            "/GTS_PDFA1",
            "IEC 61966-2-1 Default RGB Colour Space - sRGB",
        )
        assert len(pdf.trailer.ID) == 2
        assert all(int(each.F) == 4 for page in pdf.pages for each in page.get("/Annots", []))


def test_the_same_brief_gives_the_same_bytes(
    archived: bytes, make_view: Callable[..., View], meeting: Template
) -> None:
    """Neither clock nor machine leaves a trace; a time without a zone counts as UTC."""
    html = write_html(make_view("marking: NATO RESTRICTED\n"), meeting)
    assert write_pdf(html, meeting, source=SOURCE).content == archived
    bare = Source(SOURCE.name, SOURCE.content, SOURCE.description, datetime.datetime(2026, 3, 1, 23))  # noqa: DTZ001
    assert write_pdf(html, meeting, source=bare).content == archived


def test_without_a_source_nothing_is_attached(make_view: Callable[..., View], meeting: Template) -> None:
    """The usual PDF carries the page and nothing else."""
    content = write_pdf(write_html(make_view(), meeting), meeting).content
    with pikepdf.open(BytesIO(content)) as pdf:
        assert "/AF" not in pdf.Root
        assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
    assert b"pdfaid" not in content
