"""A warm build of the flagship to both formats, beside WeasyPrint's bare ``write_pdf`` of the same page.

    python benchmarks/warm_build.py

Same HTML, CSS, fonts and variant. ``write_pdf`` is measured as one calls it first, and once more with stylesheets and fonts
read beforehand. At most 1.25 of its time as one calls it first; the program ends with 1 when it is more.
"""

import sys
import tempfile
from pathlib import Path

from side_by_side import FLAGSHIP, Work, lay_out_page, measure, show

from briefmaker.jobs.building.render import render_brief
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.read import read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.workspace.workspace import find_workspace
from briefmaker.writing.import_weasyprint import import_weasyprint

ROUNDS = 15
LIMIT = 1.25
VARIANT = "pdf/ua-1"


def main() -> int:
    """Measure, show, and tell whether the limit was kept."""
    with tempfile.TemporaryDirectory() as name:
        bare, prepared = _prepare_weasyprint(*lay_out_page(FLAGSHIP, Path(name)))
        works = {
            "briefmaker, both": _build,
            "WeasyPrint's write_pdf": bare,
            "the same, styles and fonts read before": prepared,
        }
        medians = measure(works, ROUNDS)
    show("Warm build of the flagship", medians, "WeasyPrint's write_pdf")
    return 0 if medians["briefmaker, both"] <= LIMIT * medians["WeasyPrint's write_pdf"] else 1


def _build() -> object:
    desk = open_desk(find_workspace(FLAGSHIP.parent))
    rendering = render_brief(read_at_desk(FLAGSHIP, desk), desk, Request(USUAL_FORMATS, desk.settings.paper))
    if len(rendering.documents) != len(USUAL_FORMATS):
        raise SystemExit(f"the flagship cannot be built: {rendering.diagnostics}")
    return rendering


def _prepare_weasyprint(page: Path, styles: list[Path]) -> tuple[Work, Work]:
    weasyprint = import_weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    sheets = [weasyprint.CSS(filename=style, font_config=fonts) for style in styles]

    def bare() -> object:
        return weasyprint.HTML(filename=page).write_pdf(stylesheets=list(map(str, styles)), pdf_variant=VARIANT)

    def prepared() -> object:
        return weasyprint.HTML(filename=page).write_pdf(stylesheets=sheets, font_config=fonts, pdf_variant=VARIANT)

    return bare, prepared


if __name__ == "__main__":
    sys.exit(main())
