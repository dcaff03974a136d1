"""What a chart adds to a warm build, beside what it adds to WeasyPrint's bare ``write_pdf`` of the same page.

    python benchmarks/charts.py

The flagship is built to both formats with its chart, with the same figure as a table, and without the figure. Picture, table, the
chart in Word and its data sheet are all counted, in processor time and round by round, since the difference is small beside what
else a machine does. A chart may take 30 ms more than the brief without the figure; the program ends with 1 when it takes more.
"""

import gc
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from side_by_side import FLAGSHIP, Work, lay_out_page

from briefmaker.jobs.building.render import render_brief
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.read import read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.workspace.workspace import find_workspace
from briefmaker.writing.import_weasyprint import import_weasyprint

ROUNDS = 11
LIMIT = 0.030
VARIANT = "pdf/ua-1"


def main() -> int:
    """Measure, show, and tell whether the limit was kept."""
    with tempfile.TemporaryDirectory() as name:
        drawn, table, without = (_prepare(Path(name, kind), kind) for kind in ("bar", "table", "none"))
        to_table = measure_added(_build(drawn), _build(table))
        to_nothing = measure_added(_build(drawn), _build(without))
        bare = measure_added(_lay_out(drawn), _lay_out(without))
    print("What the chart of the flagship adds to a warm build (medians of processor time)")
    print(f"  to the same figure as a table     {1000 * to_table:5.1f} ms")
    print(f"  to the brief without the figure   {1000 * to_nothing:5.1f} ms")
    print(f"  the latter in WeasyPrint alone    {1000 * bare:5.1f} ms")
    return 0 if to_nothing <= LIMIT else 1


def measure_added(more: Work, less: Work) -> float:
    """Give the median seconds by which one work takes longer than another; they take turns."""
    differences = []
    for number in range(ROUNDS + 1):
        times = []
        for work in (more, less):
            gc.collect()  # else one pays for what the other left behind
            before = time.process_time()
            work()
            times.append(time.process_time() - before)
        if number:  # the first round warms up
            differences.append(times[0] - times[1])
    return statistics.median(differences)


def _prepare(folder: Path, kind: str) -> Path:
    """Give the flagship in a workspace of its own, with its figure drawn, as a table, or left out."""
    shutil.copytree(FLAGSHIP.parent / "data", folder / "data")
    text = FLAGSHIP.read_text("utf-8")
    file = folder / FLAGSHIP.name
    file.write_text(
        _leave_out_figure(text) if kind == "none" else text.replace("chart: bar", f"chart: {kind}"), "utf-8"
    )
    return file


def _leave_out_figure(text: str) -> str:
    lines = text.splitlines(keepends=True)
    start = lines.index("figures:\n")
    end = next(number for number in range(start + 1, len(lines)) if lines[number][0] not in " #\n")
    return "".join(line for line in (*lines[:start], *lines[end:]) if not line.startswith("    figures: ["))


def _build(brief: Path) -> Work:
    def build() -> object:
        desk = open_desk(find_workspace(brief.parent))
        rendering = render_brief(read_at_desk(brief, desk), desk, Request(USUAL_FORMATS, desk.settings.paper))
        if len(rendering.documents) != len(USUAL_FORMATS):
            raise SystemExit(f"{brief.name} cannot be built: {rendering.diagnostics}")
        return rendering

    return build


def _lay_out(brief: Path) -> Work:
    weasyprint = import_weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    page, styles = lay_out_page(brief, brief.parent)
    fonts = FontConfiguration()
    sheets = [weasyprint.CSS(filename=style, font_config=fonts) for style in styles]

    def write() -> object:
        return weasyprint.HTML(filename=page).write_pdf(stylesheets=sheets, font_config=fonts, pdf_variant=VARIANT)

    return write


if __name__ == "__main__":
    sys.exit(main())
