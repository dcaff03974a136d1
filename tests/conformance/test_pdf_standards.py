"""PDFs against PDF/UA-1 and PDF/A-3a, by another's validator (veraPDF, from Maven Central), qpdf and poppler."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.end_to_end.large_brief import write_large_brief
from tools.conformance.samples import Sample, list_examples, make_samples
from tools.verapdf.validate import PDF_A, PDF_UA, Validation, find_missing, validate

from briefmaker.jobs.building.render import render
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.packs.make_pack import pack
from briefmaker.writing.pdf import write_pdf
from briefmaker.writing.template import Template

pytestmark = pytest.mark.conformance

needs_verapdf = pytest.mark.skipif(bool(find_missing()), reason=f"veraPDF needs {' and '.join(find_missing())}")

PAGE = """<html lang="en"><title>Specimen</title><body><h1>One</h1><h2>Two</h2>
<p>A <a href="https://example.org">link that is broken over lines since it is longer than any line of this small page</a> and
<span lang="fr">mots</span>. <span aria-hidden="true">seen</span></p>
<ul><li>one<ul><li>deep</li></ul></li><li><p>two</p><p>three</p></li></ul>
<p><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><title>Drawing</title>
<rect width="9" height="9"/><text y="9" font-size="9" font-family="own">7</text></svg></p>
<p><img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E" alt="Picture"></p>
<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><th scope="row">c</th><td>d</td></tr></tbody></table>
</body></html>"""
STYLE = "@font-face { font-family: own; src: url(fonts/SourceSans3-Regular.ttf) } html { font: 10pt own } @page { size: A6 }"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[Sample]:
    """Give every example on each paper, and every template in every language, as documents."""
    return make_samples(tmp_path_factory.mktemp("samples"))


@pytest.fixture(scope="module")
def pdfs(samples: list[Sample]) -> list[Sample]:
    """Give those that are PDFs."""
    return [sample for sample in samples if sample.format is DocumentFormat.PDF]


@needs_verapdf
def test_every_pdf_keeps_its_standards(pdfs: list[Sample]) -> None:
    """PDF/UA-1, and for the archive PDF/A-3a too, with no rule broken."""
    wanted = [
        (flavour, each.file) for each in pdfs for flavour in (PDF_UA, PDF_A) if flavour == PDF_UA or each.is_archive
    ]
    found = validate(wanted)
    assert len({each.brief for each in pdfs}) > len(list_examples())
    assert all(each.rules > 100 and each.checks > 1000 for each in found)
    assert [(each.flavour, each.file.name, each.failed) for each in found if each.failed] == []


@needs_verapdf
def test_a_very_large_brief_keeps_both_standards(tmp_path: Path) -> None:
    """45 participants, 40 items with tables over pages and 120 sources."""
    (tmp_path / "large.yaml").write_text(write_large_brief(), "utf-8")
    file = tmp_path / "large.pdf"
    file.write_bytes(render(tmp_path / "large.yaml", "pdf", archive=True))
    assert [each.failed for each in validate([(PDF_UA, file), (PDF_A, file)])] == [(), ()]


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_every_pdf_sound(pdfs: list[Sample]) -> None:
    """Not even a warning."""
    for each in pdfs:
        ran = subprocess.run(["qpdf", "--check", each.file], capture_output=True, text=True, check=False)
        assert (ran.returncode, ran.stderr) == (0, ""), each.file.name


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler's pdffonts is not installed")
def test_every_font_is_embedded_and_cut_to_what_is_used(pdfs: list[Sample]) -> None:
    """With the map back to letters, so that words can be searched for and copied."""
    for each in pdfs:
        ran = subprocess.run(["pdffonts", each.file], capture_output=True, text=True, check=True)
        fonts = [line.split()[-5:-2] for line in ran.stdout.splitlines()[2:]]
        assert fonts, each.file.name
        assert all(font == ["yes", "yes", "yes"] for font in fonts), ran.stdout


Damage = Callable[[pikepdf.Pdf], object]


def find_all(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """Give the elements of a kind."""

    def walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        yield element
        for kid in element.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from walk(kid)

    return [each for each in walk(pdf.Root.StructTreeRoot.K[0]) if str(each.S) == kind]


def change_metadata(old: bytes, new: bytes) -> Damage:
    """Give the damage of other words in the metadata."""

    def change(pdf: pikepdf.Pdf) -> None:
        before = pdf.Root.Metadata.read_bytes()
        assert old in before
        pdf.Root.Metadata.write(before.replace(old, new))

    return change


def untag(pdf: pikepdf.Pdf) -> None:
    """Take the tags away."""
    del pdf.Root.StructTreeRoot
    del pdf.Root.MarkInfo


def leave_out_font(pdf: pikepdf.Pdf) -> None:
    """Take the letters of a font away, so that each reader shows its own."""
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor.FontFile2


def forget_directions(pdf: pikepdf.Pdf) -> None:
    """Take from the heads of tables whether they are a row's or a column's."""
    for head in find_all(pdf, "/TH"):
        del head.A


def rename(kind: str, other: str) -> Damage:
    """Give the damage of one element called something else."""
    return lambda pdf: find_all(pdf, kind)[0].__setitem__("/S", pikepdf.Name(other))


FAULTS: dict[str, tuple[str, str, Damage]] = {
    "untagged": (PDF_UA, "7.1-11", untag),
    "no language": (PDF_UA, "7.2-33", lambda pdf: pdf.Root.__delitem__("/Lang")),
    "a language that is none": (PDF_UA, "7.2-29", lambda pdf: pdf.Root.__setitem__("/Lang", "not a language")),
    "no words for a drawing": (PDF_UA, "7.3-1", lambda pdf: find_all(pdf, "/Figure")[0].__delitem__("/Alt")),
    "no title": (PDF_UA, "7.1-9", change_metadata(b"dc:title", b"dc:relation")),
    "title not shown": (PDF_UA, "7.1-10", lambda pdf: pdf.Root.ViewerPreferences.__delitem__("/DisplayDocTitle")),
    "a level left out": (PDF_UA, "7.4.2-1", rename("/H2", "/H3")),
    "heads of no direction": (PDF_UA, "7.5-1", forget_directions),
    "an entry without its list": (PDF_UA, "7.2-20", rename("/LBody", "/P")),
    "a link without words": (PDF_UA, "7.18.5-2", lambda pdf: pdf.pages[0].Annots[0].__delitem__("/Contents")),
    "a link outside the tree": (PDF_UA, "7.18.5-1", rename("/Link", "/Span")),
    "a font left out": (PDF_UA, "7.21.4.1-1", leave_out_font),
    "no order for the tab key": (PDF_UA, "7.18.3-1", lambda pdf: pdf.pages[0].__delitem__("/Tabs")),
    "not said to be accessible": (PDF_UA, "5-2", change_metadata(b'pdfuaid:part="1"', b'pdfuaid:part="9"')),
    "colours of no profile": (PDF_A, "6.2.4.3-2", lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    "a source of no relation": (PDF_A, "6.8-3", lambda pdf: pdf.Root.AF[0].__delitem__("/AFRelationship")),
    "properties not described": (
        PDF_A,
        "6.6.2.3.1-1",
        change_metadata(b"pdfaExtension:schemas", b"pdfaExtension:none"),
    ),
    "not said to be archived": (PDF_A, "6.6.4-2", change_metadata(b'pdfaid:part="3"', b'pdfaid:part="9"')),
}


@pytest.fixture(scope="module")
def validations(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Validation]:
    """Give what veraPDF says of a page with everything on it, and of the same with each fault planted."""
    folder = tmp_path_factory.mktemp("faults")
    (folder / "page.css").write_text(STYLE, "utf-8")
    written = write_pdf(PAGE, Template("own", (folder,)))
    brief = folder / "brief.yaml"
    brief.write_text("format: 1\ntemplate: meeting\ntitle: T\ndate: 2026-03-02\nmarking: NATO RESTRICTED\n", "utf-8")
    sound = {PDF_UA: written.content, PDF_A: render(brief, "pdf", archive=True)}
    assert written.diagnostics == ()
    wanted = {f"sound {flavour}": (flavour, content) for flavour, content in sound.items()}
    wanted |= {name: (flavour, _damage(sound[flavour], damage)) for name, (flavour, _, damage) in FAULTS.items()}
    files = []
    for name, (flavour, content) in wanted.items():
        files.append((flavour, folder / f"{name}.pdf"))
        files[-1][1].write_bytes(content)
    return dict(zip(wanted, validate(files), strict=True))


def _damage(content: bytes, damage: Damage) -> bytes:
    written = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        damage(pdf)
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


@needs_verapdf
def test_a_page_with_everything_on_it_is_sound(validations: dict[str, Validation]) -> None:
    """Drawings, pictures, lists in lists, links over lines, foreign words: what templates may put on a page."""
    assert [validations[f"sound {flavour}"].failed for flavour in (PDF_UA, PDF_A)] == [(), ()]


@needs_verapdf
@pytest.mark.parametrize("fault", FAULTS)
def test_the_validator_finds_a_planted_fault(fault: str, validations: dict[str, Validation]) -> None:
    """Its silence means something: each fault is found by the rule for it."""
    assert FAULTS[fault][1] in [broken.rule for broken in validations[fault].failed]


@needs_verapdf
@pytest.mark.parametrize("more", ["", "double_sided: true\ndividers: true\n"])
def test_a_pack_is_pdf_ua(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str) -> None:
    """With briefs of two templates, languages and directions, an annex, and as the pages that replace others."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(Path(__file__).parents[2] / "briefs", tmp_path / "briefs")
    (tmp_path / "packs").mkdir()
    annex = "<html lang='en'><title>Annex</title><style>@page { size: A4 landscape }</style><h1>Annex</h1></html>"
    bare = Template("annex", (tmp_path,))
    (tmp_path / "page.css").write_text(STYLE, "utf-8")
    (tmp_path / "packs" / "annex.pdf").write_bytes(write_pdf(annex, bare).content)
    names = ("jordan-eu-water-2026-01-08", "weekly-2025-10-20", "pandemic-agreement-2025-05-18")
    lines = f"format: 1\ntitle: Pack\ndate: 2026-01-07\ntabs: [{', '.join(names)}]\n"
    lines += "annexes: [{file: annex.pdf, title: Annex}]\n"
    (tmp_path / "packs" / "p.yaml").write_text(lines + more, "utf-8")
    whole = pack("p", formats=["pdf"]).documents[0].path
    brief = tmp_path / "briefs" / "weekly-2025-10-20.yaml"
    brief.write_text(brief.read_text("utf-8").replace("Budapest", "Budapest soon", 3), "utf-8")
    replaced = pack("p", former=whole).documents[0].path
    found = validate([(PDF_UA, whole), (PDF_UA, replaced)])
    assert [(each.file.name, each.failed) for each in found if each.failed] == []
