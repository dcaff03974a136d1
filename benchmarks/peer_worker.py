"""Lets a peer make many documents in its own best way: in one warm process a core, each with what all documents share read once.

    python benchmarks/peer_worker.py typst|docxtpl|weasyprint FOLDER

FOLDER is as ``peers.py`` prepares it. It runs with the Python that has the peer, and imports nothing of briefmaker.
"""

import json
import multiprocessing
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

CORES = 2

_make: Callable[[Path], object]


def main(peer: str, folder: Path) -> int:
    """Make the documents of all briefs in the folder."""
    suffix = ".html" if peer == "weasyprint" else ".json"
    works = sorted((folder / "briefs").glob(f"*{suffix}"))
    if peer == "weasyprint":
        import weasyprint  # noqa: F401 - so that the forks need not

    with multiprocessing.get_context("fork").Pool(CORES, _begin, (peer, folder)) as pool:
        for _ in pool.imap_unordered(_work, works):
            pass
    return 0


def _begin(peer: str, folder: Path) -> None:
    global _make  # noqa: PLW0603 - what a worker keeps between its tasks
    _make = {"typst": _begin_typst, "docxtpl": _begin_docxtpl, "weasyprint": _begin_weasyprint}[peer](folder)


def _work(brief: Path) -> None:
    _make(brief)


def _begin_typst(folder: Path) -> Callable[[Path], object]:
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(folder / "fonts")])
    compiler = typst.Compiler(str(folder / "brief.typ"), root=str(folder), font_paths=fonts)

    def make(brief: Path) -> None:
        output = folder / "typst" / f"{brief.stem}.pdf"
        inputs = {"brief": f"/briefs/{brief.name}", "marking": "NATO UNCLASSIFIED"}
        compiler.compile(output=str(output), sys_inputs=inputs, pdf_standards="ua-1")

    return make


def _begin_docxtpl(folder: Path) -> Callable[[Path], object]:
    from docxtpl import DocxTemplate

    def make(brief: Path) -> None:
        template = DocxTemplate(folder / "template.docx")
        template.render({"blocks": json.loads(brief.read_text("utf-8"))}, autoescape=True)
        template.save(folder / "docxtpl" / f"{brief.stem}.docx")

    return make


def _begin_weasyprint(folder: Path) -> Callable[[Path], object]:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    sheets = [weasyprint.CSS(filename=folder / name, font_config=fonts) for name in _list_styles(folder)]
    return partial(_write_page, weasyprint, folder, {"stylesheets": sheets, "font_config": fonts})


def _list_styles(folder: Path) -> list[str]:
    return (folder / "styles.txt").read_text("utf-8").split()


def _write_page(weasyprint: Any, folder: Path, shared: dict[str, Any], page: Path) -> None:
    output = folder / "weasyprint" / f"{page.stem}.pdf"
    weasyprint.HTML(filename=page, base_url=str(folder)).write_pdf(output, pdf_variant="pdf/ua-1", **shared)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
