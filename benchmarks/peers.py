"""The peers of the batch: each gets the same words, is installed if need be, and works in its own best way on both cores."""

import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from peer_documents import TYPST, list_blocks, write_json, write_word_template
from side_by_side import lay_out_pages

CORES = 2
TYPST_VERSION = "0.15.2"
_WORKER = Path(__file__).with_name("peer_worker.py")
_PROGRAMS = Path(sys.executable).parent
_ACCESSIBLE = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
_DEBIAN = {"pandoc": "pandoc", "soffice": "libreoffice-writer-nogui"}


@dataclass(frozen=True)
class Peer:
    """A peer: what to do for it to make all documents, and where its PDFs and Word documents then are."""

    name: str
    make: Callable[[], None]
    pdfs: Path
    words: Path | None = None


def install_peers(folder: Path) -> Path:
    """Install what is missing of the peers; gives the Python that has typst."""
    for program, package in _DEBIAN.items():
        if not shutil.which(program):
            subprocess.run(["apt-get", "install", "--yes", package], check=True)
    python = folder / "typst" / "bin" / "python"
    if not python.exists():
        venv.create(folder / "typst", with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", f"typst=={TYPST_VERSION}"], check=True)
    return python


def prepare_peers(briefs: Sequence[Path], folder: Path, typst: Path) -> list[Peer]:
    """Write each brief as each peer reads it, into a folder of its own; gives the peers, which have not begun."""
    folder.mkdir()
    pages, styles = lay_out_pages(briefs, folder)
    (folder / "styles.txt").write_text("\n".join(style.name for style in styles), "utf-8")
    for name in ("briefs", "pandoc", "docxtpl", "typst", "weasyprint"):
        (folder / name).mkdir()
    for page in pages:
        blocks = list_blocks(page.read_text("utf-8"))
        brief = page.rename(folder / "briefs" / page.name)
        brief.with_suffix(".json").write_text(write_json(blocks), "utf-8")
    (folder / "brief.typ").write_text(TYPST, "utf-8")
    write_word_template(folder / "template.docx")
    return [
        Peer("pandoc + WeasyPrint", lambda: _run_pandoc(folder), folder / "pandoc", folder / "pandoc"),
        Peer("docxtpl + LibreOffice", lambda: _run_docxtpl(folder), folder / "docxtpl", folder / "docxtpl"),
        Peer("typst", lambda: run(typst, _WORKER, "typst", folder), folder / "typst"),
        Peer("WeasyPrint", lambda: run(sys.executable, _WORKER, "weasyprint", folder), folder / "weasyprint"),
    ]


def write_markdown(folder: Path) -> None:
    """Write each brief as pandoc reads it, with the classes of its parts, so that the same styles give the same look."""
    _run_all(
        ("pandoc", brief, "--from", "html", "--to", "markdown", "--standalone", "--output", brief.with_suffix(".md"))
        for brief in (folder / "briefs").glob("*.html")
    )


def run(*command: str | Path) -> None:
    """Run a command to its end; one that fails ends the benchmark with what it said."""
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {ended.returncode}\n{ended.stderr}")


def _run_all(commands: Iterable[Sequence[str | Path]]) -> None:
    """Run commands, two at a time."""
    with ThreadPoolExecutor(CORES) as pool:
        list(pool.map(lambda command: run(*command), commands))


def _run_pandoc(folder: Path) -> None:
    """Make both formats of each brief; the PDF with briefmaker's stylesheets and variant."""
    styles = [folder / name for name in (folder / "styles.txt").read_text("utf-8").split()]
    engine = [f"--pdf-engine={_PROGRAMS / 'weasyprint'}", "--pdf-engine-opt=--pdf-variant=pdf/ua-1"]
    engine += [f"--pdf-engine-opt=--stylesheet={style}" for style in styles]
    commands: list[Sequence[str | Path]] = []
    for brief in sorted((folder / "briefs").glob("*.md")):
        target = folder / "pandoc" / brief.stem
        pandoc = ("pandoc", brief, "--standalone", "--output")
        commands += [(*pandoc, target.with_suffix(".docx")), (*pandoc, target.with_suffix(".pdf"), *engine)]
    _run_all(commands)


def _run_docxtpl(folder: Path) -> None:
    """Fill in all templates in two processes, then have LibreOffice convert half of the files in each of two."""
    run(sys.executable, _WORKER, "docxtpl", folder)
    files = sorted((folder / "docxtpl").glob("*.docx"))
    _run_all(_convert(files[core::CORES], folder / f"profile-{core}") for core in range(CORES) if files[core:])


def _convert(files: Sequence[Path], profile: Path) -> list[str | Path]:
    office = ["env", f"XDG_DATA_HOME={files[0].parents[1]}", "soffice", "--headless"]
    office += [f"-env:UserInstallation=file://{profile}", "--convert-to", _ACCESSIBLE]
    return [*office, "--outdir", files[0].parent, *files]
