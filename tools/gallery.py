"""Makes the gallery anew: ``python -m tools.gallery`` from the root of the project; it needs LibreOffice.

Each example brief becomes one contact sheet a paper: its PDF above, its Word document as LibreOffice shows it below.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image

from briefmaker.jobs.building.build import build
from briefmaker.jobs.read import read
from briefmaker.workspace.package import shipped_folder

PROJECT = Path(__file__).parents[1]
GALLERY = PROJECT / "docs" / "gallery"
PAPERS = ("a4", "letter")
SHEET_WIDTH, GAP, BACKGROUND = 1640, 16, "#d9dde3"
PAGES_A_ROW = 4
COLOURS = 128


def list_examples() -> tuple[Path, ...]:
    """Give the example briefs, sorted by name."""
    return tuple(sorted((PROJECT / "briefs").glob("*.yaml")))


def make_sheet(documents: Sequence[bytes]) -> Image.Image:
    """Give one picture of all pages of these PDFs, each PDF in rows of its own."""
    rows = [row for content in documents for row in _rows(content)]
    height = sum(row.height + GAP for row in rows) + GAP
    sheet = Image.new("RGB", (SHEET_WIDTH, height), BACKGROUND)
    top = GAP
    for row in rows:
        sheet.paste(row, (0, top))
        top += row.height + GAP
    return sheet.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def _rows(content: bytes) -> Iterator[Image.Image]:
    pages = list(_draw_pages(content))
    for first in range(0, len(pages), PAGES_A_ROW):
        shown = pages[first : first + PAGES_A_ROW]
        row = Image.new("RGB", (SHEET_WIDTH, max(page.height for page in shown)), BACKGROUND)
        for place, page in enumerate(shown):
            row.paste(page, (GAP + place * (_page_width() + GAP), 0))
        yield row


def _page_width() -> int:
    return (SHEET_WIDTH - GAP) // PAGES_A_ROW - GAP


def _draw_pages(content: bytes) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(content)
    for page in document:
        yield page.render(scale=_page_width() / page.get_width()).to_pil().convert("RGB")
    document.close()


def show_in_libreoffice(file: Path) -> bytes:
    """Give a Word document as the PDF that LibreOffice makes of it, with the shipped fonts as if they were installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise SystemExit("LibreOffice is needed: install libreoffice-writer")
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent / "word"), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=os.environ | _install_fonts(file.parent))  # noqa: S603 - the program was looked up, the file is ours
    return (file.parent / "word" / f"{file.stem}.pdf").read_bytes()


def _install_fonts(folder: Path) -> dict[str, str]:
    """Give the environment in which a program finds the shipped fonts beside those of the system."""
    settings = folder / "fonts.conf"
    settings.write_text(
        f'<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{shipped_folder("fonts")}</dir></fontconfig>',
        "utf-8",
    )
    return {"FONTCONFIG_FILE": str(settings)}


def write_gallery(examples: Sequence[Path], gallery: Path, papers: Sequence[str] = PAPERS) -> list[str]:
    """Write the contact sheets of these briefs and the page that lists them; gives the names of the sheets."""
    gallery.mkdir(parents=True, exist_ok=True)
    lines = []
    for example in examples:
        brief = read(example).brief
        if brief is None:
            raise SystemExit(f"{example} cannot be read")
        lines.append(
            f"## {brief.title}\n\nTemplate `{brief.template}`, language `{brief.language}`, marking {brief.marking}.\n"
        )
        for paper in papers:
            name = f"{example.stem}-{paper}.png"
            _draw(example, paper).save(gallery / name, optimize=True)
            lines.append(f"![{brief.title}, {paper}: PDF above, Word below]({name})\n")
            sys.stdout.write(f"{name}\n")
    (gallery / "README.md").write_text(_HEAD + "\n".join(lines), "utf-8")
    return sorted(file.name for file in gallery.glob("*.png"))


_HEAD = """\
# Gallery

Every example brief as it is printed, on A4 and on Letter: the PDF above, and below it the Word document as LibreOffice shows it, with the
fonts installed. `python -m tools.gallery` makes these pictures anew.

"""


def _draw(example: Path, paper: str) -> Image.Image:
    with tempfile.TemporaryDirectory() as folder:
        (outcome,) = build([example], output=folder, paper=paper)
        if not outcome.is_built:
            raise SystemExit("\n".join(map(str, outcome.diagnostics)))
        files = {document.format: document.path for document in outcome.documents}
        return make_sheet([files["pdf"].read_bytes(), show_in_libreoffice(files["docx"])])


def main() -> None:
    """Write the gallery of all examples, or of those that are named."""
    write_gallery([Path(each) for each in sys.argv[1:]] or list_examples(), GALLERY)


if __name__ == "__main__":
    main()
